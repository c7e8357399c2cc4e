// The longest texts that the contract admits, in signs that cost cards the most.

/** Text of just `length` UTF-16 units (or one less, where a sign takes two), made of one sign. */
export const fill = (sign: string, length: number) =>
  sign
    .repeat(Math.ceil(length / sign.length))
    .slice(0, length)
    .trim() || sign

export const SIGNS = ['W', '*', '漢', 'ﷺ', '😀', '[', '\\', '&', '{', '`', '(', '👩‍👩‍👧', '1. ', 'e\u0301']
