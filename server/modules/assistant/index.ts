/** The assistant module's door. */
export { assistantRoutes } from './routes.ts'
export { conversationsOfFigure } from './figures.ts'
export { oversightRoutes } from './oversight-routes.ts'
export { takeTurn, type KnowledgeDoors } from './take-turn.ts'
export type { WordAnswer } from './wording.ts'
export { watchHandOff } from './watch-hand-off.ts'
