/** trust-D28: an entry as an AuditEvent of R4. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PURPOSES, ROLES } from '#contract/role.ts'
import { AuditEvent } from '#fhir/audit-event.ts'
import { toAuditEvent, type JournalEntryRow } from './fhir.ts'

const BASE = 'https://clinic.example/fhir'
const [ORGANIZATION, ENTRY, STAFF, PATIENT, OTHER, SESSION, REQUEST, CONVERSATION] = Array.from(
  { length: 8 },
  (_, n) => `01a2b3c4-0000-7000-8000-00000000000${n}`,
) as [string, string, string, string, string, string, string, string]

const anEntry = (over: Partial<JournalEntryRow> = {}): JournalEntryRow => ({
  organizationId: ORGANIZATION,
  id: ENTRY,
  at: new Date('2026-03-02T12:00:00.250Z'),
  seq: '41',
  xid: '9001',
  bootId: '9d7f3c52-9a0b-4a7e-8a44-3f0a5f6a1b2c',
  bootCount: '17',
  event: 'patient.opened',
  action: 'R',
  outcome: 'success',
  refusal: null,
  actorKind: 'staff',
  actorId: STAFF,
  onBehalfOf: null,
  role: 'nurse',
  purpose: 'TREAT',
  identityLevel: 'none',
  sessionId: SESSION,
  sourceAddress: '192.0.2.7',
  requestId: REQUEST,
  route: 'patient.get',
  resourceKind: 'patient',
  resourceId: PATIENT,
  conversationId: null,
  patientIds: [PATIENT],
  fieldClasses: ['identity', 'contact'],
  policyVersion: 1,
  ...over,
})
const DICOM = 'http://dicom.nema.org/resources/ontology/DCM'

test('trust-D28 a look at a patient is an AuditEvent with every field of the entry', () => {
  expect(toAuditEvent(anEntry(), BASE)).toEqual({
    resourceType: 'AuditEvent',
    id: ENTRY,
    type: { system: DICOM, code: '110110', display: 'Patient Record' },
    subtype: [{ system: `${BASE}/CodeSystem/journal-event`, code: 'patient.opened' }],
    action: 'R',
    recorded: '2026-03-02T12:00:00.250Z',
    outcome: '0',
    agent: [
      {
        type: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/extra-security-role-type',
              code: 'humanuser',
              display: 'human user',
            },
          ],
        },
        role: [{ coding: [{ system: `${BASE}/CodeSystem/role`, code: 'nurse' }] }],
        who: { reference: `PractitionerRole/${STAFF}` },
        requestor: true,
        policy: [`${BASE}/policy/access/1`],
        network: { address: '192.0.2.7', type: '2' },
        purposeOfUse: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT' }] }],
      },
    ],
    source: {
      site: ORGANIZATION,
      observer: {
        type: 'Device',
        identifier: { system: `${BASE}/NamingSystem/process`, value: '9d7f3c52-9a0b-4a7e-8a44-3f0a5f6a1b2c' },
        display: 'Bedside',
      },
      type: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/security-source-type',
          code: '4',
          display: 'Application Server',
        },
      ],
    },
    entity: [
      {
        what: { reference: `Patient/${PATIENT}` },
        type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '1', display: 'Person' },
        role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '1', display: 'Patient' },
      },
      {
        what: { identifier: { system: `${BASE}/NamingSystem/patient`, value: PATIENT } },
        type: {
          system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
          code: '2',
          display: 'System Object',
        },
        role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '4', display: 'Domain Resource' },
        name: 'patient',
        detail: [
          { type: 'field-class', valueString: 'identity' },
          { type: 'field-class', valueString: 'contact' },
        ],
      },
      {
        what: { identifier: { system: `${BASE}/NamingSystem/request`, value: REQUEST } },
        type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '4', display: 'Other' },
        name: 'patient.get',
        detail: [
          { type: 'session', valueString: SESSION },
          { type: 'identity-level', valueString: 'none' },
          { type: 'sequence', valueString: '41' },
          { type: 'transaction', valueString: '9001' },
          { type: 'process-count', valueString: '17' },
        ],
      },
    ],
  })
})

test.each([
  ['journal.read', '110101', null],
  ['access.denied', '110113', '110132'],
  ['factor.changed', '110113', '110137'],
  ['session.opened', '110114', '110122'],
  ['session.refused', '110114', '110122'],
  ['session.ended', '110114', '110123'],
  ['session.stepped-up', '110114', null],
  ['report.exported', '110106', null],
  ['understanding.corrections-exported', '110106', null],
  ['patient.searched', '110112', null],
  ['conversation.listed', '110112', null],
  ['patient.changed', '110110', null],
])('trust-D28 %s is %s in DICOM’s words', (event, type, subtype) => {
  const told = toAuditEvent(anEntry({ event }), BASE)
  expect(told.type).toMatchObject({ system: DICOM, code: type })
  expect(told.subtype?.filter(({ system }) => system === DICOM).map(({ code }) => code)).toEqual(
    subtype ? [subtype] : [],
  )
  expect(told.subtype?.at(-1)?.code).toBe(event)
})

test('trust-D28 what is about nobody is an activity of the application, done by it', () => {
  const told = toAuditEvent(
    anEntry({ event: 'journal-like.drained', actorKind: 'system', actorId: null, patientIds: [], sourceAddress: null, sessionId: null, route: null }),
    BASE,
  ) // prettier-ignore
  expect(told.type.code).toBe('110100')
  expect(told.agent[0]).toMatchObject({ who: { type: 'Device', display: 'Bedside' }, requestor: true })
  expect(told.agent[0]).not.toHaveProperty('network')
})

test('trust-D28 a refusal failed in a minor way and says which, a fault in a serious one', () => {
  expect(toAuditEvent(anEntry({ outcome: 'denied', refusal: 'NOT_ALLOWED' }), BASE)).toMatchObject({
    outcome: '4',
    outcomeDesc: 'NOT_ALLOWED',
  })
  expect(toAuditEvent(anEntry({ outcome: 'failed' }), BASE).outcome).toBe('8')
})

test('trust-D28 who speaks for a patient stands beside the patient, and each kind of person has its type', () => {
  const proxy = toAuditEvent(anEntry({ actorKind: 'related-person', actorId: OTHER, onBehalfOf: PATIENT }), BASE)
  expect(proxy.agent.map(({ who, requestor }) => [who?.reference, requestor])).toEqual([
    [`RelatedPerson/${OTHER}`, true],
    [`Patient/${PATIENT}`, false],
  ])
  expect(toAuditEvent(anEntry({ actorKind: 'patient', actorId: PATIENT }), BASE).agent[0]?.who).toEqual({
    reference: `Patient/${PATIENT}`,
  })
  expect(toAuditEvent(anEntry({ actorKind: 'visitor', actorId: OTHER }), BASE).agent[0]?.who).toEqual({
    identifier: { system: `${BASE}/NamingSystem/visitor`, value: OTHER },
  })
  const several = toAuditEvent(anEntry({ patientIds: [PATIENT, OTHER], conversationId: CONVERSATION }), BASE)
  expect(several.entity?.map(({ what }) => what?.reference ?? what?.identifier?.system?.split('/').at(-1))).toEqual([
    `Patient/${PATIENT}`,
    `Patient/${OTHER}`,
    'patient',
    'conversation',
    'request',
  ])
})

test('trust-D28 whatever an entry holds, it is a valid AuditEvent', () => {
  const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
  const entry = fc.record<Partial<JournalEntryRow>>({
    event: fc.constantFrom('access.denied', 'message.received', 'session.ended', 'x.y'),
    action: fc.constantFrom('C', 'R', 'U', 'D', 'E'),
    outcome: fc.constantFrom('success', 'denied', 'failed'),
    refusal: orNull(fc.constantFrom('NOT_FOUND', 'NOT_ALLOWED')),
    actorKind: fc.constantFrom('staff', 'patient', 'related-person', 'visitor', 'system', 'client', 'unknown'),
    actorId: orNull(fc.uuid()),
    onBehalfOf: orNull(fc.uuid()),
    role: fc.constantFrom(...ROLES),
    purpose: fc.constantFrom(...PURPOSES),
    sessionId: orNull(fc.uuid()),
    sourceAddress: orNull(fc.oneof(fc.ipV4(), fc.ipV6())),
    route: orNull(fc.constantFrom('patient.get', '/files/:id')),
    resourceId: orNull(fc.uuid()),
    conversationId: orNull(fc.uuid()),
    patientIds: fc.array(fc.uuid(), { maxLength: 3 }),
    fieldClasses: fc.subarray(['identity', 'clinical', 'audit']),
  })
  fc.assert(
    fc.property(entry, (over) => {
      const told = AuditEvent.safeParse(toAuditEvent(anEntry(over), BASE))
      expect(told.error?.message).toBeUndefined()
    }),
  )
})
