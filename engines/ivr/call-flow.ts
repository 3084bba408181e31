/**
 * How a call goes on (desk-D61 to D63): from where it is and what was pressed, said or kept silent to the next step, as data. Pure: who
 * could take the call just now comes in, and what must be kept goes out as effects.
 *
 * Two levels of questions, language and matter, with at most four answers each. 0 or "person" leads to a person at any point: to one who
 * picks up, to the line of those who wait, or to a call-back or a message where nobody can. 9 repeats. Silence twice means a person.
 * Where the assistant is switched on for calls, a plain question is answered in the call, and more may be asked (decision 0171).
 */
import { emergencyNumberOf, spokenEmergencyText } from '#engines/crisis/resources.ts'
import type { Spoken } from './languages.ts'
import { PHRASES } from './phrases.ts'

export type Topic = 'appointment' | 'clinical' | 'billing'

export type CallState = {
  at: 'language' | 'topic' | 'done' | 'offer' | 'consent' | 'holding' | 'dialing' | 'held' | 'recording' | 'ended'
  language: Spoken
  topic: Topic | null
  /** Silences, and wrong or repeated keys, in a row. */
  silences: number
  repeats: number
  /** Answers since the call began; the waiting itself is not counted. */
  turns: number
  holds: number
  /** What the assistant answered last, to be said again; absent or null: nothing yet. */
  answer?: readonly string[] | null
  /** Whose telephone rings, where it is not the desk's: once more that of whoever has the call, or that of whom it is passed on to. */
  rings?: 'back' | 'on' | null
  /** A request is being taken: what is pressed or said answers its question (decision 0171). */
  isTaking?: boolean
}

export type Heard =
  | { kind: 'arrived' }
  | { kind: 'key'; key: string }
  | { kind: 'words'; asks: 'person' | 'repeat' | Topic | null; redFlag: { kinds: readonly string[] } | null }
  | { kind: 'silence' }
  /** The recording has ended; `key` ended it. */
  | { kind: 'recorded'; hasSound: boolean; key: string | null }
  | { kind: 'dialed'; wasAnswered: boolean }
  /** Whoever has the call at the desk asked for it (decision 0246). */
  | { kind: 'asked'; does: Asked }

export type Asked = 'hold' | 'go-on' | 'transfer'

/** Who could take the call at this moment. `waitMin`: expected wait, in minutes, at least 1. */
export type Desk = { is: 'free' } | { is: 'busy'; place: number; waitMin: number } | { is: 'nobody' }

export type CallFacts = {
  /** Languages to choose from, the site's first if it is one of them; at most four are asked about. */
  languages: readonly Spoken[]
  organization: string
  /** ISO 3166 of the site, for the emergency number. */
  country: string
  desk: Desk
  /** The caller's number is known, so that somebody can call back. */
  canCallBack: boolean
  /** The assistant is switched on for calls, and speaks the caller's language. */
  hasHelper: boolean
  /** What it says to what was just said or pressed; null: it is for a person. */
  reply: Reply | null
}

/** `ask`: it was not understood, and is asked once more; `collect`: a request is being taken, and `sent`: people have it. */
export type Reply = { does: 'answer' | 'ask' | 'collect' | 'sent'; language: Spoken; say: readonly string[] }

export type Line = { language: Spoken; text: string }
export type Action =
  /** `listens`: the language that is listened for. */
  | { do: 'ask'; seconds: number; listens: Spoken }
  | { do: 'record'; maxSeconds: number }
  | { do: 'dial'; seconds: number }
  | { do: 'hang-up' }
export type Step = { say: readonly Line[]; then: Action }
/** `back-in-line`: whoever had the call is not there any more. */
export type Effect = 'queued' | 'back-in-line' | 'consent-given' | 'consent-refused' | 'call-back'

export type Turn = { state: CallState; step: Step; effects: readonly Effect[] }

/** A longer wait than this is answered with the offer to call back, in minutes (desk-D62). */
export const LONG_WAIT_MIN = 3
/** Answers of one question, and questions in a row below the greeting (desk-D61). */
export const OPTIONS_MAX = 4
/** The same question in a row; then a person. */
export const REPEATS_MAX = 4
/** Answers of one call; then it is brought to its end. */
export const TURNS_MAX = 40
/** Looks at whether somebody is free, each after `HOLD_SECONDS`: about half an hour. */
export const HOLDS_MAX = 90
export const HOLD_SECONDS = 20
/** Looks at a caller on hold, about a quarter of an hour; then the telephone of whoever has the call rings again. */
export const HELD_MAX = 45
const ASK_SECONDS = 6
const RING_SECONDS = 25
export const VOICEMAIL_MAX_SECONDS = 180

export const arriving = (language: Spoken): CallState => ({
  at: 'language',
  language,
  topic: null,
  silences: 0,
  repeats: 0,
  turns: 0,
  holds: 0,
})

export function nextTurn(before: CallState, heard: Heard, facts: CallFacts): Turn {
  if (heard.kind === 'arrived') return greet(before, facts)
  const { at } = before
  if (at === 'ended') return turn(before, goodbye(before, facts))
  if (heard.kind === 'asked') return asAsked(settled(before), heard.does, facts)
  // Waiting in silence is no answer; it has a limit of its own.
  const isWaiting = (at === 'holding' || at === 'held') && heard.kind === 'silence'
  const state = isWaiting ? before : { ...before, turns: before.turns + 1 }
  const isOver = state.turns > TURNS_MAX
  if (heard.kind === 'words' && heard.redFlag)
    return sayFirst(emergency(state, heard.redFlag, facts), isOver ? endKindly(state, facts) : toPerson(state, facts))
  if (isOver) return endKindly(state, facts)
  if (asksForPerson(heard)) return toPerson(settled(state), facts)
  switch (at) {
    case 'language':
      return atLanguage(state, heard, facts)
    case 'topic':
      return atTopic(state, heard, facts)
    case 'done':
      return turn({ ...state, at: 'ended' }, goodbye(state, facts))
    case 'offer':
      return atOffer(state, heard, facts)
    case 'consent':
      return atConsent(state, heard, facts)
    case 'holding':
      return atHolding(state, heard, facts)
    case 'dialing':
      return atDialing(state, heard, facts)
    case 'held':
      return atHeld(state, heard, facts)
    case 'recording':
      return atRecording(state, heard, facts)
  }
}

/** Emergency hint first, then the language: both within the first ten seconds (desk-D61). */
function greet(before: CallState, facts: CallFacts): Turn {
  const offered = facts.languages.slice(0, OPTIONS_MAX)
  const number = (language: Spoken) => spelled(emergencyNumberOf(facts.country, language))
  const hints = offered.map((language) => ({ language, text: PHRASES[language].hint(number(language)) }))
  const [only] = offered
  if (only && offered.length === 1) return sayFirst(hints, askTopic({ ...before, language: only }, facts))
  const choices = offered.map((language, n) => ({ language, text: PHRASES[language].language(String(n + 1)) }))
  // Nobody has chosen yet: what is said now is most likely in the first of them.
  return turn({ ...before, at: 'language' }, ask([...hints, ...choices], only ?? before.language))
}

function atLanguage(state: CallState, heard: Heard, facts: CallFacts): Turn {
  if (heard.kind === 'words' && heard.asks !== 'repeat') return afterWords(state, heard.asks, facts)
  const chosen = heard.kind === 'key' ? facts.languages.slice(0, OPTIONS_MAX)[Number(heard.key) - 1] : undefined
  if (chosen) return askTopic(settled({ ...state, language: chosen }), facts)
  return again(state, heard, facts, (next) => greet(next, facts))
}

const TOPIC_KEYS: Record<string, Topic> = { 1: 'appointment', 2: 'clinical', 3: 'billing' }

/** Our hours are asked for by a key, where the assistant can tell them. */
export const HOURS_KEY = '4'

function askTopic(state: CallState, { organization, hasHelper }: CallFacts): Turn {
  const words = PHRASES[state.language]
  const topics = hasHelper && words.helper ? [words.helper.hello, words.helper.topics] : [words.topics]
  return turn({ ...state, at: 'topic' }, ask(lines(state, [words.welcome(organization), ...topics]), state.language))
}

function atTopic(state: CallState, heard: Heard, facts: CallFacts): Turn {
  if (heard.kind === 'words' && heard.asks !== 'repeat') return afterWords(state, heard.asks, facts)
  if (heard.kind === 'key' && answersRequest(state, heard)) return afterWords(state, null, facts)
  const topic = heard.kind === 'key' && !state.isTaking ? TOPIC_KEYS[heard.key] : undefined
  if (topic) return toTopic(state, topic, facts)
  if (heard.kind === 'key' && heard.key === HOURS_KEY && facts.hasHelper && !state.isTaking)
    return afterWords(state, null, facts)
  const { answer } = state
  if (state.isTaking && answer)
    return again(state, heard, facts, (next) => turn({ ...next, at: 'topic' }, ask(lines(next, answer), next.language)))
  return again(state, heard, facts, (next) =>
    answer ? askMore(next, isRepeat(heard) ? answer : []) : askTopic(next, facts),
  )
}

/** What the assistant does not answer is for a person; so is what was not understood after a silence, or twice (D15, D70). */
function afterWords(state: CallState, topic: Topic | 'person' | null, facts: CallFacts): Turn {
  const { reply } = facts
  if (!reply || (reply.does === 'ask' && state.silences > 0)) return toTopic(state, topic, facts)
  const spoken = { ...state, language: reply.language, isTaking: reply.does === 'collect' }
  if (reply.does === 'collect')
    return turn({ ...settled(spoken), at: 'topic', answer: reply.say }, ask(lines(spoken, reply.say), spoken.language))
  if (reply.does === 'sent') return turn({ ...settled(spoken), at: 'done' }, saying(spoken, reply.say, 'afterRequest'))
  if (reply.does === 'answer') return askMore({ ...settled(spoken), answer: reply.say }, reply.say)
  return turn({ ...spoken, at: 'topic', silences: 1 }, ask(lines(spoken, reply.say), spoken.language))
}

/** Keys that answer a question of a request: a choice, or a yes. */
export const answersRequest = ({ isTaking }: CallState, heard: Heard): boolean =>
  isTaking === true && heard.kind === 'key' && /^[1-3]$/.test(heard.key)

const askMore = (state: CallState, say: readonly string[]): Turn =>
  turn({ ...state, at: 'topic' }, saying(state, say, 'askMore'))

/** What the assistant says, and how the call goes on, where it speaks the language. */
function saying(state: CallState, say: readonly string[], on: 'askMore' | 'afterRequest'): Step {
  const { helper } = PHRASES[state.language]
  return ask(lines(state, [...say, ...(helper ? [helper[on]] : [])]), state.language)
}

const toTopic = (state: CallState, topic: Topic | 'person' | null, facts: CallFacts): Turn =>
  person(settled({ ...state, topic: topic === 'person' ? state.topic : (topic ?? state.topic) }), facts)

/** To whoever is free; else into the line of those who wait, or to the offer of a call-back. */
function person(state: CallState, facts: CallFacts): Turn {
  const { desk } = facts
  if (desk.is === 'free') return dial(state)
  if (desk.is === 'busy' && (desk.waitMin <= LONG_WAIT_MIN || state.at === 'holding' || state.at === 'offer'))
    return hold(state, facts, [PHRASES[state.language].place(desk.place, desk.waitMin)])
  // Who asks for a person where nobody is gets one later, without more questions.
  if (desk.is === 'nobody' && state.at === 'offer' && facts.canCallBack) return callBack(state, facts)
  return offer(state, facts)
}

const dial = (state: CallState, words = PHRASES[state.language].connecting, rings: CallState['rings'] = null): Turn =>
  turn(
    { ...state, at: 'dialing', rings },
    { say: lines(state, [words]), then: { do: 'dial', seconds: RING_SECONDS } },
    ['queued'],
  )

/** Whoever is on hold has a person already. */
const toPerson = (state: CallState, facts: CallFacts): Turn =>
  state.at === 'held' ? ringBack(state) : person(state, facts)

const ringBack = (state: CallState): Turn => dial(state, PHRASES[state.language].goesOn, 'back')

function asAsked(state: CallState, does: Asked, facts: CallFacts): Turn {
  const words = PHRASES[state.language]
  switch (does) {
    case 'hold':
      return onHold({ ...state, holds: 0 }, words.onHold, facts)
    case 'go-on':
      return ringBack(state)
    case 'transfer':
      return dial(state, words.passesOn, 'on')
  }
}

/** Nobody there: a call that was passed on comes back to whoever had it; where that person is gone, into the line. */
function atDialing(state: CallState, heard: Heard, facts: CallFacts): Turn {
  const words = PHRASES[state.language]
  // That a telephone was picked up is not enough there: it may be a voicemail box. Who pressed the key has the call.
  if (state.rings === 'on') return dial(state, words.comesBack, 'back')
  if (heard.kind === 'dialed' && heard.wasAnswered)
    return turn({ ...state, at: 'ended' }, { say: [], then: { do: 'hang-up' } })
  if (state.rings === 'back') {
    const back = person(settled({ ...state, rings: null }), facts)
    return { ...back, effects: ['back-in-line', ...back.effects] }
  }
  return offer(settled(state), { ...facts, desk: { is: 'nobody' } })
}

/** Danger is heard on hold as anywhere (desk-D2); then, and on 0, the telephone of whoever has the call rings. */
function atHeld(before: CallState, heard: Heard, facts: CallFacts): Turn {
  const state = { ...before, holds: before.holds + 1 }
  if (heard.kind === 'key' && heard.key === '1' && facts.canCallBack) return callBack(state, facts)
  return state.holds > HELD_MAX ? ringBack(state) : onHold(state, PHRASES[state.language].stillOnHold, facts)
}

const onHold = (state: CallState, words: string, { canCallBack }: CallFacts): Turn =>
  turn(
    { ...state, at: 'held', rings: null },
    {
      say: lines(state, [words, ...(canCallBack ? [PHRASES[state.language].holdCallBackKey] : [])]),
      then: { do: 'ask', seconds: HOLD_SECONDS, listens: state.language },
    },
  )

const hold = (state: CallState, { canCallBack }: CallFacts, words: readonly string[]): Turn =>
  turn(
    { ...state, at: 'holding' },
    {
      say: lines(state, [...words, ...(canCallBack ? [PHRASES[state.language].callBackKey] : [])]),
      then: { do: 'ask', seconds: HOLD_SECONDS, listens: state.language },
    },
    ['queued'],
  )

function atHolding(before: CallState, heard: Heard, facts: CallFacts): Turn {
  const state = { ...before, holds: before.holds + 1 }
  if (heard.kind === 'key' && heard.key === '1' && facts.canCallBack) return callBack(state, facts)
  const { desk } = facts
  if (desk.is === 'free') return dial(state)
  if (desk.is === 'nobody' || state.holds > HOLDS_MAX)
    return offer(settled(state), { ...facts, desk: { is: 'nobody' } })
  return hold(state, facts, [PHRASES[state.language].stillWaiting(desk.place)])
}

function offer(state: CallState, facts: CallFacts): Turn {
  const { desk, canCallBack } = facts
  const words = PHRASES[state.language]
  const isBusy = desk.is === 'busy'
  const said = [
    isBusy ? words.longWait(desk.waitMin) : words.nobody,
    ...(canCallBack ? [words.callBackKey] : []),
    words.voicemailKey('2'),
    ...(isBusy ? [words.waitKey] : []),
  ]
  return turn({ ...state, at: 'offer' }, ask(lines(state, said), state.language), isBusy ? ['queued'] : [])
}

function atOffer(state: CallState, heard: Heard, facts: CallFacts): Turn {
  const key = heard.kind === 'key' ? heard.key : null
  if (key === '1' && facts.canCallBack) return callBack(state, facts)
  if (key === '2') return askConsent(settled(state), facts)
  if (key === '3' && facts.desk.is === 'busy') return person(settled(state), facts)
  return again(state, heard, facts, (next) => offer(next, facts))
}

function askConsent(state: CallState, { canCallBack }: CallFacts): Turn {
  const words = PHRASES[state.language]
  const said = [words.consent, ...(canCallBack ? [words.consentOrCallBack] : [])]
  return turn({ ...state, at: 'consent' }, ask(lines(state, said), state.language))
}

/** Nothing is recorded before a yes (desk-D61). */
function atConsent(state: CallState, heard: Heard, facts: CallFacts): Turn {
  const key = heard.kind === 'key' ? heard.key : null
  if (key === '1') {
    const step = {
      say: lines(state, [PHRASES[state.language].afterTheTone]),
      then: { do: 'record', maxSeconds: VOICEMAIL_MAX_SECONDS },
    } as const
    return turn({ ...settled(state), at: 'recording' }, step, ['consent-given'])
  }
  const isNo = key === '2' || (heard.kind === 'silence' && state.silences > 0)
  if (isNo) {
    const ended = endKindly(state, facts)
    return { ...ended, effects: ['consent-refused', ...ended.effects] }
  }
  return again(state, heard, facts, (next) => askConsent(next, facts))
}

function atRecording(state: CallState, heard: Heard, facts: CallFacts): Turn {
  const words = PHRASES[state.language]
  if (heard.kind !== 'recorded' || !heard.hasSound)
    return sayFirst(lines(state, [words.nothingHeard]), offer(settled(state), { ...facts, desk: { is: 'nobody' } }))
  const thanks = lines(state, [words.thanks])
  if (heard.key === '0') return sayFirst(thanks, person(settled(state), facts))
  return sayFirst(thanks, turn({ ...state, at: 'ended' }, goodbye(state, facts)))
}

function callBack(state: CallState, facts: CallFacts): Turn {
  const said = lines(state, [PHRASES[state.language].willCallBack])
  const ended = sayFirst(said, turn({ ...state, at: 'ended' }, goodbye(state, facts)))
  return { ...ended, effects: ['call-back'] }
}

/** Whoever could not be served in the call is called back where that is possible. */
const endKindly = (state: CallState, facts: CallFacts): Turn =>
  facts.canCallBack ? callBack(state, facts) : turn({ ...state, at: 'ended' }, goodbye(state, facts))

/** Silence, a wrong key and 9: the question once more; at the second silence, and after too many, a person. */
function again(state: CallState, heard: Heard, facts: CallFacts, question: (state: CallState) => Turn): Turn {
  const isSilent = heard.kind === 'silence'
  const next = { ...state, silences: isSilent ? state.silences + 1 : 0, repeats: state.repeats + 1 }
  if (next.silences >= 2 || next.repeats > REPEATS_MAX) return person(settled(next), facts)
  const words = PHRASES[state.language]
  return sayFirst(isRepeat(heard) ? [] : lines(state, [isSilent ? words.again : words.notAKey]), question(next))
}

const isRepeat = (heard: Heard): boolean =>
  (heard.kind === 'key' && heard.key === '9') || (heard.kind === 'words' && heard.asks === 'repeat')

const asksForPerson = (heard: Heard): boolean =>
  (heard.kind === 'key' && heard.key === '0') || (heard.kind === 'words' && heard.asks === 'person')

/** The number is said figure by figure, on a line of its own words. */
export const spelled = (number: string): string => (/^\d{3,4}$/.test(number) ? [...number].join(' ') : number)

function emergency(state: CallState, { kinds }: { kinds: readonly string[] }, { country }: CallFacts): Line[] {
  return lines(state, [spokenEmergencyText({ language: state.language, country, kinds })])
}

const goodbye = (state: CallState, { country }: CallFacts): Step => ({
  say: lines(state, [PHRASES[state.language].goodbye(spelled(emergencyNumberOf(country, state.language)))]),
  then: { do: 'hang-up' },
})

const settled = (state: CallState): CallState => ({ ...state, silences: 0, repeats: 0 })
const ask = (say: readonly Line[], listens: Spoken): Step => ({
  say,
  then: { do: 'ask', seconds: ASK_SECONDS, listens },
})
const lines = ({ language }: CallState, texts: readonly string[]): Line[] => texts.map((text) => ({ language, text }))
const turn = (state: CallState, step: Step, effects: readonly Effect[] = []): Turn => ({ state, step, effects })
const sayFirst = (said: readonly Line[], { state, step, effects }: Turn): Turn => ({
  state,
  step: { ...step, say: [...said, ...step.say] },
  effects,
})

/** What is said when nothing of ours works: the emergency number, and a tone to leave a message after. Known without any look-up. */
export const awayStep = (language: Spoken, country: string): Step => ({
  say: [{ language, text: PHRASES[language].away(spelled(emergencyNumberOf(country, language))) }],
  then: { do: 'record', maxSeconds: VOICEMAIL_MAX_SECONDS },
})
