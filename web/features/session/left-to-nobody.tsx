/** Somebody leaves, or loses a right, and nobody is left to open some conversations: it is said before it is done (decision 0264). */
import { FormattedMessage, useIntl } from 'react-intl'
import type { SENSITIVITY_LABELS } from '#contract/sensitivity.ts'
import { problemOf } from '../../api/refusal.ts'

export type Left = { count: number; labels: (typeof SENSITIVITY_LABELS)[number][] }

/** @returns what is left to nobody, where that is why it was refused; any other refusal goes on. */
export function leftOf(error: unknown): { left: Left } {
  const { detail } = problemOf(error)
  if (detail?.reason !== 'left-to-nobody') throw error
  return { left: detail as unknown as Left }
}

export function LeftToNobody({ left: { count, labels } }: { left: Left }) {
  const intl = useIntl()
  const matters = intl.formatList(labels.map((label) => intl.formatMessage({ id: `labels.${label}` })))
  return (
    <p role="alert">
      <FormattedMessage id="staff.left-to-nobody" values={{ count, labels: matters }} />
    </p>
  )
}
