/** Which rows of the list are chosen. Pure. */

/** `last`: the row that was chosen or given up last, where a range begins. */
export type Selection = { ids: ReadonlySet<string>; last: string | null }

export const NOTHING: Selection = { ids: new Set(), last: null }

/** Conversations of one bulk change (contract: bulkChange). */
export const SELECTED_MAX = 500

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id) && next.size < SELECTED_MAX) next.add(id)
  return { ids: next, last: id }
}

/** Everything from the row before to this one, as this one becomes; without a row before, this one alone. */
export function toggledTo(selection: Selection, id: string, rowIds: readonly string[]): Selection {
  const from = selection.last === null ? -1 : rowIds.indexOf(selection.last)
  const to = rowIds.indexOf(id)
  if (from < 0 || to < 0) return toggled(selection, id)
  const range = rowIds.slice(Math.min(from, to), Math.max(from, to) + 1)
  const next = new Set(selection.ids)
  const isGivingUp = next.has(id)
  for (const one of range) {
    if (isGivingUp) next.delete(one)
    else if (next.size < SELECTED_MAX) next.add(one)
  }
  return { ids: next, last: id }
}

export const allOf = (rowIds: readonly string[]): Selection => ({
  ids: new Set(rowIds.slice(0, SELECTED_MAX)),
  last: null,
})
