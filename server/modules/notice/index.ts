/** Short security texts: codes, links, word of a change. Not messages of a conversation: they hold secrets and are never read back. */
export { mayCodeLeave } from './code-budget.ts'
export { sendNotice, type NoticeDeps } from './send-notice.ts'
export { deliverNotice, type CarryNotice, type NoticeToCarry } from './deliver-notice.ts'
