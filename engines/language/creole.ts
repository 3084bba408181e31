/**
 * Haitian Creole by its small words: "nou nan Delmas 33, rue Charlemagne, nou bezwen dlo" is Creole, though the street is French.
 *
 * Text messages name streets, places and people, or spell half of their words in French; letter by letter they then look French.
 * What is Creole alone are the words between. Written for the project, not yet reviewed by a speaker. Pure.
 */
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

/** Words without accents that stand in no other language served, or mean little there. */
const CREOLE = new Set(
  `mwen nou bezwen genyen gen moun nan anpil tanpri souple jwenn manje dlo poukisa kijan kouman timoun pitit pou paske grangou konnen
  avek voye rete kote kounye jodi demen lopital dokte randevou fanmi malad vle renmen pral fe ap yo ak tounen reponn okenn anyen poko
  toujou lakay lekol legliz zye vant nap map kap pap pouw poum kem kinou mesi`.split(/\s+/),
)
/** The same for French: many of them make a French text with a Creole name in it. */
const FRENCH = new Set(
  `le les des du et est je vous nous pas une dans que qui avec sur aux mon votre notre cette mais avez sont suis pour il elle ne se
  merci bonjour ce ont ete tres chez`.split(/\s+/),
)

/** At least so many different words, this share of all, and more than the French ones. */
const FEWEST = 3
const SHARE = 0.2
/** Longer texts are judged by their first words. */
const MOST_WORDS = 80

export function isCreole({ words: all }: FoldedWords): boolean {
  const read = all.slice(0, MOST_WORDS)
  const own = read.filter((word) => CREOLE.has(word))
  const french = read.filter((word) => FRENCH.has(word)).length
  return new Set(own).size >= FEWEST && own.length >= SHARE * read.length && own.length > french
}
