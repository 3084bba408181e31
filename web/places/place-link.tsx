/** Going from place to place without loading the page again; the back button and a link in a new tab work as ever. */
import { useSyncExternalStore, type ComponentProps, type MouseEvent } from 'react'
import { addressOf, organizationAt, patientAt, placeAt, type Place } from './places.ts'

const MOVED = 'bedside:moved'

export function goTo(place: Place, options: { replace?: boolean; patientId?: string | null } = {}): void {
  const patientId = options.patientId === undefined ? patientAt(location.search) : options.patientId
  const address = addressOf(place, patientId, organizationAt(location.search))
  if (options.replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  dispatchEvent(new Event(MOVED))
}

export function usePlace(): Place | null {
  const path = useSyncExternalStore(subscribe, () => location.pathname)
  return placeAt(path)
}

/** Whose matters are shown, from the address; null: the person's own. */
export const useAddressedPatient = (): string | null =>
  useSyncExternalStore(subscribe, () => patientAt(location.search))

export function PlaceLink({ to, ...link }: ComponentProps<'a'> & { to: Place }) {
  const patientId = useAddressedPatient()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    link.onClick?.(event)
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    goTo(to)
  }
  return <a {...link} href={addressOf(to, patientId, organizationAt(location.search))} onClick={follow} />
}

function subscribe(listener: () => void) {
  addEventListener('popstate', listener)
  addEventListener(MOVED, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(MOVED, listener)
  }
}
