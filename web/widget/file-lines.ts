/** The chosen files above the composer. A line stays the same element while its file is on its way, so that the focus stays too. */
import type { Chat } from './chat.ts'
import type { ChosenFile } from './chosen-files.ts'
import { element, icon } from './element.ts'
import type { Say } from './words.ts'

export function fileLines(list: HTMLElement, chat: Chat, say: Say, onRemoved: () => void): () => void {
  const shown = new Map<string, { line: HTMLElement; state: HTMLElement; step: string }>()

  const make = ({ key, name }: ChosenFile) => {
    const state = element('span', { class: 'fact' })
    const remove = element(
      'button',
      { type: 'button', class: 'drop', 'aria-label': say('widget.file.remove', { name }) },
      icon('close'),
    )
    remove.addEventListener('click', () => {
      chat.files.remove(key)
      onRemoved()
    })
    const line = element('li', {}, element('span', { class: 'names' }, element('bdi', {}, name), state), remove)
    list.append(line)
    return { line, state, step: '' }
  }
  const fill = (state: HTMLElement, file: ChosenFile) => {
    if (file.step === 'uploading')
      return state.replaceChildren(element('progress', { max: '1', 'aria-label': say('widget.file.sending') }))
    if (file.step === 'refused') state.setAttribute('role', 'alert')
    state.replaceChildren(file.step === 'refused' ? say(whyNot(file.code)) : noteOf(file.reason, say))
  }

  return () => {
    const files = chat.files.list()
    list.hidden = files.length === 0
    for (const [key, { line }] of shown)
      if (!files.some((file) => file.key === key)) {
        line.remove()
        shown.delete(key)
      }
    for (const file of files) {
      const its = shown.get(file.key) ?? make(file)
      shown.set(file.key, its)
      if (its.step !== file.step) fill(its.state, file)
      its.step = file.step
      const bar = its.state.querySelector('progress')
      if (bar && file.step === 'uploading') bar.value = file.share
    }
  }
}

function whyNot(code: string) {
  if (code === 'TOO_LARGE') return 'widget.file.too-large' as const
  if (code === 'FILE_REFUSED') return 'widget.file.refused' as const
  if (code === 'SLOW_DOWN') return 'widget.slow' as const
  return 'widget.file.failed' as const
}

/** The one reason for which a file is looked at again (contract: NOT_SCANNED). */
export const NOT_SCANNED = 'scanner_unreachable'

/** What is said beside a file that came in: nothing, that it is looked at, or that nobody here can open it. */
export function noteOf(reason: string | null, say: Say): string {
  if (reason === null) return ''
  if (reason === 'image_not_readable_here') return say('widget.file.heic')
  return say(reason === NOT_SCANNED ? 'widget.file.checking' : 'widget.file.held')
}
