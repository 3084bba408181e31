/** For tests: the smallest clinic that the corridor needs, and deps that write down what they were asked. */
import { createHash, randomUUID } from 'node:crypto'
import { systemContext, type Context } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs, Queue } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { InboundMessage } from './inbound-message.ts'

export const NOON = new Date('2026-03-02T17:00:00Z')

export type Clinic = {
  organizationId: string
  siteId: string
  queueIds: Record<'service' | 'clinical' | 'billing', string>
  agentId: string
  otherAgentId: string
  nurseId: string
  secondNurseId: string
  supervisorId: string
  /** Two patients of the clinic; the first has a mail address on file. */
  patientId: string
  otherPatientId: string
  patientMail: string
}

export async function aClinic(database: Database): Promise<Clinic> {
  const id = () => newId()
  const clinic: Clinic = {
    organizationId: id(),
    siteId: id(),
    queueIds: { service: id(), clinical: id(), billing: id() },
    agentId: id(),
    otherAgentId: id(),
    nurseId: id(),
    secondNurseId: id(),
    supervisorId: id(),
    patientId: id(),
    otherPatientId: id(),
    patientMail: `pat-${randomUUID().slice(0, 8)}@example.org`,
  }
  const { organizationId } = clinic
  await database.transaction(asSystem(clinic), async (tx) => {
    await tx.run(
      `insert into organization (organization_id, name, slug, outbound_on) values ($1, 'A clinic', $2, true)`,
      [organizationId, `clinic-${randomUUID()}`.slice(0, 40)],
    )
    await tx.run(
      `insert into site (organization_id, id, name, time_zone) values ($1, $2, 'Main site', 'America/New_York')`,
      [organizationId, clinic.siteId],
    )
    for (const [kind, queueId] of Object.entries(clinic.queueIds)) {
      await tx.run(`insert into queue (organization_id, id, name, kind) values ($1, $2, $3, $3)`, [
        organizationId,
        queueId,
        kind,
      ])
    }
    const staff: [string, string, string][] = [
      [clinic.agentId, 'agent', 'Ada'],
      [clinic.otherAgentId, 'agent', 'Ben'],
      [clinic.nurseId, 'nurse', 'Nia'],
      [clinic.secondNurseId, 'nurse', 'Noor'],
      [clinic.supervisorId, 'supervisor', 'Sue'],
    ]
    for (const [staffId, role, given] of staff)
      await tx.run(INSERT_STAFF, [organizationId, staffId, `${given.toLowerCase()}@clinic.example`, given, role])
    await insertPatient(tx, clinic, clinic.patientId, 'Pat', 'Rivera', clinic.patientMail)
    await insertPatient(tx, clinic, clinic.otherPatientId, 'Olga', 'Ostrova', null)
  })
  return clinic
}

const INSERT_STAFF = sqlText`
  insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, $3, $4, 'Test', $5, 'active')`

async function insertPatient(
  tx: Transaction,
  clinic: Clinic,
  patientId: string,
  given: string,
  family: string,
  mail: string | null,
): Promise<void> {
  await tx.run(
    `insert into patient (organization_id, id, record_number, given, family, birth_date, site_id) values ($1, $2, $3, $4, $5, '1980-05-06', $6)`,
    [clinic.organizationId, patientId, patientId.slice(-12), given, family, clinic.siteId],
  )
  await tx.run(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
    clinic.organizationId,
    `acc-${patientId}`,
    patientId,
  ])
  if (mail) {
    await tx.run(
      `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
      [clinic.organizationId, newId(), patientId, mail, new Date('2025-01-01T00:00:00Z')],
    )
  }
}

export const asSystem = ({ organizationId }: { organizationId: string }): Context =>
  systemContext(organizationId, randomUUID(), 'test')

export const asStaff = (clinic: Clinic, staffId: string, role: Context['role'] = 'agent'): Context => ({
  ...asSystem(clinic),
  labels: [],
  actor: { kind: 'staff', id: staffId },
  role,
})

export const asPatient = (clinic: Clinic, patientId: string): Context => ({
  ...asSystem(clinic),
  scope: { kind: 'patient', patientIds: [patientId], selfIds: [patientId] },
  actor: { kind: 'patient', id: patientId },
  role: 'patient',
  purpose: 'PATRQT',
  identityLevel: 'verified',
})

export function aPortalMessage(clinic: Clinic, text: string, over: Partial<InboundMessage> = {}): InboundMessage {
  const messageId = newId()
  return {
    messageId,
    source: 'portal',
    externalId: messageId,
    digest: createHash('sha256').update(text).digest(),
    channel: 'portal-chat',
    channelAccountId: null,
    sender: { kind: 'patient', patientId: clinic.patientId, language: 'en', siteId: clinic.siteId },
    conversationId: null,
    beginsAnew: true,
    provedBy: { patientIds: [clinic.patientId] },
    subject: null,
    text,
    ...over,
  }
}

export function aMail(address: string, text: string, over: Partial<InboundMessage> = {}): InboundMessage {
  return {
    source: 'email:desk@clinic.example',
    externalId: `<${randomUUID()}@example.org>`,
    digest: createHash('sha256').update(text).digest(),
    channel: 'email',
    channelAccountId: null,
    sender: { kind: 'address', system: 'email', value: address, name: null, usable: true },
    conversationId: null,
    provedBy: 'token',
    subject: 'A question',
    text,
    ...over,
  }
}

export type Sent = { queue: Queue; id: string; startAfter: Date | undefined }

/** Jobs and news that were asked for in transactions; nothing runs by itself. */
export function recordingDeps(): { jobs: Jobs; hub: Hub; sent: Sent[]; woken: string[] } {
  const sent: Sent[] = []
  const woken: string[] = []
  return {
    sent,
    woken,
    jobs: {
      send: async (_tx, queue, data, options) =>
        void sent.push({ queue, id: data.id, startAfter: options?.startAfter }),
      work: async () => undefined,
      stop: async () => undefined,
    },
    hub: {
      subscribe: async () => () => undefined,
      wake: (organizationId) => void woken.push(organizationId),
      present: () => undefined,
      presence: () => ({ staff: [], others: [] }),
      ring: () => undefined,
      place: async () => '0.0',
      sockets: () => 0,
      stop: async () => undefined,
    },
  }
}
