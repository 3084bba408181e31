/** What the product itself writes, in every language that patients are served in (desk-D36, D39). */
import { expect, test } from 'vitest'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { faultOfExemptText } from '#engines/sms/exempt-text.ts'
import {
  acknowledgementText,
  callMovedText,
  continuityTextMessage,
  linkTextMessage,
  missedCallText,
  optOutText,
} from './texts.ts'

const OTHERS = SERVED_LANGUAGES.filter((language) => language !== 'en' && language !== 'es')
const here = { organization: 'Harbor Clinic', country: 'US' }

test('desk-D36 where a language is missing it is told: a line of it stands above the English of an acknowledgement and of the answers to STOP, START and HELP', () => {
  const english = { acknowledgement: acknowledgementText('en', 'US'), stop: optOutText('en', 'stop-confirmed', here) }
  expect(english.acknowledgement).toMatch(/^We got your message\./)
  const own = OTHERS.map((language) => {
    const acknowledgement = acknowledgementText(language, 'US')
    const stop = optOutText(language, 'stop-confirmed', here)
    expect(acknowledgement.endsWith(`\n\n${english.acknowledgement}`), language).toBe(true)
    expect(stop.endsWith(`\n\n${english.stop}`), language).toBe(true)
    const [line = ''] = acknowledgement.split('\n\n')
    expect(line, language).toContain('911')
    return line
  })
  expect(new Set(own).size).toBe(OTHERS.length)
  // What nobody serves gets English; a file that was not taken is told between the two.
  expect(acknowledgementText('ja', 'US')).toBe(english.acknowledgement)
  expect(acknowledgementText('ar', 'US', 2).split('\n\n')[2]).toMatch(/^We could not open 2 files/)
  expect(acknowledgementText('es', 'ZZ')).toContain('su número local de emergencias')
})

test('desk-D36 every text message that software sends unasked has at most 160 characters and no word about money, whatever the clinic is called and wherever it is', () => {
  const at = new Date('2026-09-30T23:30:00Z')
  const names = ['Harbor Clinic', 'The Family and Community Health Center of Saint Mary of the Lakes and Hills, Northside', 'x'.repeat(200)]
  for (const language of SERVED_LANGUAGES)
    for (const organization of names)
      for (const country of ['US', 'ZZ']) {
        const texts = [
          missedCallText(language, 'call-abandoned', { organization, country }),
          missedCallText(language, 'call-back-missed', { organization, country }),
          callMovedText(language, { organization, country, at, timeZone: 'America/New_York' }),
          continuityTextMessage(language, organization, null),
          continuityTextMessage(language, organization, `https://portal.clinic.example/portal/messages/${'0'.repeat(36)}`),
          continuityTextMessage(language, organization, `https://${'a'.repeat(120)}.example/${'0'.repeat(36)}`),
        ]
        for (const text of texts) expect([language, text, faultOfExemptText(text)]).toEqual([language, text, null])
      }
  expect(missedCallText('en', 'call-abandoned', here)).toMatch(/^Harbor Clinic: sorry/)
  expect(linkTextMessage('en', 'Harbor Clinic', 'https://x.example')).toContain('Harbor Clinic')
}) // prettier-ignore

test('desk-D36 words about money, and what is too long, are known in English and Spanish; names and plain words are not taken for them', () => {
  for (const text of ['Your bill is ready', 'You owe $20', 'A payment is past due', 'Su factura está lista', 'Tiene un saldo', 'El copago es de 5', '20 % descuento'])
    expect([text, faultOfExemptText(text)]).toEqual([text, 'money'])
  for (const text of ['Your visit is tomorrow at 9', 'Billy, please call us', 'Repay a visit', 'Su cita es el martes', 'Debemos mover su cita', 'Your chart is ready'])
    expect([text, faultOfExemptText(text)]).toEqual([text, null])
  expect([faultOfExemptText('a'.repeat(160)), faultOfExemptText('a'.repeat(161))]).toEqual([null, 'too-long'])
}) // prettier-ignore
