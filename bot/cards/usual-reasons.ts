/** What maintainers say most when they reject; or they write their own. */
export const USUAL_REASONS = [
  'Not public: nobody can get the data.',
  'Not about COVID-19 imaging.',
  'Listed already under another name.',
  'The link does not lead to the data.',
  'Nothing says where this is from.',
] as const
