import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { guessIntents, INTENT_NAMES, type IntentName } from './intent.ts'

const phrases = (['en', 'es'] as const).flatMap((lang) =>
  readFileSync(new URL(`./phrases/${lang}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; intents: IntentName[] })
    .map((row) => ({ ...row, lang })),
)

test('understanding-D12 each of the 39 names is told for most of its own phrases', () => {
  expect(INTENT_NAMES).toHaveLength(39)
  const weak = INTENT_NAMES.map((name) => {
    const own = phrases.filter(({ intents }) => intents.includes(name))
    const told = own.filter(({ text, lang }) => guessIntents(text, lang).some((guess) => guess.name === name))
    return [name, own.length, told.length / Math.max(1, own.length)] as const
  }).filter(([, count, share]) => count === 0 || share < 0.6)
  expect(weak).toEqual([])
})

/** One wish for a person in each served language. */
const wishes: Record<(typeof SERVED_LANGUAGES)[number], string> = {
  en: 'let me talk to a person', es: 'quiero hablar con una persona', zh: '我要找人工客服', vi: 'tôi muốn nói chuyện với nhân viên', tl: 'gusto kong makausap ang tao', ko: '상담원 연결해 주세요',
  ar: 'أريد التحدث مع شخص', ru: 'хочу поговорить с человеком', ht: 'mwen vle pale ak yon moun', pt: 'quero falar com uma pessoa', fr: 'je veux parler à une personne', de: 'ich möchte mit einem Menschen sprechen',
  pl: 'chcę rozmawiać z człowiekiem', it: 'voglio parlare con una persona', hi: 'मुझे किसी व्यक्ति से बात करनी है', fa: 'می خواهم با یک نفر صحبت کنم',
} // prettier-ignore

test.each(Object.entries(wishes))('understanding-D14 %s: %s', (language, text) => {
  for (const spoken of [language, 'und', 'en']) {
    expect([spoken, guessIntents(text, spoken).some(({ name }) => name === 'speak_to_human')]).toEqual([spoken, true])
  }
})

test('understanding-D14 every own phrase that wants a person is heard', () => {
  const wanted = phrases.filter(({ intents }) => intents.includes('speak_to_human'))
  expect(wanted.filter(({ text, lang }) => !guessIntents(text, lang).some(({ name }) => name === 'speak_to_human'))).toEqual([]) // prettier-ignore
})

test('understanding-D12 figures without a word want nothing', () => {
  for (const text of ['+12125550405', '05/12/1980', '1', '42 %'])
    expect(guessIntents(text, 'und').map(({ name }) => name), text).toEqual(['out_of_scope']) // prettier-ignore
})
