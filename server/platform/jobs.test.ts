/** trust-D69: work outlives the worker, and a worker that was taken for dead cannot end what another does. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { aClinic, aMail, asSystem, recordingDeps } from '#server/modules/conversation/a-clinic.ts'
import { receiveMessage } from '#server/modules/conversation/receive-message.ts'
import { sendAgainWhatWaits } from '#server/modules/conversation/send-again-what-waits.ts'
import { DatabaseFailure } from './database.ts'
import { fairTurns, TURNS } from './fair-turns.ts'
import { newId } from './id.ts'
import { openJobs, prepareJobs, QUEUES, type Jobs, type Queue } from './jobs.ts'
import { silentLog } from './log.ts'
import { testDatabase } from './test-database.ts'

const { connections, database, look } = await testDatabase()
await prepareJobs(connections.owner, 'bedside_app')
const clinic = await aClinic(database)
const jobs = await openJobs(connections.app, silentLog)
const children: ChildProcess[] = []
afterAll(async () => {
  await jobs.stop()
  for (const child of children) child.kill('SIGKILL')
})

/** A job of a dead worker runs again within this time, in seconds. */
const AGAIN_MAX_SECONDS = 30

test('trust-D69 every queue has a heartbeat, an end, tries that wait longer each time, and a place for what failed', async () => {
  const rows = await look<Record<string, unknown> & { name: string }>(
    `select name, heartbeat_seconds, expire_seconds, retry_limit, retry_backoff, dead_letter from jobs.queue
      where name <> all ($1) and name not like '%-dead' order by name`,
    [['__pgboss__send-it']],
  )
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(QUEUES).toSorted())
  for (const { name, ...row } of rows)
    expect(row, name).toEqual({
      heartbeat_seconds: 10,
      expire_seconds: QUEUES[name as Queue].expire,
      retry_limit: 16,
      retry_backoff: true,
      dead_letter: `${name}-dead`,
    })
  const dead = await look<{ name: string }>(`select name from jobs.queue where name like '%-dead' order by name`)
  expect(dead.map(({ name }) => name)).toEqual(
    Object.keys(QUEUES)
      .map((name) => `${name}-dead`)
      .toSorted(),
  )
  // A second start brings them to the same state, and so do processes that start at once.
  await Promise.all([1, 2, 3].map(() => prepareJobs(connections.owner, 'bedside_app')))
})

test('trust-D69 a job is sent in the transaction that asks for it, or not at all', async () => {
  const id = await send('continuity')
  const gone = newId()
  await database
    .transaction(asSystem(clinic), async (tx) => {
      await jobs.send(tx, 'continuity', { organizationId: clinic.organizationId, id: gone })
      throw new Error('rolled back')
    })
    .catch(() => undefined)
  const waiting = await look<{ id: string }>(`select data ->> 'id' as id from jobs.job where name = 'continuity'`)
  expect(waiting.map((job) => job.id)).toEqual([id])
  await look(`delete from jobs.job where name = 'continuity'`)
})

test('desk-D32 of one conversation at most one job waits in a queue that says so; of another queue each job counts', async () => {
  const id = newId()
  for (const queue of ['route-waiting', 'route-waiting', 'continuity', 'continuity'] as const)
    await database.transaction(asSystem(clinic), (tx) =>
      jobs.send(tx, queue, { organizationId: clinic.organizationId, id }),
    )
  const waiting = await look<{ name: string }>(`select name from jobs.job where data ->> 'id' = $1 order by name`, [id])
  expect(waiting.map(({ name }) => name)).toEqual(['continuity', 'continuity', 'route-waiting'])
  await look(`delete from jobs.job where data ->> 'id' = $1`, [id])
})

test('desk-D3 what was left at its moment gets its job again, once while that one waits; what was not, gets none', async () => {
  const [left, waits] = [await asleepSince(10), await asleepSince(1)]
  const again = () => sendAgainWhatWaits({ db: database, jobs, now: () => new Date() }, clinic.organizationId)
  expect([await again(), await again()]).toEqual([1, 0])
  const sent = await look<{ id: string }>(`select data ->> 'id' as id from jobs.job where name = 'wake-snoozed' and data ->> 'id' = any ($1)`, [[left, waits]]) // prettier-ignore
  expect(sent).toEqual([{ id: left }])
  await look(`delete from jobs.job where name = 'wake-snoozed'`)

  // What a worker that died was handing over is looked at again, once its lease is long over.
  const sending = async (conversationId: string, minutes: number) =>
    (await look<{ id: string }>(`update delivery set state = 'sending', lease_until = now() - $2 * interval '1 minute' where conversation_id = $1 returning id`, [conversationId, minutes]))[0]?.id // prettier-ignore
  const [lost] = [await sending(left, 10), await sending(waits, 1)]
  await look(`update conversation set state = 'open' where id = any ($1)`, [[left, waits]])
  expect([await again(), await again()]).toEqual([1, 0])
  expect(await look(`select data ->> 'id' as id from jobs.job where name = 'deliver'`)).toEqual([{ id: lost }])
  await look(`delete from jobs.job where name = 'deliver'`)
})

test('desk-D63 a voicemail that waits after its job was given up gets its job again', async () => {
  const [left, waits] = [await voicemailSince(11), await voicemailSince(9)]
  for (const _ of [1, 2]) await sendAgainWhatWaits({ db: database, jobs, now: () => new Date() }, clinic.organizationId)
  const sent = await look<{ id: string }>(`select data ->> 'id' as id from jobs.job where name = 'voicemail' and data ->> 'id' = any ($1)`, [[left, waits]]) // prettier-ignore
  expect(sent).toEqual([{ id: left }])
  await look(`delete from jobs.job where name = 'voicemail'`)
})

/** A recording that came so many minutes ago and is no message yet. */
async function voicemailSince(minutes: number): Promise<string> {
  const [row] = await look<{ id: string }>(
    `with line as (
       insert into channel_account (organization_id, id, channel, name, address) values ($1, gen_random_uuid(), 'voice', 'Calls', $2) returning id
     ), made as (
       insert into call (organization_id, id, account_id, direction, carrier_call_id, address, is_usable, state, flow, language, started_at, ended_at)
       select $1, gen_random_uuid(), id, 'in', 'CA01', 'anonymous', false, 'voicemail', '{}', 'en', now(), now() from line returning id
     )
     insert into voicemail (organization_id, id, call_id, recording_id, url, seconds, state, received_at)
     select $1, gen_random_uuid(), id, 'RE01', 'https://carrier.example/RE01', 4, 'waiting', now() - $3 * interval '1 minute' from made returning id`,
    [clinic.organizationId, `+1212555${String(minutes).padStart(4, '0')}`, minutes],
  )
  return row?.id ?? ''
}

/** A conversation whose snooze ended so many minutes ago. */
async function asleepSince(minutes: number): Promise<string> {
  const { jobs: unsent, hub } = recordingDeps()
  const { ok, value } = (await database.transaction(asSystem(clinic), (tx) =>
    receiveMessage({ tx, jobs: unsent, hub, now: new Date() }, aMail('asker@example.org', 'When are you open?')),
  )) as { ok: true; value: { conversationId: string } }
  expect(ok).toBe(true)
  await look(`update conversation set state = 'snoozed', snoozed_until = now() - $2 * interval '1 minute' where id = $1`, [value.conversationId, minutes]) // prettier-ignore
  await look(`update delivery set state = 'blocked' where conversation_id = $1`, [value.conversationId])
  return value.conversationId
}

test('a job brings the moment it was sent for, which has come by the clock of the database; sent at once it brings none', async () => {
  const [now, later] = [newId(), newId()]
  const due = new Date(Date.now() + 100)
  await database.transaction(asSystem(clinic), async (tx) => {
    await jobs.send(tx, 'end-call', { organizationId: clinic.organizationId, id: now })
    await jobs.send(tx, 'end-call', { organizationId: clinic.organizationId, id: later }, { startAfter: due })
  })
  const done: [string, Date | undefined][] = []
  await jobs.work('end-call', async (data, moment) => {
    expect(Object.keys(data).toSorted()).toEqual(['id', 'organizationId'])
    done.push([data.id, moment])
  })
  await expect
    .poll(() => done, { timeout: 10_000 })
    .toEqual([
      [now, undefined],
      [later, due],
    ])
})

test('trust-D69 a job that fails by itself is given up after five tries more; one for which the database had no time after sixteen', async () => {
  const tried = new Map<string, number>()
  for (const before of [4, 5]) tried.set(await send('tell-webhook', before), before)
  for (const before of [15, 16]) tried.set(await send('dial', before), before)
  await jobs.work('tell-webhook', async () => Promise.reject(new Error('it always fails')))
  await jobs.work('dial', async () => Promise.reject(new DatabaseFailure('53300', undefined)))
  const ends = async () => {
    const rows = await look<{ id: string; name: string; state: string }>(
      `select data ->> 'id' as id, name, state from jobs.job where data ->> 'id' = any ($1) and (state in ('retry', 'failed') or name like '%-dead')`,
      [[...tried.keys()]],
    )
    return Object.fromEntries(rows.map(({ id, name, state }) => [`${name} ${tried.get(id)}`, state]))
  }
  await expect.poll(ends, { timeout: 30_000 }).toEqual({
    'tell-webhook 4': 'retry',
    'tell-webhook 5': 'failed',
    'tell-webhook-dead 5': 'created',
    'dial 15': 'retry',
    'dial 16': 'failed',
    'dial-dead 16': 'created',
  })
}, 60_000)

test('trust-D69 a job that lost its worker starts again soon, however often it was tried; one that failed by itself waits', async () => {
  const lost = { missed: await send('simulate-rule'), waits: await send('simulate-rule') }
  const others = { failed: await send('simulate-rule'), held: await send('simulate-rule'), last: await send('simulate-rule') } // prettier-ignore
  const active = `state = 'active', started_on = now() - interval '20 seconds', heartbeat_on = now() - $2 * interval '1 second'`
  const waiting = `state = 'retry', started_on = now() - interval '20 seconds', start_after = now() + interval '40 seconds',
    output = jsonb_build_object('value', jsonb_build_object('message', $2::text))`
  const set = (id: string, tries: number, what: string, value: unknown) =>
    look(`update jobs.job set retry_count = ${tries}, ${what} where data ->> 'id' = $1`, [id, value])
  await set(others.failed, 14, waiting, 'it always fails')
  await set(others.held, 14, active, -60)
  await set(others.last, 16, active, 11)
  // What pg-boss missed first is brought forward, and what nobody missed yet is found.
  await set(lost.waits, 14, waiting, 'job heartbeat timeout')
  await set(lost.missed, 14, active, 11)

  const soon = () =>
    look(
      `select data ->> 'id' as id, state, retry_count as tries, start_after < now() + interval '9 seconds' as soon from jobs.job
        where data ->> 'id' = any ($1) and name = 'simulate-rule'`,
      [[...Object.values(lost), ...Object.values(others)]],
    )
  await expect
    .poll(soon, { timeout: 15_000 })
    .toEqual(
      expect.arrayContaining([
        { id: lost.missed, state: 'retry', tries: 14, soon: true },
        { id: lost.waits, state: 'retry', tries: 14, soon: true },
        { id: others.failed, state: 'retry', tries: 14, soon: false },
        { id: others.held, state: 'active', tries: 14, soon: true },
        expect.objectContaining({ id: others.last, state: 'failed', tries: 16 }),
      ]),
    )
  await look(`delete from jobs.job where data ->> 'id' = any ($1)`, [
    [...Object.values(lost), ...Object.values(others)],
  ])
}, 30_000)

test('trust-D57 a job waits for the turn of its organization', async () => {
  const turns = fairTurns({ ...TURNS, atOnce: 1, holdMs: 60_000 })
  const busy = await openJobs(connections.app, silentLog, turns)
  try {
    const giveBack = await turns.take({ kind: 'organization', name: newId() })
    const id = await send('end-dial')
    const done: string[] = []
    await busy.work('end-dial', async (data) => void done.push(data.id))
    await expect.poll(() => turns.load().waiting, { timeout: 30_000 }).toBe(1)
    expect(done).toEqual([])
    giveBack()
    await expect.poll(() => stateOf(id), { timeout: 30_000 }).toMatchObject({ state: 'completed' })
    expect([done, turns.load().held]).toEqual([[id], 0])
  } finally {
    await busy.stop()
  }
}, 90_000)

test('trust-D57 in a queue where an organization has hundreds of jobs, the one of another goes before all but those at work', async () => {
  const neighbour = newId()
  await database.transaction(asSystem(clinic), async (tx) => {
    for (let n = 0; n < 500; n++) await jobs.send(tx, 'notice', { organizationId: clinic.organizationId, id: newId() })
  })
  const id = newId()
  await database.transaction(asSystem(clinic), (tx) => jobs.send(tx, 'notice', { organizationId: neighbour, id }))
  const done: string[] = []
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await jobs.work('notice', async (data) => {
    await held
    done.push(data.id)
  })
  // The worker has its hands full until the turns were taken.
  const raised = () =>
    look(`select data ->> 'id' as id from jobs.job where name = 'notice' and priority > 0 and data ->> 'id' = $1`, [id])
  await expect.poll(raised, { timeout: 30_000 }).toEqual([{ id }])
  letGo()
  await expect.poll(() => done.indexOf(id), { timeout: 30_000 }).toBeGreaterThanOrEqual(0)
  // One batch at work, and of those that go first the flood has four.
  expect(done.indexOf(id)).toBeLessThan(3 * QUEUES.notice.batch)
}, 90_000)

test('trust-D69 the job of a killed worker runs again; a stopped worker that comes back cannot end it', async () => {
  const [killedJob, stoppedJob] = [await send('continuity'), await send('wake-snoozed')]
  const [killed, stopped] = [await worker('continuity'), await worker('wake-snoozed')]
  await Promise.all([says(killed, `began ${killedJob}`), says(stopped, `began ${stoppedJob}`)])
  killed.kill('SIGKILL')
  stopped.kill('SIGSTOP')
  const since = performance.now()

  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const [again, taken] = await Promise.all([
    workUntil(jobs, 'continuity', killedJob),
    workUntil(jobs, 'wake-snoozed', stoppedJob, held),
  ])
  expect((again - since) / 1000).toBeLessThan(AGAIN_MAX_SECONDS)
  expect((taken - since) / 1000).toBeLessThan(AGAIN_MAX_SECONDS)

  // While the second attempt is at work, the first comes back to life and says that it is done.
  stopped.kill('SIGCONT')
  await says(stopped, 'stopped working')
  expect(await stateOf(stoppedJob)).toEqual({ state: 'active', retry_count: 1 })
  letGo()
  await expect.poll(() => stateOf(stoppedJob), { timeout: 30_000 }).toEqual({ state: 'completed', retry_count: 1 })
  await expect.poll(() => stateOf(killedJob), { timeout: 30_000 }).toEqual({ state: 'completed', retry_count: 1 })
}, 90_000)

/** @param tries how often it was tried again before. */
async function send(queue: Queue, tries = 0): Promise<string> {
  const id = newId()
  await database.transaction(asSystem(clinic), async (tx) =>
    jobs.send(tx, queue, { organizationId: clinic.organizationId, id }),
  )
  if (tries > 0)
    await look(`update jobs.job set retry_count = $2 - 1, started_on = now() where data ->> 'id' = $1`, [id, tries])
  return id
}

const stateOf = async (id: string) =>
  (await look(`select state, retry_count from jobs.job where data ->> 'id' = $1`, [id]))[0]

/** Works on a queue in this process. @returns the moment at which `id` began. */
const workUntil = (on: Jobs, queue: Queue, id: string, held: Promise<void> = Promise.resolve()): Promise<number> =>
  new Promise((resolve, reject) => {
    on.work(queue, async (data) => {
      if (data.id === id) resolve(performance.now())
      await held
    }).catch(reject)
  })

/** A process that works on one queue: a job takes three seconds of its own life, then it leaves. */
async function worker(queue: Queue): Promise<ChildProcess> {
  const script = `
    import { setTimeout as pause } from 'node:timers/promises'
    import { openJobs } from ${JSON.stringify(import.meta.resolve('./jobs.ts'))}
    import { silentLog } from ${JSON.stringify(import.meta.resolve('./log.ts'))}
    const jobs = await openJobs(${JSON.stringify(connections.app)}, silentLog)
    let ended
    const end = new Promise((resolve) => (ended = resolve))
    await jobs.work(${JSON.stringify(queue)}, async ({ id }) => {
      console.log('began ' + id)
      await pause(3_000)
      ended()
    })
    await end
    await jobs.stop()
    console.log('stopped working')
    process.exit(0)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  })
  children.push(child)
  await once(child, 'spawn')
  return child
}

function says(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (said.includes(words)) resolve()
    })
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`the worker ended: ${said}`))))
  })
}
