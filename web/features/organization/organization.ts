/** What the cards of the organization's page share: the organization, and one way to change it. */
import { useIntl } from 'react-intl'
import type { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { showToast } from '../../ui/toast.tsx'
import { useStepUp } from '../session/index.ts'

export type Organization = Awaited<ReturnType<typeof client.organization.get>>
export type CardProps = { organization: Organization; onChanged: (next: Organization) => void }

/** Does a change, asks for a fresh factor where the server wants one, and says in words what went wrong. */
export function useChange<Changed = Organization>(onChanged: (next: Changed) => void) {
  const intl = useIntl()
  const guard = useStepUp()
  return (change: () => Promise<Changed>, done?: string) =>
    guard(change).then(
      (next) => {
        onChanged(next)
        if (done) showToast({ text: done })
      },
      (error: unknown) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    )
}
