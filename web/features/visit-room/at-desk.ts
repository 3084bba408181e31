/** What the desk shows of visit rooms within a conversation: fetched together, when the first of it is needed. */
export { InviteDialog } from './invite-dialog.tsx'
export { RoomEvent } from './room-event.tsx'
export { RoomWatch } from './room-watch.tsx'
export { RoomStrip } from './room-strip.tsx'
