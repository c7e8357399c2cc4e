// Writes the survey as a migration: `node worker/cli/research/survey-migration.ts > schema/migrations/0002_survey_2_0.sql`.
// It ran once; a migration that was applied anywhere stays as it is.

import { canonicalAddress } from '../../../schema/record/address.ts'
import { cellsCode } from '../../../schema/record/cells.ts'
import { referenceAddress } from '../../../schema/record/reference.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { searchWords } from '../../domain/search/search-text.ts'
import { BETWEEN, insert } from './sql-text.ts'
import { surveyRecords } from './survey.ts'

const { references, resources, release } = surveyRecords(survey)

console.log(
  [
    insert(
      'references',
      ['id', 'survey_number', 'csl', 'canonical'],
      references.map((reference, i) => [i + 1, i + 1, reference, referenceAddress(reference) ?? null]),
    ),
    insert(
      'resources',
      [
        'id',
        'slug',
        'name',
        'url',
        'organization',
        ...DATA_TYPES.map((type) => type.column),
        'cells',
        'status',
        'position',
        'version',
        'updated_at',
        'search_text',
      ],
      resources.map((resource) => [
        resource.position,
        resource.slug,
        resource.name,
        resource.url,
        resource.organization,
        ...DATA_TYPES.map((type) => resource.availability[type.key]),
        cellsCode(resource.availability),
        resource.status,
        resource.position,
        resource.version,
        resource.updatedAt,
        searchWords(resource).join(' '),
      ]),
    ),
    insert(
      'resource_references',
      ['resource_id', 'ordinal', 'reference_id'],
      resources.flatMap((resource) =>
        resource.references.map((cited, i) => [resource.position, i + 1, cited['citation-number'] ?? null]),
      ),
    ),
    insert(
      'addresses',
      ['canonical', 'owner_kind', 'owner_id'],
      resources.map((resource) => [
        canonicalAddress(resource.url) ?? null,
        'resource',
        String(resource.position),
      ]),
    ),
    insert(
      'changes',
      ['sequence', 'subject', 'subject_id', 'version', 'action', 'record', 'reason', 'at'],
      resources.map((resource) => [
        resource.position,
        'resource',
        String(resource.position),
        resource.version,
        'added',
        resource,
        `Listed in ${release.title}, version ${release.version}`,
        resource.updatedAt,
      ]),
    ),
    insert(
      'releases',
      ['version', 'title', 'authors', 'keywords', 'note', 'released_on', 'through_sequence'],
      [
        [
          release.version,
          release.title,
          release.authors,
          release.keywords,
          release.note,
          release.releasedOn,
          resources.length,
        ],
      ],
    ),
  ].join(BETWEEN),
)
