/** The failed face of a view whose answer did not come: what happened, what to do, and a code. */
import { useIntl } from 'react-intl'
import { FailedState } from '../ui/view-states.tsx'
import { describeProblem, problemOf } from './refusal.ts'

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const intl = useIntl()
  const problem = problemOf(error)
  return (
    <FailedState
      // That nothing is lost stands below.
      title={problem.code === 'UNAVAILABLE' ? undefined : describeProblem(intl, problem)}
      code={problem.code}
      requestId={problem.requestId}
      onRetry={onRetry}
    />
  )
}
