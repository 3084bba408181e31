/** Conversations whose patients were invited from this tab: to tell whoever invited that somebody waits. Ids alone, and gone with the tab. */
const KEY = 'bedside.invited'
/** Newest last. */
const KEPT_MAX = 20

export const invitedHere = (): string[] => (sessionStorage.getItem(KEY) ?? '').split(' ').filter(Boolean)

export const noteInvited = (conversationId: string): void =>
  sessionStorage.setItem(KEY, [...new Set([...invitedHere(), conversationId])].slice(-KEPT_MAX).join(' '))
