/** What a person made of a draft, word by word (understanding-D76: the difference is kept). Pure; its time is bounded by `WORDS_MAX`. */
export type TextChange = { is: 'kept' | 'added' | 'removed'; text: string }

/** Words of each side that are compared; what comes after them is told as a whole. */
const WORDS_MAX = 600

export function changesBetween(before: string, after: string): TextChange[] {
  const [a, restA] = piecesOf(before)
  const [b, restB] = piecesOf(after)
  const lengths = commonLengths(a, b)
  const changes: TextChange[] = []
  const add = (is: TextChange['is'], text: string): void => {
    const last = changes.at(-1)
    if (last?.is === is) last.text += text
    else if (text !== '') changes.push({ is, text })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('kept', a[i]!)
      i++
      j++
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) add('removed', a[i++]!)
    else add('added', b[j++]!)
  }
  if (restA === restB) add('kept', restA)
  else {
    add('removed', restA)
    add('added', restB)
  }
  return changes
}

/** Words, each with the space behind it, and the rest. */
function piecesOf(text: string): [string[], string] {
  const pieces = text.match(/\S+\s*|\s+/g) ?? []
  return [pieces.slice(0, WORDS_MAX), pieces.slice(WORDS_MAX).join('')]
}

/** How many words the two have in common from here on, in their order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}
