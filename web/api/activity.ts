/** Whether a person is at this page: refetches that a person did not cause must not keep their session alive (trust-D21). */

/** A request within this time of a touch, in milliseconds, counts as the person's own. */
const TOUCH_LASTS_MS = 10_000

/** What says that somebody is here. Who talks with somebody in a visit room is, with the hands still. */
export const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'talking'] as const

export const tellTalking = () => document.dispatchEvent(new Event('talking'))

let touchedAt = 0

export function watchActivity(): () => void {
  const touch = () => {
    touchedAt = Date.now()
  }
  touch()
  for (const kind of TOUCHES) document.addEventListener(kind, touch, { passive: true, capture: true })
  return () => {
    for (const kind of TOUCHES) document.removeEventListener(kind, touch, { capture: true })
  }
}

export const wasTouchedLately = () => Date.now() - touchedAt < TOUCH_LASTS_MS
