/** The safety dialogue's door: what a message says for safety, how the dialogue stands, and what waits for an answer. */
export { hear, type Heard } from './hear.ts'
export {
  answerQuestion,
  askAgain,
  findUnanswered,
  insertQuestion,
  insertTurn,
  isPersonThere,
  markAlerted,
  saveDialogue,
  type DialogueRow,
  type Unanswered,
} from './store.ts'
