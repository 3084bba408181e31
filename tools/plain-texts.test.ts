/** Every text that a patient reads or hears is plain (understanding-D42): screens, mails, text messages, the telephone, what engines say. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { tooHard } from '#engines/plain-words/plain-enough.ts'
import { families } from '#engines/triage/families/index.ts'

const repository = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(repository, file), 'utf8')

type PatientText = { file: string; id: string; language: 'en' | 'es'; text: string }

const CATALOGUES = [
  'portal',
  'profile',
  'calls',
  'choices',
  'thumbs',
  'visit-room',
  'privacy',
  'widget',
  'kiosk',
  'refusals',
  'ui',
  'offline',
]
const SOURCES = [
  'engines/assistant/slot-words.ts',
  'engines/assistant/spoken.ts',
  'engines/assistant/task-texts.ts',
  'engines/assistant/texts.ts',
  'engines/crisis/texts.ts',
  'engines/ivr/phrases.ts',
  'engines/safety-dialogue/texts.ts',
  'server/modules/conversation/texts.ts',
  'server/modules/front-desk/texts.ts',
  'server/modules/notice/texts.ts',
  'server/modules/visit-room/texts.ts',
]

test.each(['en', 'es'] as const)('understanding-D42 every text to patients is plain (%s)', (language) => {
  const texts = [...CATALOGUES.flatMap((part) => catalogueTexts(part, language)), ...SOURCES.flatMap((file) => sourceTexts(file, language)), ...questions(language)] // prettier-ignore
  expect(texts.length).toBeGreaterThan(250)
  const hard = texts.flatMap(({ file, id, text }) => {
    const told = tooHard(text, language)
    return told === null ? [] : [{ file, id, text, ...told }]
  })
  expect(hard).toEqual([])
})

test('understanding-D42 a hard text fails with its grade and a suggestion', () => {
  const hard = 'Prior to the administration of your medication, it is imperative that you discontinue all anticoagulants, notify the practitioner regarding any adverse reaction, and obtain authorization for the subsequent diagnostic procedure.' // prettier-ignore
  expect(tooHard(hard, 'en')).toMatchObject({ why: 'grade' })
  expect(tooHard(hard, 'en')?.suggestion).toContain('Before')
  expect(tooHard('Discontinue antihypertensive pharmacotherapy preoperatively.', 'en')?.why).toBe('words')
  expect(tooHard('We will call you. Please wait.', 'en')).toBeNull()
})

function catalogueTexts(part: string, language: 'en' | 'es'): PatientText[] {
  const file = `web/i18n/${language}/${part}.json`
  const catalogue = JSON.parse(read(file)) as Record<string, string | { defaultMessage: string }>
  return Object.entries(catalogue).flatMap(([id, entry]) =>
    variantsOf(parse(typeof entry === 'string' ? entry : entry.defaultMessage)).map((text) => ({ file, id, language, text })),
  )
} // prettier-ignore

/** The sentences a message can become: each branch of a plural or a choice is one; a value stands as a short name. */
function variantsOf(elements: MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (before, element) => {
      const parts =
        element.type === TYPE.literal
          ? [element.value]
          : element.type === TYPE.plural || element.type === TYPE.select
            ? Object.values(element.options).flatMap((option) => variantsOf(option.value))
            : element.type === TYPE.tag
              ? variantsOf(element.children)
              : ['Ann']
      return before.flatMap((start) => parts.map((part) => start + part))
    },
    [''],
  )
}

/** What is written between quotes in the part of one language; a value stands as a short name. */
function sourceTexts(file: string, language: 'en' | 'es'): PatientText[] {
  const source = read(file)
  const begins = (name: string) => {
    const at = source.search(new RegExp(`^(?:  ${name}: \\{|const ${name}: )`, 'm'))
    expect(at, `${file} has a part for ${name}`).toBeGreaterThan(-1)
    return at
  }
  const from = begins(language)
  const to = language === 'en' ? begins('es') : source.length
  return [...source.slice(from, to).matchAll(/'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\]|\\.)+)`/g)]
    .map((match) =>
      (match[1] ?? match[2]!)
        .replace(/\$\{[^}]*\} (?=\p{Lu})/gu, 'Ann. ')
        .replace(/\$\{[^}]*\}|\{\w+\}/g, 'Ann')
        .replaceAll('\\n', '\n'),
    )
    .filter((text) => text.includes(' '))
    .map((text, i) => ({ file, id: `text ${i + 1}`, language, text }))
}

const questions = (language: 'en' | 'es'): PatientText[] =>
  families.flatMap(({ id, questions: asked = [] }) =>
    asked.map((question) => ({ file: `engines/triage/families/${id}.ts`, id: question.id, language, text: question[language] })),
  ) // prettier-ignore
