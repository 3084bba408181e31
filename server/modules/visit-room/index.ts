/** The visit room's door: calls with picture and sound between the desk and the patient's side. */
export { visitRoomRoutes } from './routes.ts'
export { forgetOldRooms, settleRooms } from './settle-room.ts'
