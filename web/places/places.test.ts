import { expect, test } from 'vitest'
import { addressOf, patientAt, placeAt, type Place } from './places.ts'

const places: Place[] = [
  { name: 'home' },
  { name: 'messages' },
  { name: 'new-message' },
  { name: 'conversation', conversationId: '01890a5d-ac96-774b-bcce-b302099a8057' },
  { name: 'visits' },
  { name: 'video', roomId: '01890a5d-ac96-774b-bcce-b302099a8057' },
  { name: 'calls' },
  { name: 'details' },
  { name: 'privacy' },
  { name: 'consents' },
  { name: 'access' },
  { name: 'devices' },
]

test('the address of each place leads back to it', () => {
  for (const place of places) {
    const address = new URL(addressOf(place, 'b'), 'https://clinic.example')
    expect(placeAt(address.pathname)).toEqual(place)
    expect(patientAt(address.search)).toBe('b')
  }
})

test('a slash too many does no harm, and an unknown address is no place', () => {
  expect(placeAt('/')).toEqual({ name: 'home' })
  expect(placeAt('/portal')).toEqual({ name: 'home' })
  expect(placeAt('/portal/messages/')).toEqual({ name: 'messages' })
  expect(placeAt('/portal/index.html')).toEqual({ name: 'home' })
  expect(placeAt('/portal/bills')).toBeNull()
  expect(placeAt('/portals')).toBeNull()
  expect(placeAt('/desk/messages')).toBeNull()
})
