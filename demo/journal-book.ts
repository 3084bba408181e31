/** Journal rows of the demonstration: what the product would have written down, had it been there for the month. */
import type { Role } from '#contract/role.ts'
import type { ActorKind } from '#server/platform/context.ts'
import type { FieldClass, JournalAction, JournalDetail } from '#server/platform/journal.ts'
import type { Staff } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { Rows } from './rows.ts'

export type Actor = { kind: ActorKind; id: string | null; role: Role; onBehalfOf?: string | null }

export type Event = {
  event: string
  action: JournalAction
  actor: Actor
  at: Date
  resourceKind: string
  resourceId?: string | null
  conversationId?: string | null
  patientId?: string | null
  /** For a list: several people of one row. */
  patientIds?: readonly string[]
  fieldClasses?: readonly FieldClass[]
  detail?: JournalDetail | null
}

export type JournalBook = { write(event: Event): void }

export const SYSTEM: Actor = { kind: 'system', id: null, role: 'system' }
export const actorOf = ({ id, role }: Staff): Actor => ({ kind: 'staff', id, role })

const PURPOSES: Partial<Record<Role, string>> = {
  nurse: 'TREAT',
  clinician: 'TREAT',
  billing: 'HPAYMT',
  administrator: 'HSYSADMIN',
  patient: 'PATRQT',
  related_person: 'PATRQT',
}
const LEVELS: Partial<Record<Role, string>> = { patient: 'verified', related_person: 'verified_for' }

export function openBook(seed: string, organizationId: string, founded: Date, rows: Rows): JournalBook {
  const boot_id = demoId(`${seed}/boot`, founded)
  let count = 0
  return {
    write({
      event,
      action,
      actor,
      at,
      resourceKind,
      resourceId,
      conversationId,
      patientId,
      patientIds,
      fieldClasses,
      detail,
    }) {
      count += 1
      const id = demoId(`${seed}/journal/${count}`, at)
      const several = patientIds ?? []
      rows.journal.push({
        organization_id: organizationId,
        id,
        at,
        boot_id,
        boot_count: count,
        event,
        action,
        outcome: 'success',
        refusal: null,
        actor_kind: actor.kind,
        actor_id: actor.id,
        on_behalf_of: actor.onBehalfOf ?? null,
        role: actor.role,
        purpose: PURPOSES[actor.role] ?? 'HOPERAT',
        identity_level: LEVELS[actor.role] ?? 'none',
        session_id: null,
        source_address: null,
        request_id: demoId(`${seed}/request/${count}`, at),
        route: null,
        resource_kind: resourceKind,
        resource_id: resourceId ?? null,
        conversation_id: conversationId ?? null,
        patient_id: several.length === 1 ? (several[0] ?? null) : (patientId ?? null),
        patient_count: several.length || (patientId ? 1 : 0),
        field_classes: fieldClasses ?? [],
        policy_version: 1,
        detail: detail ?? null,
      })
      if (several.length > 1) {
        for (const patient_id of new Set(several))
          rows.journal_patient.push({ organization_id: organizationId, patient_id, at, journal_id: id })
      }
    },
  }
}
