/** A video visit, with its conversation beside it. What is here already is handed to the page, which comes later. */
import { useParams } from '@tanstack/react-router'
import { ConversationView } from '../features/conversation/index.ts'
import { laterPart } from '../ui/later-part.tsx'
import { useMe } from './shell.tsx'

const DeskVisit = laterPart(async () => (await import('../features/visit-room/desk-visit.tsx')).DeskVisit)

export function VideoRoute() {
  const me = useMe()
  const { roomId } = useParams({ strict: false }) as { roomId: string }
  return (
    <DeskVisit key={roomId} roomId={roomId}>
      {(conversationId, onPerson) => (
        <ConversationView view="all" personShown={false} {...{ conversationId, me, onPerson }} />
      )}
    </DeskVisit>
  )
}
