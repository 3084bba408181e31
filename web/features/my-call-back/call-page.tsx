/** Calls in the portal: those that were promised, and asking for one at a time (desk-D62). */
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { usePatientSession, useWhose } from '../patient-session/patient-session.tsx'
import { AskForCall } from './ask-for-call.tsx'
import { PromisedCalls } from './promised-calls.tsx'

export function CallPage() {
  const intl = useIntl()
  const { patientId } = usePatientSession()
  const calls = useQuery(api.myCallBack.list.queryOptions({ input: { patientId } }))
  return (
    <Page
      narrow
      title={intl.formatMessage({ id: 'calls.title' }, useWhose())}
      lead={<FormattedMessage id="calls.lead" />}
    >
      {calls.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar width="long" />
        </Skeleton>
      )}
      {calls.isError && !calls.data && <Failed error={calls.error} onRetry={() => void calls.refetch()} />}
      {calls.data && calls.data.length > 0 && <PromisedCalls calls={calls.data} />}
      {calls.data && <AskForCall hasCalls={calls.data.length > 0} />}
    </Page>
  )
}
