// Every closed list, once. Columns, filters, subcommands, cards, headers and forms iterate over these.

/**
 * The survey's six data types, in the order of its Table 1. One more goes to the end: record/cells.ts counts on it, and
 * what was stored before says nothing of it, which reads as unknown. `technique` is how its images are made, if it has any.
 * `words` are what people call them, in English and German, folded as search folds (lower case, no accents, words apart).
 */
export const DATA_TYPES = [
  {
    key: 'ct',
    label: 'CT',
    command: 'ct',
    meaning: 'computed tomography slices or volumes',
    technique: 'computed tomography',
    words: [
      'ct',
      'cts',
      'ct scan',
      'ct scans',
      'chest ct',
      'cat scan',
      'cat scans',
      'hrct',
      'ldct',
      'computed tomography',
      'computerized tomography',
      'computerised tomography',
      'computer tomography',
      'tomography',
      'tomographic',
      'tomogram',
      'tomograms',
      'computertomografie',
      'computertomographie',
      'computertomogramm',
      'computertomogramme',
      'tomografie',
      'tomographie',
    ],
  },
  {
    key: 'xray',
    label: 'X-ray',
    command: 'x-ray',
    meaning: 'plain radiographs, most of them of the chest',
    technique: 'radiography',
    words: [
      'x ray',
      'x rays',
      'xray',
      'xrays',
      'cxr',
      'cxrs',
      'radiograph',
      'radiographs',
      'radiography',
      'radiographic',
      'radiogram',
      'radiograms',
      'roentgenogram',
      'roentgenograms',
      'rontgen',
      'roentgen',
      'rontgenologisch',
      'radiografie',
      'radiographie',
      'radiographien',
      'plain film',
      'plain films',
    ],
  },
  {
    key: 'mrt',
    label: 'MRI',
    command: 'mrt',
    meaning: 'magnetic resonance imaging, which the survey calls MRT',
    technique: 'magnetic resonance imaging',
    words: [
      'mrt',
      'mrts',
      'mri',
      'mris',
      'mr',
      'magnetic resonance',
      'magnetic resonance imaging',
      'magnetic resonance images',
      'magnetic resonance tomography',
      'magnetresonanz',
      'magnetresonanztomografie',
      'magnetresonanztomographie',
      'kernspin',
      'kernspintomografie',
      'kernspintomographie',
    ],
  },
  {
    key: 'ultrasound',
    label: 'Ultrasound',
    command: 'ultrasound',
    meaning: 'ultrasound frames or videos, point-of-care ones included',
    technique: 'ultrasonography',
    words: [
      'ultrasound',
      'ultrasounds',
      'ultra sound',
      'ultrasonic',
      'ultrasonography',
      'ultrasonographic',
      'sonography',
      'sonographic',
      'sonogram',
      'sonograms',
      'echography',
      'lus',
      'sono',
      'ultraschall',
      'sonografie',
      'sonographie',
      'sonografien',
      'sonographien',
      'sonografisch',
      'sonographisch',
      'sonogramm',
      'sonogramme',
    ],
  },
  {
    key: 'metadata',
    label: 'Metadata',
    command: 'metadata',
    meaning: 'tables that come with the images: age, sex, finding, view, source',
    technique: null,
    words: ['metadata', 'meta data', 'metadaten', 'meta daten', 'metainformationen'],
  },
  {
    key: 'caseReview',
    label: 'Case review',
    command: 'case-review',
    meaning: 'cases described and discussed by physicians, one patient at a time',
    technique: null,
    words: [
      'case review',
      'case reviews',
      'case report',
      'case reports',
      'case study',
      'case studies',
      'case description',
      'case descriptions',
      'case discussion',
      'case discussions',
      'case series',
      'clinical case',
      'clinical cases',
      'case collection',
      'case collections',
      'fallsammlung',
      'fallsammlungen',
      'fallbericht',
      'fallberichte',
      'fallbeschreibung',
      'fallbeschreibungen',
      'fallbeispiel',
      'fallbeispiele',
      'fallstudie',
      'fallstudien',
      'kasuistik',
      'kasuistiken',
    ],
  },
] as const

export type DataType = (typeof DATA_TYPES)[number]
export type DataTypeKey = DataType['key']
export const DATA_TYPE_KEYS = DATA_TYPES.map((type) => type.key)
/** Those that are images. */
export const IMAGE_TYPES: readonly DataTypeKey[] = DATA_TYPES.flatMap(({ key, technique }) =>
  technique === null ? [] : [key],
)

/** What a cell of the table says. Unknown is a value, never a blank. */
export const AVAILABILITY = ['yes', 'no', 'unknown'] as const
export type Availability = (typeof AVAILABILITY)[number]

/**
 * What is known of a resource as a whole. The survey did not say, so its rows start as `unknown`;
 * `removed` is a tombstone: it keeps its slug and history and leaves every list.
 */
export const RESOURCE_STATUSES = [
  'active',
  /** It lives at another address now. */
  'moved',
  /** Another takes its place. */
  'superseded',
  /** It is there, and will not change any more. */
  'frozen',
  /** It has ended. */
  'retired',
  /** It is there for those who are let in. */
  'gated',
  /** It was reported not to answer. */
  'unreachable',
  'unknown',
  'removed',
] as const
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number]
/** Of these one can no longer get the data, or should take another's: they come last where the table's order is not asked for. */
export const ENDED_STATUSES = [
  'superseded',
  'retired',
  'unreachable',
] as const satisfies readonly ResourceStatus[]
const ENDED: readonly ResourceStatus[] = ENDED_STATUSES
export const hasEnded = (status: ResourceStatus): boolean => ENDED.includes(status)
/** Those that a field of a proposal may say: a removal is asked for as such. */
export const PROPOSED_STATUSES = RESOURCE_STATUSES.filter((status) => status !== 'removed')

/** What the last looks at an address say of it. */
export const LINK_VERDICTS = [
  'alive',
  /** It leads to another host. */
  'moved',
  /** It lets no program in: a sign-in, a limit, or a question for people. */
  'blocked',
  /** Its page has another title than at the first look, or says that it is not there. */
  'changed',
  /** It did not answer, or has nothing there: not yet on three days. */
  'unreachable',
  /** So on three days, without an answer between. */
  'dead',
  'unchecked',
] as const
export type LinkVerdict = (typeof LINK_VERDICTS)[number]

/** What an address is to its resource. */
export const LINK_ROLES = ['own', 'other', 'archived'] as const
export type LinkRole = (typeof LINK_ROLES)[number]

/** What looks at an address give reason to correct. */
export const LINK_FINDINGS = ['moved', 'dead'] as const
export type LinkFinding = (typeof LINK_FINDINGS)[number]

/** How one gets at the data. */
export const ACCESS = [
  'open',
  /** Open to who accepts an agreement. */
  'agreement',
  'login',
  'registration',
  /** Someone decides who gets it. */
  'application',
  'view_only',
  /** Only the means to gather it are given. */
  'build_it_yourself',
  'unknown',
] as const
export type Access = (typeof ACCESS)[number]

/** What is counted of a resource. */
export const COUNTED = [
  'images',
  'volumes',
  'videos',
  'studies',
  'patients',
  'covidImages',
  'covidStudies',
  'covidPatients',
] as const
export type Counted = (typeof COUNTED)[number]

/** What its makers have added to the images, or know of the patients. */
export const ANNOTATIONS = [
  /** A class for each image, study or patient, such as COVID-19 or normal. */
  'class_labels',
  'lesion_masks',
  'lung_masks',
  'bounding_boxes',
  'severity_scores',
  /** What was seen on an image, in set terms. */
  'findings',
  /** The radiologist's text. */
  'reports',
  /** What became of the patient. */
  'outcomes',
  'pcr_results',
  /** A source says that there are none. */
  'none',
] as const
export type Annotation = (typeof ANNOTATIONS)[number]

/** What one may want to do with data. */
export const USES = ['commercial', 'redistribution', 'modification'] as const
export type UseKey = (typeof USES)[number]

/** Whether one may. `conditional` needs a note that says under what condition. */
export const PERMISSIONS = ['yes', 'conditional', 'no', 'unknown'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** What files are, for filters; `formats` has the words of the source. */
export const FILE_FORMATS = [
  ...(['DICOM', 'NIfTI', 'PNG', 'JPEG', 'TIFF', 'GIF', 'MP4', 'AVI', 'MOV', 'NPY', 'HDF5', 'MAT'] as const),
  ...(['CSV', 'XLSX', 'JSON', 'TXT', 'PDF', 'other'] as const),
] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** What a submission asks for: a resource that is not listed, a change to one that is, or its end. */
/** A confirmation says that the record is still right; its approval is a change of nothing but its date. */
export const SUBMISSION_KINDS = ['addition', 'correction', 'removal', 'confirmation'] as const
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number]

/** Where a submission stands. In `asked` a maintainer's question waits for its answer. */
export const SUBMISSION_STATES = ['pending', 'asked', 'approved', 'rejected', 'withdrawn'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** What can happen to a submission: the first three by who sent it (a maintainer may edit too), the others by a maintainer. */
export const SUBMISSION_EVENTS = ['edit', 'answer', 'withdraw', 'ask', 'approve', 'reject', 'undo'] as const
export type SubmissionEvent = (typeof SUBMISSION_EVENTS)[number]

/**
 * What maintainers do. What takes two of them is proposed by one and carried out by another; `revert_all` is the host
 * undoing all that one of them changed.
 */
export const MAINTAINER_ACTIONS = [
  'approve',
  'reject',
  'ask',
  'edit',
  'undo',
  'revert',
  'revert_all',
  'settle',
  'redact',
  'block',
  'lift',
  'retry',
  'take_up',
  'decline',
  'propose_release',
  'release',
  'add_maintainer',
  'renew_token',
  'propose_removal',
  'remove_maintainer',
] as const
export type MaintainerAction = (typeof MAINTAINER_ACTIONS)[number]

/** What an action of a maintainer is about. */
export const ACTION_SUBJECTS = [
  'submission',
  'resource',
  'change',
  'person',
  'delivery',
  'release',
  'candidate',
] as const
export type ActionSubject = (typeof ACTION_SUBJECTS)[number]

/** What a row of the change log is about. */
export const CHANGE_SUBJECTS = ['resource', 'submission'] as const
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number]

/** What a change did to its subject: a resource's first, a submission's after. */
export const CHANGE_ACTIONS = [
  'added',
  'corrected',
  'removed',
  'restored',
  'reverted',
  'settled',
  'confirmed',
  'submitted',
  'edited',
  'asked',
  'answered',
  'approved',
  'rejected',
  'withdrawn',
  'undone',
] as const
export type ChangeAction = (typeof CHANGE_ACTIONS)[number]

/** Who holds a canonical address: a listed resource, or a submission that waits. */
export const ADDRESS_OWNERS = ['resource', 'submission'] as const

/**
 * What a caller may do only so often a day; a change is an edit, an answer or a withdrawal, a letter asks an address
 * whether it wants mail.
 */
export const DAILY_COUNTED = ['submissions', 'changes', 'drafts', 'watches', 'erasures', 'letters'] as const
export type DailyCounted = (typeof DAILY_COUNTED)[number]

/** What cron runs: the outbox every minute, what keeps the registry alive every hour, and what a day needs. */
export const JOBS = ['outbox', 'hourly', 'daily', 'discovery'] as const
export type Job = (typeof JOBS)[number]

/** The registry's own submitters: what each of them proposes, a maintainer decides. */
export const MACHINES = ['links', 'upstream', 'confirmations', 'discovery'] as const
export type Machine = (typeof MACHINES)[number]

/** Where a submission came from; `job` is one of the registry's own. */
export const SUBMISSION_DOORS = ['discord', 'http', 'web', 'job'] as const
export type SubmissionDoor = (typeof SUBMISSION_DOORS)[number]

/**
 * What must reach Discord: the card in the review channel, a message to a submitter, an announcement to a watcher, and
 * to the review channel a word on what has waited for long, and on data sets that were found.
 */
const DISCORD_DELIVERY_KINDS = ['review', 'submitter', 'announcement', 'digest', 'candidates'] as const

/** What goes by mail: to an address that is not confirmed yet the question whether it wants any, to others news. */
export const MAIL_KINDS = ['mailCheck', 'mail'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export const DELIVERY_KINDS = [...DISCORD_DELIVERY_KINDS, ...MAIL_KINDS] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/** `dead`: given up, for maintainers to see and try again; `dropped`: there is nobody to deliver to. */
export const DELIVERY_STATES = ['waiting', 'done', 'dead', 'dropped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export const CITATION_STYLES = [
  { key: 'bibtex', label: 'BibTeX' },
  { key: 'ris', label: 'RIS' },
  { key: 'apa', label: 'APA-like text' },
  { key: 'csl', label: 'CSL-JSON' },
] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]['key']

/** The registry, as it names itself, and what its own table may be used for. Each data set has a licence of its own. */
export const REGISTRY = {
  /** Its name on pages, and as the author and publisher of its releases. */
  name: 'COVID-19 Imaging Registry',
  /** What it holds: the title of its table, releases and exports. */
  title: 'Public COVID-19 medical imaging data',
  description:
    'A living registry of public COVID-19 medical imaging data: for each resource whether it has CT, X-ray, MRI, ' +
    'ultrasound, metadata and case reviews (yes, no or unknown), with references.',
  /** The caution of the survey, for readers of today. */
  caution: 'No clinical use: do not claim diagnostic performance without clinical studies.',
  license: { spdx: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
} as const
