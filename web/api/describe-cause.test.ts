import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import en from '../i18n/en/desk.json' with { type: 'json' }
import refusalsEn from '../i18n/en/refusals.json' with { type: 'json' }
import es from '../i18n/es/desk.json' with { type: 'json' }
import refusalsEs from '../i18n/es/refusals.json' with { type: 'json' }
import { describeCause } from './describe-cause.ts'

const texts = (catalogue: Record<string, { defaultMessage: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(catalogue).map(([id, { defaultMessage }]) => [id, defaultMessage]))
const english = createIntl({ locale: 'en', messages: { ...texts(en), ...texts(refusalsEn) } as never })
const spanish = createIntl({ locale: 'es', messages: { ...es, ...refusalsEs } as never })

/** What deliveries and set-aside mails are given as a cause. */
const CAUSES = `
  QUIET_HOURS OUTBOUND_OFF NO_CONSENT STOPPED RESTRICTED IDENTITY_TOO_LOW WRONG_PERSON CONTACT_POINT_UNUSABLE BUDGET_SPENT CONTENT_REFUSED
  bounced-5.1.1 bounced-5.2.2 bounced-5.7.1 bounced-permanent smtp-451 smtp-554 no-connection no-tls not-a-mail not-public no-such-host
  no-mailbox no-carrier carrier-broke-off connection-lost-after-data worker-lost settled-by-person seen
  no-number sms-no-answer sms-21211 sms-30003 sms-429 sms-500 sms-201 sms-not-connected sms-not-delivered late-receipt
  mail-storm mail-loop unreadable too-large not-stored written-by-staff nobody-in-to conversation-gone no-such-mailbox original-missing
  same-topic same-number`
  .trim()
  .split(/\s+/)

test.each([
  ['English', english],
  ['Spanish', spanish],
])('desk-D44 each cause is told in plain words, in %s', (_language, intl) => {
  const said = CAUSES.map((cause) => describeCause(intl, cause))
  expect(said.filter((text, n) => text === CAUSES[n] || !/^\p{Lu}.*[.)]$/u.test(text))).toEqual([])
  expect(describeCause(intl, 'bounced-5.1.1')).toMatch(/\(5\.1\.1\)$/)
})

test('a cause that nobody named stays as it is, for whoever looks it up', () => {
  expect(describeCause(english, 'carrier-says-77')).toBe('carrier-says-77')
})
