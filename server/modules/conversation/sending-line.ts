/**
 * Which of our numbers or mailboxes a message of a conversation leaves from: the one that the person last wrote to, so that one matter keeps one
 * address; else the first. The gate asks it for the consent of that line (desk-D38), the channel to send (D57, D60).
 */

/** Of open lines `a`, in that order. @param conversation an SQL expression. */
export const sendingLineFirst = (channel: 'email' | 'sms', conversation: string): string =>
  `a.id = (select m.channel_account_id from message m where m.organization_id = $1 and m.conversation_id = ${conversation}
     and m.direction = 'in' and m.channel = '${channel}' order by m.seq desc limit 1) desc nulls last, a.id`

export const sendingLineSql = (channel: 'email' | 'sms', conversation: string): string => `
  select a.id from channel_account a where a.organization_id = $1 and a.channel = '${channel}' and a.is_live
   order by ${sendingLineFirst(channel, conversation)} limit 1`
