/**
 * A short word about what was just done, with the way back.
 *
 * Kept for as long as its action is possible. News is announced politely; a toast never holds what cannot be found
 * elsewhere.
 */
import { X } from 'lucide-react'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { Button, IconButton } from './button.tsx'
import styles from './toast.module.css'

export type Toast = { id: string; text: ReactNode; action?: { label: ReactNode; run: () => void }; lastsMs?: number }

/** Long enough to read two short sentences aloud. */
const TOAST_LASTS_MS = 6_000
/** More than this many at once push the oldest out. */
const TOASTS_SHOWN = 4

let shown: Toast[] = []
const listeners = new Set<() => void>()

export function showToast(toast: Omit<Toast, 'id'> & { id?: string }): string {
  const id = toast.id ?? crypto.randomUUID()
  change([...shown.filter((other) => other.id !== id), { ...toast, id }].slice(-TOASTS_SHOWN))
  return id
}

export const hideToast = (id: string) => change(shown.filter((toast) => toast.id !== id))

/** Where toasts appear; one per page. */
export function ToastRegion() {
  const intl = useIntl()
  const toasts = useSyncExternalStore(subscribe, () => shown)
  return (
    <section aria-label={intl.formatMessage({ id: 'ui.toasts' })} aria-live="polite" className={styles.region}>
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const intl = useIntl()
  const { id, lastsMs = TOAST_LASTS_MS } = toast
  useEffect(() => {
    const timer = setTimeout(() => hideToast(id), lastsMs)
    return () => clearTimeout(timer)
  }, [id, lastsMs])

  return (
    <div className={styles.toast}>
      <div className={styles.text}>{toast.text}</div>
      {toast.action && (
        <Button
          size="small"
          tone="plain"
          className={styles.action}
          onClick={() => {
            hideToast(id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        size="small"
        icon={X}
        className={styles.close}
        aria-label={intl.formatMessage({ id: 'ui.close' })}
        onClick={() => hideToast(id)}
      />
    </div>
  )
}

function change(next: Toast[]) {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
