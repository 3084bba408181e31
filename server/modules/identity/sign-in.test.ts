import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openKeys } from '#server/platform/seal.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { resolveCaller } from './caller.ts'
import { publicSite, type Door } from './deps.ts'
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

test('trust-D23 wrong password and unknown e-mail get the same answer, and the sixth try waits', async () => {
  const ada = await aMember()
  for (const email of [ada.email, `nobody-${randomUUID()}@clinic.example`]) {
    const answers = []
    for (let n = 0; n < 6; n++)
      answers.push(await signInWithPassword(doorAt(NOON), { email, password: 'wrong', organization: ada.slug }))
    expect(answers.map((answer) => !answer.ok && answer.refusal)).toEqual([
      ...Array(5).fill('WRONG_CREDENTIALS'),
      'SLOW_DOWN',
    ])
  }
})
