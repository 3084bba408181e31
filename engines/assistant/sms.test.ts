/** The dialogue of requests in text messages: short, numbered, in the signs of a text message, and silent about health where others may read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOptOut } from '#engines/opt-out/opt-out.ts'
import { SMS_MAX } from '#engines/sms/text-length.ts'
import { aDialogue, type Exchange } from './a-dialogue.ts'
import { SLOT_WORDS } from './slot-words.ts'
import { PLAIN_SLOTS, SLOT_NAMES, TASK_KINDS, type SlotName } from './task-kinds.ts'
import { smsTextOf, SPOKEN, type Spoken } from './texts.ts'

const byText = ({ decision }: Exchange, language: Spoken = 'en', isHidden?: (slot: SlotName) => boolean) =>
  smsTextOf(
    decision.lines,
    { language, emergencyNumber: '911', day: () => 'Jan 5, 2026' },
    { choices: decision.choices ?? [], areNumbered: decision.areNumbered ?? false, ...(isHidden && { isHidden }) },
  )

describe('understanding-D70 a request by text message', () => {
  test('choices are numbered, a figure chooses, and STOP is not among the words offered', () => {
    const chat = aDialogue()
    expect(byText(chat.say('Can you call me back?'))).toMatch(/\n1 Fri, Nov 27, 10:00 AM\n2 .*\n3 .*$/)
    chat.say('2')
    const summary = chat.say('my bill')
    expect(byText(summary)).toBe(
      'The call:\n- Number: number that ends in 34\n- Time: Fri, Nov 27, 2:00 PM\n- About: my bill\nShall we call you then?\nFor a person, text PERSON.\n1 Yes\n2 No, change something\n3 Drop it',
    )
    expect(chat.say('3').decision.does).toBe('done')
    expect(chat.tasks()[0]?.state).toBe('abandoned')
    const offered = SPOKEN.flatMap((language) => [...Object.values(SLOT_WORDS[language].kinds), 'Drop it', 'Dejarlo'])
    expect(offered.map((words) => readOptOut(words).kind)).toEqual(offered.map(() => 'none'))
  })

  test('what tells of health is not repeated where plain texts were not agreed to', () => {
    const chat = aDialogue()
    chat.say('I need a refill of my warfarin, 12 days left', ['refill_prescription'])
    const summary = chat.say('the one on Main Street')
    const hidden = byText(summary, 'en', (slot) => !PLAIN_SLOTS.has(slot))
    expect(byText(summary)).toContain('warfarin')
    expect(hidden).not.toMatch(/warfarin|Main Street/)
    expect(hidden).toContain('as you wrote it')
  })

  test.each(SPOKEN)('each step of each request fits, with its choices, whatever was written (%s)', (language) => {
    const words = fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.constantFrom(...TASK_KINDS), fc.array(words, { maxLength: 5 }), (kind, answers) => {
        const chat = aDialogue({}, language)
        for (const said of [SLOT_WORDS[language].kinds[kind], ...answers, 'no', 'xyzzy']) {
          const exchange = chat.say(said)
          const text = byText(exchange, language)
          expect(text, `${kind}: ${said}`).not.toBeNull()
          expect(text!.length).toBeLessThanOrEqual(SMS_MAX)
          for (const choice of exchange.decision.areNumbered ? exchange.choices.slice(0, 2) : [])
            expect(text).toContain(choice)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the longest summary fits with the notice of automation before it', () => {
    for (const language of SPOKEN)
      for (const kind of TASK_KINDS) {
        const slots = SLOT_NAMES.slice(0, 5).map((name) => ({ name, shown: 'word '.repeat(40) }))
        const text = smsTextOf(
          [{ says: 'intro' }, { says: 'task', task: { tells: 'confirm', kind, slots } }],
          { language, emergencyNumber: '911', day: String },
          {
            choices: [SLOT_WORDS[language].yes, SLOT_WORDS[language].no, SLOT_WORDS[language].stop],
            areNumbered: true,
          },
        )
        expect(text, `${language} ${kind}`).not.toBeNull()
      }
  })
})
