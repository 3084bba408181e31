/**
 * Triage: how soon this person needs care, from written knowledge.
 *
 * The verdict is the highest of all rules that fire over the findings of the message, its earlier turns and the facts.
 * Rules ask only for things to be there, so nothing that is added can lower a verdict. What is not understood makes the
 * engine unsure, and unsure is never calm.
 */
import { crisisOf } from '#engines/crisis/crisis.ts'
import { listenAgain, raisedBy, saysMore, type Listening } from '#engines/crisis/second-listening.ts'
import { tellsOfHarm } from '#engines/crisis/told-case.ts'
import { CRISIS_KINDS, CRISIS_LEVELS, type CrisisVerdict } from '#engines/crisis/verdict.ts'
import { guessLanguage } from '#engines/language/language.ts'
import { readSentences, type ReadSentences } from '#engines/linear/runs.ts'
import { isMostlyWords, mendSlips, type Mended } from '#engines/text/mended-text.ts'
import type { Span } from '#engines/text/normalise.ts'
import { PAUSE, spanOf } from '#engines/text/tokens.ts'
import { families } from './families/index.ts'
import { personOf, tellsCase, type Person } from './facts.ts'
import type { ForeignHit } from './foreign-phrases.ts'
import { foreignNames, REVIEWED } from './foreign-lists.ts'
import { NEGATIONS } from './context-cues.ts'
import { lexicon } from './lexicon.ts'
import { measuredInFields, measuredInText, type Measured } from './measured-values.ts'
import { markedParts, withoutQuotes } from './quoted-parts.ts'
import { compileRule, firedBy, type CompiledRule, type Concept } from './protocol.ts'
import { realWords } from './real-words.ts'
import { readFindings, type Read, type ReadText } from './read-findings.ts'
import { reasonOf } from './reason.ts'
import { lookAgain, soundsMild, type SecondLook } from './second-look.ts'
import { sources } from './sources.ts'
import { turnsOf, type ReadTurn } from './turns.ts'
import {
  isMoreUrgent,
  mostUrgent,
  type Finding,
  type FiredRule,
  type Question,
  type Subject,
  type TriageInput,
  type TriageVerdict,
  type UnsureReason,
  type Urgency,
} from './verdict.ts'
import { ADULT_FROM_MONTHS, limitsFor, news2, type Readings } from './vital-signs.ts'
import { goesBeside, goesWith, isKnownWhole, isThere, onlyWhole, wholesIn, type Wholes } from './wholes.ts'

export type { Finding, FiredRule, Question, TriageInput, TriageVerdict, Urgency } from './verdict.ts'

/** Changes with every change of the written knowledge. */
export const PROTOCOL_VERSION = 'bedside-protocol-14'

/** Most questions in one verdict. */
export const QUESTION_LIMIT = 4

const concepts = new Map<string, Concept & { family: string }>(
  families.flatMap((family) =>
    family.concepts.map((concept) => [concept.id, { ...concept, family: family.id }] as const),
  ),
)
const rules: CompiledRule[] = families.flatMap((family) => family.rules.map((rule) => compileRule(family, rule)))
const questions = new Map(
  families.flatMap((family) => (family.questions ?? []).map((each) => [each.id, each] as const)),
)

/** A question of the protocol by its id; a newer one may know others. */
export const questionOf = (id: string): Question | undefined => questions.get(id)

export function triage(input: TriageInput): TriageVerdict {
  return assess(input).triage
}

export type Assessment = { triage: TriageVerdict; crisis: CrisisVerdict }

/** What is known beside the message: what the other engines found, what was answered, whether the protocol is signed. It may only raise. */
export type Beside = {
  language?: { code: string; confidence: number }
  /** The intent engine reads a symptom report in these words: where no written rule fires, a nurse looks. */
  tellsSymptom?: (text: string) => boolean
  answers?: readonly Answer[]
  /** A clinician of the organisation signed this protocol (understanding-D34); without it nothing is left to self-care. */
  signed?: boolean
}

/** An answer to one of the verdict's questions. "Not sure" counts as yes. */
export type Answer = { question: string; answer: 'yes' | 'no' | 'not_sure' }

/** What the words of a message say by themselves, whatever else is known: the dearest part of an assessment. */
export type WordsRead = {
  text: string
  repairs: boolean
  read: ReadText
  look: SecondLook | null
  heard: Listening | null
  /** Told as what is cared for at home is told, with something that is absent or goes well. */
  isMildTold: boolean
  isReport: boolean
}

/** One reading of the message for both triage and crisis. `words`: as they were read before, to read them no second time. */
export function assess(input: TriageInput, beside: Beside = {}, before?: WordsRead): Assessment & { words: WordsRead } {
  const text = withoutQuotes(input.text, markedParts(input.text, turnsOf(input.turns)))
  const repairs = !isAnotherLanguage(beside.language, input.text)
  const words = before?.text === text && before.repairs === repairs ? before : readWords(text, repairs, beside)
  const { read, look, heard, isMildTold, isReport } = words
  const turns = turnsOf(input.turns).map((turn) => ({ turn, read: readFindings(turn.text, lexicon(), repairs) }))
  const pieces = acrossMessages(turns, input.text, repairs)
  const said = raisedBy(crisisOf(read), heard)
  const joined = pieces ? crisisOf(pieces.read) : said
  const danger = unitedDanger(said, joined)
  // What an earlier message said whole was heard then; this one has news only if it is its other half.
  const isHeard = turns.some(({ turn, read: earlier }) => turn.isPatient && crisisOf(earlier).level === joined.level)

  const own = weigh(input, read, [], null, said, look, isMildTold, isReport, beside)
  const whole = turns.length === 0 ? own : weigh(input, read, turns, pieces, danger, look, isMildTold, isReport, beside)
  return { triage: { ...whole, message_urgency: own.urgency }, crisis: isHeard ? said : danger, words }
}

function readWords(text: string, repairs: boolean, { tellsSymptom }: Beside): WordsRead {
  const read = readFindings(text, lexicon(), repairs)
  const mild = repairs && calmSigns(read) > 0 ? soundsMild(readSentences(text)) : 0
  const isMildTold = mild >= SOUNDS_MILD
  const known = repairs ? wholesOf(read, isMildTold) : []
  const isCaseTold = known.length > 0 && tellsCase(text) && calmSigns(read) >= CALM_SIGNS && !tellsOfHarm(read)
  const readings = repairs ? readingsOf(withoutUnsaid(text, read)) : []
  const isHarmless = mild >= SOUNDS_HARMLESS && known.length > 0 && calmSigns(read) >= CALM_SIGNS && !tellsOfHarm(read)
  const heard = isCaseTold || isHarmless ? null : mostOf(readings, listenAgain, saysMore)
  const asIs = lookIn(readings)
  // What is mild and known whole may be left out as well: what sounds less dangerous counts.
  const without = known.length > 0 ? lookIn(readingsOf(withoutUnsaid(text, read, known))) : asIs
  const look = asIs && without && without.chance < asIs.chance ? without : asIs
  const isReport = tellsSymptom?.(read.unmeant.length > 0 ? withoutUnsaid(text, read) : text) ?? false
  return { text, repairs, read, look, heard, isMildTold, isReport }
}

/** From here on it is told as what is cared for at home is told (0245). */
const SOUNDS_MILD = 0.8
/** Of 4,158 lines of danger none sounds so mild, tells of two things that are absent or well, is a complaint known whole, and has no word of harm (0252). */
const SOUNDS_HARMLESS = 0.9

const readingsOf = (text: string): Reading[] => mendSlips(text, realWords).map(asSentences)
const lookIn = (readings: readonly Reading[]) => mostOf(readings, lookAgain, (one, other) => one.chance > other.chance)

/** Complaints of this text that are known whole, and what goes well. */
function wholesOf(read: ReadText, isMildTold: boolean): Read[] {
  const { text, found } = read
  const { wholes } = wholesIn(
    found,
    termsIn(personOf({ text: '' }, [text]).terms, [read], measuredInText(text), isMildTold),
  )
  return wholes.length === 0 ? [] : [...wholes, ...found.filter((each) => each.key === 'goes-well' && isThere(each))]
}

type Reading = { sentences: ReadSentences; toWritten: Mended['toWritten'] }

/** Read once for all models of words. */
const asSentences = ({ text, toWritten }: Mended): Reading => ({ sentences: readSentences(text), toWritten })

/** What a model of words hears in the reading of the text that tells it most, with its place in the text as written. */
function mostOf<Heard extends { span: Span }>(
  readings: readonly Reading[],
  hear: (sentences: ReadSentences) => Heard,
  isMore: (one: Heard, other: Heard) => boolean,
): Heard | null {
  let most: Heard | null = null
  for (const { sentences, toWritten } of readings) {
    const heard = hear(sentences)
    if (!most || isMore(heard, most)) most = { ...heard, span: toWritten(heard.span) }
  }
  return most
}

/**
 * "Wie viel" is no misspelt "vile", and "wala" no "bala". English and Spanish words are found in a text of any language; what may be such
 * a word with a slip is only looked for where the text is, or may be, in one of the two.
 */
function isAnotherLanguage(language: Beside['language'], text: string): boolean {
  if (!language || OF_LEXICON.has(language.code) || language.confidence < SURE_OF_ANOTHER) return false
  // "Me queiro matar" looks Portuguese by its slip.
  if (!isMostlyWords(text, realWords)) return true
  return !mendSlips(text, realWords).some(({ text: mended }) => OF_LEXICON.has(guessLanguage(mended).code))
}

const OF_LEXICON: ReadonlySet<string> = new Set(['en', 'es', 'und'])
const SURE_OF_ANOTHER = 0.9

/** What is denied, long past, only asked about or not meant is no sign of danger; its place is left empty. */
function withoutUnsaid(text: string, read: ReadText, known: readonly Read[] = []): string {
  const { found, unmeant } = read
  const isRow =
    new Set(found.filter(({ state }) => state === 'denied').map(({ first }) => first)).size >= ROW_OF_DENIALS
  const unsaid = found
    .filter(
      ({ state, key }) => (state === 'denied' || state === 'past' || state === 'hypothetical') && !goesBeside.has(key),
    )
    .concat(known)
    .map((each) => (each.state === 'denied' && isRow ? withDenial(each, read) : each.span))
    .concat(unmeant)
    .sort((one, other) => one.start - other.start)
  const parts: string[] = []
  let at = 0
  for (const { start, end } of unsaid) {
    if (end <= at) continue
    parts.push(text.slice(at, Math.max(at, start)), ' '.repeat(end - Math.max(at, start)))
    at = end
  }
  return [...parts, text.slice(at)].join('')
}

/** With its "no": a row of them, each without what it denies, sounds like despair. */
function withDenial({ first, span }: Read, { text }: ReadText): Span {
  const { tokens } = text
  for (let i = first - 1; i >= 0 && i >= first - DENIAL_WORDS && tokens[i + 1]!.pause === PAUSE.none; i--)
    if (NEGATIONS.has(tokens[i]!.text)) return { start: spanOf(text, i, i).start, end: span.end }
  return span
}
const DENIAL_WORDS = 3
const ROW_OF_DENIALS = 3

type TurnRead = { turn: ReadTurn; read: ReadText }
type Pieces = { read: ReadText; whole: string }

/** A plan sent in pieces is the plan it is. Places in the joined text are no places in this one. */
function unitedDanger(said: CrisisVerdict, joined: CrisisVerdict): CrisisVerdict {
  if (joined.level === null) return said
  return {
    kinds: CRISIS_KINDS.filter((kind) => said.kinds.includes(kind) || joined.kinds.includes(kind)),
    level: CRISIS_LEVELS.find((level) => level === said.level || level === joined.level) ?? null,
    spans: said.spans,
    rules: [...new Set([...said.rules, ...joined.rules])],
    about_other: joined.about_other && (said.level === null || said.about_other),
  }
}

/** What is known when the rules are asked. */
type Case = {
  input: TriageInput
  findings: Finding[]
  holds: Set<string>
  person: Person
  measured: Measured[]
  foreign: ForeignHit[]
  isForLesson: boolean
  /** A mild complaint that is known whole, with what is absent or goes well, and nothing else. */
  isToldWhole: boolean
}

function weigh(
  input: TriageInput,
  read: ReadText,
  turns: TurnRead[],
  pieces: Pieces | null,
  danger: CrisisVerdict,
  second: SecondLook | null,
  isMildTold: boolean,
  isReport: boolean,
  beside: Beside,
): TriageVerdict {
  const known = gather(input, read, turns, pieces, isMildTold, beside.answers ?? [])
  const all = [
    ...vitalRules(known),
    ...writtenRules(known.holds),
    ...foreignRules(known.foreign),
    ...crisisRules(danger),
    ...resolvedRules(known.findings),
    ...pastHarmRules(known.findings),
  ].sort((a, b) => (isMoreUrgent(a.outcome, b.outcome) ? -1 : isMoreUrgent(b.outcome, a.outcome) ? 1 : 0))
  const isForHome = isMildTold && turns.length === 0 && isLeftAtHome(all, known)
  const fired = isForHome ? all.filter((rule) => !yielding.has(rule.id) || !isOfHome(rule, all, known)) : all
  const ruled = mostUrgent(fired.map(({ outcome }) => outcome))
  const unsureBecause = [
    ...doubts({ ...known, isToldWhole: known.isToldWhole || isForHome }, fired, read, isReport, beside),
    ...secondDoubts(second, ruled, known.isToldWhole || isForHome),
  ]
  const findings = [
    ...known.findings,
    ...dangerFindings(danger, input.text),
    ...(unsureBecause.includes('sounds_dangerous') && second ? [secondFinding(second, input.text)] : []),
  ]
  const urgency = settle(ruled, fired, known, unsureBecause)
  const open = urgency === 'emergency' ? [] : openQuestions(fired, known.findings)
  const verdict = {
    urgency,
    could_be: open.length > 0 ? ('emergency' as const) : urgency,
    findings,
    rules_fired: fired,
    questions: open,
    advice_key: fired[0]?.advice_key ?? (urgency === 'not_clinical' ? 'none' : 'nurse'),
    unsure: unsureBecause.length > 0,
    unsure_because: unsureBecause,
    message_urgency: urgency,
    subject: subjectOf(input, findings),
    protocol_version: PROTOCOL_VERSION,
  }
  return { ...verdict, reason: reasonOf(verdict) }
}

/**
 * Written knowledge knows a complaint for home here, nothing more pressing than in some days, and no red flag; and it is told as such complaints are.
 * Then what only speaks of its age, its length or what goes with it gives way.
 */
const isLeftAtHome = (fired: readonly FiredRule[], { findings }: Case): boolean =>
  fired.some(({ outcome }) => outcome === 'self_care') &&
  !fired.some(({ outcome }) => isMoreUrgent(outcome, 'soon')) &&
  !findings.some((finding) => counts(finding) && concepts.get(finding.concept)?.kind === 'red_flag')
const yielding: ReadonlySet<string> = new Set(rules.filter((rule) => rule.yields).map(({ id }) => id))

/**
 * What gives way is of the same matter as the complaint for home: that complaint itself, what goes with it, or of its family. "A blister, and my period is
 * two weeks late": the second is no part of the first, and stays.
 */
function isOfHome({ because }: FiredRule, all: readonly FiredRule[], { findings }: Case): boolean {
  const home = all.filter(({ outcome }) => outcome === 'self_care')
  const told = findings.filter((finding) => isSymptom(finding) && counts(finding)).map(({ concept }) => concept)
  const about = because.flatMap((term) => (term === 'any-symptom' ? told : term)).filter((term) => isComplaint(term))
  return about.every((term) =>
    home.some(
      ({ family, because: known }) =>
        known.some((each) => each === term || goesWith(each, term)) ||
        (!OF_MANY_MATTERS.has(family) && concepts.get(term)?.family === family),
    ),
  )
}
const isComplaint = (term: string) => ['red_flag', 'symptom', 'mild'].includes(concepts.get(term)?.kind ?? '') && term !== 'symptom-word' && term !== 'sensation-said' // prettier-ignore
const OF_MANY_MATTERS: ReadonlySet<string> = new Set(['common', 'everyday', 'signs', 'home-care', 'minor-ailments', 'counter', 'planned']) // prettier-ignore

// --- what is known ---

function gather(
  input: TriageInput,
  read: ReadText,
  turns: TurnRead[],
  pieces: Pieces | null,
  isMildTold: boolean,
  answers: readonly Answer[],
): Case {
  const history = readFindings(fieldText(input), lexicon())
  const people = turns.filter(({ turn }) => turn.isPatient)
  const texts = [read.text, ...people.map((each) => each.read.text)]
  const joined = pieces ? [pieces.read.text] : []
  const person = personOf(input, [...texts, ...joined])
  const own = [...measuredInFields(input.vitals), ...measuredInText(read.text)]
  const measured = [...own, ...unlike(own, [...texts.slice(1), ...joined].flatMap(measuredInText))]
  const foreign = [read, ...people.map((each) => each.read), ...(pieces ? [pieces.read] : [])].flatMap(
    (each) => each.foreign,
  )

  const terms = termsIn(
    person.terms,
    [read, ...people.map((each) => each.read), history],
    measured,
    isMildTold && turns.length === 0,
  )
  const wholes = wholesIn(read.found, terms)
  const findings = [
    ...findingsOf(withoutParts(read, wholes), input.text),
    ...people.flatMap(({ turn, read: earlier }) =>
      findingsOf(withoutParts(earlier, wholesIn(earlier.found, terms)), turn.text).map((finding) => ({
        ...finding,
        from: 'turn' as const,
        source_message_id: turn.id,
      })),
    ),
    ...answered(turns, read),
    ...answers.slice(0, ANSWER_LIMIT).flatMap(answerFinding),
    ...(pieces ? findingsOf(withoutParts(pieces.read, wholesIn(pieces.read.found, terms)), pieces.whole) : []).map(
      fromTurns,
    ),
    ...findingsOf(history, '').map((finding) => ({ ...finding, from: 'fields' as const, spans: [] })),
    ...own.map((each) => measuredFinding(each)),
    ...measured.slice(own.length).map((each) => fromTurns(measuredFinding(each))),
    ...read.foreign.map((hit) => foreignFinding(hit)),
    ...foreign.slice(read.foreign.length).map((hit) => fromTurns(foreignFinding(hit))),
  ]

  const holds = new Set(person.terms)
  for (const finding of findings) if (counts(finding)) holds.add(finding.concept)
  addDerivedTerms(holds, findings)
  if (wholes.anywhere.has('fever') && holds.delete('fever')) holds.add('fever-borne')
  const halves = onlyWhole.filter((id) => holds.has(id))
  if (halves.length > 0) {
    const isWhole = new Set([read, ...people.map((each) => each.read)].flatMap(({ found }) => wholesIn(found, terms).wholes.map(({ key }) => key))) // prettier-ignore
    for (const id of halves) if (!isWhole.has(id)) holds.delete(id)
  }
  const isToldWhole =
    wholes.wholes.length > 0 &&
    calmSigns(read) >= CALM_SIGNS &&
    !findings.some(
      (finding) => isSymptom(finding) && counts(finding) && !isGeneral(finding) && !isKnownWhole(finding.concept),
    )
  return { input, findings, holds, person, measured, foreign, isForLesson: read.isForLesson, isToldWhole }
}

/** What is told to be absent, or to go well. */
const calmSigns = ({ found, text }: ReadText) =>
  new Set(found.filter(({ key, state }) => state === 'denied' || key === 'goes-well' || key === 'known-before').map(({ first }) => first)).size + text.tokens.filter(({ text: word, pause }) => pause > PAUSE.none && LIST_DENIES.has(word)).length // prettier-ignore
const LIST_DENIES = new Set(['no', 'without', 'sin', 'ni', 'neither', 'not', 'never', 'nowhere', 'unbroken'])
/** Say that something is wrong, and not what: they speak of the complaint that is told. */
const isGeneral = ({ concept }: Finding) => concept === 'symptom-word' || concept === 'sensation-said'
const CALM_SIGNS = 2
/** From here on it is told in full: nobody says so much of what is absent or well who has not looked. */
const TOLD_CALM_SIGNS = 3

/** What all texts and readings tell, for the complaints that are known whole. */
function termsIn(person: ReadonlySet<string>, reads: readonly ReadText[], measured: readonly Measured[], isMildTold: boolean): Set<string> {
  const terms = new Set(person)
  for (const { found } of reads) for (const each of found) if (isThere(each)) terms.add(each.key)
  if (reads.some((read) => read.found.some(({ key }) => isKnownWhole(key)) && calmSigns(read) >= TOLD_CALM_SIGNS)) terms.add('told-calm')
  if (isMildTold) terms.add('told-mild')
  addDerivedTerms(terms, measured.map(measuredFinding))
  return terms
} // prettier-ignore

const withoutParts = (read: ReadText, { parts }: Wholes): ReadText =>
  parts.size === 0 ? read : { ...read, found: read.found.filter((each) => !parts.has(each)) }

/** A reading that was told twice says nothing new. */
function unlike(known: readonly Measured[], more: readonly Measured[]): Measured[] {
  const seen = new Set(known.map(({ sign, value }) => `${sign} ${value}`))
  return more.filter(({ sign, value }) => !seen.has(`${sign} ${value}`) && seen.add(`${sign} ${value}`))
}

/** Places in another message are no places in this one. */
const fromTurns = (finding: Finding): Finding => ({ ...finding, from: 'turn', spans: [] })

/** Conditions and medicines of the form are read like text; each stands for itself. Bounded. */
function fieldText(input: TriageInput): string {
  const list = (value: unknown) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : [])
  return [...list(input.conditions), ...list(input.medications)]
    .slice(0, FIELD_ENTRIES)
    .map((entry) => String(typeof entry === 'object' ? JSON.stringify(entry) : entry).slice(0, FIELD_LENGTH))
    .join('.\n\n')
}

/** Longest list of conditions and medicines, and longest entry, that are read. */
const FIELD_ENTRIES = 100
const FIELD_LENGTH = 200

/** A form's "history of ..." is a fact about the person, never a symptom of today. */
const counts = (finding: Finding): boolean => {
  const isFact = concepts.get(finding.concept)?.kind === 'fact'
  if (finding.from === 'fields') return isFact
  if (isFact) return finding.state !== 'denied' && !(finding.state === 'past' && OF_THESE_DAYS.has(finding.concept))
  return finding.state === 'present' || finding.state === 'possible' || finding.state === 'other_person'
}

/** What a person is stays (diabetes); an operation of ten years ago is none of these weeks. */
const OF_THESE_DAYS = new Set(['recent-surgery', 'vehicle-crash', 'postpartum', 'pregnant'])

function findingsOf(read: ReadText, original: string): Finding[] {
  const merged = new Map<string, Finding>()
  for (const each of read.found) {
    const concept = concepts.get(each.key)
    if (!concept) continue
    const id = `${each.key} ${each.state} ${each.subject}`
    const known = merged.get(id)
    if (known) {
      if (known.spans.length < SPAN_LIMIT) known.spans.push(each.span)
      known.resolved &&= each.resolved
    } else merged.set(id, newFinding(each, concept, original))
  }
  return [...merged.values()]
}

/** Most places kept for one finding. */
const SPAN_LIMIT = 10

const newFinding = (each: Read, concept: Concept, original: string): Finding => ({
  concept: each.key,
  name: concept.name,
  state: each.state,
  subject: each.subject,
  spans: [each.span],
  words: original.slice(each.span.start, Math.min(each.span.end, each.span.start + WORDS_LENGTH)),
  ...(each.resolved ? { resolved: true } : {}),
})

/** Longest quotation kept with a finding, in UTF-16 units. */
const WORDS_LENGTH = 120

const measuredFinding = ({ sign, value, unit, implausible, span }: Measured): Finding => ({
  concept: `measured-${sign}`,
  name: SIGN_NAMES[sign],
  state: implausible ? 'possible' : 'present',
  subject: 'self',
  spans: span ? [span] : [],
  value,
  unit,
  ...(implausible ? { implausible: true } : {}),
  ...(span ? {} : { from: 'fields' as const }),
})

const SIGN_NAMES: Record<keyof Readings, string> = {
  breaths: 'Breaths a minute', spo2: 'Oxygen', systolic: 'Upper blood pressure', diastolic: 'Lower blood pressure',
  pulse: 'Pulse', celsius: 'Temperature', glucoseMgDl: 'Sugar', consciousness: 'Awareness', onOxygen: 'Extra oxygen',
} // prettier-ignore

const foreignFinding = ({ concept, span, isDenied }: ForeignHit): Finding => ({
  concept: `foreign-${concept}`,
  name: foreignNames[concept],
  // An unreviewed list is not believed when it says no.
  state: isDenied ? 'possible' : 'present',
  subject: 'unknown',
  spans: [span],
})

/** Most of a sentence in pieces that is read as one, in UTF-16 units, counted from its end. */
const PIECES_LENGTH = 1_000

/** A sentence sent in pieces ("my chest" / "feels so tight"): the patient's messages since our last one, read as one. */
function acrossMessages(turns: TurnRead[], text: string, repairs: boolean): Pieces | null {
  const ours = turns.findLastIndex(({ turn }) => !turn.isPatient)
  const pieces = turns.slice(ours + 1).map(({ turn }) => turn.text)
  if (pieces.length === 0) return null
  const whole = [...pieces, text].join(' ').slice(-PIECES_LENGTH)
  return { read: readFindings(whole, lexicon(), repairs), whole }
}

/** "Yes" to our last question says what the question asked; "not sure" counts as yes. */
function answered(turns: TurnRead[], read: ReadText): Finding[] {
  const last = turns.at(-1)
  if (!last || last.turn.isPatient || !last.turn.text.includes('?')) return []
  const words = read.text.tokens.filter((token) => !token.isFiller).slice(0, 4).map(({ text }) => text) // prettier-ignore
  if (!YES.has(words[0] ?? '') && !UNSURE_ANSWER.test(words.join(' '))) return []
  const said = findingsOf(last.read, last.turn.text).filter(({ state }) => state !== 'denied')
  return [...said, ...askedIn(last.turn.text)].map((finding) => ({
    ...finding,
    state: 'present',
    from: 'turn',
    source_message_id: last.turn.id,
  }))
}

/** What our own questions in this text are about. */
function askedIn(text: string): Finding[] {
  return [...questions.values()]
    .filter(({ en, es }) => text.includes(en) || text.includes(es))
    .map(({ about }) => ({
      concept: about,
      name: concepts.get(about)?.name ?? about,
      state: 'present',
      subject: 'unknown',
      spans: [],
    }))
}

/** A "no" is a finding that is denied: it settles its question and takes nothing away from a rule. */
function answerFinding({ question, answer }: Answer): Finding[] {
  const about = questions.get(question)?.about
  if (about === undefined) return []
  const state = answer === 'yes' ? 'present' : answer === 'no' ? 'denied' : 'possible'
  return [
    { concept: about, name: concepts.get(about)?.name ?? about, state, subject: 'unknown', spans: [], from: 'turn' },
  ]
}

/** Most answers that are read: those of a long conversation. */
const ANSWER_LIMIT = 40

/** Counts as yes (understanding-D28). */
const UNSURE_ANSWER = /^(i )?(am )?(im )?(not sure|dont know|do not know|idk|no se|no estoy segur)/
const YES = new Set('yes yeah yep yea yup y si sip sure correct right affirmative claro simon maybe unsure quiza quizas'.split(' ')) // prettier-ignore

function addDerivedTerms(holds: Set<string>, findings: Finding[]): void {
  if (holds.has('newborn')) holds.add('age-under-3-months').add('age-under-1').add('age-under-3-years').add('age-child')
  if (holds.has('baby-said')) holds.add('age-under-1-said')
  if (holds.has('pregnancy-complication')) holds.add('pregnant')
  if (!holds.has('copd')) holds.add('not-copd')
  const isAdult =
    holds.has('age-adult') || (holds.has('adult-said') && !holds.has('child-said') && !holds.has('age-child'))
  if (!isAdult) holds.add('not-adult')
  if (findings.some((finding) => finding.concept !== 'sensation-said' && isSymptom(finding) && counts(finding))) holds.add('any-symptom') // prettier-ignore
  const celsius = findings.filter(({ concept, implausible }) => concept === 'measured-celsius' && !implausible)
  if (celsius.some(({ value }) => (value ?? 0) >= FEVER_CELSIUS)) holds.add('fever')
  if (celsius.some(({ value }) => (value ?? 0) >= HIGH_FEVER_CELSIUS)) holds.add('high-fever')
}

const isSymptom = ({ concept }: Finding) => ['red_flag', 'symptom'].includes(concepts.get(concept)?.kind ?? '')

/** 100.4 °F and 103 °F. */
const FEVER_CELSIUS = 38
const HIGH_FEVER_CELSIUS = 39.4

// --- rules ---

function writtenRules(holds: ReadonlySet<string>): FiredRule[] {
  const asked = new Set([...holds].flatMap((term) => placesByTerm.get(term) ?? []))
  return [...asked]
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const rule = rules[place]!
      const because = firedBy(rule, holds)
      return because ? [asFired(rule, because)] : []
    })
}

/** The places in `rules` of those whose first need a term meets: hardly any rule has to be asked. */
const placesByTerm = new Map<string, number[]>()
for (const [place, { needs }] of rules.entries())
  for (const term of needs[0]!) placesByTerm.set(term, [...(placesByTerm.get(term) ?? []), place])

const asFired = (rule: CompiledRule, because: string[]): FiredRule => ({
  id: rule.id,
  family: rule.family,
  outcome: rule.outcome,
  says: rule.says,
  advice_key: rule.advice,
  because,
  source: sources[rule.source],
})

function vitalRules({ measured, holds, person, input }: Case): FiredRule[] {
  const fired: FiredRule[] = []
  const usable = measured.filter(({ implausible }) => !implausible)
  for (const limit of limitsFor(person.ageMonths)) {
    const hit = usable.find(({ sign, value }) => sign === limit.sign && passes(value, limit))
    if (!hit || (limit.and && !limit.and.split('|').some((term) => holds.has(term)))) continue
    fired.push(vitalRule(limit.id, limit.outcome, `${limit.says} (${hit.value} ${hit.unit})`, hit.sign, sources[limit.source]))
  }
  if (isNotAlert(input.vitals)) fired.push(vitalRule('vital-awareness', 'emergency', 'Not fully awake', 'consciousness', sources['rcp-news2']))
  const isAdult = person.ageMonths === undefined || person.ageMonths >= ADULT_FROM_MONTHS
  if (isAdult && !holds.has('pregnant')) {
    const total = news2(worstReadings(usable))
    if (total >= NEWS2_HIGH) fired.push(vitalRule('vital-news2-high', 'emergency', `NEWS2 total ${total}`, 'news2', sources['rcp-news2']))
    else if (total >= NEWS2_MEDIUM) fired.push(vitalRule('vital-news2-medium', 'urgent', `NEWS2 total ${total}`, 'news2', sources['rcp-news2']))
  }
  return fired
} // prettier-ignore

/** NEWS2 thresholds: 5-6 urgent review, 7 and above emergency (RCP 2017). */
const NEWS2_MEDIUM = 5
const NEWS2_HIGH = 7

const passes = (value: number, limit: { atMost?: number; atLeast?: number }) =>
  (limit.atMost !== undefined && value <= limit.atMost) || (limit.atLeast !== undefined && value >= limit.atLeast)

const vitalRule = (
  id: string,
  outcome: Urgency,
  says: string,
  because: string,
  source: FiredRule['source'],
): FiredRule => ({
  id,
  family: 'vital-signs',
  outcome,
  says,
  advice_key: 'vital',
  because: [`measured-${because}`],
  source,
})

/** Of several readings of a sign the one that adds most. */
function worstReadings(measured: Measured[]): Readings {
  const readings: Readings = {}
  for (const { sign, value } of measured) {
    if (sign === 'consciousness' || sign === 'onOxygen') continue
    const before = readings[sign]
    if (before === undefined || news2({ [sign]: value }) > news2({ [sign]: before })) readings[sign] = value
  }
  return readings
}

function isNotAlert(vitals: Record<string, unknown> | undefined): boolean {
  if (!vitals || typeof vitals !== 'object') return false
  const given = vitals.avpu ?? vitals.acvpu ?? vitals.consciousness ?? vitals.mental_status ?? vitals.loc
  return typeof given === 'string' && /^\s{0,3}(c|v|p|u|confus|verbal|pain|unrespons|voice|drows|letharg)/i.test(given)
}

function foreignRules(hits: ForeignHit[]): FiredRule[] {
  // What one message denies, another may say.
  const said = hits.toSorted((one, other) => Number(other.isDenied) - Number(one.isDenied))
  return [...new Map(said.map((hit) => [hit.id, hit])).values()].map((hit) => ({
    id: hit.id,
    family: 'other-languages',
    outcome: hit.concept === 'suicide' || hit.isDenied ? 'urgent' : 'emergency',
    says: `${foreignNames[hit.concept]} (${hit.language}${REVIEWED ? '' : ', list not reviewed'})`,
    advice_key: hit.concept === 'suicide' ? 'crisis' : hit.isDenied ? 'nurse' : 'emergency',
    because: [`foreign-${hit.concept}`],
    source: sources['nhs-999'],
  }))
}

/** Understanding D37: immediate, a plan or an overdose is an emergency; present or possible is urgent; past is soon. */
function crisisRules(danger: CrisisVerdict): FiredRule[] {
  if (danger.level === null) return []
  const outcome = { immediate: 'emergency', present: 'urgent', possible: 'urgent', past: 'soon' } as const
  return [
    {
      id: `crisis-${danger.level}`,
      family: 'crisis',
      outcome: outcome[danger.level],
      says: `Danger (${danger.kinds.join(', ')}): ${danger.level}`,
      advice_key: 'crisis',
      because: danger.rules,
      source: sources['nhs-988'],
    },
  ]
}

function dangerFindings(danger: CrisisVerdict, text: string): Finding[] {
  return danger.rules.slice(0, SPAN_LIMIT).map((rule, i) => {
    const span = danger.spans[i]
    return {
      concept: rule,
      name: 'Words of danger',
      state: danger.level === 'past' ? 'past' : 'present',
      subject: danger.about_other ? 'named_other' : 'self',
      spans: span ? [span] : [],
      ...(span ? { words: text.slice(span.start, Math.min(span.end, span.start + WORDS_LENGTH)) } : {}),
    }
  })
}

/** Stroke or chest signs that went away within two days stay at least urgent (understanding D23). */
function resolvedRules(findings: Finding[]): FiredRule[] {
  const ended = findings.filter(
    ({ concept, state, resolved }) => resolved && concept !== 'headache' && state !== 'hypothetical' && state !== 'past' && WATCHED.has(concepts.get(concept)?.family ?? ''), // prettier-ignore
  )
  if (ended.length === 0) return []
  return [
    {
      id: 'resolved-01',
      family: 'time',
      outcome: 'urgent',
      says: 'Chest or stroke signs that went away',
      advice_key: 'stroke',
      because: [...new Set(ended.map(({ concept }) => concept))],
      source: sources['cdc-stroke'],
    },
  ]
}

/** An overdose of years ago is told for a reason: a nurse, gently, within days (understanding-D36). */
function pastHarmRules(findings: Finding[]): FiredRule[] {
  const past = findings.filter(({ concept, state, subject, from }) => state === 'past' && !from && subject === 'self' && concept === 'overdose') // prettier-ignore
  if (past.length === 0) return []
  return [
    {
      id: 'past-harm-01',
      family: 'crisis',
      outcome: 'soon',
      says: 'An overdose long ago',
      advice_key: 'crisis',
      because: ['overdose'],
      source: sources['nhs-988'],
    },
  ]
}

const WATCHED = new Set(['chest', 'stroke'])

// --- what is left open ---

function openQuestions(fired: FiredRule[], findings: Finding[]): Question[] {
  const settled = new Set(findings.filter(({ state }) => state !== 'hypothetical' && state !== 'past').map(({ concept }) => concept))
  const asked = fired.flatMap(({ id }) => rules.find((rule) => rule.id === id)?.ask ?? [])
  return [...new Set(asked)]
    .map((id) => questions.get(id))
    .filter((question): question is Question => question !== undefined && !settled.has(question.about))
    .slice(0, QUESTION_LIMIT)
} // prettier-ignore

function doubts(
  { input, findings, holds, person, measured, isForLesson, isToldWhole }: Case,
  fired: FiredRule[],
  read: ReadText,
  isReport: boolean,
  { language, signed = true }: Beside,
): UnsureReason[] {
  const reasons: UnsureReason[] = []
  const isUncovered = holds.has('symptom-word') && !isToldWhole && !isCovered(findings, input.text)
  const isUnruled = fired.length === 0 && ((tellsCase(input.text) && !isForLesson) || (isReport && measured.length === 0 && !findings.some(isSymptom)) || findings.some((finding) => isSymptom(finding) && counts(finding)))
  if (isUncovered || isUnruled) reasons.push('symptom_without_family')
  if (isUnreviewed(input, read, fired, language)) reasons.push('language_not_reviewed')
  if (person.contradictory) reasons.push('contradictory_facts')
  if (person.implausible || measured.some(({ implausible }) => implausible)) reasons.push('implausible_fact')
  if (holds.has('fever') && holds.has('baby-said') && person.ageMonths === undefined && !holds.has('age-under-3-months')) reasons.push('age_unknown')
  if (!signed && settle(mostUrgent(fired.map(({ outcome }) => outcome)), fired, { holds, findings, isForLesson }, reasons) === 'self_care') reasons.push('protocol_not_signed')
  return reasons
} // prettier-ignore

/** From here on a nurse looks today; and from here on nothing is left to self-care. Chosen on lines that were not trained on (0168, 0226, 0245, 0252). */
const SOUNDS_DANGEROUS = 0.8
const SOUNDS_UNSAFE = 0.35
const SOUNDS_SURELY = 0.98

function secondDoubts(second: SecondLook | null, ruled: Urgency, isToldWhole: boolean): UnsureReason[] {
  if (!second || !isMoreUrgent('urgent', ruled)) return []
  // What is told whole, with what is absent, is known by rule; only what sounds surely dangerous is still looked at.
  if (isToldWhole) return second.chance >= SOUNDS_SURELY && ruled === 'self_care' ? ['not_surely_mild'] : []
  if (second.chance >= SOUNDS_DANGEROUS) return ['sounds_dangerous']
  return ruled === 'self_care' && second.chance >= SOUNDS_UNSAFE ? ['not_surely_mild'] : []
}

const secondFinding = ({ span }: SecondLook, text: string): Finding => ({
  concept: 'second-look',
  name: 'Reads like an emergency',
  state: 'possible',
  subject: 'unknown',
  spans: [span],
  words: text.slice(span.start, Math.min(span.end, span.start + WORDS_LENGTH)),
})

/** Every general symptom word ("hurts", "swollen") must lie in a finding of some family. */
function isCovered(findings: Finding[], text: string): boolean {
  const specific = findings.filter(({ concept, state }) => concept !== 'symptom-word' && !NEUTRAL.has(concept) && state !== 'hypothetical' && concepts.get(concept)?.kind !== 'fact')
  const words = findings.filter(({ concept, state, from }) => concept === 'symptom-word' && state !== 'denied' && state !== 'past' && state !== 'hypothetical' && !from)
  return words.every(({ spans }) =>
    spans.every((span) => isAnaphor(text, span, specific) || specific.some((finding) => finding.spans.some(({ start, end }) => start - COVER_GAP <= span.start && span.end <= end + COVER_GAP))),
  )
} // prettier-ignore

/** "Strained his back. The pain is worse on bending": the pain that was told of. */
const isAnaphor = (text: string, { start }: { start: number }, specific: readonly Finding[]) =>
  specific.some(({ state, from, concept }) => state !== 'denied' && !from && isOfBody(concept)) && /\b(the|this|el|la|este|esta) $/i.test(text.slice(Math.max(0, start - 6), start)) // prettier-ignore
const isOfBody = (concept: string) => concept !== 'sensation-said' && concepts.get(concept)?.kind !== 'fact'

/** A symptom word this close to a recognised finding belongs to it, in UTF-16 units. */
const COVER_GAP = 40
const NEUTRAL = new Set(['sudden', 'severe-said', 'worse-said', 'long-time'])

/** The protocol is written and read in these; the others have only raising lists. */
const REVIEWED_LANGUAGES = new Set(['en', 'es', 'und', ''])
/** A guess counts from here on, and only with this many words. */
const SURE_LANGUAGE = 0.8
const WORDS_FOR_LANGUAGE = 3

function isUnreviewed(input: TriageInput, read: ReadText, fired: FiredRule[], language: Beside['language']): boolean {
  const given = String(input.lang ?? '').toLowerCase().slice(0, 2)
  if (language) {
    const isSure = language.confidence >= SURE_LANGUAGE && read.text.tokens.length >= WORDS_FOR_LANGUAGE
    return isSure && !REVIEWED_LANGUAGES.has(language.code)
  }
  if (given) return !REVIEWED_LANGUAGES.has(given)
  return fired.some(({ family }) => family === 'other-languages') || isForeignScript(read.text.normalised.text)
} // prettier-ignore

const isForeignScript = (text: string) => /[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]{3}/.test(text)

/** Facts with which nobody is sent home with self-care alone. */
const RAISING = ['age-under-1', 'age-under-1-said', 'age-65-plus', 'pregnant', 'postpartum', 'immune-weak', 'on-chemo', 'neutropenia', 'no-spleen', 'on-anticoagulant', 'recent-surgery', 'heart-disease', 'kidney-disease', 'on-steroid'] // prettier-ignore

/** Of all that is cared for at home here, it belongs to each: a teething baby is under one year. */
function fits(term: string, fired: FiredRule[]): boolean {
  const homely = fired.filter(({ outcome }) => outcome === 'self_care')
  return homely.every(
    ({ id }) =>
      rules
        .find((rule) => rule.id === id)
        ?.fits?.split('|')
        .includes(term) ?? false,
  )
}

function settle(ruled: Urgency, fired: FiredRule[], { holds, findings, isForLesson }: Pick<Case, 'holds' | 'findings' | 'isForLesson'>, unsure: UnsureReason[]): Urgency {
  if (unsure.includes('sounds_dangerous')) return mostUrgent([ruled, 'urgent'])
  if (unsure.length > 0) return mostUrgent([ruled, 'soon'])
  if (ruled === 'self_care' && RAISING.some((term) => holds.has(term) && !fits(term, fired))) return 'routine'
  // A red flag that is only asked about is a question about health, not an order for parking; unless a lesson, a story or a form asks.
  if (!isForLesson && (ruled === 'not_clinical' || ruled === 'self_care') && findings.some(({ state, concept }) => state === 'hypothetical' && concepts.get(concept)?.kind === 'red_flag')) return 'routine'
  return ruled
} // prettier-ignore

function subjectOf(input: TriageInput, findings: Finding[]): Subject {
  if (input.subject === 'self' || input.subject === 'child' || input.subject === 'named_other') return input.subject
  const subjects = new Set(findings.filter(({ from, state }) => !from && state !== 'denied').map(({ subject }) => subject))
  if (subjects.has('child')) return 'child'
  if (subjects.has('named_other')) return 'named_other'
  return 'self'
} // prettier-ignore
