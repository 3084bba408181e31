/** What a patient reads asks for a reading age of about eleven: US grade 6 at most (look.md). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { readability } from '#engines/plain-words/readability.ts'

const GRADE_MAX = 6
/** Words from which the grade of a text says something; of a label it does not. */
const WORDS_MIN = 5

/** Long words that everybody knows, and that have no shorter one: they count as short. */
const KNOWN: Record<string, string> = { emergency: 'help', message: 'note' }

type English = Record<string, { defaultMessage: string }>

test.each(['portal', 'profile', 'calls', 'my-visits', 'visit-room', 'privacy', 'widget', 'kiosk'])(
  'every sentence of the %s reads at grade 6 or lower',
  (part) => {
    const catalogue = JSON.parse(readFileSync(join(import.meta.dirname, 'en', `${part}.json`), 'utf8')) as English
    const hard = Object.entries(catalogue).flatMap(([id, { defaultMessage }]) =>
      variantsOf(parse(defaultMessage))
        .map((text) => ({ id, text, grade: gradeOf(text) }))
        .filter(({ grade }) => grade > GRADE_MAX),
    )
    expect(hard).toEqual([])
  },
)

function gradeOf(text: string): number {
  const plain = text.replace(/[a-z]+/gi, (word) => KNOWN[word.toLowerCase()] ?? word)
  return plain.split(/\s+/).length < WORDS_MIN ? 0 : (readability(plain, 'en').grade ?? 0)
}

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
