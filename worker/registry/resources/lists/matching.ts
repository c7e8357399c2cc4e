// How the index is asked for the terms of a query. All is done inside the statement, so that no second trip is needed.

import { type SQL, sql } from 'drizzle-orm'
import type { Term } from '../../../domain/search/query.ts'
import { wordForms } from '../../../domain/search/typing-errors.ts'

/** A word found by many endings stands for no more than this many words. */
const MOST_WORDS_OF_A_PART = 20
/** A shorter part occurs inside too many words to say anything. */
const SHORTEST_PART = 6

const LAST = sql`char(0x10ffff)`

/**
 * What the index has for each term: `key` is the term's place, `word` one of its words, `star` is `*` where that is a
 * beginning, `how` it was found: `typed`, or by a `part` of a word where nothing begins so, or `guessed` with one typing
 * error where no word has it in it.
 */
function found(terms: readonly Term[]): SQL {
  const asked = JSON.stringify(
    terms.map(({ typed, tag, beginnings, isWhole, isGuessable }) => {
      const [word = ''] = beginnings
      const isOneWord = tag === undefined && word === typed
      return {
        tag,
        beginnings: isWhole ? [] : beginnings,
        whole: isWhole ? beginnings : [],
        part: isOneWord && word.length >= SHORTEST_PART && !/^\d+$/.test(word) ? word : undefined,
        forms: isGuessable ? wordForms(word) : [],
      }
    }),
  )
  return sql`
    asked as materialized (select cast(key as integer) as key, value from json_each(${asked})),
    typed (key, word, star) as materialized (
      select asked.key, begin.value, '*' from asked, json_each(asked.value, '$.beginnings') as begin
      where exists (select 1 from words where word >= begin.value and word < begin.value || ${LAST})
      union all
      select asked.key, whole.value, '' from asked, json_each(asked.value, '$.whole') as whole
      where exists (select 1 from words where word = whole.value)
      union all
      select asked.key, asked.value ->> 'tag', '' from asked
      where exists (select 1 from words where word = asked.value ->> 'tag')),
    parts (key, word) as materialized (
      select asked.key, part.word from asked join word_endings as part on part.rowid in (
        select rowid from word_endings
        where ending >= asked.value ->> 'part' and ending < (asked.value ->> 'part') || ${LAST}
        limit ${MOST_WORDS_OF_A_PART})
      where asked.key not in (select key from typed)),
    guessed (key, word) as materialized (
      select asked.key, meant.word
      from asked, json_each(asked.value, '$.forms') as form join word_forms as meant on meant.form = form.value ->> 'form'
      where asked.key not in (select key from typed) and asked.key not in (select key from parts)
        and substr(meant.word, 1, 1) = substr(asked.value ->> 'part', 1, 1) and (
        meant.at = -1 or form.value ->> 'at' = -1 or meant.at = form.value ->> 'at'
        or (abs(meant.at - (form.value ->> 'at')) = 1 and meant.letter = form.value ->> 'letter'))),
    found (key, word, star, how) as materialized (
      select key, word, star, 'typed' from typed
      union all select key, word, '', 'part' from parts
      union all select key, word, '', 'guessed' from guessed)`
}

/**
 * An FTS5 expression for those of the terms that the index has; one that finds nothing where it has none. Words are
 * letters, digits and the colon of a tag alone, so that quoted they can't be read as FTS5 syntax.
 */
export const matchExpression = (terms: readonly Term[], joined: 'and' | 'or'): SQL => sql`coalesce((
  with ${found(terms)}
  select group_concat(any_of, ${` ${joined.toUpperCase()} `}) from (
    select '(' || group_concat('"' || word || '"' || star, ' OR ') || ')' as any_of from found group by key)), '""')`

/** How a term was found, if it was: by one of these words. */
export interface FoundTerm {
  readonly key: number
  readonly how: 'typed' | 'part' | 'guessed'
  readonly word: string
}

/** The terms that the index has, as a table `term`. */
export const foundTerms = (terms: readonly Term[]): SQL =>
  sql`(with ${found(terms)} select key, how, word from found) as term`
