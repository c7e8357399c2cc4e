/** The pages that are not about one resource. */
export const PAGES = [
  { path: '/', title: 'The table', description: 'every data set, with filters' },
  { path: '/about', title: 'About', description: 'what the words mean, and how to cite the registry' },
  { path: '/history', title: 'History', description: 'what changed, and when' },
  { path: '/docs', title: 'API', description: 'the HTTP API, for people' },
  { path: '/submit', title: 'Suggest a data set', description: 'a form for what is missing' },
  { path: '/privacy', title: 'Privacy', description: 'what is kept of people, and how to have it erased' },
] as const
