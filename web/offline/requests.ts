/** What the service worker does with a request of a page. Pure; the reasons are in decision 0132. */

/** The page of a product and the built files that belong to it, of one version. Written by the build. */
export type Shell = {
  version: string
  /** The address of the page itself, and the one file it names that no other version has. */
  page: string
  entry: string
  files: string[]
}

export type Asked = { method: string; mode: string; url: string }

/**
 * `page`: the network first, and the kept page where it does not answer. `file`: the kept one first. `pass`: the worker does not
 * touch it, so that no answer about a person ever goes through its hands.
 */
export function whatToDo({ method, mode, url }: Asked, scope: string, { files }: Pick<Shell, 'files'>) {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== new URL(scope).origin) return 'pass'
  if (mode === 'navigate') return isWithin(pathname, new URL(scope).pathname) ? 'page' : 'pass'
  // A page of the version before asks for files of its own; they may still be kept.
  return pathname.startsWith('/assets/') || files.includes(pathname) ? 'file' : 'pass'
}

/** A scope of the browser is a mere beginning of an address: `/desk` would hold `/desks` too. */
const isWithin = (pathname: string, scope: string): boolean => pathname === scope || pathname.startsWith(`${scope}/`)

/** How a version is named among all that this origin keeps. */
export const nameOf = ({ page, version }: Pick<Shell, 'page' | 'version'>): string => `${page} ${version}`

/** The one before stays for pages that are still open, the older ones go. Names come in the order in which they were made. */
export const outdated = (names: readonly string[], shell: Pick<Shell, 'page' | 'version'>): string[] =>
  names.filter((name) => name.startsWith(`${shell.page} `) && name !== nameOf(shell)).slice(0, -1)
