import type { NewCandidate } from '../../../schema/verbs/candidates.ts'

/** More than a card shows at once. */
export const CANDIDATES: readonly NewCandidate[] = [1, 2, 3, 4, 5, 6].map((ward) => ({
  source: 'datacite',
  url: `https://wards.example.org/${ward}`,
  publisher: 'Zenodo',
  addresses: [`wards.example.org/${ward}`],
  found: {
    isPaper: false,
    fields: { name: `COVID-19 CT of ward ${ward}`, availability: { ct: 'yes' } },
    evidence: [],
  },
  signs: ['imagesInTitle', 'covidInTitle'],
  score: 5,
}))
