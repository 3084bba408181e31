/** What the pages of the desk use of this feature. */
export { ConnectionBanner } from './connection-banner.tsx'
export { DeskCommands } from './desk-commands.tsx'
export { RedFlagBand } from './red-flag-band.tsx'
export { ViewNav } from './view-nav.tsx'
export { isSavedView, isView, type DeskView } from './views.ts'
