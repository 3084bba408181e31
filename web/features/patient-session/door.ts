/** Which organization's door this is, and what it says of itself to strangers. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** Where one server has several organizations, the address names one: `?at=<slug>`. */
export const organizationAsked = () => new URLSearchParams(location.search).get('at') ?? undefined

export const useDoor = () =>
  useQuery({ ...api.signIn.door.queryOptions({ input: { organization: organizationAsked() } }), staleTime: Infinity })
