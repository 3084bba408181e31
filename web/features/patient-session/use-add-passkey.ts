/** Makes a passkey on this device and tells the server; a stale session is asked to confirm first. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { showToast } from '../../ui/toast.tsx'
import { makePasskey } from './passkey.ts'
import { StepUpClosed, useStepUp } from './step-up.tsx'

export function useAddPasskey() {
  const intl = useIntl()
  const queries = useQueryClient()
  const withStepUp = useStepUp()
  return useMutation({
    mutationFn: () =>
      withStepUp(async () => {
        const { challengeId, options } = await client.factor.beginPasskey()
        const response = await makePasskey(options)
        if (!response) throw new StepUpClosed()
        const name = intl.formatMessage(
          { id: 'portal.passkeys.name' },
          { date: intl.formatDate(new Date(), { dateStyle: 'medium' }) },
        )
        return client.factor.addPasskey({ challengeId, response, name })
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.factor.list.key() })
      showToast({ text: intl.formatMessage({ id: 'portal.passkeys.added' }) })
    },
    onError: (error) => {
      if (!(error instanceof StepUpClosed)) showToast({ text: describeProblem(intl, problemOf(error)) })
    },
  })
}
