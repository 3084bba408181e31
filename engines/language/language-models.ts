/** The models of the language engine, one per script that several languages share, and the letters each of them reads. */
import { LOWER_LETTER, SCRIPT_OF, SCRIPTS, SEPARATOR } from '#engines/linear/letters.ts'
import type { Script } from '#engines/linear/letters.ts'
import { readModel } from '#engines/linear/linear-model.ts'
import type { LinearModel } from '#engines/linear/linear-model.ts'

import arabicFile from './model/arabic.json' with { type: 'json' }
import cyrillicFile from './model/cyrillic.json' with { type: 'json' }
import devanagariFile from './model/devanagari.json' with { type: 'json' }
import latinFile from './model/latin.json' with { type: 'json' }

export const modelOfScript: Partial<Record<Script, LinearModel>> = {
  latin: readModel(latinFile),
  cyrillic: readModel(cyrillicFile),
  arabic: readModel(arabicFile),
  devanagari: readModel(devanagariFile),
}

/** The weights, and how often the code beside them changed. */
export const LANGUAGE_VERSION = `language-${modelOfScript.latin!.version}.2`

/** Scripts that one language of our list uses alone. */
export const languageOfScript: Partial<Record<Script, string>> = {
  han: 'zh',
  hangul: 'ko',
  kana: 'ja',
  bengali: 'bn',
  armenian: 'hy',
  khmer: 'km',
}

/** For each script a table over code units: 1 where a letter is its own. */
export const lettersOfScript = new Map<Script, Uint8Array>(SCRIPTS.map((script, index) => [script, lettersOf(index)]))

function lettersOf(script: number): Uint8Array {
  const letters = new Uint8Array(SCRIPT_OF.length)
  for (let code = 0; code < letters.length; code++) {
    if (SCRIPT_OF[code] === script && LOWER_LETTER[code] !== SEPARATOR) letters[code] = 1
  }
  return letters
}
