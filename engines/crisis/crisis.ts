/**
 * Reads a message for danger: to oneself, to others, from others.
 *
 * Doubt raises. A denial ("I do not want to die") removes a finding; a joke, a job or a loss long ago does too, but only
 * the words it covers. Never lowered by politeness or by what somebody else says about it.
 */
import type { Span } from '#engines/text/normalise.ts'
import { lexicon } from '#engines/triage/lexicon.ts'
import { foreignCrisis } from '#engines/triage/foreign-phrases.ts'
import { readFindings, type Read, type ReadText } from '#engines/triage/read-findings.ts'
import { crisisConcepts } from './concepts.ts'
import { CRISIS_KINDS, CRISIS_LEVELS, type CrisisKind, type CrisisLevel, type CrisisVerdict } from './verdict.ts'

export type { CrisisVerdict } from './verdict.ts'

export const CRISIS_VERSION = 'crisis-4'

export type CrisisInput = { text: string }

export function crisis(input: CrisisInput): CrisisVerdict {
  return crisisOf(readFindings(input.text, lexicon()))
}

/** The verdict over a text that was read already. */
export function crisisOf(read: ReadText): CrisisVerdict {
  const idioms = read.found.filter(({ key }) => key === 'crisis-idiom')
  const found: { kind: CrisisKind; level: CrisisLevel; read: Read }[] = []
  for (const each of read.found) {
    const concept = concepts.get(each.key)
    if (!concept || concept.kind === 'crisis_fact') continue
    if (idioms.some(({ first, last }) => each.first >= first && each.last <= last)) continue
    const level = levelOf(concept.level, each)
    if (level) found.push({ kind: concept.kind, level, read: each })
  }
  const isFigure = ({ start, end }: Span) => idioms.some(({ span }) => start >= span.start && end <= span.end)
  const foreign = foreignCrisis(read.foreign).filter(({ span }) => !isFigure(span))
  return {
    kinds: CRISIS_KINDS.filter((kind) => found.some((each) => each.kind === kind) || foreign.some((each) => each.kind === kind)),
    level: CRISIS_LEVELS.find((level) => found.some((each) => each.level === level) || (level === 'present' && foreign.length > 0)) ?? null,
    spans: [...found.map(({ read: { span } }) => span), ...foreign.map(({ span }) => span)],
    rules: [...new Set([...found.map(({ read: { key } }) => key), ...foreign.map(({ id }) => id)])],
    about_other: found.length > 0 && found.every(({ read: { subject } }) => subject === 'named_other' || subject === 'child'),
  } // prettier-ignore
}

const concepts = new Map(crisisConcepts.map((concept) => [concept.id, concept]))

function levelOf(level: CrisisLevel, read: Read): CrisisLevel | undefined {
  switch (read.state) {
    case 'denied':
      return undefined
    // A question or a supposing about suicide is still worth a kind question.
    case 'hypothetical':
      return level === 'immediate' || level === 'present' ? 'possible' : undefined
    case 'past':
      return 'past'
    default:
      return level
  }
}
