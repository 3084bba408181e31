/**
 * Gives the focus back to a field when an answer came, unless the person has gone elsewhere meanwhile: the next key is meant for where
 * they are.
 *
 * @param cameFrom what had the focus when the question left; a button that was pressed may be gone, and the focus with it.
 */
export function giveFocusBack(field: HTMLElement | null, cameFrom: Element | null) {
  const now = document.activeElement
  if (now === cameFrom || (now === document.body && cameFrom !== field)) field?.focus()
}
