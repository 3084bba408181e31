import { expect, test } from 'vitest'
import type { Recognized } from '#server/modules/patient/index.ts'
import { openKeys } from '#server/platform/seal.ts'
import { choosePerson } from './choose-person.ts'
import { sessionCookie, sessionTokenOf } from './cookie.ts'
import { guessDelaySeconds } from './guess.ts'
import { hashPassword, passwordProblem, verifyPassword } from './password.ts'
import { hashRecoveryCode, writeRecoveryCode } from './recovery-code.ts'
import { base32, matchTotp, totpCode } from './totp.ts'

/** RFC 6238, appendix B: the ASCII secret, its moments and the last six of the eight digits. */
const RFC_SECRET = Buffer.from('12345678901234567890')

test('trust-D20 the codes are those of RFC 6238', () => {
  expect(
    [59, 1111111109, 1234567890, 2000000000].map((second) => totpCode(RFC_SECRET, Math.floor(second / 30))),
  ).toEqual(['287082', '081804', '005924', '279037'])
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
})

test('trust-D20 a code is good one step to either side, and not again', () => {
  const now = new Date(1_234_567_890_000)
  const step = Math.floor(1_234_567_890 / 30)
  for (const near of [step - 1, step, step + 1])
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, near), now, 0)).toBe(near)
  for (const far of [step - 2, step + 2])
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, far), now, 0)).toBeUndefined()
  expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step), now, step)).toBeUndefined()
})

test.each([
  ['korrekt', true, 'too-short'],
  ['tulipanes', true, null],
  ['tulipanes', false, 'too-short'],
  ['x'.repeat(128) + 'y', true, 'too-long'],
  ['Password123', true, 'too-common'],
  ['aaaaaaaaaaaa', true, 'too-common'],
  ['Harborview2026', true, 'own-words'],
  ['ana.ruiz1!', true, 'own-words'],
  ['four grey herons wade', false, null],
])('trust-D22 %s with second factor %s: %s', (password, hasSecondFactor, problem) => {
  expect(passwordProblem(password, ['Harborview Clinic', 'ana.ruiz@harborview.example'], hasSecondFactor)).toBe(problem)
})

test('trust-D22 a password opens its own hash, however its accents are written, and no other does', async () => {
  const hash = await hashPassword('caf\u00e9 con tulipanes')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(await verifyPassword('cafe\u0301 con tulipanes', hash)).toBe(true)
  expect(await verifyPassword('cafe con tulipanes', hash)).toBe(false)
  expect(await verifyPassword('cafe con tulipanes', null)).toBe(false)
})

test('trust-D23 five failures are free, then the wait doubles from 1 to 60 seconds', () => {
  expect([1, 4, 5, 6, 7, 10, 11, 500].map((failures) => guessDelaySeconds('account', failures))).toEqual([
    0, 0, 1, 2, 4, 32, 60, 60,
  ])
})

test('trust-D24 the cookie is bound to its host, and of two with one name neither is believed', () => {
  expect(sessionCookie('t', true)).toBe('__Host-bedside=t; Path=/; HttpOnly; SameSite=Lax; Secure')
  expect(sessionTokenOf('a=b; __Host-bedside=t')).toBe('t')
  expect(sessionTokenOf('__Host-bedside=t; __Host-bedside=u')).toBeNull()
  expect(sessionTokenOf('bedside-plain=t')).toBe('plain:t')
})

test('trust-D20 a recovery code has 80 bits, reads without dashes and case, and belongs to one account', () => {
  const code = writeRecoveryCode(Buffer.from('0123456789'))
  expect(code.replaceAll('-', '')).toHaveLength(16)
  expect(hashRecoveryCode('a', code.toLowerCase().replaceAll('-', ' '))).toEqual(hashRecoveryCode('a', code))
  expect(hashRecoveryCode('b', code)).not.toEqual(hashRecoveryCode('a', code))
})

test('trust-D45 a sealed value opens at its own place only', () => {
  const keys = openKeys(Buffer.alloc(32, 7))
  const sealed = keys.seal(Buffer.from('seed'), 'auth.account/1/totp')
  expect(keys.open(sealed, 'auth.account/1/totp').toString()).toBe('seed')
  expect(() => keys.open(sealed, 'auth.account/2/totp')).toThrow('DECRYPT_CONTEXT')
  sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1
  expect(() => keys.open(sealed, 'auth.account/1/totp')).toThrow('DECRYPT_CONTEXT')
})

const aPerson = (over: Partial<Recognized>): Recognized => ({
  kind: 'patient',
  patientId: 'p1',
  relatedPersonId: null,
  contactPointId: 'c1',
  given: 'Ana',
  family: 'Ruiz',
  birthDate: '1980-02-29',
  language: 'es',
  siteId: null,
  changedAt: new Date(0),
  system: 'email',
  ...over,
})

test('trust-D18 of persons who share an address the birth date decides, of twins the first name', () => {
  const ana = aPerson({})
  const child = aPerson({ patientId: 'p2', given: 'Luz', birthDate: '2015-05-01' })
  const twin = aPerson({ patientId: 'p3', given: 'Sol', birthDate: '2015-05-01' })
  expect(choosePerson([ana, child], '1980-02-29', undefined)).toMatchObject({ who: 'person', patient: ana })
  expect(choosePerson([ana, child], '1999-01-01', undefined)).toEqual({ who: 'nobody' })
  expect(choosePerson([child, twin], '2015-05-01', undefined)).toEqual({ who: 'name-needed' })
  expect(choosePerson([child, twin], '2015-05-01', 'SÓL')).toMatchObject({ who: 'person', patient: twin })
  expect(choosePerson([child, twin], '2015-05-01', 'Eva')).toEqual({ who: 'nobody' })
})

test('a mother signs in as herself and as the one who speaks for her child', () => {
  const ana = aPerson({})
  const mother = aPerson({ kind: 'related-person', patientId: 'p2', relatedPersonId: 'r1', birthDate: '2015-05-01' })
  const other = aPerson({
    kind: 'related-person',
    patientId: 'p9',
    relatedPersonId: 'r9',
    given: 'Eva',
    birthDate: '2011-01-01',
  })
  expect(choosePerson([ana, mother, other], '1980-02-29', undefined)).toEqual({
    who: 'person',
    patient: ana,
    relatedPersons: [mother],
  })
})

test('trust-D18 the birth date of a child does not tell the child from who speaks for it: the first name is asked', () => {
  const teen = aPerson({ given: 'Luz', birthDate: '2010-05-01' })
  const mother = aPerson({ kind: 'related-person', relatedPersonId: 'r1', given: 'Ana', birthDate: '2010-05-01' })
  const choose = (given?: string) => choosePerson([teen, mother], '2010-05-01', given)
  expect(choose()).toEqual({ who: 'name-needed' })
  expect(choose('Ana')).toEqual({ who: 'person', patient: null, relatedPersons: [mother] })
  expect(choose('luz')).toEqual({ who: 'person', patient: teen, relatedPersons: [] })
  const namesake = { ...mother, given: 'Luz', family: 'Vega' }
  expect(choosePerson([teen, namesake], '2010-05-01', 'Luz')).toEqual({ who: 'nobody' })
})

test('trust-D18 a father of the same name is not his son: what he speaks for stays his', () => {
  const son = aPerson({ patientId: 'p1', birthDate: '2004-05-01' })
  const father = { kind: 'related-person', relatedPersonId: 'r1' } as const
  const ofSon = aPerson({ ...father, birthDate: '2004-05-01' })
  const ofDaughter = aPerson({ ...father, patientId: 'p2', relatedPersonId: 'r2', birthDate: '2008-01-01' })
  const family = [son, ofSon, ofDaughter]
  expect(choosePerson(family, '2004-05-01', undefined)).toEqual({ who: 'person', patient: son, relatedPersons: [] })
  expect(choosePerson(family, '2008-01-01', undefined)).toEqual({
    who: 'person',
    patient: null,
    relatedPersons: [ofSon, ofDaughter],
  })
})
