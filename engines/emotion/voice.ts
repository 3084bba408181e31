/** How loud a message is: capitals, exclamation marks, swearing. */
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

export type Voice = {
  /** Mostly capitals, over several words. */
  shouts: boolean
  /** Exclamation marks, and question marks that come in rows. */
  marks: number
  swears: boolean
}

/** Fewer capitals than this are an abbreviation ("MRI", "CT SCAN"), not shouting. */
const FEWEST_CAPITALS = 12
const SHARE_OF_CAPITALS = 0.7
/** Two words in capitals inside an ordinary sentence ("I have been WAITING FOR hours") are emphasis, not shouting. */
const FEWEST_LOUD_WORDS = 3

const SWEAR_WORDS = new Set(
  `fuck fucking fucked fuckin shit shitty bullshit damn goddamn asshole assholes bastard bastards bitch crap wtf ffs
  mierda puta puto pinche carajo cabron cabrones pendejo pendejos chingada chingados joder coño conno`.split(/\s+/),
)

export function findVoice(text: string, folded: FoldedWords): Voice {
  let capitals = 0
  let small = 0
  let marks = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x61 && code <= 0x7a) small += 1
    else if (code >= 0x41 && code <= 0x5a) capitals += 1
    else if (code === 0x21) marks += 1
    else if (code === 0x3f && text.charCodeAt(i - 1) === 0x3f) marks += 1
  }
  return {
    shouts:
      capitals >= FEWEST_CAPITALS &&
      folded.words.length >= FEWEST_LOUD_WORDS &&
      capitals >= SHARE_OF_CAPITALS * (capitals + small),
    marks,
    swears: folded.words.some((word) => SWEAR_WORDS.has(word)),
  }
}
