/** The assistant module's door. */
export { assistantRoutes } from './routes.ts'
export { takeTurn, type KnowledgeDoors } from './take-turn.ts'
export type { WordAnswer } from './wording.ts'
