import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readability } from '#engines/plain-words/readability.ts'
import { aDialogue, CALL_TIMES, type Exchange } from './a-dialogue.ts'
import { mayMove } from './decide-task.ts'
import { SLOT_WORDS } from './slot-words.ts'
import { SLOT_NAMES, TASK_KINDS, TASKS, slotsOf } from './task-kinds.ts'
import { taskText } from './task-texts.ts'
import { saysThanks, saysYes, wishesCall } from './task-words.ts'
import { SPOKEN } from './texts.ts'

const told = ({ decision }: Exchange) =>
  decision.lines.map((line) => (line.says === 'task' ? line.task.tells : line.says))
const article = { articleId: 'a1', version: 1, text: 'You can park behind the house.', title: 'Parking', shortText: null, link: '/parking', reviewedOn: '2026-01-05' } // prettier-ignore

test('understanding-D64 D67 a call is asked for by buttons alone, and booked after the yes and not before', () => {
  const chat = aDialogue()
  const first = chat.say('Can you call me back?', ['speak_to_human'])
  expect(told(first)).toEqual(['begin', 'ask', 'word'])
  expect(first.choices).toEqual(['Fri, Nov 27, 10:00 AM', 'Fri, Nov 27, 2:00 PM', 'Mon, Nov 30, 10:00 AM'])
  expect(chat.say('2').text).toContain('What should the call be about?')
  const summary = chat.say('my bill', ['bill_question'])
  expect(summary.text).toContain('• Number: number that ends in 34\n• Time: Fri, Nov 27, 2:00 PM\n• About: my bill')
  expect(summary.choices).toEqual(['Yes', 'No, change something', 'Stop this request'])
  expect(summary.call).toBeNull()
  const done = chat.say('Yes')
  expect(done.call).toMatchObject({ number: '+12125550134', at: '2026-11-27T19:00:00.000Z' })
  expect(done.decision).toMatchObject({ does: 'done', reason: null })
  expect(chat.tasks()[0]).toMatchObject({ state: 'done', slots: { topic: { messageId: 'm3', isConfirmed: true } } })
})

test('understanding-D64 several at once, corrected later, and a day that may be two is asked with both dates', () => {
  const chat = aDialogue()
  expect(chat.say('Please call me on Monday at 2 pm about my lab test').text).toContain(
    'Mon, Nov 30, 2:00 PM\n• About: my lab test',
  )
  expect(chat.say('no, Thursday at 3').choices[0]).toBe('Thu, Dec 3, 3:00 PM')
  expect(chat.say('1').text).toContain('• Time: Thu, Dec 3, 3:00 PM\n• About: my lab test')

  const visit = aDialogue()
  visit.say('I want to book a visit for my son because of a cough check', ['book_appointment'])
  expect(visit.shown()).toEqual({ who: 'for my son', reason: 'a cough check' })
  expect(aDialogue().say('I need to see somebody for a physical', ['book_appointment']).text).toContain(
    'Who is the visit for?',
  )
  const asked = visit.say('next Friday in the morning')
  expect(told(asked)).toContain('which-day')
  expect(asked.choices).toEqual(['Friday, November 27, in the morning', 'Friday, December 4, in the morning'])
  // What was not understood leaves the two dates where they were.
  expect(visit.say('yes').choices).toEqual(asked.choices)
  expect(visit.say('Friday, December 4, in the morning').text).toContain(
    '• Days and times: Friday, December 4, in the morning',
  )
})

test('understanding-D64 the same in Spanish, with the answer to a question in the same breath', () => {
  const chat = aDialogue({}, 'es')
  expect(chat.say('Quiero que me llamen por favor', ['speak_to_human']).text).toContain('¿Cuándo le llamamos?')
  const aside = chat.say('El lunes a las 2 de la tarde. ¿Dónde puedo estacionar?', ['directions_location'], {
    answer: article,
  })
  expect(told(aside)).toEqual(['answer', 'recap', 'ask', 'word'])
  const summary = chat.say('mi cuenta')
  expect(summary.text).toMatch(/• Hora: lun, 30 de nov, 2:00 p\.m\.\n• Tema: mi cuenta/)
  expect(summary.choices).toEqual(['Sí', 'No, cambiar algo', 'Dejar este pedido'])
  expect(chat.say('sí').call).toMatchObject({ at: '2026-11-30T19:00:00.000Z' })
})

test('any message of any length is read in no time', () => {
  for (const text of [
    'a'.repeat(1_000_000),
    '1 '.repeat(500_000),
    'yes. '.repeat(200_000) + '?',
    '\ud800'.repeat(1_000),
    '\0\u202e',
    '',
  ]) {
    const chat = aDialogue()
    chat.say('I need a refill', ['refill_prescription'])
    const before = performance.now()
    chat.say(text, [], { answer: article })
    expect(performance.now() - before).toBeLessThan(1_000)
    for (const slot of Object.values(chat.tasks()[0]?.slots ?? {})) expect(slot.shown.length).toBeLessThanOrEqual(200)
  }
})

test('understanding-D64 a time that is not free is told with the nearest three; a wrong value costs no other slot', () => {
  const chat = aDialogue()
  chat.say('Call me back please')
  const gone = chat.say('Saturday at 3 am')
  expect(told(gone)).toContain('time-gone')
  expect(gone.choices).toHaveLength(3)
  chat.say(gone.choices[0]!)
  expect(chat.shown()).toMatchObject({ number: 'number that ends in 34', time: gone.choices[0] })

  const late = aDialogue()
  late.say('I will be late', ['running_late'])
  late.say('the one with Dr. Lee')
  const wrong = late.say('a good while')
  expect(told(wrong)).toEqual(['wrong', 'ask', 'word'])
  expect(wrong.text).toContain('For example: 15.')
  expect(late.say('20').text).toContain('• Visit: the one with Dr. Lee\n• Minutes late: 20')
})

test('understanding-D64 the third value in a row that cannot be taken brings a person, with all slots', () => {
  const chat = aDialogue()
  chat.say('I will be late', ['running_late'])
  chat.say('the one with Dr. Lee')
  chat.say('well')
  chat.say('hmm')
  const over = chat.say('who knows')
  expect(over.decision).toMatchObject({ does: 'hand-off', reason: 'not-understood' })
  expect(chat.tasks()).toMatchObject([
    { state: 'handed_off', slots: { visit: { shown: 'the one with Dr. Lee', messageId: 'm2' } } },
  ])
})

test('understanding-D65 a question in the middle is answered, and the request goes on with one line of what it has', () => {
  const chat = aDialogue()
  chat.say('I need a refill', ['refill_prescription'])
  chat.say('metformin')
  const aside = chat.say('Do you have parking?', ['directions_location'], { answer: article })
  expect(told(aside)).toEqual(['answer', 'recap', 'ask', 'word'])
  expect(aside.text).toContain('Back to your request: Refill a medicine. Medicine: metformin.')
  expect(aside.text).toContain('How many days do you have left?')
  expect(aside.decision.does).toBe('collect')
  expect(told(chat.say('thanks', ['goodbye']))).toContain('recap')
  expect(chat.shown()).toEqual({ medicine: 'metformin' })
})

test('understanding-D65 a second request waits its turn, the first is taken up again; a fourth asks which', () => {
  const chat = aDialogue()
  chat.say('I will be late', ['running_late'])
  chat.say('I also need my test results', ['test_results'])
  expect(chat.open().map(({ kind, state }) => `${kind} ${state}`)).toEqual(['results collecting', 'late paused'])
  chat.say('I also need a refill', ['refill_prescription'])
  const fourth = chat.say('I also want to book a visit', ['book_appointment'])
  expect(told(fourth)).toEqual(['too-many', 'word'])
  expect(fourth.choices).toEqual(['Refill a medicine', 'Ask for test results', 'I will be late'])
  expect(chat.say('I will be late').text).toContain('Which visit is it?')
  expect(chat.open()[0]).toMatchObject({ kind: 'late', state: 'collecting' })
  const stopped = chat.say('never mind', [], { isUpset: true })
  expect(stopped.text).toContain('I stopped this request: I will be late. Nothing was sent')
  expect(chat.tasks().find(({ kind }) => kind === 'late')).toMatchObject({ state: 'abandoned' })
  expect(chat.open()).toHaveLength(2)
})

test('understanding-D65 D62 a symptom or the word for a person in the middle ends it, and the slots go along', () => {
  for (const heard of [{ isClinical: true }, { isCrisis: true }, { urgency: 'stat' as const }]) {
    const chat = aDialogue()
    chat.say('I need a refill', ['refill_prescription'])
    chat.say('metformin')
    const over = chat.say('my calf is swollen and I need to know more about it', ['symptom_report'], heard)
    expect(over.decision.does).toBe('hand-off')
    expect(chat.tasks()).toMatchObject([{ state: 'handed_off', slots: { medicine: { shown: 'metformin' } } }])
    expect(Object.keys(chat.tasks()[0]!.slots)).toEqual(['medicine'])
  }
  const chat = aDialogue()
  chat.say('Can you call me back?', ['speak_to_human'])
  expect(chat.say('I want to talk to a person', ['speak_to_human']).decision).toMatchObject({
    does: 'hand-off',
    reason: 'asked',
  })
})

test('understanding-D65 where a medicine runs out, what waited behind it goes to people with it', () => {
  const chat = aDialogue()
  chat.say('I want to make a complaint', ['complaint'])
  chat.say('I also need a refill', ['refill_prescription'])
  chat.say('insulin')
  expect(chat.open()).toHaveLength(2)
  expect(chat.say('two days left')).toMatchObject({ isUrgent: true, decision: { does: 'hand-off' } })
  expect(chat.tasks().map(({ kind, state }) => [kind, state])).toEqual(
    expect.arrayContaining([
      ['complaint', 'handed_off'],
      ['refill', 'handed_off'],
    ]),
  )
  expect(chat.open()).toEqual([])
})

test('a medicine that must not be missed, with two days or less, goes to a nurse at once', () => {
  const urgent = aDialogue()
  urgent.say('I need a refill of my insulin', ['refill_prescription'])
  const over = urgent.say('two days left')
  expect(over).toMatchObject({ isUrgent: true, decision: { does: 'hand-off', reason: 'clinical' } })
  expect(over.text).toContain('A nurse will read this')
  expect(urgent.tasks()[0]).toMatchObject({ state: 'handed_off', slots: { 'days-left': { value: '2' } } })

  // Told in anger, or with the wish for a person, it goes the same way.
  for (const [language, begins, words] of [
    ['en', 'I need a refill of my insulin', '1 DAY LEFT, I have called three times, this is a disgrace!!!'],
    ['es', 'necesito más insulina', 'ME QUEDA 1 DÍA, he llamado tres veces, es una vergüenza'],
  ] as const)
    for (const intents of [['speak_to_human'], []]) {
      const angry = aDialogue({}, language)
      const heard = { isUpset: true, isFurious: true }
      angry.say(begins, ['refill_prescription'])
      const told = angry.say(words, intents, heard)
      expect(told, words).toMatchObject({ isUrgent: true, decision: { does: 'hand-off', reason: 'clinical' } })
      expect(told.text).toMatch(/A nurse will read this|Una enfermera/)
      expect(angry.tasks()).toMatchObject([{ state: 'handed_off', slots: { 'days-left': { value: '1' } } }])
      const atOnce = aDialogue({}, language).say(`${begins}. ${words}`, ['refill_prescription', ...intents], heard)
      expect(atOnce).toMatchObject({ isUrgent: true, decision: { reason: 'clinical' } })
    }
  const impatient = aDialogue()
  impatient.say('I need a refill', ['refill_prescription'])
  const noName = impatient.say('I have two days left, I want to talk to a person', ['speak_to_human'])
  expect(noName).toMatchObject({ isUrgent: false, decision: { reason: 'asked' } })
  expect(impatient.shown()).toEqual({ 'days-left': '2' })
  expect(aDialogue().say('I need a refill, let me talk to a person', ['refill_prescription', 'speak_to_human'])).toMatchObject({ tasks: [], decision: { reason: 'asked' } }) // prettier-ignore

  for (const [medicine, days] of [
    ['metformin', '1'],
    ['warfarin', '3'],
    ['prednisone', '9'],
  ] as const) {
    const calm = aDialogue()
    calm.say('I need a refill', ['refill_prescription'])
    calm.say(medicine, ['medication_question'], { isClinical: true })
    expect(calm.say(days), medicine).toMatchObject({ isUrgent: false, decision: { does: 'collect' } })
  }
  // What is done with it is a question for a nurse, and no name (D60).
  for (const words of [
    'should I double my insulin',
    'stop taking metformin',
    'metformin with wine',
    'tomo doble metformina',
  ]) {
    const asked = aDialogue()
    asked.say('I need a refill', ['refill_prescription'])
    expect(asked.say(words, ['medication_question'], { isClinical: true }).decision, words).toMatchObject({ does: 'hand-off', reason: 'clinical' }) // prettier-ignore
  }
  const spanish = aDialogue({}, 'es')
  expect(spanish.say('necesito más insulina, me queda un día', ['refill_prescription'])).toMatchObject({
    isUrgent: true,
  })
})

test('a complaint is not argued with: at most three questions, a yes, its number, and a person', () => {
  const chat = aDialogue()
  const first = chat.say('The man at the counter shouted at me', ['complaint'], { isUpset: true })
  expect(told(first)).toEqual(['sorry', 'begin', 'ask', 'word'])
  chat.say('at Northside')
  chat.say('last Tuesday')
  expect(told(chat.say('an apology'))).toEqual(['confirm', 'word'])
  const sent = chat.say('yes')
  expect(sent.decision).toMatchObject({ does: 'hand-off', reason: 'complaint' })
  expect(sent.text).toContain('Your number is C-1042. A person will answer you here within one business day.')

  const fury = aDialogue()
  fury.say('I want to make a complaint', ['complaint'], { isUpset: true })
  expect(fury.say('they laughed at me', ['complaint'], { isUpset: true }).decision.does).toBe('collect')
  const over = fury.say('this is the worst place on earth', ['complaint'], { isUpset: true, isFurious: true })
  expect(over.decision).toMatchObject({ does: 'hand-off', reason: 'upset' })
  expect(fury.shown()).toEqual({ happened: 'they laughed at me', place: 'this is the worst place on earth' })
})

test('understanding-D68 below a proved identity no number on file is shown or called, and the summary says who looks first', () => {
  const chat = aDialogue({ isVerified: false, numbers: [], callTimes: [] })
  expect(chat.say('Please call me back').choices).toEqual([])
  chat.say('212 555 0199')
  chat.say('tomorrow morning')
  const summary = chat.say('my results')
  expect(summary.text).toContain('• Number: 212 555 0199\n• Time: Friday, November 27, in the morning')
  expect(chat.say('yes')).toMatchObject({ call: null, decision: { does: 'hand-off', reason: 'task' } })
  const bill = aDialogue({ isVerified: false, numbers: [] })
  bill.say('How much do I owe you for March?', ['bill_question'])
  bill.say('the one from March')
  expect(told(bill.say('yes'))).toEqual(['sent', 'first-who'])
})

test('understanding-D67 no is asked what to change; a condition is no yes', () => {
  const chat = aDialogue()
  chat.say('Please call me on Monday at 2 pm about my lab test')
  expect(chat.say('No, change something').choices).toEqual(['Number', 'Time', 'About'])
  chat.say('About')
  expect(chat.say('my bill').text).toContain('• About: my bill')
  for (const words of ['yes but later', 'yes?', 'not yes', 'maybe', 'yes if it is free'])
    expect(saysYes(words), words).toBe(false)
  for (const words of ['yes', 'Yes please', 'ok', 'sí', 'Sí, claro', 'de acuerdo'])
    expect(saysYes(words), words).toBe(true)
})

test('a wish to be called is one, and a complaint that nobody called is none', () => {
  for (const words of [
    'Can somebody call me back?',
    'please give me a call',
    'Quiero que me llamen',
    'llámeme por favor',
  ])
    expect(wishesCall(words), words).toBe(true)
  for (const words of [
    'Nobody called me back',
    'do not call me',
    'a nurse must call me right now',
    'no me llamen',
    'I called you',
  ])
    expect(wishesCall(words), words).toBe(false)
})

const SAID = ['because of a knee check', 'for my son', 'Tuesday in the morning', 'at Northside'] as const

test('understanding-D64 the order of what is said does not matter, nor how much of it stands in one message', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...SAID], { minLength: 4 }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      (order, joins) => {
        const chat = aDialogue()
        chat.say('I want to book a visit', ['book_appointment'])
        const messages = order.reduce<string[]>(
          (list, words, place) =>
            place > 0 && joins[place - 1] ? [...list.slice(0, -1), `${list.at(-1)}, ${words}`] : [...list, words],
          [],
        )
        for (const words of messages) chat.say(words)
        expect(chat.shown()).toEqual({
          reason: 'a knee check',
          who: 'for my son',
          when: 'Tuesday, December 1, in the morning',
          site: 'Northside',
        })
        expect(chat.open()[0]).toMatchObject({ state: 'confirming', pending: 'yes' })
      },
    ),
    { numRuns: 200 },
  )
})

const anyWords = fc.oneof(
  fc.constantFrom('Can you call me back?', '1', '2', '3', 'yes', 'no', 'stop', 'Monday at 2 pm', 'my bill', 'I also need a refill', 'insulin', '2 days', 'thanks', 'next Friday', '212 555 0134'),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
) // prettier-ignore
const anyIntents = fc.subarray(['book_appointment', 'refill_prescription', 'complaint', 'goodbye', 'bill_question', 'speak_to_human', 'out_of_scope'], { maxLength: 2 }) // prettier-ignore

test('understanding-D67 whatever is said, nothing is done without a yes to the summary, states move as they may, and three are open at most', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyWords, anyIntents), { maxLength: 14 }), (said) => {
      const chat = aDialogue()
      for (const [text, intents] of said) {
        const before = new Map(chat.tasks().map((task) => [task.id, task]))
        const active = chat.open()[0]
        const exchange = chat.say(text, intents)
        if (exchange.call) {
          expect(active).toMatchObject({ pending: 'yes', kind: 'callback' })
          expect(saysYes(text) || text === '1').toBe(true)
          expect(CALL_TIMES).toContain(exchange.call.at)
        }
        for (const task of chat.tasks()) {
          const was = before.get(task.id)
          if (was) expect(mayMove(was.state, task.state)).toBe(true)
        }
        expect(chat.open().length).toBeLessThanOrEqual(3)
        expect(exchange.choices.length).toBeLessThanOrEqual(3)
        if (exchange.decision.does === 'hand-off') expect(chat.open()).toEqual([])
      }
    }),
    { numRuns: 1_000 },
  )
})

test('every slot has its question and its name in both languages, and each kind asks at least one', () => {
  for (const language of SPOKEN) {
    const questions = SLOT_NAMES.map((slot) => taskText({ tells: 'ask', slot }, language))
    expect(new Set(questions).size).toBe(SLOT_NAMES.length)
    expect(readability(questions.join(' '), language).grade).toBeLessThanOrEqual(6)
    // A button is found again by its words, so no two of them say the same.
    const { kinds, yes, no, stop } = SLOT_WORDS[language]
    expect(new Set([...Object.values(kinds), yes, no, stop]).size).toBe(TASK_KINDS.length + 3)
  }
  for (const kind of TASK_KINDS) expect(TASKS[kind].asks.length).toBeGreaterThan(0)
  expect(new Set(TASK_KINDS.flatMap((kind) => slotsOf(kind)))).toEqual(new Set(SLOT_NAMES))
})

test('understanding-D64 the name of a drug store is taken as such, whatever a guess makes of the word; what tells of a medicine is a nurse’s', () => {
  const chat = aDialogue()
  chat.say('I need a refill of my lisinopril', ['refill_prescription'])
  expect(chat.say('8 days').text).toContain('Which drug store')
  const heard = { isClinical: true }
  expect(chat.say('Corner Drug on Mill Road', ['medication_question'], heard).text).toContain(
    '• Pharmacy: Corner Drug on Mill Road',
  )

  const other = aDialogue()
  other.say('I need a refill of my lisinopril', ['refill_prescription'])
  other.say('8 days')
  expect(other.say('can I take two of them', ['medication_question'], heard).decision.reason).toBe('clinical')
})

test.each(['Thank you, that helps.', 'thanks!', 'Ok great, thank you so much', 'Gracias, eso ayuda.', 'Muchas gracias por la ayuda', 'that helps, thanks'])(
  'understanding-D12 %s is thanks and asks for nothing',
  (text) => expect(saysThanks(text)).toBe(true),
) // prettier-ignore

test.each(['Thanks, can you help with my bill?', 'thank you but my chest hurts', 'That helps but I still need a refill', 'gracias, y mi cita?'])(
  'understanding-D12 %s is more than thanks',
  (text) => expect(saysThanks(text)).toBe(false),
) // prettier-ignore
