/** The desk module's door. */
export { deskRoutes, type Replay } from './routes.ts'
export { setAside } from './set-aside.ts'
