/** What the parts of the articles' page share: the shapes, who may what, and a change with its words. */
import { useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { ArticleState } from '#engines/knowledge/article.ts'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { BadgeTone } from '../../ui/badge.tsx'
import { showToast } from '../../ui/toast.tsx'

export type Article = Awaited<ReturnType<typeof client.article.get>>
export type Version = Article['newest']
export type Row = Awaited<ReturnType<typeof client.article.list>>['items'][number]
export type Content = Parameters<typeof client.article.save>[0]['content']
export type Text = Content['texts'][number]
export type Fault = Version['faults'][number]
export type Tried = Awaited<ReturnType<typeof client.article.tryOut>>
export type Cluster = Awaited<ReturnType<typeof client.unansweredQuestion.list>>['items'][number]

/** Who is at the desk. */
export type Me = { id: string; role: string }

/** The server decides again (decision 0142). */
export const mayReview = ({ role }: Me): boolean => ['administrator', 'supervisor', 'nurse', 'clinician'].includes(role)
export const mayPublish = ({ role }: Me): boolean => role === 'administrator' || role === 'supervisor'

export const STATE_TONES: Record<ArticleState, BadgeTone> = {
  draft: 'neutral',
  in_review: 'waiting',
  approved: 'brand',
  published: 'done',
  expired: 'urgent',
  withdrawn: 'neutral',
}

/** Does a change, says in words what went wrong, and asks for all of knowledge again. */
export function useChange() {
  const intl = useIntl()
  const queries = useQueryClient()
  return async <T>(change: () => Promise<T>, done?: string): Promise<T | undefined> => {
    try {
      const changed = await change()
      if (done) showToast({ text: done })
      return changed
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
      return undefined
    } finally {
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.article.key() }),
        queries.invalidateQueries({ queryKey: api.unansweredQuestion.key() }),
      ])
    }
  }
}

/** A way inside this page. */
export const toKnowledge = (search: { article?: string; show?: 'questions' | 'try' } = {}) =>
  ({ to: '/knowledge', search }) as { to: string; search: never }
