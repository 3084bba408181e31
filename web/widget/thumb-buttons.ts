/** Whether an answer from an article helped: one press, and one press takes it back. */
import type { MyMessage } from '../api/types.ts'
import type { Chat } from './chat.ts'
import { element, icon } from './element.ts'
import type { Say } from './words.ts'

export function thumbButtons({ id, thumb }: MyMessage, chat: Chat, say: Say): HTMLElement {
  let said = thumb === 'none' ? null : thumb
  const status = element('span', { role: 'status' })
  const undo = element('button', { type: 'button', hidden: '' }, say('widget.thumbs.undo'))
  const buttons = (['up', 'down'] as const).map((one) => {
    const name = say(`widget.thumbs.${one}`)
    const button = element('button', { type: 'button', class: 'thumb', 'aria-label': name, title: name }, icon(one))
    button.addEventListener('click', () => void rate(said === one ? null : one))
    return { one, button }
  })
  const show = () => buttons.forEach(({ one, button }) => button.setAttribute('aria-pressed', String(said === one)))
  const rate = async (next: 'up' | 'down' | null) => {
    const before = said
    said = next
    show()
    status.textContent = ''
    const isSaved = await chat.rate(id, next)
    if (!isSaved) said = before
    // A button that goes would take the focus with it.
    if (undo === document.activeElement) buttons[0]?.button.focus()
    undo.hidden = !isSaved || next === null
    status.textContent = say(
      isSaved ? (next === null ? 'widget.thumbs.undone' : 'widget.thumbs.thanks') : 'widget.thumbs.not-saved',
    )
    show()
  }
  undo.addEventListener('click', () => void rate(null))
  show()
  const label = say('widget.thumbs.label')
  const all = buttons.map(({ button }) => button)
  return element('span', { class: 'thumbs', role: 'group', 'aria-label': label }, label, ...all, status, undo)
}
