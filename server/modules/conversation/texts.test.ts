/** What the product itself writes, in every language that patients are served in (desk-D36, D39). */
import { expect, test } from 'vitest'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { acknowledgementText, optOutText } from './texts.ts'

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
