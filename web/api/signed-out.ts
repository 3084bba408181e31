/** The server says that nobody is signed in any more: whoever asked, the whole page must know. */
const listeners = new Set<() => void>()

export function tellSignedOut(): void {
  for (const listener of listeners) listener()
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
