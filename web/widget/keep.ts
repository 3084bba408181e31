/**
 * Where the frame keeps what must outlast a page of the host: its own storage, apart for each key.
 *
 * A browser that blocks other sites' storage gives a frame none; there a cookie of our own that is partitioned by the host (CHIPS)
 * takes its place. It is no cookie of the host's site, and names the visitor on this one site only. Where that is refused too, the
 * page's memory has to do.
 */
import type { Keep } from './chat.ts'

/** Seconds a visitor is known at the longest (VISITOR_MAX_HOURS). */
const COOKIE_LASTS_S = 12 * 3_600

export const keepLong = (key: string): Keep =>
  works(() => localStorage) ? storageKeep(localStorage, key) : navigator.cookieEnabled ? cookieKeep(key) : memoryKeep()

/** Lasts as long as the tab: drafts and what waits, too long for a cookie. */
export const keepShort = (key: string): Keep =>
  works(() => sessionStorage) ? storageKeep(sessionStorage, key) : memoryKeep()

function storageKeep(storage: Storage, key: string): Keep {
  const memory = memoryKeep()
  const named = (name: string) => `bedside.widget.${key}.${name}`
  return {
    read: (name) => storage.getItem(named(name)) ?? memory.read(name),
    write(name, value) {
      try {
        if (value === null) storage.removeItem(named(name))
        else storage.setItem(named(name), value)
      } catch {
        // Full: it is kept as long as the page.
        memory.write(name, value)
      }
    },
  }
}

function cookieKeep(key: string): Keep {
  const named = (name: string) => `bedside-${key.slice(-12)}-${name}`
  return {
    read(name) {
      const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${named(name)}=`))
      return found ? decodeURIComponent(found.slice(named(name).length + 1)) : null
    },
    write(name, value) {
      const lasts = value === null ? 0 : COOKIE_LASTS_S
      document.cookie = `${named(name)}=${encodeURIComponent(value ?? '')}; Max-Age=${lasts}; Path=/widget/frame.html; Secure; SameSite=None; Partitioned`
    },
  }
}

function memoryKeep(): Keep {
  const memory = new Map<string, string>()
  return {
    read: (name) => memory.get(name) ?? null,
    write: (name, value) => void (value === null ? memory.delete(name) : memory.set(name, value)),
  }
}

function works(storage: () => Storage): boolean {
  try {
    return storage().length >= 0
  } catch {
    return false
  }
}
