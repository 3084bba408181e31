/** Visit rooms: who is invited, who comes in, when a seat or a room is over (desk-D66, decision 0261). */
import { expect, test } from 'vitest'
import { readConfig, UnsafeConfig } from '#server/platform/config.ts'
import { iceServersFor } from './ice-servers.ts'
import {
  countSignals,
  decideInvite,
  decideJoin,
  endByStaff,
  invitedUntil,
  SIGNALS_PER_10S,
  whatIsOver,
  type Room,
  type Seat,
} from './rules.ts'
import { invitationText } from './texts.ts'

const NOON = new Date('2026-03-02T12:00:00Z')
const after = (minutes: number, seconds = 0) => new Date(NOON.getTime() + minutes * 60_000 + seconds * 1_000)
const aRoom = (over: Partial<Room> = {}): Room => ({
  patientId: 'pat',
  untilAt: after(24 * 60),
  metAt: null,
  emptySince: null,
  endedAt: null,
  ...over,
})
const aSeat = (id: string, kind: Seat['person']['kind'], seenAt = NOON): Seat => ({ id, person: { kind, id: `person ${id}` }, seenAt }) // prettier-ignore

test('desk-D66 invited is the patient of a conversation that goes on, where it is sure who writes', () => {
  const open = { state: 'open', patientId: 'pat' }
  expect(decideInvite(open, 'verified')).toEqual({ ok: true, value: 'pat' })
  expect(decideInvite({ ...open, state: 'resolved' }, 'verified_for')).toEqual({ ok: true, value: 'pat' })
  expect(decideInvite(open, 'matched')).toMatchObject({ ok: false, refusal: 'IDENTITY_TOO_LOW' })
  expect(decideInvite({ ...open, patientId: null }, undefined)).toMatchObject({ ok: false, refusal: 'IDENTITY_TOO_LOW' }) // prettier-ignore
  for (const state of ['closed', 'merged', 'spam'])
    expect(decideInvite({ ...open, state }, 'verified')).toMatchObject({ ok: false, refusal: 'STATE_NOT_ALLOWED' })
})

test('an invitation is good for a day, and of a booked visit until an hour after its end', () => {
  expect(invitedUntil(NOON, null)).toEqual(after(24 * 60))
  expect(invitedUntil(NOON, { endAt: after(30) })).toEqual(after(24 * 60))
  expect(invitedUntil(NOON, { endAt: after(72 * 60) })).toEqual(after(73 * 60))
})

test('four come in, and who comes by another browser goes on there; both sides meet once', () => {
  const agent = aSeat('agent', 'staff')
  const patient = aSeat('patient', 'patient')
  expect(decideJoin(aRoom(), [], agent.person)).toEqual({ ok: true, value: { before: undefined, isMeeting: false } })
  expect(decideJoin(aRoom(), [agent], patient.person)).toMatchObject({ ok: true, value: { isMeeting: true } })
  expect(decideJoin(aRoom(), [agent], aSeat('nurse', 'staff').person)).toMatchObject({ value: { isMeeting: false } })
  expect(decideJoin(aRoom({ metAt: NOON }), [agent], patient.person)).toMatchObject({ value: { isMeeting: false } })
  const four = [agent, patient, aSeat('nurse', 'staff'), aSeat('mother', 'related-person')]
  expect(decideJoin(aRoom(), four, aSeat('fifth', 'staff').person)).toMatchObject({ ok: false, detail: { why: 'full' } }) // prettier-ignore
  expect(decideJoin(aRoom(), four, patient.person)).toMatchObject({ ok: true, value: { before: patient } })
  expect(decideJoin(aRoom({ endedAt: NOON }), [], agent.person)).toMatchObject({ ok: false, detail: { why: 'over' } })
})

test('who says nothing for half a minute is gone', () => {
  const seats = [aSeat('agent', 'staff', after(0, -31)), aSeat('patient', 'patient', after(0, -30))]
  expect(whatIsOver(aRoom(), seats, NOON)).toEqual({ lost: [seats[0]], end: null })
})

test.each([
  ['nobody came in time', aRoom(), 24 * 60, 'expired'],
  ['one side came and waits', aRoom({ emptySince: after(-30) }), 60, null],
  ['nobody is in it any more', aRoom({ metAt: NOON, emptySince: after(20) }), 30, 'empty'],
  ['somebody may come back', aRoom({ metAt: NOON, emptySince: after(20) }), 29, null],
  ['it was open for four hours', aRoom({ metAt: NOON }), 4 * 60, 'time'],
  ['both sides have met and the day is over', aRoom({ metAt: after(24 * 60 - 5) }), 24 * 60 + 5, null],
  ['it is over already', aRoom({ endedAt: NOON }), 48 * 60, null],
])('a room: %s', (_, room, minutes, end) => {
  expect(whatIsOver(room, [], after(minutes)).end).toBe(end)
})

test('with somebody in it a room is not empty, but no longer open than four hours', () => {
  const now = after(60)
  const seats = [aSeat('agent', 'staff', now)]
  expect(whatIsOver(aRoom({ metAt: NOON, emptySince: null }), seats, now).end).toBeNull()
  expect(endByStaff(aRoom())).toBe('withdrawn')
  expect(endByStaff(aRoom({ metAt: NOON }))).toBe('ended')
})

test('a browser says so much in ten seconds and no more', () => {
  const first = countSignals({ count: 0, since: null }, SIGNALS_PER_10S, NOON)
  expect(first).toEqual({ count: SIGNALS_PER_10S, since: NOON })
  expect(countSignals(first!, 1, after(0, 9))).toBeNull()
  expect(countSignals(first!, 1, after(0, 10))).toEqual({ count: 1, since: after(0, 10) })
})

test('a relay is given by a name that says until when, and its keyed digest; without a secret there is none', () => {
  const urls = ['stun:relay.example:3478', 'turn:relay.example:3478?transport=udp']
  // 17:00 of the same day.
  expect(iceServersFor({ urls, turnSecret: 'a secret of a relay' }, 'seat', NOON)).toEqual([
    { urls: ['stun:relay.example:3478'] },
    { urls: [urls[1]], username: '1772470800:seat', credential: '5QfkDd7qc2xL8ZOSvn4e0UDrZmU=' },
  ])
  expect(iceServersFor({ urls: [], turnSecret: null }, 'seat', NOON)).toEqual([])
})

test('the invitation is told in the language of the conversation, with the time of a booked visit', () => {
  const url = 'https://bedside.example/portal/video/1'
  const visit = { startAt: new Date('2026-03-06T14:40:00Z'), timeZone: 'America/New_York' }
  expect(invitationText('en', { url, visit: null })).toContain(`The room is open for 24 hours. Open this page and sign in:\n${url}\n`) // prettier-ignore
  expect(invitationText('en', { url, visit })).toContain('by video on Fri, Mar 6, 9:40 AM. Open')
  expect(invitationText('es', { url, visit })).toContain('por video el vie, 6 de mar, 9:40 a.m. Abra')
  expect(invitationText('vi', { url, visit: null })).toContain('Let us talk by video.')
})

test('servers between browsers are named whole or not at all, and a relay with its secret', () => {
  const TURN_SECRET = 'a secret of a relay'
  expect(readConfig({}).ice).toEqual({ urls: [], turnSecret: null })
  expect(readConfig({ ICE_URLS: 'stun:a.example:3478, turns:a.example:5349?transport=tcp', TURN_SECRET }).ice).toEqual({
    urls: ['stun:a.example:3478', 'turns:a.example:5349?transport=tcp'],
    turnSecret: TURN_SECRET,
  })
  for (const wrong of [
    { ICE_URLS: 'https://a.example' },
    { ICE_URLS: 'turn:a.example' },
    { ICE_URLS: 'stun:a.example', TURN_SECRET },
    { TURN_SECRET },
    { ICE_URLS: 'turn:a.example', TURN_SECRET: 'short' },
    { ICE_URLS: Array.from({ length: 9 }, (_, n) => `stun:a${n}.example`).join() },
  ])
    expect(() => readConfig(wrong), JSON.stringify(wrong)).toThrow(UnsafeConfig)
})
