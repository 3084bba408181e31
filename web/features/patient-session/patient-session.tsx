/** Who is signed in, for the screens below: the person, the organization, and whose matters may be opened. */
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { askSession } from '../../api/ask-session.ts'
import { api } from '../../api/client.ts'
import type { SessionState } from '../../api/types.ts'
import { endsOf, type Ends } from '../../api/session-clock.ts'
import { useAddressedPatient } from '../../places/place-link.tsx'

export type PatientSession = {
  person: NonNullable<SessionState['person']>
  organization: NonNullable<SessionState['organization']>
  patients: SessionState['patients']
  /** Whose matters are on the screen. Null: this person may open nobody's. */
  patient: SessionState['patients'][number] | null
  /** For requests: absent when the person acts for themselves. */
  patientId: string | undefined
  /** In the reader's own time. */
  ends: Ends
}

const SessionContext = createContext<PatientSession | null>(null)

export function usePatientSession(): PatientSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('usePatientSession needs a signed-in screen above it')
  return session
}

/** For sentences about the patient on the screen: "my" to the patient, by the first name to whoever acts for them. */
export function useWhose(): { whose: 'mine' | 'other'; name: string } {
  const { patient, person } = usePatientSession()
  return { whose: patient && !patient.isSelf ? 'other' : 'mine', name: firstName(patient?.name ?? person.name) }
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** The server's word on the session; asked again whenever something was refused for want of one. */
export const useSessionState = () =>
  useQuery({ ...api.session.get.queryOptions(), queryFn: askSession, staleTime: Infinity })

/** Null while nobody is signed in, or somebody who is not a patient. */
export function signedInPatient(
  state: SessionState,
  addressed: string | null,
  receivedAt = Date.now(),
): PatientSession | null {
  const { person, organization, patients, level } = state
  if (level !== 'full' || !person || !organization || person.kind === 'staff') return null
  const patient =
    patients.find(({ id }) => id === addressed) ?? patients.find(({ isSelf }) => isSelf) ?? patients[0] ?? null
  return {
    person,
    organization,
    patients,
    patient,
    patientId: patient && !patient.isSelf ? patient.id : undefined,
    ends: endsOf(state, receivedAt),
  }
}

type ProviderProps = { state: SessionState; receivedAt: number; children: ReactNode }

export function PatientSessionProvider({ state, receivedAt, children }: ProviderProps) {
  return <SessionContext value={signedInPatient(state, useAddressedPatient(), receivedAt)}>{children}</SessionContext>
}
