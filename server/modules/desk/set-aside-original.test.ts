import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { systemContext } from '#server/platform/context.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { readable, SHOWN_MAX_BYTES } from './read-original.ts'
import { deskRoutes } from './routes.ts'
import { setAside } from './set-aside.ts'

const { database, look } = await testDatabase()

test('desk-D6 what was set aside is shown as it came, cut at a limit, journalled, and taken, replayed or dismissed once', async () => {
  const organizationId = newId()
  const staffId = newId()
  const context = systemContext(organizationId, newId(), 'test')
  const raw = Buffer.concat([Buffer.from('From: a@b\r\n\0bell\u0007 ünd\r\n'), Buffer.alloc(SHOWN_MAX_BYTES, 'x')])
  await database.transaction(context, async (tx) => {
    await tx.run(`insert into organization (organization_id, name, slug) values ($1, 'C', $2)`, [
      organizationId,
      `c-${newId()}`,
    ])
    await tx.run(
      `insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, 'a@b.example', 'Ada', 'S', 'agent', 'active')`,
      [organizationId, staffId],
    )
    const entry = { source: 'email:x', externalId: '<1@x>', digest: Buffer.alloc(32), cause: 'parse-failed', raw }
    await setAside(tx, entry, new Date())
  })
  const tried: Buffer[] = []
  const replay = async (_o: string, _s: string, _e: string, bytes: Buffer) => {
    tried.push(bytes)
    return { conversationId: null, cause: tried.length === 1 ? 'still-broken' : null }
  }
  const desk = createRouterClient(deskRoutes({ replay }), {
    context: {
      db: database,
      jobs: { send: async () => undefined },
      hub: { wake: () => undefined },
      now: () => new Date(),
      context: { ...context, actor: { kind: 'staff', id: staffId }, role: 'agent' },
      staff: { id: staffId, undoSeconds: 10 },
    } as unknown as RouteContext,
  })

  const [entry] = (await desk.setAside({})).items
  const setAsideId = entry?.id ?? ''
  const original = await desk.readSetAside({ setAsideId })
  expect(original).toMatchObject({ size: raw.length, isCut: true })
  expect(original.text.startsWith('From: a@b\n\uFFFDbell\uFFFD ünd\nxxx')).toBe(true)
  expect(
    await look(`select from journal where event = 'inbox.set-aside-read' and resource_id = $1`, [setAsideId]),
  ).toHaveLength(1)
  await expect(desk.readSetAside({ setAsideId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })

  await desk.takeSetAside({ setAsideId })
  expect((await desk.setAside({})).items[0]).toMatchObject({ state: 'assigned', owner: { id: staffId } })
  expect(await desk.replaySetAside({ setAsideId })).toMatchObject({ outcome: 'open', cause: 'still-broken' })
  expect((await desk.setAside({})).items[0]).toMatchObject({ tries: 1, cause: 'still-broken' })
  expect(await desk.replaySetAside({ setAsideId })).toMatchObject({ outcome: 'replayed' })
  expect(tried.every((bytes) => bytes.equals(raw))).toBe(true)
  expect((await desk.setAside({})).items).toEqual([])
  await expect(desk.dismissSetAside({ setAsideId, reason: 'not ours' })).rejects.toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  })
})

test('bytes that are no text are shown, not run', () => {
  expect(readable(Buffer.from('a\r\nb\tc\u0000\u001b[31m'))).toBe('a\nb\tc\uFFFD\uFFFD[31m')
})
