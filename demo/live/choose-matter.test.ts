import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEMO_LANGUAGES } from '../clinic.ts'
import { seededRandom } from '../random.ts'
import { readStories } from '../story.ts'
import { chooseMatter, type LiveChannel } from './choose-matter.ts'
import type { LivePatient } from './world.ts'

const stories = DEMO_LANGUAGES.flatMap(readStories)
const site = { id: 's', name: 'Harbor Street Clinic', timeZone: 'America/New_York' }
const aPatient = fc.record({
  id: fc.uuid(),
  given: fc.constant('Pat'),
  family: fc.constant('Rivera'),
  language: fc.constantFrom(...DEMO_LANGUAGES),
  site: fc.constant(site),
  accountId: fc.constantFrom(null, 'account'),
  email: fc.constantFrom(null, 'pat@example.org'),
  phone: fc.constantFrom(null, '+16175550142'),
}) satisfies fc.Arbitrary<LivePatient>

test('whoever writes has the door, the language and no matter going on already', () => {
  fc.assert(
    fc.property(
      fc.array(aPatient, { minLength: 1, maxLength: 8 }),
      fc.subarray<LiveChannel>(['portal-chat', 'sms', 'widget', 'email']),
      fc.string(),
      (patients, open, seed) => {
        const busy = new Set(patients.filter((_, n) => n % 3 === 0).map(({ id }) => id))
        const chosen = chooseMatter({ stories, patients, channels: new Set(open), busy, dice: seededRandom(seed) })
        if (!chosen) return
        const { patient, channel, story } = chosen
        expect(busy.has(patient.id)).toBe(false)
        expect(open).toContain(channel)
        expect(story.language).toBe(patient.language)
        const ways = { 'portal-chat': patient.accountId, sms: patient.phone, email: patient.email, widget: 'open' }
        expect(ways[channel]).not.toBe(null)
      },
    ),
  )
})

test('over a hundred matters every door is used', () => {
  const dice = seededRandom('doors')
  const patients = DEMO_LANGUAGES.map((language, n) => ({
    ...fc.sample(aPatient, { numRuns: 1, seed: n })[0]!,
    language,
    accountId: 'account',
    email: 'pat@example.org',
    phone: '+16175550142',
  }))
  const channels = new Set<LiveChannel>(['portal-chat', 'sms', 'widget', 'email'])
  const used = Array.from(
    { length: 100 },
    () => chooseMatter({ stories, patients, channels, busy: new Set(), dice })?.channel,
  )
  expect(new Set(used)).toEqual(channels)
})
