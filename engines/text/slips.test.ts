import { describe, expect, test } from 'vitest'
import { realWords } from '#engines/triage/real-words.ts'
import { mendSlips } from './mended-text.ts'
import { mendSmallWords } from './small-words.ts'
import { buildSpelling, isSlip } from './spelling.ts'
import { tokenise } from './tokens.ts'

describe('a slip of the finger', () => {
  test.each([
    ['otu', 'out'],
    ['ouut', 'out'],
    ['sagnre', 'sangre'],
    ['sanre', 'sangre'],
    ['bleednig', 'bleeding'],
    ['pils', 'pills'],
  ])('%s is one of %s', (written, meant) => expect(isSlip(written, meant)).toBe(true))

  test.each([
    ['hest', 'chest'],
    ['chezt', 'chest'],
    ['hcest', 'chest'],
    ['bread', 'breathe'],
  ])('%s is none of %s', (written, meant) => expect(isSlip(written, meant)).toBe(false))

  const repaired = (word: string) => buildSpelling(['smother', 'toppled', 'svt', 'chest'], realWords).repair(word).map(({ text }) => text) // prettier-ignore

  test('leads to a word of its own before it leads to one spelt like it', () => {
    expect(repaired('motheer')).toEqual(['mother'])
    expect(repaired('chesst')).toContain('chest')
  })

  test('a form of a word is a word, and so is an abbreviation of two letters', () => {
    expect(repaired('topped')).toEqual([])
    expect(repaired('st')).toEqual([])
  })
})

describe('small words', () => {
  const read = (text: string) => mendSmallWords(tokenise(text).tokens, realWords).map((token) => token.text).join(' ') // prettier-ignore

  test.each([
    ['35 weks here and i nto feel it', '35 weeks here and i not feel it'],
    ['niinety over', 'ninety over'],
    ['mi bebe tiee tos dsede ayer', 'mi bebe tiene tos desde ayer'],
    // Which of two is told by the language of the others.
    ['sehs 30 and ses at home with them', 'shes 30 and shes at home with them'],
    // A denial must be sure, and so must what two letters are left of.
    ['he wanst to', 'he wanst to'],
    ['a bt in the room', 'a bt in the room'],
  ])('%s', (text, meant) => expect(read(text)).toBe(meant))

  test('keep their own letters, and their places', () => {
    const [, weeks] = mendSmallWords(tokenise('35 weks').tokens, realWords)
    expect(weeks).toMatchObject({ text: 'weeks', written: 'weks', start: 3, end: 7 })
  })
})

describe('a text as it was meant', () => {
  test('leads back to the places it was written in', () => {
    const written = 'I twisted my anklle. It is swolllen and huurts.'
    const [{ text, toWritten } = mendSlips('', realWords)[0]!] = mendSlips(written, realWords)
    expect(text).toBe('I twisted my ankle. It is swollen and hurts.')
    const start = text.indexOf('It is')
    const { start: from, end } = toWritten({ start, end: text.length })
    expect(written.slice(from, end)).toBe('It is swolllen and huurts.')
  })

  test('names and seldom written words are left alone', () => {
    for (const text of ['I am coping', 'my doctor is Dr. Ovalle there', 'nothing to mend'])
      expect(mendSlips(text, realWords).map((mended) => mended.text)).toEqual([text])
  })

  test('an unclear slip is read as each of its words, in few readings', () => {
    const readings = mendSlips('i twised my anle and it is awlays soer', realWords).map(({ text }) => text)
    expect(readings.some((text) => text.includes('ankle'))).toBe(true)
    expect(readings.length).toBeLessThanOrEqual(4)
  })
})
