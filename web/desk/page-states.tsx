import { Link, useRouter } from '@tanstack/react-router'
import { CircleHelp } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { problemOf } from '../api/refusal.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState, FailedState } from '../ui/view-states.tsx'

/** An address that leads nowhere, or to what this person may not see: the same answer for both. */
export function NotFoundPage() {
  return (
    <EmptyState
      icon={CircleHelp}
      title={<FormattedMessage id="refusal.NOT_FOUND" />}
      action={
        <Link to="/" className={buttonClass()}>
          <FormattedMessage id="desk.to-inbox" />
        </Link>
      }
    />
  )
}

/** A part of the page did not come, as when it was replaced by a newer version: then only the whole page can be loaded again. */
let isPartMissing = false
addEventListener('vite:preloadError', () => {
  isPartMissing = true
})

export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter()
  const problem = problemOf(error)
  const retry = () => {
    if (isPartMissing) return location.reload()
    reset()
    void router.invalidate()
  }
  return (
    <FailedState
      title={<FormattedMessage id={`refusal.${problem.code}`} />}
      code={problem.code}
      requestId={problem.requestId}
      onRetry={retry}
    />
  )
}
