/** Where a key leads in a row of buttons: arrows to the next or the one before, round the ends; a figure to the one at its place. Pure. */
export type Led = { place: number; isPress: boolean }

/** @param here place of the button that has the focus. @returns null: the key leads nowhere. */
export function placeAfterKey(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { here, count, isRightToLeft }: { here: number; count: number; isRightToLeft: boolean },
): Led | null {
  if (count === 0 || ctrlKey || metaKey || altKey) return null
  if (/^[1-9]$/.test(key)) return Number(key) <= count ? { place: Number(key) - 1, isPress: true } : null
  const [ahead, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === 'ArrowDown' || key === ahead) return { place: (here + 1) % count, isPress: false }
  if (key === 'ArrowUp' || key === back) return { place: (here - 1 + count) % count, isPress: false }
  return null
}
