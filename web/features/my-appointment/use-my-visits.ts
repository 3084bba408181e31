/** The visits of the patient on the screen, kept up to date by the news of the server. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'

export type MyVisit = Awaited<ReturnType<typeof client.myAppointment.list>>['items'][number]

export function useMyVisits() {
  const queries = useQueryClient()
  const { patientId } = usePatientSession()
  useChanges(() => void queries.invalidateQueries({ queryKey: api.myAppointment.key() }))
  return useQuery({
    ...api.myAppointment.list.queryOptions({ input: { patientId } }),
    select: ({ items }) => items,
  })
}
