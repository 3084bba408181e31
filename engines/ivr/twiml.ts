/**
 * A step of a call in the words of carriers: TwiML, the XML that telephone carriers share. All text and every address is escaped.
 *
 * Source: https://www.twilio.com/docs/voice/twiml
 */
import type { Step } from './call-flow.ts'
import { VOICE_OF, type Spoken } from './languages.ts'

export type StepAddresses = {
  /** Where what was pressed, said, dialed or recorded is told. */
  next: string
  /** Where it is told that nothing was heard; null: then the call ends. */
  silence: string | null
  /** Where the carrier tells what it understood of a recording; null: it does not listen. */
  transcript: string | null
  /**
   * The telephone that rings, E.164, and where it is told that somebody picked up there, or where it is asked what that telephone hears before the
   * two are joined; null: none.
   */
  desk: ({ number: string } & ({ pickedUp: string } | { hears: string })) | null
}

export function toTwiml({ say, then }: Step, { next, silence, transcript, desk }: StepAddresses): string {
  const said = say.map(({ language, text }) => tag('Say', { language: VOICE_OF[language] }, escaped(text))).join('')
  const otherwise = silence === null ? '<Hangup/>' : tag('Redirect', { method: 'POST' }, escaped(silence))
  switch (then.do) {
    case 'ask': {
      const asks = {
        input: 'dtmf speech',
        numDigits: '1',
        timeout: String(then.seconds),
        speechTimeout: 'auto',
        language: VOICE_OF[then.listens],
        action: next,
        method: 'POST',
      }
      return document(tag('Gather', asks, said) + otherwise)
    }
    case 'record': {
      const records = {
        maxLength: String(then.maxSeconds),
        timeout: '5',
        finishOnKey: '0#',
        playBeep: 'true',
        action: next,
        method: 'POST',
        ...(transcript === null ? {} : { transcribe: 'true', transcribeCallback: transcript }),
      }
      return document(said + tag('Record', records, '') + otherwise)
    }
    case 'dial': {
      if (desk === null) throw new Error('a call is connected to a number, and there is none')
      const dials = { timeout: String(then.seconds), answerOnBridge: 'true', action: next, method: 'POST' }
      const tells: Record<string, string> =
        'hears' in desk
          ? { url: desk.hears, method: 'POST' }
          : { statusCallbackEvent: 'answered', statusCallback: desk.pickedUp, statusCallbackMethod: 'POST' }
      return document(said + tag('Dial', dials, tag('Number', tells, escaped(desk.number))))
    }
    case 'hang-up':
      return document(`${said}${said === '' ? '' : '<Pause length="1"/>'}<Hangup/>`)
  }
}

/**
 * Says something, and rings a telephone to join it with the one that picked up. `action`: where it is told how that ended. `answeredBy`: where
 * it is told whether a person or a machine picked up; null: that is not asked.
 */
export function joinTwiml(
  { language, text }: Said,
  {
    number,
    callerId,
    action,
    answeredBy,
  }: { number: string; callerId: string; action: string; answeredBy: string | null },
): string {
  const detects = answeredBy && {
    machineDetection: 'Enable',
    machineDetectionTimeout: String(DETECT_SECONDS),
    amdStatusCallback: answeredBy,
    amdStatusCallbackMethod: 'POST',
  }
  const dials = { timeout: String(JOIN_SECONDS), answerOnBridge: 'true', callerId, action, method: 'POST' }
  const rung = detects ? tag('Number', detects, escaped(number)) : escaped(number)
  return document(tag('Say', { language: VOICE_OF[language] }, escaped(text)) + tag('Dial', dials, rung))
}

/** How long a telephone is listened to for a key after the last word, in seconds. */
const KEY_SECONDS = 8

/** Says something twice and asks for one key. `next`: where the key is told; `silence`: where it is told that none was pressed. */
export function keyTwiml({ language, text }: Said, { next, silence }: { next: string; silence: string }): string {
  const said = tag('Say', { language: VOICE_OF[language] }, escaped(text))
  const asks = { input: 'dtmf', numDigits: '1', timeout: String(KEY_SECONDS), action: next, method: 'POST' }
  const asked = tag('Gather', asks, `${said}<Pause length="2"/>${said}`)
  return document(asked + tag('Redirect', { method: 'POST' }, escaped(silence)))
}

/** So long the carrier waits before it asks once more, in seconds. */
const ASK_AGAIN_SECONDS = 3

/** Says something, waits, and asks at `next` once more. */
export const againTwiml = ({ language, text }: Said, next: string): string =>
  document(
    tag('Say', { language: VOICE_OF[language] }, escaped(text)) +
      tag('Pause', { length: String(ASK_AGAIN_SECONDS) }, '') +
      tag('Redirect', { method: 'POST' }, escaped(next)),
  )

/** The telephone that was rung has heard enough: it is joined with the one that waits. */
export const goAheadTwiml = (): string => document('')

/** Says something, if there is something to say, and hangs up. */
export const lastTwiml = (said: Said | null): string =>
  document(`${said ? tag('Say', { language: VOICE_OF[said.language] }, escaped(said.text)) : ''}<Hangup/>`)

type Said = { language: Spoken; text: string }

/** So long a carrier listens for whether a machine picked up, in seconds; after it nobody knows, and it counts as a person. */
export const DETECT_SECONDS = 8

/** How long the second telephone rings, in seconds. */
const JOIN_SECONDS = 30

const document = (verbs: string): string => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`

function tag(name: string, attributes: Record<string, string>, content: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** What XML 1.0 cannot hold at all is left out; the rest of its own signs are written as names. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
