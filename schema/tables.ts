// Times are ISO 8601 text in UTC. Enumerations that may grow have no CHECK, and no foreign key cascades: changing either
// rebuilds the table, which on D1 deletes child rows. The ids of people and submissions in `changes` are no foreign
// keys, because a change outlives the rows that it names.

export * from './tables/candidates.ts'
export * from './tables/changes.ts'
export * from './tables/deliveries.ts'
export * from './tables/limits.ts'
export * from './tables/links.ts'
export * from './tables/operations.ts'
export * from './tables/people.ts'
export * from './tables/references.ts'
export * from './tables/resources.ts'
export * from './tables/search.ts'
export * from './tables/submissions.ts'
