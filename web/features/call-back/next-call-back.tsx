/** Where nothing waits in a list: when the next person is to be called. Nothing, where nobody is (desk-D11). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { PageWords } from '../../i18n/page-words.tsx'
import { Timestamp, useNow } from '../../ui/timestamp.tsx'
import { phoneWords } from './words.ts'

export const NextCallBack = () => (
  <PageWords parts={phoneWords}>
    <Next />
  </PageWords>
)

function Next() {
  const queries = useQueryClient()
  const now = useNow()
  const next = useQuery(api.callBack.next.queryOptions())
  useChanges(() => void queries.invalidateQueries({ queryKey: api.callBack.next.key() }))
  const dueAt = next.data?.dueAt
  if (!dueAt) return null
  return (
    <Link to={'/call-backs' as never}>
      <FormattedMessage
        id={new Date(dueAt) < now ? 'phone.next.late' : 'phone.next'}
        values={{ time: <Timestamp key="time" at={dueAt} style="exact" /> }}
      />
    </Link>
  )
}
