/** A session can end elsewhere: any answer that says so makes the page ask who is signed in now. */
import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { problemOf } from '../../api/refusal.ts'
import { onSignedOut } from '../../api/signed-out.ts'

export function watchSession(queries: QueryClient): void {
  const askAgain = (error: unknown) => {
    if (problemOf(error).code === 'NOT_SIGNED_IN') void queries.invalidateQueries({ queryKey: api.session.get.key() })
  }
  // The socket was closed, because its session ended or went on under a new id.
  onSignedOut(() => void queries.invalidateQueries({ queryKey: api.session.get.key() }))
  queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') askAgain(event.action.error)
  })
  queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') askAgain(event.action.error)
  })
}
