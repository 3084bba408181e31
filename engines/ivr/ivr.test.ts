import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arriving,
  awayStep,
  HELD_MAX,
  HOLDS_MAX,
  LONG_WAIT_MIN,
  nextTurn,
  TURNS_MAX,
  type CallFacts,
  type CallState,
  type Desk,
  type Effect,
  type Heard,
  type Step,
} from './call-flow.ts'
import { SPOKEN } from './languages.ts'
import { PHRASES, secondsToSay } from './phrases.ts'
import { hearWords } from './speech.ts'
import { toTwiml } from './twiml.ts'
import { placeOf } from './wait.ts'

const FACTS: CallFacts = {
  languages: ['en', 'es'],
  organization: 'Harbor Clinic',
  country: 'US',
  desk: { is: 'nobody' },
  canCallBack: true,
  hasHelper: false,
  reply: null,
}
const key = (pressed: string): Heard => ({ kind: 'key', key: pressed })
const SILENCE: Heard = { kind: 'silence' }
const busy = (waitMin: number): Desk => ({ is: 'busy', place: 2, waitMin })

/** A call from its beginning. */
function call(heard: readonly Heard[], over: Partial<CallFacts> = {}) {
  const facts = { ...FACTS, ...over }
  let last = nextTurn(arriving('en'), { kind: 'arrived' }, facts)
  const effects: Effect[] = [...last.effects]
  for (const one of heard) {
    last = nextTurn(last.state, one, facts)
    effects.push(...last.effects)
  }
  return { ...last, effects, said: wordsOf(last.step) }
}
const wordsOf = ({ say }: Step): string => say.map(({ text }) => text).join(' ')

const desk: fc.Arbitrary<Desk> = fc.oneof(
  fc.constant({ is: 'free' } as const),
  fc.constant({ is: 'nobody' } as const),
  fc.record({
    is: fc.constant('busy' as const),
    place: fc.integer({ min: 1, max: 9 }),
    waitMin: fc.integer({ min: 1, max: 60 }),
  }),
)
const facts: fc.Arbitrary<CallFacts> = fc.record({
  languages: fc.constantFrom(['en', 'es'] as const, ['es', 'en'] as const, ['en'] as const, SPOKEN),
  organization: fc.constant('Harbor Clinic'),
  country: fc.constantFrom('US', 'DE', 'XX'),
  desk,
  canCallBack: fc.boolean(),
  hasHelper: fc.boolean(),
  reply: fc.constantFrom(
    null,
    { does: 'answer', language: 'es', say: ['Abrimos a las 8.'] } as const,
    { does: 'ask', language: 'en', say: ['Please say it again.'] } as const,
    { does: 'collect', language: 'en', say: ['Who is the visit for?'] } as const,
    { does: 'sent', language: 'es', say: ['Ya está.'] } as const,
  ),
})
const heard: fc.Arbitrary<Heard> = fc.oneof(
  fc.constantFrom(...'0123456789*#').map(key),
  fc.constant(SILENCE),
  fc
    .constantFrom('person', 'repeat', 'billing', null)
    .map((asks): Heard => ({ kind: 'words', asks: asks as null, redFlag: null })),
  fc.constant<Heard>({ kind: 'words', asks: null, redFlag: { kinds: [] } }),
  fc.record({ kind: fc.constant('recorded' as const), hasSound: fc.boolean(), key: fc.constantFrom(null, '0', '#') }),
  fc.record({ kind: fc.constant('dialed' as const), wasAnswered: fc.boolean() }),
)

describe('desk-D61 the way of a call', () => {
  test('desk-D61 emergency hint and language are said within the first ten seconds, in each language', () => {
    const { step, state } = call([], { languages: SPOKEN })
    expect(state.at).toBe('language')
    expect(step.say.map(({ language }) => language)).toEqual([...SPOKEN, ...SPOKEN])
    expect(step.say.slice(0, SPOKEN.length).every(({ text }) => text.includes('9 1 1'))).toBe(true)
    expect(step.say.reduce((sum, { text, language }) => sum + secondsToSay(text, language), 0)).toBeLessThanOrEqual(10)
  })

  test('desk-D61 before a choice the language of the site is listened for, then the chosen one', () => {
    expect(call([], { languages: SPOKEN }).step.then).toMatchObject({ do: 'ask', listens: 'en' })
    expect(call([key('3')], { languages: SPOKEN }).step.then).toMatchObject({ do: 'ask', listens: 'vi' })
  })

  test.each([
    ['one language is not asked for', [], { languages: ['es'] as const }, 'topic', 'Gracias'],
    ['2 is Spanish', [key('2')], {}, 'topic', 'Gracias'],
    ['3 is Vietnamese', [key('3')], { languages: SPOKEN }, 'topic', 'Cảm ơn quý vị'],
    [
      'the assistant is not named where it does not speak',
      [key('3')],
      { languages: SPOKEN, hasHelper: true },
      'topic',
      'Bấm 3 về hóa đơn',
    ],
    [
      'Vietnamese, a person, a call-back',
      [key('3'), key('0'), key('1')],
      { languages: SPOKEN },
      'ended',
      'Chúng tôi sẽ gọi lại',
    ],
    ['9 repeats', [key('1'), key('9')], {}, 'topic', 'Thank you for calling'],
    ['a key that is none', [key('1'), key('7')], {}, 'topic', 'does nothing'],
    ['silence once', [key('1'), SILENCE], {}, 'topic', 'did not hear'],
    ['silence twice means a person', [key('1'), SILENCE, SILENCE], { desk: { is: 'free' } }, 'dialing', 'connect'],
    ['0 before the language', [key('0')], { desk: { is: 'free' } }, 'dialing', 'connect'],
    ['a short wait', [key('1'), key('3')], { desk: busy(LONG_WAIT_MIN) }, 'holding', 'number 2'],
    [
      'a long wait is answered with a call-back',
      [key('1'), key('3')],
      { desk: busy(LONG_WAIT_MIN + 1) },
      'offer',
      'keep your place',
    ],
    ['who wants to wait, waits', [key('1'), key('3'), key('3')], { desk: busy(20) }, 'holding', 'number 2'],
    ['nobody is there', [key('1'), key('2')], {}, 'offer', 'Nobody can pick up'],
    ['a person, where nobody is, calls back', [key('1'), key('2'), key('0')], {}, 'ended', 'call you back'],
    [
      'nobody picks up',
      [key('1'), key('2'), { kind: 'dialed', wasAnswered: false }],
      { desk: { is: 'free' } },
      'offer',
      'Nobody',
    ],
    ['a message is asked for first', [key('1'), key('2'), key('2')], {}, 'consent', 'record'],
    ['danger in words', [{ kind: 'words', asks: null, redFlag: { kinds: [] } }], {}, 'offer', '911'],
  ] as [string, Heard[], Partial<CallFacts>, CallState['at'], string][])(
    'desk-D61 %s',
    (_name, keys, over, at, words) => {
      const { state, said } = call(keys, over)
      expect(state.at).toBe(at)
      expect(said).toContain(words)
    },
  )

  test('desk-D61 nothing is recorded before a yes; without one there is a call-back, and no recording', () => {
    const toConsent = [key('1'), key('2'), key('2')]
    expect(call([...toConsent, key('1')])).toMatchObject({
      effects: ['consent-given'],
      step: { then: { do: 'record' } },
    })
    expect(call([...toConsent, key('2')])).toMatchObject({
      effects: ['consent-refused', 'call-back'],
      state: { at: 'ended' },
    })
    expect(call([...toConsent, SILENCE, SILENCE]).effects).toEqual(['consent-refused', 'call-back'])
    fc.assert(
      fc.property(fc.array(heard, { maxLength: 60 }), facts, (sequence, given) => {
        let last = nextTurn(arriving('en'), { kind: 'arrived' }, given)
        for (const one of sequence) {
          last = nextTurn(last.state, one, given)
          if (last.step.then.do === 'record') expect(last.effects).toContain('consent-given')
        }
      }),
    )
  })

  test('desk-D61 whatever is pressed, said or kept silent, the call ends within its limits', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(heard), (given, stream) => {
        let last = nextTurn(arriving('en'), { kind: 'arrived' }, given)
        let turns = 0
        for (const one of stream) {
          if (last.state.at === 'ended') break
          last = nextTurn(last.state, one, given)
          turns += 1
          expect(turns).toBeLessThanOrEqual(TURNS_MAX + HOLDS_MAX + 2)
        }
        expect(last.step.then.do).toBe('hang-up')
      }),
    )
  })

  const asked = (does: 'hold' | 'go-on' | 'transfer'): Heard => ({ kind: 'asked', does })
  const MISSED: Heard = { kind: 'dialed', wasAnswered: false }
  const toTalk = [key('1'), key('3')]
  test.each([
    ['on hold', [asked('hold')], 'held', 'ask', 'will be back soon'],
    ['on hold, 0 rings the agent', [asked('hold'), key('0')], 'dialing', 'dial', 'connect you again'],
    ['on hold, 1 is a call-back', [asked('hold'), key('1')], 'ended', 'hang-up', 'call you back'],
    [
      'danger on hold',
      [asked('hold'), { kind: 'words', asks: null, redFlag: { kinds: [] } }],
      'dialing',
      'dial',
      '911',
    ],
    ['go on', [asked('hold'), asked('go-on')], 'dialing', 'dial', 'connect you again'],
    ['passed on', [asked('transfer')], 'dialing', 'dial', 'another person here'],
    [
      'passed on to a box',
      [asked('transfer'), { kind: 'dialed', wasAnswered: true }],
      'dialing',
      'dial',
      'Nobody can pick up there',
    ],
    ['passed on, and nobody at all', [asked('transfer'), MISSED, MISSED, MISSED], 'offer', 'ask', 'Nobody can pick up'],
    ['in a language', [key('2'), ...toTalk.slice(1), asked('hold')], 'held', 'ask', 'No cuelgue'],
  ] as [string, Heard[], CallState['at'], Step['then']['do'], string][])(
    'what the desk asks of a talk: %s',
    (name, heardThen, at, does, words) => {
      const before = name === 'in a language' ? [] : toTalk
      const { state, step, said } = call([...before, ...heardThen], { desk: { is: 'free' } })
      expect({ at: state.at, does: step.then.do }).toEqual({ at, does })
      expect(said).toContain(words)
    },
  )

  test('whoever is on hold alone hears the telephone of the agent ring within the limit, and else comes into the line', () => {
    let last = call([...toTalk, asked('hold')], { desk: { is: 'free' } }) as ReturnType<typeof nextTurn>
    for (let looks = 0; last.state.at === 'held'; looks++) {
      expect(looks).toBeLessThanOrEqual(HELD_MAX)
      last = nextTurn(last.state, SILENCE, FACTS)
    }
    expect(last.state).toMatchObject({ at: 'dialing', rings: 'back' })
    const missed = nextTurn(last.state, MISSED, FACTS)
    expect(missed).toMatchObject({ state: { at: 'offer' }, effects: ['back-in-line'] })
  })

  test('desk-D61 0 leads to a person at any point: one who rings, a place in the line, or an offer to call back or to leave a message', () => {
    fc.assert(
      fc.property(fc.array(heard, { maxLength: 30 }), facts, (sequence, given) => {
        let last = nextTurn(arriving('en'), { kind: 'arrived' }, given)
        for (const one of sequence) last = nextTurn(last.state, one, given)
        if (last.state.at === 'ended') return
        const asked = nextTurn(last.state, key('0'), given)
        const leads = ['dialing', 'holding', 'offer'].includes(asked.state.at) || asked.effects.includes('call-back')
        expect(leads || !given.canCallBack).toBe(true)
        if (given.desk.is === 'free' && asked.state.turns <= TURNS_MAX) expect(asked.step.then.do).toBe('dial')
      }),
    )
  })
})

test.each([
  ['Persona, por favor', 'person', false],
  ['talk to a person please', 'person', false],
  ['repeat that', 'repeat', false],
  ['Cho tôi gặp nhân viên', 'person', false],
  ['Xin nghe lại', 'repeat', false],
  ['đau ngực và khó thở', undefined, true],
  ['I want to book an appointment', 'appointment', false],
  ["my chest hurts and I can't breathe", undefined, true],
  ['me duele mucho el pecho y no puedo respirar', undefined, true],
] as const)('desk-D61 "%s" said on the telephone', (text, asks, isRedFlag) => {
  const said = hearWords(text)
  expect(said.redFlag !== null).toBe(isRedFlag)
  if (asks !== undefined) expect(said.asks).toBe(asks)
})

describe('desk-D62 the place of a caller', () => {
  test.each([
    [{ ahead: 0, talking: 0, atOnce: 1, talkMin: null }, { is: 'free' }],
    [
      { ahead: 0, talking: 1, atOnce: 1, talkMin: 4 },
      { is: 'busy', place: 1, waitMin: 4 },
    ],
    [
      { ahead: 2, talking: 1, atOnce: 1, talkMin: 4 },
      { is: 'busy', place: 3, waitMin: 12 },
    ],
    [
      { ahead: 1, talking: 1, atOnce: 2, talkMin: null },
      { is: 'busy', place: 2, waitMin: 3 },
    ],
    [{ ahead: 1, talking: 0, atOnce: 2, talkMin: null }, { is: 'free' }],
  ] as const)('desk-D62 %j', (waiting, place) => expect(placeOf(waiting)).toEqual(place))

  test('desk-D62 one more before somebody never shortens the wait', () => {
    const number = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 5 }), (ahead, talking, atOnce) => {
        const wait = (of: ReturnType<typeof placeOf>) => (of.is === 'free' ? 0 : of.waitMin)
        const now = { ahead, talking, atOnce, talkMin: 4 }
        expect(wait(placeOf({ ...now, ahead: ahead + 1 }))).toBeGreaterThanOrEqual(wait(placeOf(now)))
      }),
    )
  })
})

describe('desk-D61 TwiML', () => {
  const AT = {
    next: 'https://a.example/x?turn=1&b=2',
    silence: 'https://a.example/x?turn=1&silent=1',
    transcript: null,
    desk: { number: '+12125550111', pickedUp: 'https://a.example/p' },
  }

  test('desk-D61 each step in the words of carriers', () => {
    const say = [{ language: 'es', text: 'Tom & <Ana>' }] as const
    const said = '<Say language="es-US">Tom &amp; &lt;Ana&gt;</Say>'
    const asked = toTwiml({ say, then: { do: 'ask', seconds: 6, listens: 'es' } }, AT)
    expect(asked).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf speech" numDigits="1" timeout="6" speechTimeout="auto" language="es-US" action="https://a.example/x?turn=1&amp;b=2" method="POST">${said}</Gather><Redirect method="POST">https://a.example/x?turn=1&amp;silent=1</Redirect></Response>`,
    )
    expect(toTwiml({ say, then: { do: 'dial', seconds: 25 } }, AT)).toContain('>+12125550111</Number></Dial>')
    expect(
      toTwiml({ say, then: { do: 'record', maxSeconds: 180 } }, { ...AT, transcript: 'https://a.example/t' }),
    ).toContain('transcribeCallback="https://a.example/t"')
    expect(toTwiml({ say: [], then: { do: 'hang-up' } }, AT)).toContain('<Response><Hangup/></Response>')
  })

  test('desk-D61 no text of ours or of a clinic breaks out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const written = toTwiml({ say: [{ language: 'en', text }], then: { do: 'hang-up' } }, { ...AT, desk: null })
        expect(written.match(/</g)).toHaveLength(written.includes('</Say>') ? 7 : 6)
        expect(written).not.toMatch(/[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{fffe}\u{ffff}]/u)
      }),
    )
  })

  test('desk-D61 without anything of ours the emergency number of the site is said, and a message taken', () => {
    expect(wordsOf(awayStep('es', 'DE'))).toContain('1 1 2')
    expect(awayStep('en', 'US').then.do).toBe('record')
  })
})

test('desk-D61 every language has every sentence, and none has more than four answers', () => {
  for (const language of SPOKEN) {
    expect(Object.keys(PHRASES[language]).toSorted()).toEqual(Object.keys(PHRASES.en).toSorted())
    expect(PHRASES[language].topics.match(/[123]/g)).toEqual(['1', '2', '3'])
  }
})
