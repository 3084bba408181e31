/** What a page may load and run (trust-D61): our own files, no inline code, no markup made of strings; and which pages see and hear. */

const OWN_FILES_ONLY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
]
const TRUSTED_TYPES = "require-trusted-types-for 'script'"

/** Desk and portal may be installed, and have a worker that brings them up without a network (decision 0132). */
const INSTALLED = ["worker-src 'self'", "manifest-src 'self'"]

export const PAGE_POLICY = [...OWN_FILES_ONLY, ...INSTALLED, "frame-ancestors 'none'", TRUSTED_TYPES].join('; ')

/** What the worker itself may fetch: the files that it keeps. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'"

/** Camera and microphone are of desk and portal, where visit rooms are (decision 0261); no other page may ask for them. */
export const NO_DEVICES = 'camera=(), microphone=()'
export const OWN_DEVICES = 'camera=(self), microphone=(self)'

/** The chat frame stands in pages of the sites that the organization registered, in our own sample page, and nowhere else. */
export const framePolicy = (origins: readonly string[]): string =>
  [
    ...OWN_FILES_ONLY,
    "worker-src 'none'",
    `frame-ancestors ${["'self'", ...origins.filter(isOrigin)].join(' ')}`,
    TRUSTED_TYPES,
  ].join('; ')

/** Exactly scheme, host and port: a setting can not smuggle a directive into the header. */
export function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[\w.-]+(:\d{1,5})?$/.test(text)) return false
  return URL.canParse(text) && new URL(text).origin === text
}
