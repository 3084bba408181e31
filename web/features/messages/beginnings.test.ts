/** What an empty message or chat offers begins what it says: its words are those by which the assistant takes the request. */
import { expect, test } from 'vitest'
import { kindOfWords } from '#engines/assistant/task-words.ts'
import { guessIntents } from '#engines/intent/intent.ts'
import ar from '../../i18n/ar/widget.json' with { type: 'json' }
import enPortal from '../../i18n/en/choices.json' with { type: 'json' }
import en from '../../i18n/en/widget.json' with { type: 'json' }
import esPortal from '../../i18n/es/choices.json' with { type: 'json' }
import es from '../../i18n/es/widget.json' with { type: 'json' }

const wordsOf = (catalogue: object, id: string): string => {
  const entry = (catalogue as Record<string, string | { defaultMessage: string }>)[id] ?? ''
  return typeof entry === 'string' ? entry : entry.defaultMessage
}

test.each([
  ['en', en, enPortal],
  ['es', es, esPortal],
] as const)('understanding section 4: each beginning is what it says, in the chat and the portal alike (%s)', (language, chat, portal) => {
  for (const kind of ['book', 'refill', 'bill'] as const) {
    expect(kindOfWords(wordsOf(chat, `widget.begin.${kind}`)), kind).toBe(kind)
    expect(wordsOf(portal, `choices.begin.${kind}`)).toBe(wordsOf(chat, `widget.begin.${kind}`))
  }
  const hours = wordsOf(chat, 'widget.begin.hours')
  expect(guessIntents(hours, language).map(({ name }) => name)).toContain('hours')
  expect(wordsOf(portal, 'choices.begin.hours')).toBe(hours)
  expect(wordsOf(ar, 'widget.begin.hours')).not.toBe('')
}) // prettier-ignore
