/** The small questions, loaded when a conversation is open: before a connection may be lost, and not before the first page. */
import { lazy } from 'react'
import { laterPart } from '../../ui/later-part.tsx'

export const loadDialogs = () => import('./conversation-dialogs.tsx')

const meanwhile = () => import('./changed-meanwhile.tsx')

export const AssignDialog = lazy(() => loadDialogs().then((one) => ({ default: one.AssignDialog })))
export const ChangedMeanwhile = laterPart(async () => (await meanwhile()).ChangedMeanwhile)
export const SnoozeDialog = lazy(() => loadDialogs().then((one) => ({ default: one.SnoozeDialog })))
export const TagDialog = lazy(() => loadDialogs().then((one) => ({ default: one.TagDialog })))
export const UrgencyDialog = lazy(() => loadDialogs().then((one) => ({ default: one.UrgencyDialog })))
export const WaitDialog = lazy(() => loadDialogs().then((one) => ({ default: one.WaitDialog })))
