/**
 * The door of the knowledge module. The assistant asks `answerFrom`, and keeps with `noteUnanswered` what was not answered, in one
 * transaction of its own that sees the whole organization.
 */
export { answerFrom, type Found, type Question } from './answer-from.ts'
export { noteUnanswered } from './note-unanswered.ts'
export { articleRoutes, unansweredQuestionRoutes } from './routes.ts'
export { expireArticles, remindOwners } from './watch-expiry.ts'
export { forgetOldQuestions } from './forget-old-questions.ts'
