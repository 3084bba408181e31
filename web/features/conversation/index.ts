/** What the pages of the desk use of this feature. */
export { IdentityBadge, LanguageName } from './badges.tsx'
export { ConversationView } from './conversation-view.tsx'
export { InboxList } from './inbox-list.tsx'
export { PersonPane, useFetchedPane } from './later-pane.tsx'
export { forgetReplies, replies, useQueuedReplies } from './reply-queue.ts'
export { saveDrafts } from './use-draft.ts'
export { useSearched } from './use-searched.ts'
export { mayAcceptAlerts } from './conversation-alerts.tsx'
