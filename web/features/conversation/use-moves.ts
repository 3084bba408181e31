/** Merge, split and undo of one conversation, with what is said after each (desk-D22). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { showToast } from '../../ui/toast.tsx'

/** The undo of the toast; the timeline keeps its own for 30 days. In milliseconds. */
const UNDO_SHOWN_MS = 10_000

type SplitWish = { messageIds: string[]; patientId?: string | null; subject: string }

export function useMoves({ id: conversationId, version }: Pick<ConversationDetail, 'id' | 'version'>) {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { view = 'mine' } = useParams({ strict: false }) as { view?: string }

  const show = (id: string) =>
    void navigate({
      to: '/inbox/$view/$conversationId',
      params: { view, conversationId: id },
      search: (before: object) => before,
      state: true,
    } as never)
  const refetch = () => queries.invalidateQueries({ queryKey: api.conversation.key() })
  const failed = async (error: unknown) => {
    showToast({ text: describeProblem(intl, problemOf(error)) })
    await refetch()
  }

  const undo = useMutation({
    mutationFn: (move: { conversationId: string; moveId: string }) => client.conversation.undoMove(move),
    onSuccess: async ({ conversationId: back }) => {
      showToast({ text: intl.formatMessage({ id: 'desk.move.undone' }) })
      await refetch()
      show(back)
    },
    onError: failed,
  })

  const moved = async (kind: 'merged' | 'split', done: { moveId: string; conversationId: string }) => {
    await refetch()
    show(done.conversationId)
    showToast({
      id: `move-${done.moveId}`,
      text: intl.formatMessage({ id: `desk.move.${kind}` }),
      lastsMs: UNDO_SHOWN_MS,
      action: {
        label: intl.formatMessage({ id: 'desk.undo' }),
        run: () => undo.mutate({ conversationId: done.conversationId, moveId: done.moveId }),
      },
    })
  }

  const merge = useMutation({
    mutationFn: (wish: { intoId: string; intoVersion: number }) =>
      client.conversation.merge({ conversationId, version, ...wish }),
    onSuccess: (done) => moved('merged', done),
    onError: failed,
  })
  const split = useMutation({
    mutationFn: (wish: SplitWish) => client.conversation.split({ conversationId, version, ...wish }),
    onSuccess: (done) => moved('split', done),
    onError: failed,
  })

  return {
    show,
    merge: (wish: { intoId: string; intoVersion: number }, onDone: () => void) =>
      merge.mutate(wish, { onSuccess: onDone }),
    split: (wish: SplitWish, onDone: () => void) => split.mutate(wish, { onSuccess: onDone }),
    undo: (moveId: string) => undo.mutate({ conversationId, moveId }),
    isMoving: merge.isPending || split.isPending || undo.isPending,
  }
}
