/** The assistant module's door. */
export { answerCaller, answerHoursKey, callWasAnswered, handOverCall, isOnForCalls } from './answer-caller.ts'
export { assistantRoutes } from './routes.ts'
export { conversationsOfFigure } from './figures.ts'
export { oversightRoutes } from './oversight-routes.ts'
export type { KnowledgeDoors } from './read-message.ts'
export { takeTurn } from './take-turn.ts'
export type { WordAnswer } from './wording.ts'
export { watchHandOff } from './watch-hand-off.ts'
