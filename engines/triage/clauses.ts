/**
 * Where another thought begins, and whether it tells of now: "I had a stroke two years ago, my face is drooping". A word of time or of supposing speaks of
 * its own clause; what another one tells of a body stands. Only what is surely told of then, or surely supposed, is let go: doubt leaves it standing. Pure.
 */
import { PAUSE, type Token } from '#engines/text/tokens.ts'

export type Tense = 'present' | 'perfect' | 'past'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const PRESENT = words(
  'am im is hes shes its are have ive has cant cannot wont isnt arent dont doesnt hurts feels feel keeps keep wants want wanna needs need gets looks look says bleeds burns swells drools shakes hits beats threatens stops turns goes chokes faints vomits ' +
    'estoy esta estan estamos tengo tiene tienen tenemos traigo trae traen soy es son hay siento siente sienten puedo puede pueden quiero quiere quieren duele duelen aprieta arde arden sangra sangro sale salen falta ando anda andan sigue sigo siguen va voy ' +
    'respira despierta responde reacciona contesta golpea pega amenaza maltrata cae caen hincha hinchan cierra mueve habla tiembla convulsiona ahoga ahogo pone desmaya suda tose vomita orina come duermo duerme necesito necesita quema punza oprime dificulta cuesta',
)
/** Behind these it is no verb of its own: "used to have", "would feel". */
const BEFORE_INFINITIVE = words(
  'to would could did didnt will might should may must shall do does can cant cannot wont dont doesnt',
)
const PERFECT_HELPS = words('have has ive hes shes weve he ha han hemos')
const PRESENT_HELPS = words('am im is hes shes its are get gets feel feels look looks keeps being estoy esta estan')
const PARTICIPLES = words(
  'had been gone taken fallen broken done eaten drunk swollen lost felt gotten thrown passed stopped vuelto puesto hecho dicho muerto roto',
)
const PAST = words(
  'was were wasnt werent had hadnt did didnt couldnt wouldnt got went came took fell broke lost felt said told found began became left drank ate threw bit stung woke slept saw heard gave made knew thought kept held ran brought bought met wrote grew blew bled stuck shot swam drove rode stood sat lay chose spoke choked quit ' +
    'fue era eran fueron estaba estaban estuve estuvo tenia tuve tuvo tuvimos tuvieron dio di dieron hizo hicieron hice puso puse pusieron murio murieron nacio naci nacieron fallecio cayo cai vino vine fui pude pudo dijo dijeron habia hubo trajo sufri sufrio perdi perdio senti sintio salio tome trague bebi ingeri comi podia dolia sentia sufria vivia parecia hacia paso',
)
const NO_PAST = words('need red bed bleed speed feed seed med indeed shed wed tired used embed')

/** Of a verb that is known by its form; of any other word nothing. */
export function tenseAt(i: number, tokens: readonly Token[]): Tense | undefined {
  const word = tokens[i]?.text ?? ''
  const before = wordBefore(i, tokens)
  if (PERFECT_HELPS.has(before) && (PARTICIPLES.has(word) || /(ed|[ai]do)$/.test(word))) return 'perfect'
  if (PRESENT_HELPS.has(before) && /(ed|ing|[ai]do|ando|endo)$/.test(word)) return 'present'
  if (PRESENT.has(word)) return BEFORE_INFINITIVE.has(before) && !/s$|nt$/.test(word) ? undefined : 'present'
  if (PAST.has(word)) return 'past'
  if (/^[a-z]{2,}ed$/.test(word) && !NO_PAST.has(word)) return 'past'
  if (/^[a-z]+(aron|ieron|aba|aban|abamos)$/.test(word)) return 'past'
  if (/^(se|le|les)$/.test(before) && /^[a-z]{2,}o$/.test(word)) return 'past'
  return before === 'me' && /^[a-z]{2,}[ei]$/.test(word) ? 'past' : undefined
}

/** The word before, over what is no verb: "has never had", "was just". */
function wordBefore(i: number, tokens: readonly Token[]): string {
  if (i === 0 || tokens[i]!.pause > PAUSE.none) return ''
  const before = tokens[i - 1]!
  return (before.isFiller || BESIDE_VERB.has(before.text)) && before.pause === PAUSE.none ? (tokens[i - 2]?.text ?? '') : before.text // prettier-ignore
}
const BESIDE_VERB = words('never always also just now already not nunca siempre ya also only')

export const JOINS = words('and y e but pero so then because porque entonces cause cuz bc')
/** Behind these a clause is a part of the one before: "when I", "that he". */
export const SUBJOINS = words(
  'that when because if who whom which where while until since before after than as whether or que cuando si porque donde mientras o ni how why what said told found thought says say dijo dijeron know',
)
const PRONOUNS = words('i im ive he she hes shes we weve yo ella')
const POSSESSIVES = words('my his her our mi su mis sus')
/** "They put in a stent": whoever treated it is in the same story. */
const TREATS = words('they doctors doctor dr hospital er paramedics surgeon')

/** How many words behind "my" its verb may stand. */
const SUBJECT_REACH = 4

/** Somebody is named who does or has something: "he is", "my chest hurts". */
export function isSubject(i: number, tokens: readonly Token[]): boolean {
  const word = tokens[i]?.text ?? ''
  if (PRONOUNS.has(word)) return true
  if (!POSSESSIVES.has(word) || MADE_UP.has(tokens[i + 1]?.text ?? '')) return false
  for (let at = i + 1; at <= i + SUBJECT_REACH && at < tokens.length && tokens[at]!.pause === PAUSE.none; at++)
    if (tenseAt(at, tokens)) return true
  return false
}

const MADE_UP = words(
  'victim character hero heroine protagonist detective villain narrator personaje protagonista victima',
)

export type Thought = { isNew: boolean; hasSubject: boolean; tense: Tense | undefined }

/**
 * What is told from `from` to `to`, and whether another thought begins on the way. `isOpen`: what stands before is a clause already, so that somebody named
 * right away begins another one.
 */
export function thoughtUpTo(from: number, to: number, tokens: readonly Token[], isOpen: boolean): Thought {
  const thought: Thought = { isNew: false, hasSubject: false, tense: undefined }
  let hasVerb = isOpen
  for (let i = from; i <= to; i++) {
    const isFirst = i === from && !isOpen
    if (!isFirst && beginsThought(i, tokens, hasVerb)) {
      const isTreating = TREATS.has(tokens[i]!.text) || TREATS.has(tokens[i + 1]?.text ?? '')
      const says = isSubject(i, tokens)
      if (!isTreating) Object.assign(thought, { isNew: true, hasSubject: thought.hasSubject || says })
      if (says || tenseAt(i, tokens)) thought.tense = undefined
    }
    const tense = tenseAt(i, tokens)
    if (!tense) continue
    hasVerb = true
    thought.tense = tense
  }
  return thought
}

/** Behind a comma; behind "and" with somebody or a verb; or somebody who does something, where a clause is told already. */
function beginsThought(i: number, tokens: readonly Token[], hasVerb: boolean): boolean {
  if (tokens[i]!.pause >= PAUSE.comma) return true
  const before = tokens[i - 1]?.text ?? ''
  if (JOINS.has(before)) return isSubject(i, tokens) || tenseAt(i, tokens) !== undefined || OPENS.has(tokens[i]!.text)
  return (
    hasVerb && !SUBJOINS.has(before) && isSubject(i, tokens) && (PRONOUNS.has(tokens[i]!.text) || tellsOfNow(i, tokens))
  )
}
const OPENS = words('no not never ya me se le nos ahora now')

const tellsOfNow = (i: number, tokens: readonly Token[]): boolean => {
  for (let at = i + 1; at <= i + SUBJECT_REACH && at < tokens.length; at++) if (tenseAt(at, tokens)) return tenseAt(at, tokens) === 'present' // prettier-ignore
  return false
}

/** Longest clause that is looked through. */
export const CLAUSE_WORDS = 24

/** "Three years ago I had", "En 2018 me dio": what stands in front of its clause speaks of what comes; else of what was said. */
export function standsInFront(first: number, tokens: readonly Token[]): boolean {
  let isAlone = true
  let i = first - 1
  const farthest = first - CLAUSE_WORDS
  for (; i >= 0 && i > farthest && tokens[i + 1]!.pause < PAUSE.comma && !JOINS.has(tokens[i]!.text); i--)
    if (!isLight(tokens[i]!)) isAlone = false
  // "Before I got sober in 2009 I was".
  return (isAlone && i > farthest) || LEADS.has(tokens[i + 1]!.text)
}
const LEADS = words('before after when while until antes despues cuando mientras')
const isLight = ({ text, isNumber, isFiller }: Token) => isNumber || isFiller || LIGHT.has(text)
const LIGHT = words(
  'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty veinte treinta cuarenta cincuenta once doce quince about around almost over like back in at on the a an some well so hi hello hey good morning afternoon evening doctor dr team sorry once also two three four five six seven eight nine ten few couple many several of roughly approximately maybe ' +
    'hola buenos buenas dias tardes noches doctora dra como casi unos unas fue hace de desde una un vez hasta en el la los las dos tres cuatro cinco seis siete ocho nueve diez',
)

/** The tense in which it is told, of the words of its own clause. */
export function tenseBefore(at: number, tokens: readonly Token[]): Tense | undefined {
  for (let i = at; i >= 0 && i > at - CLAUSE_WORDS; i--) {
    const tense = tenseAt(i, tokens)
    if (tense) return tense
    if (tokens[i]!.pause >= PAUSE.comma) return undefined
  }
  return undefined
}

/** Nothing but a number and small words between: "a stroke about two years ago". */
export function areBeside(last: number, first: number, tokens: readonly Token[]): boolean {
  for (let i = last + 1; i < first; i++) if (!isLight(tokens[i]!)) return false
  return true
}
