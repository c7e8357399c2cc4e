// How a preview picture looks, as boxes for satori, which takes a part of CSS.

import { type Permission, REGISTRY } from '../../../schema/vocabulary.ts'
import { MARK } from '../../web/assets/mark.ts'
import { ICON_SHAPES, type IconName } from '../../web/parts/icon-shapes.ts'
import { PICTURE_SIZE, type PictureText } from '../../web/preview/picture.ts'

type Style = Readonly<Record<string, string | number>>

/** An element as satori takes it: every `div` with several children has to be a flex box. */
export interface Box {
  readonly type: 'div' | 'img'
  readonly props: {
    readonly style: Style
    readonly children?: readonly Box[] | string
    readonly src?: string
  }
}

export const FONTS = { text: 'Inter', display: 'Charis SIL' } as const

/** The light colours of base.css. */
const COLOURS = {
  paper: '#fcfcf9',
  ink: '#1c2226',
  soft: '#566067',
  line: '#d9dcd6',
  accent: '#4338ca',
  yes: '#1c6a3c',
  warm: '#8a4510',
  no: '#8f2d36',
} as const

const USE_COLOURS = {
  yes: COLOURS.yes,
  conditional: COLOURS.warm,
  no: COLOURS.no,
  unknown: COLOURS.soft,
} as const satisfies Record<Permission, string>

const box = (style: Style, ...children: readonly Box[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})

/** At most so many lines; the last one ends in "…". */
const text = (content: string, lines: number, style: Style): Box => ({
  type: 'div',
  props: { style: { display: 'block', lineClamp: lines, ...style }, children: content },
})

const drawing = (shapes: string, units: number, size: number, attributes: string): Box => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${units} ${units}" width="${size}" height="${size}" ${attributes}>${shapes}</svg>`
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return { type: 'img', props: { src, style: { width: size, height: size, flexShrink: 0 } } }
}

const mark = (size: number) => drawing(MARK, 32, size, `color="${COLOURS.accent}"`)

const iconAndText = (icon: IconName, content: string, color: string): Box =>
  box(
    { alignItems: 'center', gap: 12, color },
    drawing(
      ICON_SHAPES[icon],
      16,
      36,
      `color="${color}" fill="none" stroke="${color}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"`,
    ),
    text(content, 1, {}),
  )

const chips = (labels: readonly string[]): Box =>
  box(
    { flexWrap: 'wrap', gap: 12, fontSize: 30 },
    ...labels.map((label) =>
      text(label, 1, {
        padding: '7px 20px',
        border: `2px solid ${COLOURS.line}`,
        borderRadius: 12,
        background: '#ffffff',
      }),
    ),
  )

/** Past so many letters a name is set smaller. */
const LONG_NAME = 60

/** The same of a resource and of the registry: a name, what it is, what it has, and on what terms. */
export const layout = ({ name, about, types, use, numbers, ended }: PictureText): Box =>
  box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      ...PICTURE_SIZE,
      boxSizing: 'border-box',
      padding: '44px 64px',
      borderTop: `16px solid ${COLOURS.accent}`,
      background: COLOURS.paper,
      color: COLOURS.ink,
      fontFamily: FONTS.text,
    },
    box(
      { flexDirection: 'column', gap: 12 },
      text(name, 3, {
        fontFamily: FONTS.display,
        fontSize: name.length > LONG_NAME ? 46 : 64,
        lineHeight: 1.2,
      }),
      text(about, 2, { fontSize: 30, lineHeight: 1.3, color: COLOURS.soft }),
    ),
    box(
      { flexDirection: 'column', gap: 24 },
      chips(types),
      box(
        { flexWrap: 'wrap', gap: '8px 40px', fontSize: 34 },
        ...(ended === undefined ? [] : [iconAndText('ended', ended, COLOURS.no)]),
        ...(use === undefined ? [] : [iconAndText(use.commercial, use.text, USE_COLOURS[use.commercial])]),
        ...(numbers === '' ? [] : [iconAndText('size', numbers, COLOURS.ink)]),
      ),
    ),
    box(
      { alignItems: 'center', gap: 16, fontSize: 28, color: COLOURS.soft },
      mark(44),
      text(REGISTRY.name, 1, {}),
    ),
  )
