/** The journal behind HTTP: what is answered is recorded, what cannot be recorded is not answered, and no words are in it. */
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VISITOR_HEADER } from '#contract/widget.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { openJournalSpool } from '#server/platform/journal-spool.ts'
import { silentLog } from '#server/platform/log.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn, type Answer } from './a-product.ts'

const product = await aProduct()
const { call, look, services, database } = product
const clinic = await anOrganization(product)
const nurse = await aMember(product, clinic)
const patient = await aPatient(product, clinic)
const other = await aPatient(product, clinic)

/** In everything that people type here; the journal holds none of it. */
const CANARY = 'zanzibarcanary'
const RED_FLAG = `my chest hurts and I can't breathe ${CANARY}`

let asNurse = ''
let asPatientToken = ''
let conversationId = ''
let visitor = ''
let widgetKey = ''
beforeAll(async () => {
  const widgetId = newId()
  await database.transaction(systemContext(clinic.organizationId, newId(), 'test'), async (tx) => {
    for (const kind of ['service', 'clinical', 'billing'])
      await tx.run(`insert into queue (organization_id, id, name, kind) values ($1, $2, $3, $3)`, [
        clinic.organizationId,
        newId(),
        kind,
      ])
    await tx.run(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $2::uuid::text)`,
      [clinic.organizationId, widgetId],
    )
  })
  asNurse = await signedIn(product, nurse)
  asPatientToken = await patientSignedIn(product, patient, clinic.slug)
  conversationId = (await write(`A question about my visit ${CANARY}`)).json.conversationId
  widgetKey = `${clinic.organizationId.replaceAll('-', '')}.${widgetId}`
  const opened = await call('widget.open', { widgetKey })
  visitor = `${opened.json.visitor.id}:${opened.json.visitor.secret}`
})

const write = (text: string, over: object = {}): Promise<Answer> =>
  call('myConversation.send', { messageId: randomUUID(), text, ...over }, { token: asPatientToken })
const chat = (text: string): Promise<Answer> =>
  call('widget.send', { messageId: randomUUID(), text }, { headers: { [VISITOR_HEADER]: visitor } })

type Row = Record<string, unknown> & { event: string; action: string; patient_id: string | null; patient_count: number }
const entriesOf = (answer: Answer): Promise<Row[]> =>
  look<Row>('select * from journal where request_id = $1 order by seq', [answer.headers.get('x-request-id')])

/** What a person reads; each with the caller and the patients it is about. */
const reads = (): [procedure: string, input: unknown, token: string, about: string[]][] => [
  ['patient.get', { patientId: patient.patientId }, asNurse, [patient.patientId]],
  ['patient.search', { text: 'Rivera' }, asNurse, [patient.patientId, other.patientId]],
  ['conversation.list', {}, asNurse, [patient.patientId]],
  ['conversation.get', { conversationId }, asNurse, [patient.patientId]],
  ['myProfile.get', {}, asPatientToken, [patient.patientId]],
  ['myConversation.list', {}, asPatientToken, [patient.patientId]],
  ['myConversation.get', { conversationId }, asPatientToken, [patient.patientId]],
  ['myAccess.list', {}, asPatientToken, [patient.patientId]],
]

test('trust-D27 D28 each answer with health data has one entry, complete, with the id of its request', async () => {
  for (const [procedure, input, token, about] of reads()) {
    const answer = await call(procedure, input, { token })
    expect(answer.status, `${procedure}: ${answer.text}`).toBe(200)
    const entries = (await entriesOf(answer)).filter(({ action }) => action === 'R')
    expect(entries, procedure).toHaveLength(1)
    const [entry] = entries as [Row]
    expect(entry, procedure).toMatchObject({
      organization_id: clinic.organizationId,
      outcome: 'success',
      route: procedure,
      actor_kind: token === asNurse ? 'staff' : 'patient',
      actor_id: token === asNurse ? nurse.staffId : patient.patientId,
      role: token === asNurse ? 'nurse' : 'patient',
      purpose: token === asNurse ? 'TREAT' : 'PATRQT',
      source_address: '127.0.0.1',
      policy_version: 1,
      patient_count: about.length,
    })
    for (const field of [
      'id',
      'seq',
      'xid',
      'boot_id',
      'boot_count',
      'at',
      'session_id',
      'identity_level',
      'resource_kind',
    ])
      expect(entry[field], `${procedure} ${field}`).toBeTruthy()
    expect(entry.field_classes, procedure).not.toEqual([])
    const several = await look<{ id: string }>('select patient_id as id from journal_patient where journal_id = $1', [
      entry.id,
    ])
    expect(new Set(entry.patient_id ? [entry.patient_id] : several.map(({ id }) => id)), procedure).toEqual(
      new Set(about),
    )
  }
})

test('trust-D28 who opens the chat again is named as its reader', async () => {
  await chat('hello')
  const [id, secret] = visitor.split(':')
  const opened = await call('widget.open', { widgetKey, visitor: { id, secret } })
  expect(opened.json.messages).not.toEqual([])
  expect(await entriesOf(opened)).toMatchObject([{ event: 'message.read', actor_kind: 'visitor', actor_id: id }])
})

test('trust-D28 a read of more patients than one entry names has as many entries as name them all', async () => {
  const patientIds = Array.from({ length: 1_001 }, () => newId())
  const context = systemContext(clinic.organizationId, newId(), 'test')
  await database.transaction(context, (tx) =>
    journal(tx, { event: 'test.listed', action: 'R', resourceKind: 'patient', patientIds: [...patientIds, null, patientIds[0]!] }),
  ) // prettier-ignore
  const entries = await look<Row & { id: string }>('select * from journal where request_id = $1 order by seq', [context.requestId]) // prettier-ignore
  expect(entries.map(({ patient_count }) => patient_count)).toEqual([500, 500, 1])
  const several = await look<{ id: string }>(
    'select patient_id as id from journal_patient where journal_id = any ($1)',
    [entries.map(({ id }) => id)],
  )
  const named = [...several.map(({ id }) => id), entries[2]?.patient_id]
  expect(named.toSorted()).toEqual(patientIds.toSorted())
})

test('trust-D27 the counter of the process tells how many entries it wrote', async () => {
  const before = await look<{ count: number; newest: string }>(
    'select count(*)::int as count, max(boot_count)::text as newest from journal',
  )
  await call('patient.get', { patientId: patient.patientId }, { token: asNurse })
  const after = await look<{ count: number; newest: string }>(
    'select count(*)::int as count, max(boot_count)::text as newest from journal',
  )
  expect(after[0]?.count).toBe((before[0]?.count ?? 0) + 1)
  expect(Number(after[0]?.newest)).toBe(Number(before[0]?.newest) + 1)
})

test('trust-D28 no word of a patient is in the journal', async () => {
  await write(`${CANARY} hurts`, { subject: CANARY })
  await chat(`hello ${CANARY}`)
  await call('patient.search', { text: CANARY }, { token: asNurse })
  expect((await call('conversation.list', { search: CANARY }, { token: asNurse })).status).toBe(200)
  expect((await look(`select from message where text like '%' || $1 || '%'`, [CANARY])).length).toBeGreaterThan(1)
  for (const table of ['journal', 'journal_patient'])
    expect(
      await look(`select t from ${table} t where t::text ilike '%' || $1 || '%' or t::text ilike '%rivera%'`, [CANARY]),
    ).toEqual([])
  const free = database.transaction(systemContext(clinic.organizationId, newId(), 'test'), (tx) =>
    journal(tx, { event: 'test.words', action: 'E', resourceKind: 'test', detail: { reason: 'somebody wrote this' } }),
  )
  await expect(free).rejects.toThrow('holds words')
})

test('trust-D28 what was searched for is kept as keyed digests: the same word the same, of another organization another', async () => {
  const elsewhere = await anOrganization(product)
  const stranger = await signedIn(product, await aMember(product, elsewhere))
  const termsOf = async (procedure: string, input: object, token: string): Promise<string[]> => {
    const [entry] = await entriesOf(await call(procedure, input, { token }))
    expect(entry?.event).toMatch(/searched/)
    return (entry as Row & { detail: { terms: string[] } }).detail.terms
  }
  const patients = await termsOf('patient.search', { text: `${CANARY} Peña` }, asNurse)
  expect(patients).toHaveLength(2)
  expect(patients.every((term) => /^[\w-]{22}$/.test(term))).toBe(true)
  // As search itself compares: accents, capitals and order make no difference, and both searches agree.
  expect(await termsOf('conversation.list', { search: `"PENA ${CANARY}"` }, asNurse)).toEqual(patients.toReversed())
  expect(await termsOf('patient.search', { text: `${CANARY}s` }, asNurse)).not.toContain(patients[0])
  expect(await termsOf('patient.search', { text: CANARY }, stranger)).not.toContain(patients[0])
  const listed = await entriesOf(await call('conversation.list', {}, { token: asNurse }))
  expect(listed[0]).toMatchObject({ event: 'conversation.listed' })
  expect(listed[0]?.detail).not.toHaveProperty('terms')
})

type Line = { id: string; at: Date; until: Date; count: number }

test('trust-D33 who saw my record is the journal of that patient, page by page; looks of one person within an hour are one line', async () => {
  // Rows about several patients that others than staff made stand between those that are shown.
  await database.transaction(systemContext(clinic.organizationId, newId(), 'test'), async (tx) => {
    for (let n = 0; n < 12; n++)
      await journal(
        tx,
        { event: 'test.swept', action: 'E', resourceKind: 'patient', patientIds: [patient.patientId, other.patientId] },
        services.now(),
      )
  })
  await call('patient.search', { text: 'Rivera' }, { token: asNurse })

  // A desk that stays open looks again and again, while others look too; an hour later it is another line.
  const fromHour = Math.floor(services.now().getTime() / 3_600_000 - 3) * 3_600_000
  const desks = { ...systemContext(clinic.organizationId, newId(), 'test'), role: 'nurse', purpose: 'TREAT' } as const
  const others = [nurse.staffId, newId()]
  await database.transaction(desks, async (tx) => {
    for (const minutes of [0, 10, 20, 70])
      for (const id of others)
        await journal(
          tx,
          { event: 'alert.listed', action: 'R', actor: { kind: 'staff', id }, resourceKind: 'safety-alert', patientIds: [patient.patientId, other.patientId] },
          new Date(fromHour + minutes * 60_000),
        ) // prettier-ignore
  })
  // The hour before holds more than is read at once.
  await database.transaction(desks, async (tx) => {
    const look = { event: 'alert.listed', action: 'R', resourceKind: 'safety-alert', patientIds: [patient.patientId] } as const
    for (let n = 1; n <= 1_200; n++)
      await journal(tx, { ...look, actor: { kind: 'staff', id: nurse.staffId } }, new Date(fromHour - n * 1_000))
  }) // prettier-ignore
  product.clock.now = new Date(services.now().getTime() + 1_000)
  const to = services.now().toISOString()

  for (const show of ['all', 'others']) {
    const expected = await look<Line>(
      `select (array_agg(id order by at, id))[1] as id, min(at) as at, max(at) as until, count(*)::int as count from journal
        where (patient_id = $1 or id in (select journal_id from journal_patient where patient_id = $1)) and at < $3
          and ($2 = 'all' or not (actor_kind = 'system' or coalesce(actor_id, '') = $1::text))
        group by date_trunc('hour', at), event, action, actor_kind, actor_id, role, purpose, outcome, resource_kind, field_classes,
          case when action <> 'R' then id end
        order by 2 desc, 1 desc`,
      [patient.patientId, show, to],
    )
    const shown: Line[] = []
    let cursor: string | null = null
    do {
      // The looks at the list are entries themselves, and newer than what is compared.
      product.clock.now = new Date(product.clock.now.getTime() + 1_000)
      const page: Answer = await call(
        'myAccess.list',
        { show, to, limit: 3, ...(cursor ? { cursor } : {}) },
        { token: asPatientToken },
      )
      expect(page.json.next === null || page.json.items.length === 3, 'a page is short only at the end').toBe(true)
      shown.push(...page.json.items.map(({ id, at, until, count }: Line) => ({ id, at: new Date(at), until: new Date(until), count }))) // prettier-ignore
      cursor = page.json.next
    } while (cursor)
    expect(expected.length).toBeGreaterThan(3)
    expect(shown, show).toEqual(expected)
    expect(shown.map(({ count }) => count)).toContain(1_200)
    const hour = shown.filter(({ at }) => at.getTime() === fromHour)
    expect(hour.map(({ until, count }) => [until.getTime() - fromHour, count])).toEqual(others.map(() => [20 * 60_000, 3])) // prettier-ignore
  }
  const foreign = await call('myAccess.list', { patientId: other.patientId }, { token: asPatientToken })
  expect(foreign.code).toBe('NOT_FOUND')
})

/** Ways in which the journal takes nothing, and how each is mended. */
const BROKEN: Record<string, { breakIt: () => Promise<unknown>; mendIt: () => Promise<unknown> }> = {
  'the right to write is missing': {
    breakIt: () => look('revoke insert on journal from bedside_app'),
    mendIt: () => look('grant insert on journal to bedside_app'),
  },
  'somebody holds a lock': {
    breakIt: async () => void (await holder.query('begin; lock table journal in share mode')),
    mendIt: async () => void (await holder.query('rollback')),
  },
  'the disk is full': {
    breakIt: () =>
      look(`create function disk_full() returns trigger language plpgsql as $$ begin raise exception using errcode = 'disk_full'; end $$;
      create trigger disk_full before insert on journal for each row execute function disk_full()`),
    mendIt: () => look('drop trigger disk_full on journal; drop function disk_full()'),
  },
}
const holder = new pg.Client(product.connections.admin)
beforeAll(() => holder.connect())
afterAll(() => holder.end())

const spoolFolder = () => join(product.folder, 'journal-spool')
const spoolFiles = () => readdir(spoolFolder()).catch(() => [])

for (const [why, { breakIt, mendIt }] of Object.entries(BROKEN)) {
  test(`trust-D29 when ${why} no health data is answered, an emergency gets its text, and its entries follow later`, async () => {
    await breakIt()
    let portal: Answer
    let widget: Answer
    try {
      const closed = await Promise.all(
        reads().map(async ([procedure, input, token]) => ({
          procedure,
          answer: await call(procedure, input, { token }),
        })),
      )
      for (const { procedure, answer } of closed) {
        expect(answer, procedure).toMatchObject({ status: 503, code: 'AUDIT_UNAVAILABLE' })
        expect(answer.text).not.toMatch(/Rivera|zanzibar/)
      }
      expect(await write('When do you open?')).toMatchObject({ status: 503, code: 'AUDIT_UNAVAILABLE' })

      ;[portal, widget] = await Promise.all([write(RED_FLAG, { subject: 'Help' }), chat(RED_FLAG)])
      for (const answer of [portal, widget]) {
        expect(answer.status, answer.text).toBe(200)
        expect(answer.json.emergency.text).toContain('911')
      }
    } finally {
      await mendIt()
    }
    // The message and its alert are there at once; what happened is on our disk until the journal has it.
    const stored = await look<{ urgency: string; open: number }>(
      `select urgency, (select count(*)::int from safety_alert a where a.conversation_id = c.id) as open from conversation c where id = any ($1)`,
      [[portal.json.conversationId, widget.json.conversationId]],
    )
    expect(stored).toEqual([
      { urgency: 'stat', open: 1 },
      { urgency: 'stat', open: 1 },
    ])
    expect(await entriesOf(portal)).toEqual([])
    const spooled = await readFile(join(spoolFolder(), (await spoolFiles())[0] ?? ''), 'utf8')
    expect(spooled).toContain('message.received')
    expect(spooled).not.toContain('zanzibar')

    await services.spool.drain(database)
    const events = async (answer: Answer) => (await entriesOf(answer)).map(({ event }) => event)
    expect(await events(portal)).toEqual(['message.received', 'alert.raised'])
    // The chat goes on in its conversation, where an alert may be open already.
    expect(await events(widget)).toContain('message.received')
    expect(await spoolFiles()).toEqual([])
    const again = await call('patient.get', { patientId: patient.patientId }, { token: asNurse })
    expect(again.status).toBe(200)
  }, 60_000)
}

test('trust-D29 a spool that was changed is put aside and told, what comes before the change is kept', async () => {
  await BROKEN['the right to write is missing']?.breakIt()
  const first = await write(RED_FLAG)
  const second = await write(RED_FLAG)
  await BROKEN['the right to write is missing']?.mendIt()
  const [name = ''] = await spoolFiles()
  const file = join(spoolFolder(), name)
  const lines = (await readFile(file, 'utf8')).split('\n')
  const index = lines.findIndex((line) => line.includes(second.headers.get('x-request-id') ?? '-'))
  lines[index] = lines[index]?.replace('message.received', 'message.answered') ?? ''
  await writeFile(file, lines.join('\n'))

  await services.spool.drain(database)
  expect((await entriesOf(first)).length).toBeGreaterThan(0)
  expect(await entriesOf(second)).toEqual([])
  expect(await spoolFiles()).toEqual([`${name}.damaged`])
})

test('trust-D29 entries that were written before a crash are not written twice', async () => {
  await BROKEN['the right to write is missing']?.breakIt()
  const answer = await write(RED_FLAG)
  await BROKEN['the right to write is missing']?.mendIt()
  const name = (await spoolFiles()).find((file) => file.endsWith('.jsonl')) ?? ''
  const kept = await readFile(join(spoolFolder(), name))
  await services.spool.drain(database)
  const once = await entriesOf(answer)
  await writeFile(join(spoolFolder(), name), kept)
  await services.spool.drain(database)
  expect(await entriesOf(answer)).toEqual(once)
  expect(once.length).toBeGreaterThan(0)
})

test('trust-D29 what a process left behind when it died is taken over by another one, and not before it is surely gone', async () => {
  const dead = openJournalSpool(spoolFolder(), product.keys, silentLog)
  const requestId = newId()
  await dead.transaction(database, systemContext(clinic.organizationId, requestId, 'test'), (tx) =>
    journal(tx, { event: 'alert.climbed', action: 'U', resourceKind: 'safety-alert' }),
  )
  const recorded = () => look('select event from journal where request_id = $1', [requestId])
  await services.spool.drain(database)
  expect(await recorded()).toEqual([])

  const [name = ''] = (await spoolFiles()).filter((file) => file.endsWith('.jsonl'))
  const longAgo = new Date(Date.now() - 10 * 60_000)
  await utimes(join(spoolFolder(), name), longAgo, longAgo)
  await services.spool.drain(database)
  expect(await recorded()).toEqual([{ event: 'alert.climbed' }])
})

test('trust-D29 a process that lives keeps its file, however long the journal is away, and begins anew where another took it', async () => {
  const alive = openJournalSpool(spoolFolder(), product.keys, silentLog)
  const requestId = newId()
  const climb = () =>
    alive.transaction(database, systemContext(clinic.organizationId, requestId, 'test'), (tx) =>
      journal(tx, { event: 'alert.climbed', action: 'U', resourceKind: 'safety-alert' }),
    )
  const recorded = () => look('select event from journal where request_id = $1', [requestId])
  const before = new Set(await spoolFiles())
  await climb()
  const name = (await spoolFiles()).find((file) => !before.has(file)) ?? ''
  const longAgo = new Date(Date.now() - 10 * 60_000)
  await utimes(join(spoolFolder(), name), longAgo, longAgo)
  await BROKEN['the right to write is missing']?.breakIt()
  await expect(alive.drain(database)).rejects.toThrow()
  await BROKEN['the right to write is missing']?.mendIt()
  await services.spool.drain(database)
  expect(await recorded()).toEqual([])

  await utimes(join(spoolFolder(), name), longAgo, longAgo)
  await services.spool.drain(database)
  expect(await recorded()).toHaveLength(1)
  await climb()
  await alive.drain(database)
  expect(await recorded()).toHaveLength(2)
  expect(new Set(await spoolFiles())).toEqual(before)
})
