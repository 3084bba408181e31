/** The correction module's door: what staff would have read in a message. */
export { correctionRoutes } from './routes.ts'
