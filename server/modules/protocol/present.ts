/** The written triage knowledge as it is shown. */
import type * as z from 'zod'
import type { ProtocolFamily, ProtocolState, ProtocolTrial } from '#contract/protocol.ts'
import { adviceFor } from '#engines/triage/advice.ts'
import { families } from '#engines/triage/families/index.ts'
import { followUp, type FollowUp } from '#engines/triage/follow-up.ts'
import { compileRule } from '#engines/triage/protocol.ts'
import { reasonOf } from '#engines/triage/reason.ts'
import { sources } from '#engines/triage/sources.ts'
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import type { Source } from '#engines/triage/verdict.ts'
import { wordedAs } from '#engines/triage/wording.ts'
import { phraseLines } from '#engines/text/phrase-pattern.ts'
import type { SignatureRow } from './store.ts'

type State = z.input<typeof ProtocolState>
type Shown = z.input<typeof ProtocolFamily>

const questions = new Map(families.flatMap((family) => (family.questions ?? []).map((one) => [one.id, one] as const)))

export function presentState(rows: readonly SignatureRow[]): State {
  const history = rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }))
  return {
    version: PROTOCOL_VERSION,
    signature: history.find(({ version }) => version === PROTOCOL_VERSION) ?? null,
    history,
    families: families.map(({ id, title, concepts, rules, questions: asked = [] }) => ({
      id,
      title: wordedAs(title),
      redFlags: concepts.filter(({ kind }) => kind === 'red_flag').length,
      concepts: concepts.length,
      rules: rules.length,
      questions: asked.length,
    })),
  }
}

export function presentFamily(familyId: string): Shown | undefined {
  const family = families.find(({ id }) => id === familyId)
  if (!family) return undefined
  const rules = family.rules.map((rule) => compileRule(family, rule))
  const asked = new Set(rules.flatMap(({ ask = [] }) => ask))
  return {
    id: family.id,
    title: wordedAs(family.title),
    concepts: family.concepts.map(({ id, name, kind, en, es }) => ({
      id,
      name: wordedAs(name),
      kind,
      en: phraseLines(en),
      es: phraseLines(es),
    })),
    rules: rules.map(({ id, outcome, says, needs, ask = [], source }) => ({
      id,
      outcome,
      says: wordedAs(says),
      when: needs,
      asks: ask,
      source: presentSource(sources[source]),
    })),
    questions: [...asked].flatMap((id) => {
      const question = questions.get(id)
      return question ? [{ id, en: question.en, es: question.es }] : []
    }),
  }
}

const presentSource = ({ retrieved_on: retrievedOn, ...source }: Source) => ({ ...source, retrievedOn })

type Tried = z.output<typeof ProtocolTrial>

/** Findings and rules of a tried text that are shown. */
const SHOWN_MAX = 30

export function presentTrial(
  { text, age, pregnant, language, answers = [] }: Tried,
  { signed, number }: { signed: boolean; number: string },
) {
  const facts = { ...(age === undefined ? {} : { age }), ...(pregnant === undefined ? {} : { pregnant }) }
  const { verdict, next }: FollowUp = followUp({ text, lang: language, ...facts }, answers, { signed })
  const advice = adviceFor(verdict, { language, number })
  return {
    urgency: verdict.urgency,
    couldBe: verdict.could_be,
    reason: { en: verdict.reason, es: reasonOf(verdict, 'es') },
    findings: verdict.findings
      .slice(0, SHOWN_MAX)
      .map(({ name, state, words }) => ({ name: wordedAs(name), state, words: words ?? null })),
    rules: verdict.rules_fired
      .slice(0, SHOWN_MAX)
      .map(({ id, outcome, says, source }) => ({ id, outcome, says: wordedAs(says), source: presentSource(source) })),
    next: next ? { id: next.id, text: next[language] } : null,
    advice: advice && { howSoon: advice.howSoon, toDo: advice.toDo, avoid: advice.avoid, callIf: advice.callIf },
  }
}
