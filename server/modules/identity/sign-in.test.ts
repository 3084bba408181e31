import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openKeys } from '#server/platform/seal.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { resolveCaller } from './caller.ts'
import { publicSite, type Door } from './deps.ts'
import { admitGuess } from './guess.ts'
import { createStaffSignIn } from './set-up.ts'
import { finishWithTotp, signInWithPassword } from './sign-in-staff.ts'
import { totpCode, totpStep } from './totp.ts'

const { database, look } = await testDatabase()
const keys = openKeys(randomBytes(32))
const NOON = new Date('2026-03-02T12:00:00Z')
const PASSWORD = 'four grey herons wade'
const jobs = { send: async () => undefined, work: async () => undefined, stop: async () => undefined }
const site = publicSite('https://bedside.example')

async function aMember() {
  const organizationId = newId()
  const staffId = newId()
  const slug = `o-${randomUUID()}`
  const email = `ada-${randomUUID()}@clinic.example`
  const totpSecret = randomBytes(20)
  await database.transaction(systemContext(organizationId, randomUUID(), 'test'), async (tx) => {
    await tx.run(`insert into organization (organization_id, name, slug) values ($1, 'Clinic', $2)`, [
      organizationId,
      slug,
    ])
    await tx.run(`insert into auth.organization_door (organization_id, slug) values ($1, $2)`, [organizationId, slug])
    await tx.run(
      `insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, $3, 'Ada', 'Stone', 'nurse', 'active')`,
      [organizationId, staffId, email],
    )
  })
  await createStaffSignIn(
    { db: database, keys },
    { organizationId, staffId, email, password: PASSWORD, totpSecret },
    NOON,
  )
  return { organizationId, staffId, slug, email, totpSecret }
}

const doorAt = (now: Date): Door => ({
  db: database,
  jobs,
  keys,
  site,
  now,
  request: { requestId: randomUUID(), route: 'test', sourceAddress: null },
  device: { browser: 'Firefox', system: 'Linux', isSecure: true },
})
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)
const who = (token: string | undefined, now: Date, isBackground = false) =>
  resolveCaller(database, token ?? null, { now, requestId: randomUUID(), isBackground })

test('trust-D19, D24, D11 a password opens half, the second factor the whole under a new id, and an ended role nothing', async () => {
  const ada = await aMember()
  const half = await signInWithPassword(doorAt(NOON), { email: ada.email, password: PASSWORD, organization: ada.slug })
  if (!half.ok || !half.value.session) throw new Error('no half session')
  expect(half.value.step).toEqual({ next: 'second-factor', ways: ['totp'] })
  const halfCaller = await who(half.value.session.token, at(1))
  expect(halfCaller?.level).toBe('half')
  if (!halfCaller) throw new Error('no caller')

  const code = totpCode(ada.totpSecret, totpStep(at(2)))
  const full = await finishWithTotp(doorAt(at(2)), halfCaller, code)
  if (!full.ok || !full.value.session) throw new Error('no session')
  expect(full.value.session.sessionId).not.toBe(half.value.session.sessionId)
  expect(await who(half.value.session.token, at(3))).toBeNull()
  const { token } = full.value.session
  expect(await who(token, at(3))).toMatchObject({ level: 'full', role: 'nurse', staffMember: { id: ada.staffId } })
  // The token of the host-bound cookie is worth nothing under the plain name.
  expect(await who(`plain:${token}`, at(3))).toBeNull()

  await look(`update staff_member set state = 'ended' where id = $1`, [ada.staffId])
  expect(await who(token, at(4))).toBeNull()
})

test('trust-D21 polling does not keep a session awake, a request does', async () => {
  const ada = await aMember()
  const half = await signInWithPassword(doorAt(NOON), { email: ada.email, password: PASSWORD, organization: ada.slug })
  const caller = half.ok ? await who(half.value.session?.token, at(1)) : null
  if (!caller) throw new Error('no caller')
  const full = await finishWithTotp(doorAt(at(1)), caller, totpCode(ada.totpSecret, totpStep(at(1))))
  const token = full.ok ? full.value.session?.token : undefined
  expect(await who(token, at(14 * 60), true)).not.toBeNull()
  expect(await who(token, at(14 * 60))).not.toBeNull()
  expect(await who(token, at(28 * 60), true)).not.toBeNull()
  expect(await who(token, at(30 * 60))).toBeNull()
})

test('trust-D23 many guesses at one account wait longer and longer, known or unknown, and a right password later begins anew', async () => {
  const ada = await aMember()
  for (const email of [ada.email, `nobody-${randomUUID()}@clinic.example`]) {
    const guess = { kind: 'account', name: email } as const
    const admit = (now: Date) => database.withoutOrganization((tx) => admitGuess(tx, keys, guess, now))
    for (let n = 0; n < 5; n++) expect(await admit(NOON)).toBe(0)
    // The door says so before it looks at the password, for both alike.
    const answer = await signInWithPassword(doorAt(NOON), { email, password: PASSWORD, organization: ada.slug })
    expect(answer).toEqual({ ok: false, refusal: 'SLOW_DOWN', detail: { retryAfterSeconds: 1 } })
    const waits: number[] = []
    let now = NOON
    for (let n = 0; n < 8; n++) {
      const wait = await admit(now)
      waits.push(wait)
      now = new Date(now.getTime() + wait * 1000)
      // Of twenty at the same moment one is let through and counted.
      const twenty = await Promise.all(Array.from({ length: 20 }, () => admit(now)))
      expect(twenty.filter((seconds) => seconds === 0)).toHaveLength(1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  }
  const entered = await signInWithPassword(doorAt(at(3600)), { email: ada.email, password: PASSWORD })
  expect(entered.ok).toBe(true)
  const again = { kind: 'account', name: ada.email } as const
  expect(await database.withoutOrganization((tx) => admitGuess(tx, keys, again, at(3600)))).toBe(0)
})
