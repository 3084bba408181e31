/**
 * Complaints that are known whole: "aching shins some evenings, gone by morning" is growing pains, and its aching is no further complaint. Pure.
 *
 * What is part of such a complaint is left out of the findings, and what stands beside it is judged as ever. It holds only for whom it is told of, and
 * not where anything is told that it does not go with (decision 0238).
 */
import { counter } from './families/counter.ts'
import { homeCare } from './families/home-care.ts'
import { families } from './families/index.ts'
import { minorAilments } from './families/minor-ailments.ts'
import { planned } from './families/planned.ts'
import { FACTS } from './lexicon.ts'
import type { Read } from './read-findings.ts'

type Known = { parts: ReadonlySet<string>; anywhere: ReadonlySet<string>; of: string[][]; unless: string[] }

/** Say that something is wrong, and not what. */
const GENERAL = ['symptom-word', 'any-pain', 'sensation-said', 'swelling-said', 'sore-muscles']

const listed = (terms: string | undefined) => (terms ? terms.split('|') : [])

const known = new Map<string, Known>(
  families.flatMap(({ concepts }) =>
    concepts.flatMap(({ id, whole }) =>
      whole
        ? [[id, { parts: new Set([...GENERAL, ...listed(whole.parts)]), anywhere: new Set(listed(whole.anywhere)), of: whole.of ? whole.of.split(' + ').map(listed) : [], unless: listed(whole.unless) }] as const] // prettier-ignore
        : [],
    ),
  ),
)

export type Wholes = { wholes: Read[]; parts: ReadonlySet<Read>; anywhere: ReadonlySet<string> }

/** `terms`: all that is told, and of whom. */
export function wholesIn(found: readonly Read[], terms: ReadonlySet<string>): Wholes {
  const flags = found.filter((each) => RED_FLAGS.has(each.key) && isThere(each))
  const wholes = found.filter(
    (each) => isThere(each) && isWhole(each.key, terms) && flags.every((flag) => goesWith(each.key, flag.key)),
  )
  if (wholes.length === 0) return NONE
  const anywhere = new Set(wholes.flatMap(({ key }) => [...known.get(key)!.anywhere]))
  const isPart = (each: Read) =>
    anywhere.has(each.key) || wholes.some((whole) => touches(each, whole) && isPartOf(whole.key, each.key))
  return { wholes, anywhere, parts: new Set(found.filter((each) => !wholes.includes(each) && isPart(each))) }
}

const isPartOf = (whole: string, key: string): boolean => {
  const { parts } = known.get(whole)!
  return parts.has(key) || (parts.has(ALL) && COMPLAINTS.has(key))
}
const ALL = 'all'
const COMPLAINTS = new Set(
  families.flatMap(({ concepts }) => concepts.filter(({ kind }) => kind === 'symptom' || kind === 'mild').map(({ id }) => id)), // prettier-ignore
)

/** What counts as itself only where it is whole. */
export const onlyWhole: readonly string[] = [...known].filter(([, { parts }]) => parts.has(ALL)).map(([id]) => id)

/** Signs of danger that no list of a mild complaint needs to name; and what somebody stopped, with which sweat and shaking are no habit. */
const RED_FLAGS = new Set([
  'alcohol-stopped',
  ...families.flatMap(({ concepts }) => concepts.filter(({ kind }) => kind === 'red_flag').map(({ id }) => id)),
])

/** It is named as what such a complaint is made of, or goes along with. */
export const goesWith = (whole: string, key: string): boolean => {
  const of = known.get(whole)
  return of !== undefined && (of.parts.has(key) || of.anywhere.has(key))
}

const NONE: Wholes = { wholes: [], parts: new Set(), anywhere: new Set() }

function isWhole(key: string, terms: ReadonlySet<string>): boolean {
  const whole = known.get(key)
  return whole !== undefined && whole.of.every((choices) => choices.some((term) => terms.has(term))) && !whole.unless.some((term) => terms.has(term)) // prettier-ignore
}

/** Known whole, or part of what is told of such a one. */
export const isKnownWhole = (key: string): boolean => known.has(key)

/** What goes with such a complaint or not ("as always", "for seconds"): it tells nothing that could be left out of a message. */
export const goesBeside: ReadonlySet<string> = new Set(
  [homeCare, minorAilments, counter, planned].flatMap(({ concepts }) =>
    concepts.filter(({ kind }) => kind === 'fact').map(({ id }) => id),
  ),
)

const touches = (one: Read, other: Read) => one.first <= other.last && other.first <= one.last

/** A fact holds unless it is denied; a symptom where somebody has it. */
export const isThere = ({ key, state }: Read): boolean =>
  FACTS.has(key) ? state !== 'denied' : state === 'present' || state === 'possible' || state === 'other_person'
