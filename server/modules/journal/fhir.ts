/**
 * An entry of the journal as an AuditEvent of R4 (trust-D28, decision 0222). What an entry holds beside its fields (`detail`) belongs to the
 * timeline of a conversation and is not told here.
 */
import type { AuditAgent, AuditEntity, AuditEvent } from '#fhir/audit-event.ts'
import type { CodeableConcept, Coding, Reference } from '#fhir/data-types.ts'
import type { AccessRow } from './who-saw.ts'

/** An entry with all fields of D28. */
export type JournalEntryRow = Omit<AccessRow, 'actorName' | 'outcome' | 'until' | 'count'> & {
  organizationId: string
  seq: string
  xid: string
  bootId: string
  bootCount: string
  outcome: 'success' | 'denied' | 'failed'
  refusal: string | null
  onBehalfOf: string | null
  identityLevel: string
  sessionId: string | null
  sourceAddress: string | null
  requestId: string
  route: string | null
  resourceId: string | null
  conversationId: string | null
  /** At most as many as one entry names (server/platform/journal.ts). */
  patientIds: string[]
  policyVersion: number
}

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM'
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem'

const dicom = (code: string, display: string): Coding => ({ system: DICOM, code, display })
const of = (system: string, code: string, display: string): Coding => ({
  system: `${TERMINOLOGY}/${system}`,
  code,
  display,
})

/** What kind of event an entry is, in DICOM's words. The first that fits; an entry of our own making is an activity of the application. */
const TYPES: [event: RegExp, type: Coding, subtype?: Coding][] = [
  [/^journal\./, dicom('110101', 'Audit Log Used')],
  [/^access\.denied$/, dicom('110113', 'Security Alert'), dicom('110132', 'Use of Restricted Function')],
  [/^factor\./, dicom('110113', 'Security Alert'), dicom('110137', 'User Security Attributes Changed')],
  [/^session\.ended$/, dicom('110114', 'User Authentication'), dicom('110123', 'Logout')],
  [/^session\.(opened|half-opened|refused)$/, dicom('110114', 'User Authentication'), dicom('110122', 'Login')],
  [/^session\./, dicom('110114', 'User Authentication')],
  [/[.-]exported$/, dicom('110106', 'Export')],
  [/[.-](searched|listed)$/, dicom('110112', 'Query')],
]
const OF_A_PATIENT = dicom('110110', 'Patient Record')
const OF_THE_APPLICATION = dicom('110100', 'Application Activity')

/** `audit-event-outcome`: what was refused failed as it should, what broke off did not. */
const OUTCOMES = { success: '0', denied: '4', failed: '8' } as const

const PERSON = of('audit-entity-type', '1', 'Person')
const SYSTEM_OBJECT = of('audit-entity-type', '2', 'System Object')
const OTHER = of('audit-entity-type', '4', 'Other')
const AS_PATIENT = of('object-role', '1', 'Patient')
const AS_RESOURCE = of('object-role', '4', 'Domain Resource')
const HUMAN = of('extra-security-role-type', 'humanuser', 'human user')
const PROCESSOR = of('extra-security-role-type', 'dataprocessor', 'data processor')
const SUBJECT = of('extra-security-role-type', 'datasubject', 'data subject')
const APPLICATION_SERVER = of('security-source-type', '4', 'Application Server')

/** `base`: the address of the FHIR interface, which our own names stand under. */
export function toAuditEvent(entry: JournalEntryRow, base: string): AuditEvent {
  const [, type, subtype] = TYPES.find(([event]) => event.test(entry.event)) ?? []
  const own: Coding = { system: `${base}/CodeSystem/journal-event`, code: entry.event }
  return {
    resourceType: 'AuditEvent',
    id: entry.id,
    type: type ?? (entry.patientIds.length > 0 ? OF_A_PATIENT : OF_THE_APPLICATION),
    subtype: subtype ? [subtype, own] : [own],
    action: entry.action,
    recorded: entry.at.toISOString(),
    outcome: OUTCOMES[entry.outcome],
    ...(entry.refusal === null ? {} : { outcomeDesc: entry.refusal }),
    agent: agentsOf(entry, base),
    source: {
      site: entry.organizationId,
      observer: { type: 'Device', identifier: named(base, 'process', entry.bootId), display: 'Bedside' },
      type: [APPLICATION_SERVER],
    },
    entity: entitiesOf(entry, base),
  }
}

const concept = (coding: Coding): CodeableConcept => ({ coding: [coding] })
const named = (base: string, name: string, value: string) => ({ system: `${base}/NamingSystem/${name}`, value })

function agentsOf(entry: JournalEntryRow, base: string): AuditAgent[] {
  const who = whoOf(entry, base)
  const actor: AuditAgent = {
    type: concept(entry.actorKind === 'system' ? PROCESSOR : HUMAN),
    role: [concept({ system: `${base}/CodeSystem/role`, code: entry.role })],
    ...(who ? { who } : {}),
    requestor: true,
    policy: [`${base}/policy/access/${entry.policyVersion}`],
    ...(entry.sourceAddress === null ? {} : { network: { address: entry.sourceAddress, type: '2' } }),
    purposeOfUse: [concept({ system: `${TERMINOLOGY}/v3-ActReason`, code: entry.purpose })],
  }
  if (entry.onBehalfOf === null) return [actor]
  return [actor, { type: concept(SUBJECT), who: { reference: `Patient/${entry.onBehalfOf}` }, requestor: false }]
}

/** What a person of each kind is in FHIR; the others have a name of ours only. */
export const AGENT_TYPES = { staff: 'PractitionerRole', patient: 'Patient', 'related-person': 'RelatedPerson' } as const

function whoOf({ actorKind, actorId }: JournalEntryRow, base: string): Reference | undefined {
  if (actorKind === 'system') return { type: 'Device', display: 'Bedside' }
  if (actorId === null) return undefined
  if (actorKind === 'staff' || actorKind === 'patient' || actorKind === 'related-person')
    return { reference: `${AGENT_TYPES[actorKind]}/${actorId}` }
  return { identifier: named(base, actorKind, actorId) }
}

function entitiesOf(entry: JournalEntryRow, base: string): AuditEntity[] {
  const { resourceKind, resourceId, conversationId, patientIds, fieldClasses } = entry
  const thing = (name: string, id: string | null): AuditEntity => ({
    ...(id === null ? {} : { what: { identifier: named(base, name, id) } }),
    type: SYSTEM_OBJECT,
    role: AS_RESOURCE,
    name,
  })
  const classes = fieldClasses.map((valueString) => ({ type: 'field-class', valueString }))
  return [
    ...patientIds.map((id) => ({ what: { reference: `Patient/${id}` }, type: PERSON, role: AS_PATIENT })),
    { ...thing(resourceKind, resourceId), ...(classes.length > 0 ? { detail: classes } : {}) },
    ...(conversationId === null || resourceKind === 'conversation' ? [] : [thing('conversation', conversationId)]),
    {
      what: { identifier: named(base, 'request', entry.requestId) },
      type: OTHER,
      ...(entry.route === null ? {} : { name: entry.route }),
      detail: [
        ...(entry.sessionId === null ? [] : [{ type: 'session', valueString: entry.sessionId }]),
        { type: 'identity-level', valueString: entry.identityLevel },
        { type: 'sequence', valueString: entry.seq },
        { type: 'transaction', valueString: entry.xid },
        { type: 'process-count', valueString: entry.bootCount },
      ],
    },
  ]
}
