/**
 * What can be answered with one press under the newest message; the way to a person stands always in the chat. A press sends the words of the
 * button as any message. Arrows go from one to the next; a figure presses the one at its place.
 */
import { placeAfterKey } from '../ui/place-after-key.ts'
import type { Chat } from './chat.ts'
import { element } from './element.ts'

export function choiceButtons(
  group: HTMLElement,
  chat: Chat,
  send: (words: string) => void,
  /** Where nothing was written yet: what most people write about. */
  beginnings: readonly string[],
): (isShown: boolean) => void {
  let shownOf: string | undefined
  group.addEventListener('keydown', (event) => {
    const buttons = [...group.querySelectorAll('button')]
    const here = buttons.findIndex((button) => button === document.activeElement)
    const isRightToLeft = document.documentElement.dir === 'rtl'
    const led = placeAfterKey(event, { here, count: buttons.length, isRightToLeft })
    if (!led) return
    event.preventDefault()
    if (led.isPress) buttons[led.place]?.click()
    else buttons[led.place]?.focus()
  })

  return (isShown) => {
    const { messages, waiting, door } = chat.state()
    const last = messages.at(-1)
    const offered = last ? (last.direction === 'out' ? (last.choices ?? []) : []) : door ? beginnings : []
    const words = isShown && waiting.length === 0 ? offered : []
    const mark = words.length > 0 ? (last?.id ?? 'begin') : undefined
    if (mark === shownOf) return
    shownOf = mark
    group.hidden = words.length === 0
    group.replaceChildren(
      ...words.map((choice) => {
        const button = element('button', { type: 'button', dir: 'auto' }, choice)
        if (last && last.language !== 'und') button.lang = last.language
        button.addEventListener('click', () => send(choice))
        return button
      }),
    )
  }
}
