/**
 * The SQL of search (desk-D70): which conversations hold the words, and the newest words that hit in each.
 *
 * Rare words are found by the index of words. Words that stand in thousands of messages are not gathered first: the conversations of
 * the view are walked newest first and each is asked, so that the page is full long before the end. Which of the two, a count with a
 * limit says before.
 */
import { countryOf, readContact } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { readableWords } from './policy.ts'
import { allWords, figuresOf, hasNoWords, toTsQuery, type Narrowing, type SearchQuery } from './search-query.ts'

/** Messages with the words up to which they are gathered; more of them, and conversations are walked. */
const RARE_MAX = 1_000

/** Nothing sorts behind the last character of Unicode: the end of the range of a prefix. */
const LAST_CHARACTER = 1_114_111

/** From which word similarity on a name is taken for a slip of the pen (pg_trgm, 0 to 1; its own default finds no "Micheal"). */
const SIMILAR_MIN = 0.45
/** Similar people whose conversations are shown. */
const SIMILAR_MAX = 50

export type Searching = { search: SearchQuery; noteReaders: readonly string[]; isRare: boolean; numbers: string[] }

export async function isRare(
  tx: Transaction,
  { search, staffId, noteReaders }: { search: SearchQuery; staffId: string; noteReaders: readonly string[] },
): Promise<boolean> {
  if (hasNoWords(search)) return false
  const [row] = await tx.run<{ n: number }>(
    `select count(*)::int as n from (
       select from message m where m.organization_id = $1 and ${hitCondition('$3', '$4')} limit ${RARE_MAX + 1}) hits`,
    [tx.context.organizationId, staffId, toTsQuery(search), noteReaders],
  )
  return (row?.n ?? 0) <= RARE_MAX
}

/** The telephone numbers that may be meant, in full: as it is dialled here, and with the code of a country in front. */
export async function numbersIn(tx: Transaction, search: SearchQuery): Promise<string[]> {
  const figures = figuresOf(search)
  if (!figures) return []
  const country = await countryOf(tx)
  return [figures, `+${figures}`].flatMap((written) => readContact(written, country)?.value ?? [])
}

/**
 * Words in messages, their subjects and file names; a conversation's number; names, addresses and numbers of people. What the reader
 * may not open is not searched: a note for others gives no hit.
 */
export function addSearch(
  conditions: string[],
  values: unknown[],
  { search, noteReaders, isRare: rare, numbers }: Searching,
): void {
  const add = (value: unknown): string => `$${values.push(value)}`
  conditions.push(...narrowed(search.narrow, add))
  if (hasNoWords(search)) {
    conditions.push(...narrowedAlone(search.narrow, add))
    return
  }
  const hit = [hitCondition(add(toTsQuery(search)), add(noteReaders)), ...narrowedMessage(search.narrow, add)].join(
    ' and ',
  )
  // A person's name leads to the conversations that the narrowings leave, too.
  const left = narrowedAlone(search.narrow, add)
  const people = peopleOf(allWords(search), numbers, add)
  const named =
    left.length === 0
      ? people
      : `select c.id from conversation c where c.organization_id = $1 and c.id in (${people}) and ${left.join(' and ')}`
  conditions.push(
    rare
      ? // In one set, or each conversation of the view would be held against two.
        `c.id in (select m.conversation_id from message m where m.organization_id = $1 and ${hit} union ${named})`
      : // A value and not exists, for which all messages with the words would be gathered after all.
        `(coalesce((select true from message m
            where m.organization_id = $1 and m.conversation_id = c.id and ${hit} limit 1), false) or c.id in (${named}))`,
  )
}

/** Conversations of people whose names are nearly the words: asked where nothing has them as they were typed. */
export function addSimilar(conditions: string[], values: unknown[], search: SearchQuery): void {
  const add = (value: unknown): string => `$${values.push(value)}`
  conditions.push(...narrowed(search.narrow, add), ...narrowedAlone(search.narrow, add))
  const likeness = (word: string): string =>
    `word_similarity(plain_words(${add(word)}::text), q.plain_given || ' ' || q.plain_family)`
  const words = allWords(search)
  // Who slips, slips behind the first letter: without it every name would have to be compared.
  const first = beginnings(
    words.map((word) => [...word][0] ?? ''),
    add,
  )
  const each = words.map((word) => `${likeness(word)} >= ${SIMILAR_MIN}`)
  conditions.push(`c.patient_id in (
    select q.id from patient q where q.organization_id = $1 and ${first.isPerson('q')} and ${each.join(' and ')}
     order by ${likeness(words.join(' '))} desc, q.id limit ${SIMILAR_MAX})`)
}

function peopleOf(words: readonly string[], numbers: readonly string[], add: (value: unknown) => string): string {
  const number = add(words.join('').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1'))
  const begins = beginnings(words, add)
  const whole = add(words.join(' '))
  const digits = add(words.join('').replace(/\D/g, ''))
  const addresses = add([words.join(' '), ...numbers])
  const isAddress = `(p.value = any (${addresses}::text[])
        or (length(${digits}::text) >= 7 and p.value like '+%' and p.value like '%' || ${digits}::text))`
  return `
    select id from conversation n where n.organization_id = $1 and n.number = ${number}::text
    union select n.id from conversation n where n.organization_id = $1 and n.patient_id in (
      select q.id from patient q where q.organization_id = $1 and ${begins.isPerson('q')}
      union select q.id from patient q where q.organization_id = $1 and q.record_number = upper(${whole}::text)
      union select p.patient_id from contact_point p where p.organization_id = $1 and p.patient_id is not null and ${isAddress})
    union select n.id from conversation n where n.organization_id = $1 and n.related_person_id in (
      select r.id from related_person r where r.organization_id = $1 and ${begins.isPerson('r')}
      union select p.related_person_id from contact_point p where p.organization_id = $1 and p.related_person_id is not null and ${isAddress})
    union select y.conversation_id from party y where y.organization_id = $1 and y.address = any (${addresses}::text[])
    union select y.conversation_id from party y where y.organization_id = $1 and y.display_name is not null
      and ${isPrefix('y.plain_name', whole)}`
}

/** Each word begins a word of the name, and one of them the whole of it or the family name. A range stands first, so that the index is used whatever the words are. */
function beginnings(words: readonly string[], add: (value: unknown) => string) {
  const patterns = add(words.map((word) => `${word.replace(/[%_\\]/g, '')}%`))
  const each = words.map(add)
  const any = (column: string): string => `(${each.map((n) => isPrefix(column, n)).join(' or ')})`
  const all = (row: string): string =>
    `(select bool_and(' ' || ${row}.plain_given || ' ' || ${row}.plain_family like '% ' || plain_words(w)) from unnest(${patterns}::text[]) w)`
  return {
    isPerson: (row: string): string =>
      `(${any(`${row}.plain_family`)} or ${any(`${row}.plain_given`)}) and ${all(row)}`,
  }
}

const isPrefix = (column: string, n: string): string =>
  `(${column} ~>=~ plain_words(${n}::text) and ${column} ~<~ (plain_words(${n}::text) || chr(${LAST_CHARACTER})))`

/** What holds for the conversation, with words or without. */
function narrowed({ from, tags }: Narrowing, add: (value: unknown) => string): string[] {
  const conditions: string[] = []
  if (tags) {
    const wanted = add(tags)
    conditions.push(`(select bool_and(exists (select from unnest(c.tags) tag where plain_words(tag) = plain_words(w)))
      from unnest(${wanted}::text[]) w)`)
  }
  if (from) {
    const whole = add(from.join(' '))
    const begins = beginnings(from, add)
    conditions.push(`(c.patient_id in (select q.id from patient q where q.organization_id = $1 and ${begins.isPerson('q')})
      or c.related_person_id in (select r.id from related_person r where r.organization_id = $1 and ${begins.isPerson('r')})
      or c.id in (
        select y.conversation_id from party y where y.organization_id = $1 and y.address is not null and ${isPrefix('y.address', whole)}
        union select y.conversation_id from party y where y.organization_id = $1 and y.display_name is not null
          and ${isPrefix('y.plain_name', whole)}))`)
  }
  return conditions
}

/** The conversation as a whole, where no message has to hold words. */
function narrowedAlone({ channels, before, after, hasFile }: Narrowing, add: (value: unknown) => string): string[] {
  return [
    ...(channels ? [`c.channel = any (${add(channels)}::text[])`] : []),
    ...(before ? [`c.first_message_at < ${add(before)}::timestamptz`] : []),
    ...(after ? [`c.last_message_at >= ${add(after)}::timestamptz`] : []),
    ...(hasFile
      ? [
          `exists (select from attachment f where f.organization_id = $1 and f.conversation_id = c.id and f.message_id is not null)`,
        ]
      : []),
  ]
}

/** The one message that holds the words. */
function narrowedMessage({ channels, before, after, hasFile }: Narrowing, add: (value: unknown) => string): string[] {
  return [
    ...(channels ? [`m.channel = any (${add(channels)}::text[])`] : []),
    ...(before ? [`m.received_at < ${add(before)}::timestamptz`] : []),
    ...(after ? [`m.received_at >= ${add(after)}::timestamptz`] : []),
    ...(hasFile ? [`exists (select from attachment f where f.organization_id = $1 and f.message_id = m.id)`] : []),
  ]
}

/** A message that holds the words and that the reader ($2) may read. */
const hitCondition = (query: string, noteReaders: string): string =>
  `m.search @@ to_tsquery('simple', ${query}) and m.cancelled_at is null
     and ${readableWords(noteReaders)}`

/** The newest words of each conversation in which a search hits. */
export async function hitsOf(
  tx: Transaction,
  {
    ids,
    search,
    staffId,
    noteReaders,
  }: { ids: readonly string[]; search: SearchQuery; staffId: string; noteReaders: readonly string[] },
): Promise<Map<string, string>> {
  if (hasNoWords(search)) return new Map()
  const rows = await tx.run<{ id: string; text: string }>(HITS, [
    tx.context.organizationId,
    staffId,
    ids,
    toTsQuery(search),
    noteReaders,
  ])
  return new Map(rows.map(({ id, text }) => [id, text]))
}

const HITS = `
  select distinct on (m.conversation_id) m.conversation_id as id,
         left(coalesce(m.trimmed, m.text), 20000) || coalesce(' · ' || (select string_agg(f.name, ' · ') from attachment f
           where f.organization_id = $1 and f.message_id = m.id), '') as text
    from message m
   where m.organization_id = $1 and m.conversation_id = any ($3::uuid[]) and ${hitCondition('$4', '$5')}
   order by m.conversation_id, m.seq desc`
