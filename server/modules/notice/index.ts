/** Short security texts: codes, links, word of a change. Not messages of a conversation: they hold secrets and are never read back. */
export { mayCodeLeave } from './code-budget.ts'
export { noticeStates, sendNotice, type NoticeDeps, type NoticeState } from './send-notice.ts'
export { deliverNotice, type CarryNotice, type NoticeToCarry } from './deliver-notice.ts'
