import fc from 'fast-check'

/** Any text at all, halves of surrogate pairs and control characters included, with what means something in markup. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '<![CDATA[',
        '<!--',
        '-->',
        '<?xml?>',
        '&amp;',
        '&#0;',
        '&lt',
        '\0',
        '\u0007',
        '\u001b',
        '\u0085',
        '\u2028',
        '\ud800',
        '\udfff',
        '\ufffe',
        '\uffff',
        '\t',
        '\r\n',
        '\r',
        '\n',
        '🫁',
        '👩‍⚕️',
        '武漢',
        'א',
        ' ',
      ),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''))

/** What of a text XML 1.0 can hold (section 2.2), told by code point rather than by pattern. */
export const xmlPart = (text: string): string =>
  [...text]
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0
      if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd
      return (point < 0xd800 || point > 0xdfff) && point !== 0xfffe && point !== 0xffff
    })
    .join('')
