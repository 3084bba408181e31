/** Made-up languages for visual tests, built from the parsed English messages. */
import type { MessageFormatElement } from 'react-intl'
import type { Locale } from './locale.ts'

/** Kinds of message part, as @formatjs/icu-messageformat-parser numbers them. */
const LITERAL = 0
const SELECT = 5
const PLURAL = 6
const TAG = 8

export function pseudoMessages<Id extends string>(
  messages: Record<Id, MessageFormatElement[]>,
  locale: Locale,
): Record<Id, MessageFormatElement[]> {
  if (locale !== 'en-XA') return messages
  const entries = Object.entries<MessageFormatElement[]>(messages)
  return Object.fromEntries(entries.map(([id, parts]) => [id, parts.map(lengthened)])) as typeof messages
}

function lengthened(part: MessageFormatElement): MessageFormatElement {
  if (part.type === LITERAL) return { ...part, value: lengthen(part.value) }
  if (part.type === TAG) return { ...part, children: part.children.map(lengthened) }
  if (part.type === SELECT || part.type === PLURAL) {
    const options = Object.fromEntries(
      Object.entries(part.options).map(([key, option]) => [key, { ...option, value: option.value.map(lengthened) }]),
    )
    return { ...part, options } as MessageFormatElement
  }
  return part
}

const ACCENTED: Record<string, string> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  A: 'Â',
  E: 'Ê',
  I: 'Î',
  O: 'Ô',
  U: 'Û',
}

/** About 40 % longer, as German is; still readable, so that a tester knows where they are. */
const lengthen = (text: string) => text.replace(/[aeiouAEIOU]/g, (letter) => ACCENTED[letter] ?? letter)
