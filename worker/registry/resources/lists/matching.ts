import { type SQL, sql } from 'drizzle-orm'
import { wordForms } from '../../../domain/search/typing-errors.ts'

/** A word found by many endings stands for no more than this many words. */
const MOST_WORDS_OF_A_PART = 20
/** A shorter part occurs inside too many words to say anything. */
const SHORTEST_PART = 3

/**
 * An FTS5 expression, made inside the query so that no second round trip is needed: each word asked for is taken
 * as the beginning of a word, or as a part of one, or (only where neither exists) as one with a typing error.
 * Words are letters and digits alone, so that quoted they can't be read as FTS5 syntax.
 */
export function matchExpression(words: readonly string[], joined: 'and' | 'or'): SQL {
  const asked = JSON.stringify(words.map((word) => ({ word, forms: wordForms(word) })))
  const joiner = ` ${joined.toUpperCase()} `
  const known = sql`ending >= asked.value ->> 'word' and ending < (asked.value ->> 'word') || char(0x10ffff)`
  return sql`(
    select group_concat(any_of, ${joiner}) from (
      select '(' || group_concat('"' || word || '"' || star, ' OR ') || ')' as any_of from (
        select asked.key as term, asked.value ->> 'word' as word, '*' as star
        from json_each(${asked}) as asked
        union all
        select asked.key, part.word, ''
        from json_each(${asked}) as asked join word_endings as part on part.rowid in (
          select rowid from word_endings where ${known} limit ${MOST_WORDS_OF_A_PART})
        where length(asked.value ->> 'word') >= ${SHORTEST_PART}
        union all
        select asked.key, meant.word, ''
        from json_each(${asked}) as asked, json_each(asked.value, '$.forms') as typed
        join word_forms as meant on meant.form = typed.value ->> 'form'
        where not exists (select 1 from word_endings where ${known}) and (
          meant.at = -1 or typed.value ->> 'at' = -1 or meant.at = typed.value ->> 'at'
          or (abs(meant.at - (typed.value ->> 'at')) = 1 and meant.letter = typed.value ->> 'letter'))
      ) group by term))`
}
