/** A merge or split in the timeline: what happened, the way to the other conversation, and undo while it can be (desk-D22). */
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { ConversationDetail } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { useMoves } from './use-moves.ts'

type Move = ConversationDetail['moves'][number]

export function MoveLine({ move, conversation }: { move: Move; conversation: ConversationDetail }) {
  const { undo, isMoving } = useMoves(conversation)
  return (
    <>
      {' '}
      <ConversationNumber to={move.source.id === conversation.id ? move.target : move.source} />{' '}
      {move.undoUntil && (
        <Button size="small" tone="plain" busy={isMoving} onClick={() => undo(move.id)}>
          <FormattedMessage id={move.kind === 'merge' ? 'desk.move.undo-merge' : 'desk.move.undo-split'} />
        </Button>
      )}
    </>
  )
}

export function ConversationNumber({ to }: { to: { id: string; number: string } }) {
  return (
    <Link
      to="/inbox/$view/$conversationId"
      params={((before: object) => ({ ...before, conversationId: to.id })) as never}
      search={((before: object) => before) as never}
      state
    >
      <FormattedMessage id="desk.move.open" values={{ number: to.number }} />
    </Link>
  )
}
