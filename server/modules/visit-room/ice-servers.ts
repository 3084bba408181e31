/**
 * By which servers browsers find a way to each other. Of a relay each browser gets a name and a password of its own, good for the length of a visit:
 * the name says until when, the password is its keyed digest (the "REST API" form that coturn knows as `use-auth-secret`).
 */
import { createHmac } from 'node:crypto'
import { ROOM_HOURS } from '#contract/visit-room.ts'
import type { IceConfig } from '#server/platform/config.ts'

export type IceServer = { urls: string[]; username?: string; credential?: string }

/** Longer than a room is open, so that nobody is cut off in one. */
const GOOD_FOR_SECONDS = (ROOM_HOURS + 1) * 3_600

export function iceServersFor({ urls, turnSecret }: IceConfig, seatId: string, now: Date): IceServer[] {
  const [relays, others] = [urls.filter(isRelay), urls.filter((url) => !isRelay(url))]
  const found: IceServer[] = others.length > 0 ? [{ urls: others }] : []
  if (relays.length === 0 || turnSecret === null) return found
  const username = `${Math.floor(now.getTime() / 1000) + GOOD_FOR_SECONDS}:${seatId}`
  const credential = createHmac('sha1', turnSecret).update(username).digest('base64')
  return [...found, { urls: relays, username, credential }]
}

const isRelay = (url: string): boolean => /^turns?:/.test(url)
