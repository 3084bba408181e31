/** What one message says of a request: several values, in any order, each by its own reader. Pure (understanding-D64). */
import { isMedicine } from '#engines/text/medicine-names.ts'
import { localDayOf, localMinuteOf } from '#engines/calendar/time-zone.ts'
import { dayWords, LOCALE, SLOT_WORDS, windowWords } from './slot-words.ts'
import { slotsOf, type SlotName, type TaskKind } from './task-kinds.ts'
import type { Spoken } from './texts.ts'
import { flatWords, readTimeWish, type TimeWish } from './time-wish.ts'

/** `shown`: as it is said again to the patient and to people; `value`: what the work needs, an instant or a number. */
export type SlotValue = { value: string; shown: string }
export type Offered = { words: string; value: string }

export type SlotFacts = {
  /** Epoch milliseconds. */
  now: number
  timeZone: string
  /** E.164, on file for whoever writes; none where it is not proved who that is. */
  numbers: readonly string[]
  /** Instants at which a call can be promised, the next first. Empty: none can, or it may not be told. */
  callTimes: readonly string[]
  sites: readonly string[]
}

export type Heard = {
  slots: Partial<Record<SlotName, SlotValue>>
  /** A slot that is understood and not settled: which of these is meant. */
  unsettled: { slot: SlotName; offered: readonly Offered[]; isGone: boolean } | null
}

export const CHOICES_MAX = 3
/** Characters of a value that are kept. */
const SHOWN_MAX = 200
const READ_MAX = 1_000

/** @param pending what was asked last: words of one's own answer that, and nothing else. */
export function readSlots(
  original: string,
  kind: TaskKind,
  {
    pending,
    language,
    facts,
    mayMoveWhen,
  }: { pending: SlotName | null; language: Spoken; facts: SlotFacts; mayMoveWhen: boolean },
): Heard {
  const text = original.slice(0, READ_MAX)
  const flat = flatWords(text)
  const names = slotsOf(kind)
  const has = (name: SlotName) => names.includes(name)
  const slots: Heard['slots'] = {}
  let unsettled: Heard['unsettled'] = null
  const cuts: (readonly [number, number])[] = []
  const take = (slot: SlotName, value: SlotValue, at: readonly [number, number] | null) => {
    slots[slot] = value
    if (at) cuts.push(at)
  }

  const today = { day: localDayOf(facts.timeZone, facts.now), minute: localMinuteOf(facts.timeZone, facts.now) }
  const wish = readTimeWish(text, language, today)
  const timeSlot = has('time') ? 'time' : has('when') ? 'when' : null
  // "My visit on Tuesday" names the visit; the time that is wished for is asked.
  const isWish = timeSlot !== null && (!has('visit') || pending === 'when' || (mayMoveWhen && pending !== 'visit'))
  if (wish && isWish) {
    const settled =
      timeSlot === 'time' && facts.callTimes.length > 0 ? settleTime(wish, facts, language) : settleWish(wish, language)
    if ('value' in settled) take(timeSlot, settled, null)
    else unsettled = { slot: timeSlot, ...settled }
    cuts.push(...wish.spans)
  }
  for (const [slot, read] of Object.entries(READERS) as [SlotName, Reader][]) {
    const found = has(slot) ? read(flat, text, { isPending: pending === slot, facts, language }) : null
    if (found) take(slot, found.value, found.at)
  }
  for (const [slot, pattern] of Object.entries(MARKED) as [SlotName, RegExp][]) {
    const match = has(slot) && slots[slot] === undefined ? pattern.exec(flat) : null
    if (match?.[1]) {
      const start = match.index + match[0].length - match[1].length
      const end = Math.min(start + match[1].length, ...cuts.map(([from]) => from).filter((from) => from > start))
      if (slot === 'topic' ? /\p{L}{3}/u.test(text.slice(start, end)) : hasContent(text.slice(start, end)))
        take(slot, words(text.slice(start, end)), [match.index, end])
    }
  }

  if (pending !== null && slots[pending] === undefined && unsettled?.slot !== pending && isOwnWords(pending)) {
    const rest = cuts.length === 0 ? text : without(text, cuts)
    // A correction of something else is no answer to what was asked.
    if (cuts.length === 0 ? /\p{L}{2}|\d/u.test(rest) : hasContent(rest)) slots[pending] = words(rest)
  }
  return { slots, unsettled }
}

/** What the words that begin a request say of its first slot; undefined: they name the request and no more. */
export function firstWords(text: string): SlotValue | undefined {
  return contentWords(text).length >= 2 ? words(text) : undefined
}

/** Whether the slot takes any words of one's own. */
export const isOwnWords = (slot: SlotName): boolean => !(slot in READERS) && slot !== 'time' && slot !== 'when'

type Reader = (
  flat: string,
  text: string,
  about: { isPending: boolean; facts: SlotFacts; language: Spoken },
) => { value: SlotValue; at: readonly [number, number] | null } | null

const READERS: Partial<Record<SlotName, Reader>> = {
  number(flat, _text, { facts, language }) {
    const match = /\+?\d[\d ().-]{5,18}\d/.exec(flat)
    const figures = match?.[0].replace(/\D/g, '') ?? ''
    if (!match || figures.length < 7) return null
    const at = [match.index, match.index + match[0].length] as const
    const onFile = facts.numbers.find((number) => number.endsWith(figures.slice(-10)) && figures.length >= 10)
    if (onFile) return { value: numberShown(onFile, language), at }
    return facts.numbers.length > 0 ? null : { value: { value: figures, shown: match[0].trim() }, at }
  },

  minutes(flat, _text, { isPending }) {
    const hour = /\b(?:half an? hour|media hora)\b/.exec(flat) ?? /\b(?:an|one|una) (?:hour|hora)\b/.exec(flat)
    const minutes =
      /\b(\d{1,3}) ?(?:minutes?|minutos?|mins?)\b/.exec(flat) ??
      (isPending ? /^\D{0,12}(\d{1,3})\D{0,12}$/.exec(flat) : null)
    const found = hour ?? minutes
    if (!found) return null
    const n = hour ? (/half|media/.test(hour[0]) ? 30 : 60) : Number(minutes?.[1])
    return n >= 1 && n <= 180 ? { value: { value: String(n), shown: String(n) }, at: placeOf(found) } : null
  },

  'days-left'(flat, _text, { isPending }) {
    const none =
      /\b(?:none left|ran out|run out today|i am out|i'm out|nothing left|no me quedan?(?: nada| ninguna)?|se me acabo|ya no tengo)\b/.exec(
        flat,
      )
    if (none) return { value: { value: '0', shown: '0' }, at: placeOf(none) }
    const counted = DAYS_LEFT.exec(flat) ?? (isPending ? BARE_COUNT.exec(flat) : null)
    if (!counted) return null
    const count = NUMBER_WORDS[counted[1]!] ?? Number(counted[1])
    const days = /week|semana/.test(counted[0]) ? count * 7 : count
    return days <= 365 ? { value: { value: String(days), shown: String(days) }, at: placeOf(counted) } : null
  },

  medicine(flat, text, { isPending }) {
    const lay = LAY_MEDICINE.exec(flat)
    if (lay) return { value: words(text.slice(...placeOf(lay))), at: placeOf(lay) }
    for (const match of flat.matchAll(/[a-z]{4,}(?: \d{1,4} ?(?:mg|mcg|ml|units|unidades)\b)?/g))
      if (isMedicine(match[0].split(' ')[0]!))
        return { value: words(text.slice(...placeOf(match))), at: placeOf(match) }
    return isPending && /[a-z]{3}/.test(flat) && !DAYS_LEFT.test(flat)
      ? { value: words(text), at: [0, text.length] }
      : null
  },

  who(flat, text, { isPending, language }) {
    const relative = RELATIVE.exec(flat)
    if (relative) return { value: words(text.slice(...placeOf(relative))), at: placeOf(relative) }
    const own =
      /\b(?:for|para) (?:me|myself|mi|mi mismo|mi misma)\b/.exec(flat) ??
      (isPending ? /^\W*(?:me|myself|yo)\W*$/.exec(flat) : null)
    if (own) return { value: words(SLOT_WORDS[language].me), at: placeOf(own) }
    return isPending && hasContent(flat) && readTimeWish(text, language, { day: 0, minute: 0 }) === null
      ? { value: words(text), at: [0, text.length] }
      : null
  },

  language(flat, text, { isPending }) {
    const match = LANGUAGES.exec(flat)
    if (match) return { value: words(text.slice(...placeOf(match))), at: placeOf(match) }
    return isPending && /[a-z]{3}/.test(flat) ? { value: words(text), at: [0, text.length] } : null
  },

  site(flat, _text, { facts }) {
    for (const site of facts.sites) {
      const at = flat.indexOf(flatWords(site))
      if (site.length >= 3 && at >= 0) return { value: words(site), at: [at, at + site.length] }
    }
    return null
  },
}

const RELATIVE =
  /\b(?:for|para) (?:my|mi|our|nuestr[oa]) (?:son|daughter|child|baby|kid|wife|husband|mother|father|mom|dad|partner|sister|brother|hij[oa]|bebe|nin[oa]|espos[oa]|madre|padre|mama|papa|pareja|herman[oa])\b/
const NUMBER_WORDS: Record<string, number | undefined> = {
  one: 1, a: 1, an: 1, un: 1, una: 1, uno: 1, two: 2, dos: 2, three: 3, tres: 3, four: 4, cuatro: 4, five: 5, cinco: 5, six: 6, seis: 6, seven: 7,
  siete: 7, eight: 8, ocho: 8, nine: 9, nueve: 9, ten: 10, diez: 10, zero: 0, none: 0, cero: 0, ninguno: 0,
} // prettier-ignore
const COUNT = `\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')}`
const DAYS_LEFT = new RegExp(`\\b(${COUNT}) (?:more )?(?:days?|weeks?|dias?|semanas?)\\b`)
const BARE_COUNT = new RegExp(`^\\W*(?:only|about|solo|como)? ?(${COUNT})\\W*$`)
const BARE_VALUE = new RegExp(
  `^\\W*(?:only|about|solo|como)? ?(?:${COUNT}) ?(?:days?|weeks?|dias?|semanas?|minutes?|minutos?|mins?)?(?: left)?\\W*$`,
)

/** Nothing but a count: of days, weeks or minutes, or a choice. */
export const isBareCount = (text: string): boolean => text.length < 40 && BARE_VALUE.test(flatWords(text))

/** What is done with a medicine is a matter for a nurse, however short it is said (D60). */
const TAKING =
  /\b(?:tak(?:e|ing|en)|took|stop|skip|miss(?:ed)?|double|half|more|less|safe|dose|with|without|tom(?:o|ar|e|ando)|dejar|doble|mitad|mas|menos|dosis|con|sin)\b/

/** Nothing but the name of a medicine, with its strength. */
export const isBareMedicine = (text: string): boolean =>
  text.length <= 60 && text.trim().split(/\s+/).length <= 5 && !TAKING.test(flatWords(text))

const LAY_MEDICINE =
  /\b(?:blood thinners?|insulin|seizure (?:medicine|meds|pills?)|blood pressure (?:medicine|meds|pills?)|birth control(?: pills?)?|inhaler|anticoagulantes?|insulina|medicina para (?:la presion|las convulsiones)|pastillas para la presion|inhalador)\b/
const LANGUAGES =
  /\b(?:american sign language|sign language|asl|spanish|english|chinese|mandarin|cantonese|vietnamese|tagalog|korean|arabic|russian|haitian creole|portuguese|french|german|polish|italian|hindi|farsi|persian|somali|lengua de senas|senas|espanol|ingles|chino|vietnamita|coreano|arabe|ruso|criollo|portugues|frances|aleman|polaco|italiano)\b/

/** Words of one's own that say themselves what they are. */
const MARKED: Partial<Record<SlotName, RegExp>> = {
  topic: /\b(?:it is about|it's about|about|es sobre|sobre|se trata de) (.{2,200})$/,
  reason: /\b(?:because of|because|the reason is|for an?|es por|porque|el motivo es|para una?) (.{2,200})$/,
  pharmacy: /\b(?:the pharmacy is|my pharmacy is|la farmacia es|mi farmacia es) (.{2,200})$/,
  visit: /\b(?:the visit is|the appointment is|my visit is|la cita es|mi cita es) (.{2,200})$/,
}

/** Words that name a request and say nothing of it. */
const EMPTY_WORDS = new Set(
  `i id i'd im i'm we you a an the to of on in at and or for with my me your it is am be can could would like want need please have has had do make file leave
  give get see ask about some any there this that hello hi thanks thank question help concern problem issue appointment appointments visit visits cancel
  bill bills complaint insurance test tests result results lab records record copy medical plan no sorry actually then also so just today now
  yo me mi mis tu su el la los las un una de del al a en y o por para con que es quiero quisiera necesito puedo puede pueden favor tengo hay hacer poner pedir
  ver saber sobre esto eso hola gracias pregunta duda ayuda problema cita citas cancelar cuenta cuentas factura queja seguro plan examen examenes resultado
  resultados registro registros copia medico medica lo`.split(/\s+/),
)

const contentWords = (text: string): string[] =>
  (flatWords(text).match(/[\p{L}\d']+/gu) ?? []).filter((word) => word.length > 1 && !EMPTY_WORDS.has(word))
const hasContent = (text: string): boolean => contentWords(text).length > 0

function without(text: string, cuts: readonly (readonly [number, number])[]): string {
  let rest = ''
  let from = 0
  for (const [start, end] of cuts.toSorted((a, b) => a[0] - b[0])) {
    rest += text.slice(from, Math.max(from, start))
    from = Math.max(from, end)
  }
  return `${rest}${text.slice(from)}`
}

const placeOf = (match: RegExpExecArray): [number, number] => [match.index, match.index + match[0].length]

/** On one line, cut, and without the marks that join it to what stood beside it. */
function words(text: string): SlotValue {
  const line = text
    .replace(/[\s\p{C}]+/gu, ' ')
    .replace(/^[ ,;.:-]+|[ ,;:]+$/g, '')
    // A word that led to what was cut away.
    .replace(/(?:[ ,;]{1,3}(?:at|on|in|for|by|and|or|en|el|la|los|para|por|y|o|a)){1,4}$/i, '')
  const shown = line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX - 1)}…` : line
  return { value: shown, shown }
}

export const numberShown = (number: string, language: Spoken): SlotValue => ({
  value: number,
  shown: SLOT_WORDS[language].numberEnds(number.slice(-2)),
})

export const timeShown = (instant: string, timeZone: string, language: Spoken): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  })
    .format(new Date(instant))
    .replace(/[\u00a0\u202f]/g, ' ')

type Unsettled = { offered: readonly Offered[]; isGone: boolean }

/** The promised time is one that is free: the one that is named, or the next of those that suit. */
function settleTime(wish: TimeWish, facts: SlotFacts, language: Spoken): SlotValue | Unsettled {
  const { callTimes, timeZone } = facts
  const asSlot = (time: string): SlotValue => ({ value: time, shown: timeShown(time, timeZone, language) })
  const suits = callTimes.filter((time) => {
    const at = Date.parse(time)
    const minute = localMinuteOf(timeZone, at)
    return (
      (wish.days.length === 0 || wish.days.includes(localDayOf(timeZone, at))) &&
      minute >= wish.from &&
      minute < wish.to
    )
  })
  const exact = wish.at === null ? [] : suits.filter((time) => localMinuteOf(timeZone, Date.parse(time)) === wish.at)
  if (wish.days.length === 1 && exact[0]) return asSlot(exact[0])
  if (wish.isAny && wish.days.length === 0 && suits[0]) return asSlot(suits[0])
  if (suits.length === 0) return { offered: spread(nearest(wish, facts), facts, language), isGone: true }
  return { offered: spread(exact.length > 1 ? exact : suits, facts, language), isGone: false }
}

/** Free times by how near they are to the day and hour that were wished for. */
function nearest({ days, from }: TimeWish, { callTimes, timeZone, now }: SlotFacts): string[] {
  const day = days[0] ?? localDayOf(timeZone, now)
  const far = (time: string) =>
    Math.abs(
      (localDayOf(timeZone, Date.parse(time)) - day) * 24 * 60 + localMinuteOf(timeZone, Date.parse(time)) - from,
    )
  return callTimes
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, CHOICES_MAX)
    .toSorted()
}

/** The next free time, and later ones in other halves of a day, so that there is something to choose. */
export function spread(times: readonly string[], { timeZone }: SlotFacts, language: Spoken): Offered[] {
  const halves = new Map<number, string>()
  for (const time of times) {
    const at = Date.parse(time)
    const half = localDayOf(timeZone, at) * 2 + (localMinuteOf(timeZone, at) < 720 ? 0 : 1)
    if (!halves.has(half)) halves.set(half, time)
  }
  const apart =
    halves.size >= CHOICES_MAX ? [...halves.values()] : [times[0], times[Math.floor(times.length / 2)], times.at(-1)]
  return [...new Set(apart)]
    .filter((time) => time !== undefined)
    .slice(0, CHOICES_MAX)
    .map((value) => ({ value, words: timeShown(value, timeZone, language) }))
}

function settleWish(wish: TimeWish, language: Spoken): SlotValue | Unsettled {
  const hours = wish.isAny && wish.days.length === 0 ? SLOT_WORDS[language].any : windowWords(wish, language)
  const shown = (days: readonly number[]) =>
    words([days.map((day) => dayWords(day, language)).join(' / '), hours].filter(Boolean).join(', '))
  if (!wish.isAmbiguous || wish.days.length < 2) return shown(wish.days)
  return {
    offered: wish.days.map((day) => ({ words: shown([day]).shown, value: shown([day]).value })),
    isGone: false,
  }
}
