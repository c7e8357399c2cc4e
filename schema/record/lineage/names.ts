// What is shown as the name of a node. Records name some sources that are not listed by a short form.

import type { LineageNode } from './graph.ts'

const NAMES: ReadonlyMap<string, string> = new Map([
  ['butterfly', 'Butterfly Network'],
  ['chestx-ray8', 'ChestX-ray8'],
  ['chexpert', 'CheXpert'],
  ['clarius', 'Clarius'],
  ['coreultrasound', 'CORE Ultrasound'],
  ['grepmed', 'GrepMed'],
  ['kermany-chest-xray', 'Chest X-ray images of Kermany et al.'],
  ['lidc-idri', 'LIDC-IDRI'],
  ['litfl', 'Life in the Fast Lane (LITFL)'],
  ['nih-chest-xrays', 'NIH Chest X-rays'],
  ['padchest', 'PadChest'],
  ['rsna-pneumonia', 'RSNA Pneumonia Detection Challenge'],
  ['tcia (collection not named)', 'The Cancer Imaging Archive (collection not named)'],
  ['thepocusatlas', 'The POCUS Atlas'],
  ['twitter-chestimaging', '@ChestImaging on Twitter'],
  ['university-of-florida', 'University of Florida'],
])

/** The name to show for an origin: its own, unless that is a short form with a name. */
export const originName = (origin: string): string => NAMES.get(origin) ?? origin

export const nodeName = (node: LineageNode): string =>
  node.kind === 'resource' ? node.name : originName(node.name)
