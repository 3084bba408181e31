/** A text cut into the parts that raised a flag and the parts between. Pure. */
export type TextPart = { text: string; isMarked: boolean; from: number }

/** Spans outside the text, empty or overlapping ones do no harm. */
export function markedParts(text: string, spans: readonly (readonly [number, number])[]): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false, from: at })
    parts.push({ text: text.slice(from, to), isMarked: true, from })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false, from: at })
  return parts
}
