/** Which organization's door this is, and what it says of itself to strangers. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { organizationAt } from '../../places/places.ts'

/** Where one server has several organizations, the address names one: `?at=<slug>`. */
export const organizationAsked = () => organizationAt(location.search) ?? undefined

export const useDoor = () =>
  useQuery({ ...api.signIn.door.queryOptions({ input: { organization: organizationAsked() } }), staleTime: Infinity })
