/** The SQL of what an answer would disclose: whether a name is another patient's, and which words are known in a conversation. */
import type { Transaction } from '#server/platform/database.ts'
import type { NamePair } from './disclosure.ts'

type About = { id: string; patientId: string | null; relatedPersonId: string | null }

/**
 * Pairs that are a patient's name here, but neither the patient's own, a relative's nor a colleague's; by place in `pairs`. Names of several
 * words are found by their first: "Ana López" is Ana María López García. Row security leaves other organizations out.
 */
export async function otherPatientsNamed(
  tx: Transaction,
  { patientId, relatedPersonId }: Omit<About, 'id'>,
  pairs: readonly NamePair[],
): Promise<{ place: number; patientId: string }[]> {
  if (pairs.length === 0) return []
  return tx.run(OTHER_PATIENTS, [
    tx.context.organizationId,
    pairs.map(({ given }) => given),
    pairs.map(({ family }) => family),
    patientId,
    relatedPersonId,
  ])
}

/** A name equals another, or begins it: the sign behind a space is the exclamation mark. */
const begins = (name: string, said: string) => `(${name} ~>=~ ${said} and ${name} ~<~ (${said} || '!'))`

const KNOWN_PERSONS = `
  select plain_given as given, plain_family as family from patient where organization_id = $1 and id = $4
  union all
  select plain_given, plain_family from related_person where organization_id = $1 and (patient_id = $4 or id = $5)
  union all
  select plain_words(given), plain_words(family) from staff_member where organization_id = $1 and state = 'active'`

const OTHER_PATIENTS = `
  with pair as (
    select (q.n - 1)::int as place, plain_words(q.given) as given, plain_words(q.family) as family
      from unnest($2::text[], $3::text[]) with ordinality as q (given, family, n)
  ), known as materialized (${KNOWN_PERSONS})
  select pair.place, p.id as "patientId"
    from pair join patient p on p.organization_id = $1 and ${begins('p.plain_family', 'pair.family')} and ${begins('p.plain_given', 'pair.given')}
   where not exists (select from known k where ${begins('k.family', 'pair.family')} and ${begins('k.given', 'pair.given')})
   limit 50`

/**
 * Those of `words` that are no news to the reader: parts of the names of patient, relatives, colleagues and of ours, our numbers and addresses,
 * what the reader is called, and what was written from there (in the last messages).
 */
export async function knownWords(
  tx: Transaction,
  { id, patientId, relatedPersonId }: About,
  words: readonly string[],
): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const rows = await tx.run<{ word: string }>(KNOWN_WORDS, [
    tx.context.organizationId,
    words,
    id,
    patientId,
    relatedPersonId,
  ])
  return new Set(rows.map(({ word }) => word))
}

const KNOWN_WORDS = `
  with known as materialized (${KNOWN_PERSONS}
    union all select plain_words(name), '' from organization where organization_id = $1
    union all select plain_words(name), '' from site where organization_id = $1
    union all select plain_name, '' from party where organization_id = $1 and conversation_id = $3 and plain_name is not null
  ), parts as (
    select distinct regexp_split_to_table(given || ' ' || family, '[^[:alpha:]''’]+') as part from known
  ), contacts as (
    select right(regexp_replace(phone, '\\D', '', 'g'), 10) as contact from site where organization_id = $1 and phone <> ''
    union all
    select case when address like '%@%' then lower(address) else right(regexp_replace(address, '\\D', '', 'g'), 10) end
      from channel_account where organization_id = $1 and channel in ('email', 'sms', 'voice')
  ), said as materialized (
    select plain_words(text) as words, regexp_replace(text, '\\D', '', 'g') as digits from message
     where organization_id = $1 and conversation_id = $3 and direction = 'in' order by seq desc limit 20
  )
  select w as word from unnest($2::text[]) w
   where exists (select from parts where part = plain_words(w))
      or exists (select from contacts where contact = w)
      or exists (select from said where case when w ~ '^\\d+$' then position(w in digits) else position(plain_words(w) in words) end > 0)`
