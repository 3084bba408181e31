/**
 * Syllables of a word, by rule. English: vowel groups, with the usual silent endings. Spanish: vowels, without the weak half of a
 * diphthong. Both are estimates: the formulas that use them average over many words.
 */

const ENGLISH_VOWEL = /[aeiouy]/
/** Words longer than this are no words (numbers, addresses, pasted noise); they count by length. */
const LONGEST_WORD = 40
const LETTERS_PER_SYLLABLE = 3

export function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters === '') return 1
  if (letters.length > LONGEST_WORD) return Math.ceil(letters.length / LETTERS_PER_SYLLABLE)
  let count = 0
  let inVowels = false
  for (const letter of letters) {
    const vowel = ENGLISH_VOWEL.test(letter)
    if (vowel && !inVowels) count += 1
    inVowels = vowel
  }
  if (letters.length > 3) count += silentEnding(letters) + extraVowels(letters)
  return Math.max(1, count)
}

function silentEnding(letters: string): number {
  if (/[^aeiouyl]e$/.test(letters) || /[aeiouy]le$/.test(letters)) return -1
  if (/[^aeiouytd]ed$/.test(letters)) return -1
  if (/[^aeiouyscxzgh]es$/.test(letters)) return -1
  if (/[^aeiouy]e(ly|ment|ments|ful|less|ness)$/.test(letters) && !/le(ly|ment|ments)$/.test(letters)) return -1
  return 0
}

/** Vowels that stand side by side but are spoken apart: "di-a-betes", "ra-di-o", "medic-i-al" is not one of them. */
function extraVowels(letters: string): number {
  let count = 0
  if (/[^ctgsxq]i[ao]/.test(letters)) count += 1
  if (/(eo|ua|uo|iu)[^u]/.test(letters) && !/[qg]u[ao]/.test(letters) && !/(eou|eon$)/.test(letters)) count += 1
  if (/[aeo]ing$/.test(letters) || letters.endsWith('ying')) count += 1
  return count
}

export function spanishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-záéíóúüñ]/g, '')
  if (letters === '') return 1
  if (letters.length > LONGEST_WORD) return Math.ceil(letters.length / LETTERS_PER_SYLLABLE)
  let count = 0
  let previous = ''
  const bare = letters
    .replace(/qu([eiéí])/g, 'q$1')
    .replace(/gu([eiéí])/g, 'g$1')
    .replace(/y$/, 'i')
  for (const letter of bare) {
    if (isVowel(letter)) {
      if (previous === '' || (isStrong(previous) && isStrong(letter))) count += 1
      previous = letter
    } else if (letter !== 'h') {
      previous = ''
    }
  }
  return Math.max(1, count)
}

const isVowel = (letter: string) => 'aeiouáéíóúü'.includes(letter)
// An accented i or u breaks the diphthong: "día" has two syllables.
const isStrong = (letter: string) => 'aeoáéóíú'.includes(letter)
