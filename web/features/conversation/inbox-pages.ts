/**
 * How a list that someone is looking at takes in news without moving under the pointer (desk-D12). Pure.
 *
 * Rows on the screen are brought up to date where they stand. New ones are counted, and shown when asked for.
 */
import type { ConversationRow } from '../../api/types.ts'

export type ListPage = { items: ConversationRow[]; next: string | null; feed: string; isSimilar?: boolean }

export type News = {
  pages: ListPage[]
  /** In the view now, not yet on the screen. */
  newIds: string[]
  /** On the screen, no longer in the view. */
  leftIds: string[]
}

/** `head` is the first page as it is now; `changed` are the ids the server told about. */
export function takeInNews(pages: readonly ListPage[], head: ListPage, changed: readonly string[]): News {
  const fresh = new Map(head.items.map((row) => [row.id, row]))
  const ids = pages.flatMap((page) => page.items.map((row) => row.id))
  const shown = new Set(ids)
  // Only where the head is the whole view can an absent row be said to have left it; else one that changed, and stood before its end.
  const headIsAll = head.next === null
  const inHead = ids.slice(0, ids.findLastIndex((id) => fresh.has(id)) + 1)
  return {
    pages: pages.map((page) => ({ ...page, items: page.items.map((row) => fresh.get(row.id) ?? row) })),
    newIds: head.items.filter((row) => !shown.has(row.id)).map((row) => row.id),
    leftIds: headIsAll
      ? ids.filter((id) => !fresh.has(id))
      : inHead.filter((id) => !fresh.has(id) && changed.includes(id)),
  }
}

/** Where the mark goes from `current` by `step`; the first row when nothing is marked. */
export function neighbourOf(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current)
  if (at === -1) return step === 1 ? ids[0] : ids.at(-1)
  return ids[Math.max(0, Math.min(ids.length - 1, at + step))]
}
