/**
 * Words that look like a misspelling of a word of the lexicon and must be left alone: "chess" is not "chest", "cooking"
 * is not "choking". The common words of English and Spanish (`npm run train -- text`), and a few more.
 */
import { spanishVerbForms } from '#engines/text/spanish-verbs.ts'
import { EVERYDAY_WORDS } from '#engines/text/everyday-words.ts'
import common from '#engines/text/model/common-words.json' with { type: 'json' }

const MORE = 'booster boosters estrellas estrella subo rupee rupees chopin ranting helena elena infusion infusions transfusion fusion pronta pronto chess cheap bread brush flood floor blond braids bath path paint pair palm heat hearty hunt sheet shirt nest hare stork store stoke tall crutch crutches mill mills'.split(' ') // prettier-ignore

export const realWords: ReadonlySet<string> = new Set([
  ...common.words.split(' '),
  ...MORE,
  ...EVERYDAY_WORDS,
  ...spanishVerbForms(),
])
