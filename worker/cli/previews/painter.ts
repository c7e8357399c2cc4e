// Draws a preview picture: satori lays it out as SVG, with letters as outlines, and resvg makes a PNG of that.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import satori, { type Font } from 'satori'
import { PICTURE_SIZE, type PictureText } from '../../web/preview/picture.ts'
import { type Box, FONTS, layout } from './layout.ts'

const { resolve } = createRequire(import.meta.url)

const FILES = [
  [FONTS.text, 'inter', 400],
  [FONTS.display, 'charis-sil', 700],
] as const

/** Latin letters with and without accents, and what stands between words. */
const loadFonts = (): Promise<Font[]> =>
  Promise.all(
    FILES.flatMap(([name, family, weight]) =>
      ['latin', 'latin-ext'].map(async (subset) => ({
        name,
        weight,
        data: await readFile(
          resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`),
        ),
      })),
    ),
  )

/** Returns a PNG, or undefined for a text with letters that the fonts lack. */
export type Painter = (picture: PictureText) => Promise<Uint8Array | undefined>

export async function openPainter(): Promise<Painter> {
  const fonts = await loadFonts()
  return async (picture) => {
    let lacking = ''
    const svg = await satori(asElement(layout(picture)), {
      ...PICTURE_SIZE,
      fonts,
      loadAdditionalAsset: async (_, letters) => {
        lacking += letters
        return []
      },
    })
    return lacking === '' ? new Resvg(svg).render().asPng() : undefined
  }
}

/** satori's type of an element is React's; of that it reads `type` and `props`, which a box has. */
const asElement = (box: Box) => box as Parameters<typeof satori>[0]
