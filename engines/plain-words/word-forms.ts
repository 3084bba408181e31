/** Forms of a word: the plural of a noun, the forms of a verb, and the same form of the word that replaces it. */

export type VerbForm = 'plain' | 's' | 'past' | 'ing'

/** Past and past participle of the verbs that the glossary offers. */
const IRREGULAR: Record<string, [past: string, participle: string]> = {
  give: ['gave', 'given'], get: ['got', 'gotten'], take: ['took', 'taken'], find: ['found', 'found'], keep: ['kept', 'kept'],
  make: ['made', 'made'], have: ['had', 'had'], tell: ['told', 'told'], show: ['showed', 'shown'], begin: ['began', 'begun'],
  feel: ['felt', 'felt'], see: ['saw', 'seen'], go: ['went', 'gone'], bring: ['brought', 'brought'], hold: ['held', 'held'],
  cut: ['cut', 'cut'], put: ['put', 'put'], let: ['let', 'let'], leave: ['left', 'left'], lose: ['lost', 'lost'], build: ['built', 'built'],
  buy: ['bought', 'bought'], send: ['sent', 'sent'], set: ['set', 'set'], spread: ['spread', 'spread'], catch: ['caught', 'caught'],
  break: ['broke', 'broken'], burst: ['burst', 'burst'], think: ['thought', 'thought'], say: ['said', 'said'], do: ['did', 'done'],
  come: ['came', 'come'], choose: ['chose', 'chosen'], bear: ['bore', 'born'], eat: ['ate', 'eaten'], drink: ['drank', 'drunk'],
  throw: ['threw', 'thrown'], stick: ['stuck', 'stuck'], meet: ['met', 'met'], pay: ['paid', 'paid'], grow: ['grew', 'grown'],
  run: ['ran', 'run'], stand: ['stood', 'stood'], understand: ['understood', 'understood'], breathe: ['breathed', 'breathed'], write: ['wrote', 'written'],
  be: ['was', 'been'], shake: ['shook', 'shaken'], hurt: ['hurt', 'hurt'], lead: ['led', 'led'], sweat: ['sweated', 'sweated'], wear: ['wore', 'worn'],
  draw: ['drew', 'drawn'], speak: ['spoke', 'spoken'], read: ['read', 'read'], hear: ['heard', 'heard'], fit: ['fit', 'fit'], deal: ['dealt', 'dealt'], win: ['won', 'won'],
} // prettier-ignore

const DOUBLED = new Set('stop plan cut put get let set fit run stick chat rob grab skip slip cancel'.split(' ').filter((word) => word.length < 6)) // prettier-ignore

export function pluralOf(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return `${word}s`
}

export function verbForms(word: string): Record<VerbForm, string[]> {
  const irregular = IRREGULAR[word]
  return { plain: [word], s: [pluralOf(word)], past: irregular ?? [pastOf(word)], ing: [ingOf(word)] }
}

function pastOf(word: string): string {
  if (word.endsWith('e')) return `${word}d`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`
  return DOUBLED.has(word) || /^(?:[^aeiou]*[aeiou][bdgmnpt]|.*(?:fer|mit))$/.test(word) ? `${word}${word.at(-1)}ed` : `${word}ed`
} // prettier-ignore

function ingOf(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`
  if (/[^e]e$/.test(word) && word !== 'be') return `${word.slice(0, -1)}ing`
  return DOUBLED.has(word) || /^(?:[^aeiou]*[aeiou][bdgmnpt]|.*(?:fer|mit))$/.test(word) ? `${word}${word.at(-1)}ing` : `${word}ing`
} // prettier-ignore

const HAVE_OR_BE = new Set('have has had been be is are was were being get gets got'.split(' '))

/** The replacement ("give out") in the form of the word it replaces; after "have" and "be" the participle. */
export function inForm(lay: string, form: VerbForm, before: string): string {
  const [verb, ...rest] = lay.split(' ')
  const forms = verbForms(verb!)[form]
  const chosen = form === 'past' && HAVE_OR_BE.has(before) ? (forms[1] ?? forms[0]!) : forms[0]!
  return [chosen, ...rest].join(' ')
}

/** The Spanish forms of a noun or adjective: plural, and for adjectives the other gender. */
export function spanishForms(word: string, isAdjective: boolean): string[] {
  const plural = (base: string) => (/[aeioué]$/.test(base) ? `${base}s` : base.endsWith('z') ? `${base.slice(0, -1)}ces` : base.endsWith('s') ? base : `${base}es`) // prettier-ignore
  const forms = [word, plural(word)]
  if (isAdjective && word.endsWith('o')) forms.push(`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`)
  if (isAdjective && word.endsWith('or')) forms.push(`${word}a`, `${word}as`)
  return forms
}

/** The commonest forms of a regular Spanish verb; only the infinitive can be replaced as it stands. */
export function spanishVerbForms(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2)
  const endings = infinitive.endsWith('ar')
    ? ['a', 'e', 'an', 'en', 'amos', 'o', 'é', 'ó', 'aron', 'ado', 'ada', 'ados', 'adas', 'ando', 'ará', 'aremos']
    : [
        'e',
        'a',
        'en',
        'an',
        'imos',
        'emos',
        'o',
        'í',
        'ió',
        'ieron',
        'ido',
        'ida',
        'idos',
        'idas',
        'iendo',
        'irá',
        'erá',
      ]
  return endings.map((ending) => stem + ending)
}
