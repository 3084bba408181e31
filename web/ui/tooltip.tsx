/** The name of a control that shows a picture only, and its key. */
import type { ReactElement, ReactNode } from 'react'
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './keys.tsx'
import styles from './tooltip.module.css'

/** Long enough not to follow the pointer across a toolbar. */
const TOOLTIP_DELAY_MS = 500

export function Tooltip({ label, keys, children }: { label: ReactNode; keys?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={TOOLTIP_DELAY_MS} closeDelay={50}>
      <Focusable>{children as ReactElement<Record<string, unknown>, string>}</Focusable>
      <AriaTooltip offset={6} className={styles.tooltip ?? ''}>
        <span>{label}</span>
        {keys && <Keys keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
