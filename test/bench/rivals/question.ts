// The question that every rival answers, with the same statement over the same database: which resources have ultrasound.
// The cells of a resource are one number in base 3, of which ultrasound is the fourth digit, and yes is 1.

const STATEMENT = `
  select json_extract(changes.record, '$.name') as name, json_extract(changes.record, '$.url') as url,
    json_extract(changes.record, '$.organization') as organization
  from versions join changes on changes.sequence = versions.sequence
  where versions.until is null and versions.status <> 'removed' and versions.cells / 27 % 3 = ?
  order by versions.name_key limit 5`

interface Row {
  readonly name: string
  readonly url: string
  readonly organization: string
}

export interface Bindings {
  readonly DB: D1Database
  readonly DISCORD_PUBLIC_KEY: string
}

/** A message as a first version of a bot has it: a line for each. */
export async function answer(db: D1Database): Promise<string> {
  const { results } = await db.prepare(STATEMENT).bind(YES).all<Row>()
  return results.map(({ name, url, organization }) => `**${name}** <${url}> · ${organization}`).join('\n')
}
const YES = 1
