import { useIntl } from 'react-intl'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { useStep } from './use-step.ts'

/** What keeps a step of a form from being done, above its fields. */
export function StepProblems({ step: { problems, attempt } }: { step: ReturnType<typeof useStep> }) {
  const intl = useIntl()
  return <ErrorSummary title={intl.formatMessage({ id: 'desk.form.problem' })} problems={problems} attempt={attempt} />
}
