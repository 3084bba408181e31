/**
 * The worlds of the access sweep: two organizations, and two patients in the first. Each person's rows hold a word that stands
 * nowhere else (the canary), so that a row which reaches the wrong reader is seen in any answer.
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { STAFF_ROLES } from '#contract/role.ts'
import { corridorContext, receiveMessage } from '#server/modules/conversation/index.ts'
import { ALL_LABELS, systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { valueOf } from '#server/platform/route-context.ts'
import type { TestApp } from '../test-app.ts'

export type World = {
  organizationId: string
  patientId: string
  canary: string
  /** A row of each table that belongs to this person, or to the organization where a table is nobody's. */
  ids: Map<string, string>
  account: string
  visitor: { id: string; secret: string }
}
export type Organization = {
  organizationId: string
  slug: string
  /** Word in what belongs to the organization as a whole. */
  canary: string
  staff: Record<string, { staffId: string; account: string }>
}
export type Worlds = {
  home: Organization
  away: Organization
  own: World
  /** Another patient of the same organization. */
  other: World
  /** A patient of another organization. */
  foreign: World
  relatedAccount: string
  expiredAccount: string
}

export const makeCanary = (): string => `canary${randomBytes(5).toString('hex')}`

export async function makeWorlds(test: TestApp): Promise<Worlds> {
  const home = await makeOrganization(test)
  const away = await makeOrganization(test)
  // Before anything arrives: the corridor keeps for some seconds which queues there are.
  const [doorsOfHome, doorsOfAway] = [await addDoors(test, home), await addDoors(test, away)]
  const own = await makePerson(test, home)
  const other = await makePerson(test, home)
  const foreign = await makePerson(test, away)
  const relatedAccount = await makeProxy(test, own, null)
  const expiredAccount = await makeProxy(test, own, new Date(Date.now() - 60_000), 'Formerly')
  await makeProxy(test, other, null)
  await makeProxy(test, foreign, null)
  await addWork(test, own, home, doorsOfHome)
  await addWork(test, other, home, doorsOfHome)
  await addWork(test, foreign, away, doorsOfAway)
  await findIds(test, [own, other, foreign])
  return { home, away, own, other, foreign, relatedAccount, expiredAccount }
}

async function put({ look }: TestApp, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row)
  await look(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
}

const longAgo = () => new Date(Date.now() - 60 * 86_400_000)

async function makeOrganization(test: TestApp): Promise<Organization> {
  const organization_id = newId()
  const canary = makeCanary()
  const slug = `sweep-${randomUUID().slice(0, 13)}`
  await put(test, 'organization', { organization_id, name: 'A clinic', slug, outbound_on: true })
  await put(test, 'auth.organization_door', { organization_id, slug })
  await put(test, 'site', { organization_id, id: newId(), name: `Site ${canary}`, time_zone: 'America/New_York' })
  for (const kind of ['service', 'clinical', 'billing'])
    await put(test, 'queue', { organization_id, id: newId(), name: `${kind} ${canary}`, kind })
  const staff: Organization['staff'] = {}
  for (const role of [...STAFF_ROLES, 'ended', 'spare']) {
    const account = `staff-${randomUUID()}`
    const staffId = newId()
    const email = `${role}.${canary}@clinic.example`
    await put(test, 'auth.account', { id: account, kind: 'staff', email, created_at: longAgo() })
    await put(test, 'auth.membership', { account_id: account, organization_id })
    await put(test, 'staff_member', {
      organization_id,
      id: staffId,
      account_id: account,
      email,
      given: role,
      family: canary,
      role: (STAFF_ROLES as readonly string[]).includes(role) ? role : 'agent',
      state: role === 'ended' ? 'ended' : 'active',
      ended_at: role === 'ended' ? longAgo() : null,
    })
    staff[role] = { staffId, account }
  }
  await put(test, 'auth.passkey', {
    id: newId(),
    account_id: staff.spare?.account,
    credential_id: randomUUID(),
    public_key: Buffer.alloc(8),
    counter: 0,
    name: canary,
    added_at: longAgo(),
  })
  const macro = newId()
  const macroSteps = JSON.stringify([{ do: 'text' }])
  const macroVariants = JSON.stringify([
    { language: 'en', readingLevel: 'plain', text: `Text ${canary}`, isReviewed: true },
  ])
  await put(test, 'macro', {
    organization_id,
    id: macro,
    version: 1,
    title: `Title ${canary}`,
    steps: macroSteps,
    variants: macroVariants,
  })
  await put(test, 'bulk_change', {
    organization_id,
    id: newId(),
    started_by: staff.agent?.staffId,
    started_at: longAgo(),
    changes: JSON.stringify([{ do: 'tags', add: [canary], remove: [] }]),
    undo_until: longAgo(),
  })
  await put(test, 'saved_view', {
    organization_id,
    id: newId(),
    version: 1,
    owner_id: staff.supervisor?.staffId,
    name: `View ${canary}`,
    conditions: JSON.stringify({ match: 'all', of: [] }),
    sorted: 'newest',
    audience: 'organization',
    saved_at: longAgo(),
  })
  const ruleId = newId()
  await put(test, 'rule', { organization_id, id: ruleId, place: 0, changed_at: longAgo() })
  await put(test, 'rule_version', {
    organization_id,
    rule_id: ruleId,
    version: 1,
    state: 'simulated',
    name: canary,
    trigger: 'message-arrived',
    definition: JSON.stringify({
      name: canary,
      trigger: { kind: 'message-arrived' },
      when: { match: 'all', of: [] },
      actions: [{ kind: 'tag', tags: [canary] }],
      includesAutomatic: false,
      perHour: 1,
    }),
    saved_at: longAgo(),
  })
  await put(test, 'rule_webhook', {
    organization_id,
    id: newId(),
    name: canary,
    url: `https://${canary}.example/`,
    secret_sealed: Buffer.alloc(8),
    state: 'active',
    created_at: longAgo(),
  })
  await put(test, 'event_source', {
    organization_id,
    id: newId(),
    name: canary,
    kinds: ['result-filed'],
    secret_sealed: Buffer.alloc(8),
    created_at: longAgo(),
  })
  const articleId = newId()
  const author = staff.spare?.staffId ?? ''
  await put(test, 'article', { organization_id, id: articleId, owner_id: author, created_at: longAgo() })
  await put(test, 'article_version', {
    organization_id,
    article_id: articleId,
    version: 1,
    state: 'draft',
    kind: 'administrative',
    title: `Title ${canary}`,
    audience: ['visitor'],
    languages: ['en'],
    is_hard: false,
    author_ids: [author],
    saved_at: longAgo(),
  })
  await put(test, 'article_text', {
    organization_id,
    article_id: articleId,
    version: 1,
    language: 'en',
    title: `Title ${canary}`,
    body: `Body ${canary}`,
    questions: [`Where is ${canary}?`],
    is_machine: false,
    plain_questions: canary,
    search: canary,
  })
  await put(test, 'article_comment', {
    organization_id,
    id: newId(),
    article_id: articleId,
    version: 1,
    kind: 'comment',
    body: canary,
    author_id: author,
    at: longAgo(),
  })
  await put(test, 'article_trial', {
    organization_id,
    id: newId(),
    article_id: articleId,
    question: canary,
    language: 'en',
    audience: 'visitor',
    saved_by: author,
    saved_at: longAgo(),
  })
  const clusterId = newId()
  await put(test, 'question_cluster', {
    organization_id,
    id: clusterId,
    wording: canary,
    words: [canary],
    state: 'open',
    first_seen_at: longAgo(),
    last_seen_at: longAgo(),
  })
  await put(test, 'unanswered_question', {
    organization_id,
    id: newId(),
    cluster_id: clusterId,
    wording: canary,
    language: 'en',
    channel: 'widget',
    outcome: 'unknown',
    at: longAgo(),
  })
  await put(test, 'set_aside', {
    organization_id,
    id: newId(),
    source: `email:${canary}`,
    external_id: canary,
    cause: 'unreadable',
    received_at: longAgo(),
  })
  return { organizationId: organization_id, slug, canary, staff }
}

async function makePerson(test: TestApp, { organizationId, staff }: Organization): Promise<World> {
  const organization_id = organizationId
  const canary = makeCanary()
  const patient_id = newId()
  const account = `patient-${randomUUID()}`
  const email = `${canary}@example.org`
  await put(test, 'auth.account', { id: account, kind: 'patient', created_at: longAgo() })
  await put(test, 'patient', {
    organization_id,
    id: patient_id,
    record_number: `MRN-${canary}`,
    given: canary,
    family: `Family${canary}`,
    birth_date: '1980-05-06',
  })
  await put(test, 'portal_account', { organization_id, account_id: account, patient_id })
  await put(test, 'contact_point', {
    organization_id,
    id: newId(),
    patient_id,
    system: 'email',
    value: email,
    verified_at: longAgo(),
    changed_at: longAgo(),
  })
  await put(test, 'consent', {
    organization_id,
    id: newId(),
    patient_id,
    purpose: 'care',
    channel: 'email',
    provision: 'permit',
    text_version: '2026-01',
    language: 'en',
    given_at: longAgo(),
    given_by: 'patient',
  })
  const [site] = await test.look<{ id: string }>('select id from site where organization_id = $1', [organization_id])
  await put(test, 'appointment', {
    organization_id,
    id: newId(),
    patient_id,
    site_id: site?.id,
    what: `Visit ${canary}`,
    status: 'booked',
    start_at: new Date(Date.now() + 7 * 86_400_000),
    end_at: new Date(Date.now() + 7 * 86_400_000 + 1_200_000),
    wall_time: '2026-03-06T09:40',
    time_zone: 'America/New_York',
    booked_at: longAgo(),
  })
  await put(test, 'session', sessionRow({ organizationId, account, staffId: null, level: 'full' }).row)

  const visitor = await makeVisitor(test, organizationId)
  const sender = { kind: 'patient' as const, patientId: patient_id, language: 'en', siteId: null }
  const conversationId = await receive(
    test,
    organizationId,
    sender,
    `I have crushing chest pain ${canary}`,
    canary,
    null,
  )
  const chat = { kind: 'visitor' as const, visitorId: visitor.id, patientId: null, language: 'en' }
  const chatId = await receive(test, organizationId, chat, `Where do I park? ${canary}`, canary, visitor.accountId)
  // The chat is this person's too: what a visitor may see of it, and what others may not.
  await test.look(`update conversation set subject = $2 where id = $1`, [chatId, `chat ${canary}`])
  const answer = await addAnswers(test, {
    organizationId,
    conversationId,
    canary,
    staffId: staff.agent?.staffId ?? '',
    patientId: patient_id,
  })
  return {
    organizationId,
    patientId: patient_id,
    canary,
    ids: new Map([
      ['conversation', conversationId],
      ['visitor', visitor.id],
      ['message', answer],
    ]),
    account,
    visitor,
  }
}

/** Ids of what an organization has once, by the name that the contract gives them. */
type Doors = Map<string, string>

/** Addresses and numbers of ours, a kiosk whose visitor asks for somebody, a queue that nobody needs. */
async function addDoors(
  test: TestApp,
  { organizationId: organization_id, canary, staff }: Organization,
): Promise<Doors> {
  const doors: Doors = new Map()
  const carrier = {
    organization_id,
    carrier_account: canary,
    secret_sealed: Buffer.alloc(8),
    api_url: `https://${canary}.example/`,
    changed_at: longAgo(),
  }
  for (const [name, channel] of [
    ['mailbox', 'email'],
    ['sms_number', 'sms'],
    ['voice_line', 'voice'],
    ['door', 'email'],
    ['spare_mailbox', 'email'],
  ] as const) {
    const id = newId()
    doors.set(name, id)
    const address =
      channel === 'email' ? `${name}.${canary}@clinic.example` : `+1781${randomInt(1_000_000, 10_000_000)}`
    await put(test, 'channel_account', { organization_id, id, channel, name: `${name} ${canary}`, address })
    if (channel === 'sms') await put(test, 'sms_carrier', { ...carrier, account_id: id })
    if (channel === 'voice') await put(test, 'voice_line', { ...carrier, account_id: id })
  }
  await put(test, 'mail_webhook', {
    organization_id,
    id: newId(),
    account_id: doors.get('spare_mailbox'),
    secret_sealed: Buffer.alloc(8),
    created_at: longAgo(),
  })
  const [site] = await test.look<{ id: string }>('select id from site where organization_id = $1', [organization_id])
  const device_id = newId()
  const at = { organization_id, site_id: site?.id }
  await put(test, 'front_desk_device', {
    ...at,
    id: device_id,
    kind: 'kiosk',
    name: canary,
    created_by: staff.administrator?.staffId,
    created_at: longAgo(),
  })
  await put(test, 'staff_call', { ...at, id: newId(), device_id, called_at: longAgo() })
  for (const name of ['queue', 'successor']) {
    const id = newId()
    doors.set(name, id)
    await put(test, 'queue', { organization_id, id, name: `${name} ${canary}`, kind: 'service' })
  }
  return doors
}

/** What is under way about a person: a second conversation, one that was split off, a hand-over, a turn, a file that is in no message yet. */
async function addWork(test: TestApp, person: World, { staff }: Organization, doors: Doors): Promise<void> {
  const { organizationId: organization_id, canary, patientId } = person
  const at = new Date()
  for (const [name, id] of doors) person.ids.set(name, id)
  const conversation_id = person.ids.get('conversation')
  const sender = { kind: 'patient' as const, patientId, language: 'en', siteId: null }
  const write = (text: string) => receive(test, organization_id, sender, `${text} ${canary}`, canary, null)
  const into = await write('What does the parking cost?')
  person.ids.set('into', into)
  const [agent = '', supervisor = '', spare = ''] = ['agent', 'supervisor', 'spare'].map(
    (role) => staff[role]?.staffId ?? '',
  )
  person.ids.set('to', supervisor)
  person.ids.set('acting', staff.administrator?.staffId ?? '')
  person.ids.set('medical_owner', staff.clinician?.staffId ?? '')
  const move = newId()
  person.ids.set('move', move)
  await put(test, 'conversation_move', {
    organization_id,
    id: move,
    kind: 'split',
    source_id: conversation_id,
    target_id: into,
    moved_by: agent,
    moved_at: at,
    undo_until: new Date(at.getTime() + 3_600_000),
    was: JSON.stringify({}),
  })
  const talked = newId()
  person.ids.set('call', talked)
  const aCall = () => ({
    organization_id,
    account_id: doors.get('voice_line'),
    direction: 'in',
    carrier_call_id: `CA${randomInt(1_000_000, 10_000_000)}`,
    address: `+1781${randomInt(1_000_000, 10_000_000)}`,
    is_usable: true,
    flow: JSON.stringify({}),
    language: 'en',
    conversation_id: into,
    started_at: at,
    queued_at: at,
    ringing_at: at,
  })
  await put(test, 'call', { ...aCall(), id: newId(), state: 'ringing' })
  await put(test, 'call', {
    ...aCall(),
    id: talked,
    state: 'talked',
    answered_at: at,
    answered_by: agent,
    ended_at: at,
  })
  const room_id = newId()
  await put(test, 'visit_room', {
    organization_id,
    id: room_id,
    conversation_id,
    patient_id: patientId,
    invited_by: agent,
    invited_at: at,
    until_at: new Date(at.getTime() + 86_400_000),
  })
  for (const [name, person_kind, person_id] of [
    ['visit_room_seat', 'staff', agent],
    ['visit_room_seat_of_patient', 'patient', patientId],
  ] as const) {
    const id = newId()
    person.ids.set(name, id)
    // However long the sweep takes, they are there.
    const seen_at = new Date(at.getTime() + 86_400_000)
    await put(test, 'visit_room_seat', {
      organization_id,
      id,
      room_id,
      person_kind,
      person_id,
      joined_at: at,
      seen_at,
      has_sound: true,
      has_picture: true,
    })
  }
  const handedOver = newId()
  person.ids.set('hand_over', handedOver)
  await put(test, 'hand_over', {
    organization_id,
    id: handedOver,
    conversation_id: into,
    from_id: spare,
    to_id: agent,
    state: 'open',
    offered_at: at,
  })
  await test.look(`update conversation set assignee_id = $2, assignment = 'assigned' where id = $1`, [into, spare])
  const [queue] = await test.look<{ id: string; site: string }>(
    `select q.id, (select id from site where organization_id = $1) as site from queue q where organization_id = $1 and kind = 'service' limit 1`,
    [organization_id],
  )
  await put(test, 'front_desk_turn', {
    organization_id,
    id: newId(),
    site_id: queue?.site,
    day: '2026-01-01',
    letter: 'S',
    number: randomInt(1, 9_999),
    queue_id: queue?.id,
    conversation_id,
    is_first: false,
    reason: 'visit',
    urgency: 'routine',
    language: 'en',
    state: 'waiting',
    ahead: 0,
    taken_at: at,
  })
  const [rule] = await test.look<{ id: string; webhook: string }>(
    `select r.id, (select id from rule_webhook where organization_id = $1) as webhook from rule r where organization_id = $1`,
    [organization_id],
  )
  const run_id = newId()
  await put(test, 'rule_run', {
    organization_id,
    id: run_id,
    rule_id: rule?.id,
    version: 1,
    root_id: newId(),
    conversation_id,
    cause_id: newId(),
    depth: 1,
    why: '[]',
    outcomes: '[]',
    at,
  })
  const call = newId()
  person.ids.set('rule_webhook_call', call)
  await put(test, 'rule_webhook_call', {
    organization_id,
    id: call,
    webhook_id: rule?.webhook,
    run_id,
    state: 'failed',
    not_before: at,
    changed_at: at,
  })
  const uploads: [string, string][] = [
    ['upload', `patient/${patientId}`],
    ['upload_of_staff', `staff/${agent}`],
  ]
  for (const [name, uploaded_by] of uploads) {
    const id = newId()
    person.ids.set(name, id)
    await put(test, 'attachment', {
      organization_id,
      id,
      name: `${canary}.txt`,
      type: 'text/plain',
      size: 20,
      sha256: Buffer.alloc(32),
      verdict: 'clean',
      storage_key: await test.services.files.put(Buffer.from(`upload ${canary}`)),
      received_at: at,
      uploaded_by,
    })
  }
  const [article] = await test.look<{ id: string; version: number }>(
    `select article_id as id, version from article_version where organization_id = $1 limit 1`,
    [organization_id],
  )
  await put(test, 'assistant_answer', {
    organization_id,
    message_id: person.ids.get('message'),
    question_id: person.ids.get('message'),
    article_id: article?.id,
    article_version: article?.version,
  })
  if (article) person.ids.set('with_draft', article.id)
  const task_id = newId()
  await put(test, 'assistant_task', {
    organization_id,
    id: task_id,
    conversation_id,
    kind: 'refill',
    state: 'handed_off',
    step: 1,
    offered: '[]',
    tries: 0,
    asked: [],
    started_at: at,
    updated_at: at,
  })
  await put(test, 'assistant_slot', {
    organization_id,
    task_id,
    name: 'medicine',
    conversation_id,
    value: canary,
    shown: `Medicine ${canary}`,
    message_id: person.ids.get('message'),
    is_confirmed: false,
  })
}

async function makeVisitor(test: TestApp, organization_id: string) {
  const id = newId()
  const accountId = newId()
  const secret = `${organization_id.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`
  await put(test, 'channel_account', {
    organization_id,
    id: accountId,
    channel: 'widget',
    name: 'Chat',
    address: accountId,
  })
  await put(test, 'visitor', {
    organization_id,
    id,
    channel_account_id: accountId,
    secret_hash: createHash('sha256').update(secret).digest(),
    language: 'en',
    created_at: new Date(),
    last_seen_at: new Date(),
  })
  return { id, secret, accountId }
}

async function receive(
  { services }: TestApp,
  organizationId: string,
  sender:
    | { kind: 'patient'; patientId: string; language: string; siteId: null }
    | { kind: 'visitor'; visitorId: string; patientId: null; language: string },
  text: string,
  subject: string,
  channelAccountId: string | null,
): Promise<string> {
  const { db, jobs, hub, now } = services
  const isVisitor = sender.kind === 'visitor'
  const context = corridorContext({ ...systemContext(organizationId, randomUUID(), 'test'), labels: ALL_LABELS })
  const received = await db.transaction(context, (tx) =>
    receiveMessage(
      { tx, jobs, hub, now: now() },
      {
        messageId: newId(),
        source: isVisitor ? `widget:${channelAccountId}` : 'portal',
        externalId: randomUUID(),
        digest: createHash('sha256').update(text).digest(),
        channel: isVisitor ? 'widget' : 'portal-chat',
        channelAccountId,
        sender,
        conversationId: null,
        beginsAnew: true,
        provedBy: isVisitor ? { visitorId: sender.visitorId } : { patientIds: [sender.patientId] },
        subject: `Subject ${subject}`,
        text,
      },
    ),
  )
  return valueOf(received, 'test').conversationId
}

/** An answer with a file and its delivery, a note, a held answer, a mail with HTML, a draft, a promised call and a check of identity. */
async function addAnswers(
  test: TestApp,
  person: { organizationId: string; conversationId: string; canary: string; staffId: string; patientId: string },
): Promise<string> {
  const { canary } = person
  const base = { organization_id: person.organizationId, conversation_id: person.conversationId }
  const staff = { author_kind: 'staff', author_id: person.staffId, language: 'en', channel: 'portal-chat' }
  const at = new Date()
  const [seq] = await test.look<{ last_seq: number }>('select last_seq from conversation where id = $1', [
    person.conversationId,
  ])
  const next = (seq?.last_seq ?? 0) + 1
  const messages: [Record<string, unknown>, string][] = [
    [{ direction: 'out', safe_html: `<p>${canary}</p>` }, 'answer'],
    [{ direction: 'note', readers: ['service'] }, 'note'],
    [{ direction: 'out', held_until: new Date(Date.now() + 3_600_000) }, 'held'],
  ]
  const ids: string[] = []
  for (const [at_, [over, text]] of messages.entries()) {
    const id = newId()
    ids.push(id)
    await put(test, 'message', {
      ...base,
      id,
      seq: next + at_,
      ...staff,
      text: `${text} ${canary}`,
      received_at: at,
      ...over,
    })
  }
  await test.look('update conversation set last_seq = last_seq + 3 where id = $1', [person.conversationId])
  const [answer] = ids
  const storageKey = await test.services.files.put(Buffer.from(`file ${canary}`))
  await put(test, 'attachment', {
    ...base,
    id: newId(),
    message_id: answer,
    name: `${canary}.txt`,
    type: 'text/plain',
    size: 20,
    sha256: Buffer.alloc(32),
    verdict: 'clean',
    storage_key: storageKey,
    received_at: at,
  })
  await put(test, 'delivery', {
    ...base,
    id: newId(),
    message_id: answer,
    channel: 'email',
    address: `${canary}@example.org`,
    purpose: 'reply',
    state: 'unknown',
    not_before: at,
    idempotency_key: randomUUID(),
    changed_at: at,
  })
  await put(test, 'draft', {
    ...base,
    id: newId(),
    staff_id: person.staffId,
    mode: 'reply',
    text: `draft ${canary}`,
    saved_at: at,
  })
  await put(test, 'call_back', {
    ...base,
    id: newId(),
    address: `+1781${randomInt(1_000_000, 10_000_000)}`,
    language: 'en',
    state: 'open',
    place_since: at,
    due_at: new Date(Date.now() + 7_200_000),
    is_booked: true,
  })
  await put(test, 'identity_check', {
    ...base,
    id: newId(),
    level: 'matched',
    method: 'contact-on-file',
    for_patient_id: person.patientId,
    at,
  })
  return answer ?? ''
}

async function makeProxy(
  test: TestApp,
  { organizationId, patientId, canary }: World,
  ends_at: Date | null,
  family = canary,
): Promise<string> {
  const organization_id = organizationId
  const account = `related-${randomUUID()}`
  const related_person_id = newId()
  await put(test, 'auth.account', { id: account, kind: 'patient', created_at: longAgo() })
  await put(test, 'related_person', {
    organization_id,
    id: related_person_id,
    patient_id: patientId,
    given: 'Near',
    family,
    relationship: 'mother',
  })
  await put(test, 'proxy_link', {
    organization_id,
    id: newId(),
    patient_id: patientId,
    related_person_id,
    scope: ['messages', 'clinical', 'schedule', 'billing'],
    basis: 'signed-form',
    state: 'active',
    starts_at: longAgo(),
    ends_at,
  })
  await put(test, 'portal_account', { organization_id, account_id: account, related_person_id })
  return account
}

/** A signed-in browser: the cookie, and the row behind it. */
export function sessionRow({
  organizationId,
  account,
  staffId,
  level,
}: {
  organizationId: string
  account: string
  staffId: string | null
  level: 'half' | 'full'
}) {
  const secret = randomBytes(32).toString('base64url')
  const now = new Date()
  const inOneHour = new Date(now.getTime() + 3_600_000)
  return {
    cookie: `bedside-plain=${organizationId.replaceAll('-', '')}.${secret}`,
    row: {
      organization_id: organizationId,
      id: newId(),
      token_hash: createHash('sha256').update(`plain:${secret}`).digest(),
      account_id: account,
      level,
      staff_id: staffId,
      method: 'code',
      signed_in_at: now,
      issued_at: now,
      active_at: now,
      ends_at: inOneHour,
      step_up_until: level === 'full' ? inOneHour : null,
    },
  }
}

export const openSession = async (test: TestApp, who: Parameters<typeof sessionRow>[0]): Promise<string> => {
  const { cookie, row } = sessionRow(who)
  await put(test, 'session', row)
  return cookie
}

/** One row of each table with an `id`, belonging to each person or at least to the person's organization. */
async function findIds({ look }: TestApp, worlds: World[]): Promise<void> {
  const tables = await look<{ name: string; columns: string[] }>(TABLES)
  for (const { name, columns } of tables) {
    for (const world of worlds) {
      if (world.ids.has(name)) continue
      const conversationId = world.ids.get('conversation')
      const mine = [
        ['id', name === 'patient' ? world.patientId : null],
        ['patient_id', columns.includes('patient_id') ? world.patientId : null],
        ['conversation_id', columns.includes('conversation_id') ? conversationId : null],
      ].find(([, value]) => value !== null)
      const [row] = await look<{ id: string }>(
        `select id from ${name} where organization_id = $1 ${mine ? `and ${mine[0]} = $2` : ''} order by id limit 1`,
        mine ? [world.organizationId, mine[1]] : [world.organizationId],
      )
      if (row) world.ids.set(name, row.id)
    }
  }
  // Of staff the one who plays no part, so that a sweep never ends its own caller; of passkeys that person's.
  for (const world of worlds) {
    const [spare] = await look<{ id: string; account_id: string }>(
      `select id, account_id from staff_member where organization_id = $1 and given = 'spare'`,
      [world.organizationId],
    )
    const [passkey] = await look<{ id: string }>(`select id from auth.passkey where account_id = $1`, [
      spare?.account_id,
    ])
    if (spare) world.ids.set('staff_member', spare.id)
    if (passkey) world.ids.set('passkey', passkey.id)
  }
}

const TABLES = `
  select c.relname as name, array_agg(a.attname::text) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind in ('r', 'p') and not c.relispartition
   group by c.relname
  having array_agg(a.attname::text) @> '{organization_id,id}' order by c.relname`
