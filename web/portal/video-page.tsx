/** Video visits, with their words. */
import { VideoVisit } from '../features/visit-room/video-visit.tsx'
import { visitRoomWords } from '../features/visit-room/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export const VideoPage = ({ roomId }: { roomId: string }) => (
  <PageWords parts={visitRoomWords}>
    <VideoVisit roomId={roomId} />
  </PageWords>
)
