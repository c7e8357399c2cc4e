// Words that say little in a registry of COVID-19 data sets, in English and German, folded as search folds.

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words of a question: they are looked for nowhere. */
export const FILLERS = setOf(`
  a about al all allow allowed allows also am an and any anybody anyone anything are as at available be been best between both but by can
  citation cite compare compared contain containing contains could did do doi does each either et everything find for from get give good got had has have having hello
  help here hey hi how i if in include included includes including into is it its just know lets like list looking made many
  me more much my need needed needs now of offer offers on one only onto or our out please provide provided provides
  purpose purposes recommend related require required requires s search see shall show similar so some somebody someone something still suitable t tell than thanks
  that the their them then there these they this those to too under us use used useful using versus via vs want was we were what
  whats when where whether which who whom whose why will with within work would www you your
  aber alle allem allen aller alles als am an andere auch auf aus bei beim bin bitte brauche brauchen braucht da dabei
  damit danke dann das dass dazu dem den denen der deren des die dies diese diesem diesen dieser dieses doch du ein eine
  einem einen einer eines enthalt enthalten er es etwa etwas finde finden fur gab geben geht gern gibt gut gute haben hast
  hat hatte hier ich ihr im in ins ist ja jede jedem jeden jeder jemand kann kannst kennt konnen mal man mehr mein meine
  meinem meinen mich mir mit nach noch nur ob oder sich sie sind so soll suche suchen sucht tun uber um und uns unser unter vom
  von vor war waren was welche welchem welchen welcher welches wenn wer werden wie wieviel wieviele will wir wird wo wollen
  woher womit zeig zeige zeigen zitiere zitieren zu zum zur zweck zwecke zwecken
`)

/** What every data set here is about. They rank what is found, but everything has them. */
export const COMMON_WORDS = setOf(`
  covid covid19 19 corona coronavirus sars cov cov2 sarscov2 2 ncov 2019 virus pandemic pandemie
  data database databases dataset datasets set sets collection collections repository repositories archive
  image images imaging picture pictures photo photos public resource resources scan scans
  daten datenbank datenbanken datensammlung datensatz datensatze datensatzen bild bilder bildern bilddaten bilddatensatz
  lungenbild lungenbilder lungenbildern lungenaufnahme lungenaufnahmen
  thoraxbild thoraxbilder thoraxbildern thoraxaufnahme thoraxaufnahmen aufnahme aufnahmen offentlich offentliche offentlicher sammlung sammlungen
`)

/** Whether a word tells nothing apart. */
export const isSmallWord = (word: string): boolean => FILLERS.has(word) || COMMON_WORDS.has(word)

/** They narrow a search only where nothing else does, and rank what is found otherwise. */
const SOFT_WORDS = setOf(`
  lung lungs pulmonary chest thorax thoracic pneumonia respiratory point care bedside
  university hospital hospitals institute institution center centre school faculty department
  case cases patient patients person people disease infection infected positive confirmed
  access article articles download downloads file files format formats info information licence licences license licenses
  licensed link links paper papers site size terms website details
  lunge lungen brust pneumonie lungenentzundung fall falle patienten patientinnen erkrankung infizierte positive
  universitat universitaten hochschule klinik kliniken klinikum krankenhaus krankenhauser institut
  zugang zugriff datei dateien herunterladen lizenz lizenzen artikel seite webseite
`)

/** Whether a word tells neither names nor sets apart. A year is one of many dates in a record. */
export const isSoftWord = (word: string): boolean => SOFT_WORDS.has(word) || /^(?:19|20)\d\d$/.test(word)

/** Of size, age and purpose: they tell names apart, but say little of what a set has. */
const QUALITIES = setOf(`
  large larger largest big bigger biggest small smaller smallest huge new newer newest latest recent
  gross grosse grossen grosser grosste grossten grosster grosstes klein kleine kleinen kleiner
  neu neue neuen neuer neueste neuesten aktuell aktuelle aktuellen aktueller
  train training trained learning machine deep ai model models trainieren modell modelle
`)

/** Whether a word of a query narrows it only where nothing else does. */
export const isWeakWord = (word: string): boolean => isSoftWord(word) || QUALITIES.has(word)

/** Before a data type they ask for what is without it. */
export const NEGATIONS = setOf(
  'no non not without except excluding exclude lacking ausser kein keine keinen keiner nicht ohne',
)

/** Between data types they ask for any of them. */
export const ALTERNATIVES = setOf('or oder')
