/** The assistant module's door. */
export { assistantRoutes } from './routes.ts'
export { takeTurn, type AnswerFrom } from './take-turn.ts'
