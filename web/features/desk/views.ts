/** The standard views of the inbox, in the order of the rail. */
import type { View } from '../../api/types.ts'
import { actionOf, type ActionId } from '../../actions/actions.ts'

/** The front desk has a page of its own. */
export const VIEWS = [
  'mine',
  'unassigned',
  'red-flags',
  'due-next',
  'waiting',
  'snoozed',
  'mentions',
  'not-sent',
  'set-aside',
  'call-backs',
  'all',
] as const satisfies View[]
export type DeskView = (typeof VIEWS)[number]

/** Where a view is shown: in the inbox, or on a page of its own. */
export const viewLink = (view: DeskView) =>
  (view === 'set-aside' || view === 'call-backs' ? { to: `/${view}` } : { to: '/inbox/$view', params: { view } }) as {
    to: never
    params?: never
  }

export const isView = (text: string | undefined): text is DeskView => VIEWS.includes(text as DeskView)

/** A saved view has an id in place of a name. */
export const isSavedView = (text: string | undefined): boolean => /^[0-9a-f-]{36}$/.test(text ?? '')

export const viewAction = (view: DeskView) => `view-${view}` as const satisfies ActionId

export const viewIcon = (view: DeskView) => actionOf(viewAction(view)).icon

/** Views whose count calls for somebody. */
export const viewTone = (view: DeskView, count: number) =>
  count === 0
    ? 'neutral'
    : view === 'red-flags'
      ? 'emergency'
      : view === 'not-sent' || view === 'set-aside'
        ? 'urgent'
        : 'neutral'
