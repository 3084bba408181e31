/** Short security texts: codes, links, word of a change. Not messages of a conversation: they hold secrets and are never read back. */
export { sendNotice, type Notice, type NoticeDeps } from './send-notice.ts'
export { deliverNotice, type CarryNotice, type NoticeReport, type NoticeToCarry } from './deliver-notice.ts'
