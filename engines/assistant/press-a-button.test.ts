/** Every button through the engines that read its words: what is pressed is what was meant. */
import { expect, test } from 'vitest'
import { understand, type Understanding } from '#engines/understanding/understand.ts'
import { aDialogue } from './a-dialogue.ts'
import { CLINICAL_INTENTS } from './decide-turn.ts'
import { SLOT_WORDS } from './slot-words.ts'
import { TASK_KINDS } from './task-kinds.ts'
import { SPOKEN } from './texts.ts'

/** As the server hears a message. */
function heard(text: string) {
  const said: Understanding = understand({ text })
  const isUpset = said.emotions.tones.some(({ tone }) => tone === 'anger' || tone === 'frustration')
  const isFound = said.triage.urgency !== 'not_clinical'
  return {
    intents: said.intents.filter(({ score }) => score >= 0.5).map(({ name }) => name),
    turn: {
      isClinical: isFound || said.intents.some(({ name }) => CLINICAL_INTENTS.has(name)),
      isUpset,
      isFurious: isUpset && said.emotions.intensity === 3,
    },
    clinicalBy: isFound ? ('finding' as const) : ('guess' as const),
  }
}

test.each(SPOKEN)(
  'the button of each request begins it, also after something that was not understood (%s)',
  (language) => {
    for (const kind of TASK_KINDS) {
      const chat = aDialogue({}, language)
      chat.say('xyzzy', ['out_of_scope'])
      const words = SLOT_WORDS[language].kinds[kind]
      const { intents, turn, clinicalBy } = heard(words)
      expect(chat.say(words, intents, turn, clinicalBy).decision.does, words).toBe('collect')
      expect(chat.open(), words).toMatchObject([{ kind }])
    }
  },
)

test.each(SPOKEN)('each offered answer of each question is taken for what it is (%s)', (language) => {
  for (const kind of TASK_KINDS) {
    const chat = aDialogue({}, language)
    let exchange = chat.say(SLOT_WORDS[language].kinds[kind])
    for (let round = 0; round < 5 && chat.open()[0]?.pending !== 'yes'; round++) {
      const pending = chat.open()[0]?.pending
      const words =
        exchange.choices[1] ?? (pending === 'minutes' || pending === 'days-left' ? '12' : 'the one in March')
      const { intents, turn, clinicalBy } = heard(words)
      exchange = chat.say(words, intents, turn, clinicalBy)
      expect(chat.open()[0]?.slots, `${kind}: ${words}`).toHaveProperty([pending ?? 'none', 'messageId'])
    }
    expect(chat.open()[0], kind).toMatchObject({ pending: 'yes', tries: 0 })
    const yes = heard(SLOT_WORDS[language].yes)
    expect(['done', 'hand-off'], kind).toContain(
      chat.say(SLOT_WORDS[language].yes, yes.intents, yes.turn, yes.clinicalBy).decision.does,
    )
  }
})
