/**
 * A dialog on the browser's own <dialog>: it holds the focus, closes with Escape, gives the focus back, and weighs nothing.
 *
 * Mount it while it is open. `onClose` is told for Escape, the close button and a press beside it.
 */
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'

type DialogProps = {
  title: ReactNode
  titleHidden?: boolean
  size?: 'small' | 'normal' | 'wide'
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  /** Asks a question that must be answered, not closed by a slip of the hand. */
  insists?: boolean
}

export function Dialog({ title, titleHidden, size = 'normal', onClose, children, actions, insists }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const intl = useIntl()

  useEffect(() => {
    const dialog = box.current
    const cameFrom = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    firstControl(dialog, insists)?.focus()
    return () => {
      dialog?.close()
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true })
    }
  }, [])

  const closeBeside = (event: MouseEvent) => {
    if (!insists && event.target === box.current) onClose()
  }

  return (
    <dialog
      ref={box}
      role={insists ? 'alertdialog' : undefined}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, styles[size])}
      onCancel={(event) => {
        event.preventDefault()
        if (!insists) onClose()
      }}
      onMouseDown={closeBeside}
    >
      <div className={styles.sheet}>
        <header className={titleHidden ? 'visually-hidden' : styles.header}>
          <h2 id={titleId}>{title}</h2>
          {!insists && !titleHidden && (
            <IconButton icon={X} aria-label={intl.formatMessage({ id: 'ui.close' })} onClick={onClose} size="small" />
          )}
        </header>
        <div data-dialog-body className={titleHidden ? undefined : styles.body}>
          {children}
        </div>
        {actions && (
          <footer data-dialog-actions className={styles.actions}>
            {actions}
          </footer>
        )}
      </div>
    </dialog>
  )
}

// The browser would go to the close button. The first thing to answer comes first; of several ways out, the last, safe one.
function firstControl(dialog: HTMLDialogElement | null, insists: boolean | undefined): HTMLElement | null | undefined {
  const first = dialog?.querySelector<HTMLElement>(
    '[data-dialog-body] :is(input, select, textarea, button, a[href]):not(:disabled)',
  )
  if (first) return first
  return insists ? dialog?.querySelector<HTMLElement>('[data-dialog-actions] button:last-of-type') : undefined
}
