/** The desk module's door. */
export { deskRoutes, type DeskDeps, type Replay } from './routes.ts'
export { setAside, type Accepted } from './set-aside.ts'
