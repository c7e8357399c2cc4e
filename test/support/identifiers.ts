// The identifiers of a TypeScript source, by the compiler's own scanner: comments, strings and JSX text have none.

import { SyntaxKind as Kind, LanguageVariant } from 'typescript/unstable/ast'
import { createScanner, type Scanner } from 'typescript/unstable/ast/scanner'

export interface Name {
  readonly name: string
  /** Where it begins in the text. */
  readonly at: number
}

/** After one of these, `/` divides and `<` compares; elsewhere they begin a regular expression and an element. */
const VALUE_ENDS: ReadonlySet<Kind> = new Set([
  ...[Kind.Identifier, Kind.NumericLiteral, Kind.StringLiteral, Kind.RegularExpressionLiteral],
  ...[Kind.NoSubstitutionTemplateLiteral, Kind.TemplateTail],
  ...[Kind.CloseParenToken, Kind.CloseBracketToken, Kind.CloseBraceToken],
  ...[Kind.ThisKeyword, Kind.SuperKeyword, Kind.NullKeyword, Kind.TrueKeyword, Kind.FalseKeyword],
])

/** What the scanner is in, innermost last. It has no parser that would tell it. */
type Nesting = 'braces' | 'template' | 'tag' | 'children' | 'end tag'

/** Throws where the text ends within something: then this has misread it. */
export function identifiersIn(text: string, isJsx: boolean): Name[] {
  const scanner = createScanner(true, isJsx ? LanguageVariant.JSX : LanguageVariant.Standard, text)
  const names: Name[] = []
  const nesting: Nesting[] = []
  let before = Kind.Unknown
  for (;;) {
    const token = nextToken(scanner, isJsx, nesting, before)
    if (token === Kind.EndOfFile) break
    if (token === Kind.Identifier) names.push({ name: scanner.getTokenText(), at: scanner.getTokenStart() })
    before = token
  }
  if (nesting.length > 0) throw new Error(`ends within ${nesting.join(', ')}`)
  return names
}

function nextToken(scanner: Scanner, isJsx: boolean, nesting: Nesting[], before: Kind): Kind {
  const inside = nesting.at(-1)
  if (inside === 'children') {
    const token = scanner.scanJsxToken()
    if (token === Kind.OpenBraceToken) nesting.push('braces')
    if (token === Kind.LessThanToken) nesting.push('tag')
    if (token === Kind.LessThanSlashToken) nesting.splice(-1, 1, 'end tag')
    return token
  }
  const token = scanner.scan()
  switch (token) {
    case Kind.Identifier:
      // `data-key` is one name.
      if (inside === 'tag') scanner.scanJsxIdentifier()
      break
    case Kind.OpenBraceToken:
      nesting.push('braces')
      break
    case Kind.TemplateHead:
      nesting.push('template')
      break
    case Kind.CloseBraceToken:
      if (inside === 'template' && scanner.reScanTemplateToken(false) === Kind.TemplateMiddle)
        return Kind.TemplateMiddle
      nesting.pop()
      return scanner.getToken()
    case Kind.SlashToken:
    case Kind.SlashEqualsToken:
      if (inside === 'tag') {
        // Of `/>`, which ends an element that has no children.
        scanner.scan()
        nesting.pop()
        return Kind.CloseParenToken
      }
      if (!VALUE_ENDS.has(before)) return scanner.reScanSlashToken()
      break
    case Kind.GreaterThanToken:
      if (inside === 'tag') nesting.splice(-1, 1, 'children')
      if (inside === 'end tag') {
        nesting.pop()
        return Kind.CloseParenToken
      }
      break
    case Kind.LessThanToken:
      if (isJsx && !VALUE_ENDS.has(before) && !scanner.lookAhead(() => isTypeParameter(scanner)))
        nesting.push('tag')
      break
  }
  return token
}

/** In JSX a list of type parameters has `extends` or a comma, so that it can be told from an element. */
function isTypeParameter(scanner: Scanner): boolean {
  const isNamed = scanner.scan() === Kind.Identifier
  const next = scanner.scan()
  return isNamed && (next === Kind.ExtendsKeyword || next === Kind.CommaToken)
}
