/** Whether a person is at this page: refetches that a person did not cause must not keep their session alive (trust-D21). */

/** A request within this time of a touch, in milliseconds, counts as the person's own. */
const TOUCH_LASTS_MS = 10_000

let touchedAt = 0

export function watchActivity(): () => void {
  const touch = () => {
    touchedAt = Date.now()
  }
  const kinds = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
  touch()
  for (const kind of kinds) document.addEventListener(kind, touch, { passive: true, capture: true })
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, touch, { capture: true })
  }
}

export const wasTouchedLately = () => Date.now() - touchedAt < TOUCH_LASTS_MS
