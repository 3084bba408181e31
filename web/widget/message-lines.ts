/** The messages of the chat, one line each. What is new is added and what is gone taken away, so that a screen reader is told the new only. */
import type { Attachment, MyMessage } from '../api/types.ts'
import { linkedWords } from '../ui/linked-words.ts'
import type { Chat, Waiting } from './chat.ts'
import { element, icon } from './element.ts'
import { NOT_SCANNED, noteOf } from './file-lines.ts'
import { thumbButtons } from './thumb-buttons.ts'
import type { Say } from './words.ts'

export function messageLines(list: HTMLElement, chat: Chat, say: Say): () => void {
  const shown = new Map<string, HTMLElement>()
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' })

  return () => {
    const { door, messages, waiting } = chat.state()
    const sent = new Set(messages.map(({ id }) => id))
    const wanted = new Map<string, () => HTMLElement>([
      [`hello-${door?.staffed ?? 'not-yet'}`, () => helloLine(door, say)],
      ...messages.map((message): [string, () => HTMLElement] => [
        message.id,
        () => messageLine(message, chat, clock, say),
      ]),
      ...waiting
        .filter(({ messageId }) => !sent.has(messageId))
        .map((message): [string, () => HTMLElement] => [
          `waiting-${message.messageId}`,
          () => waitingLine(message, say),
        ]),
    ])
    for (const [id, line] of shown)
      if (!wanted.has(id)) {
        line.remove()
        shown.delete(id)
      }
    let before: Element | null = null
    for (const [id, make] of wanted) {
      const line: HTMLElement = shown.get(id) ?? make()
      if (!shown.has(id)) {
        if (before) before.after(line)
        else list.prepend(line)
        shown.set(id, line)
      }
      before = line
    }
  }
}

const helloLine = (door: { staffed: boolean } | null, say: Say) =>
  element(
    'li',
    { class: 'theirs' },
    element('span', { class: 'words' }, say(door && !door.staffed ? 'widget.away' : 'widget.hello')),
  )

const waitingLine = ({ text, files = [] }: Waiting, say: Say) =>
  element(
    'li',
    { class: 'mine waiting' },
    element('span', { class: 'words', dir: 'auto' }, text),
    ...files.map(({ name }) => element('span', { class: 'file' }, icon('file'), element('bdi', {}, name))),
    element('span', { class: 'fact' }, say('widget.not-sent')),
  )

function messageLine(message: MyMessage, chat: Chat, clock: Intl.DateTimeFormat, say: Say): HTMLElement {
  const { kind, name } = message.author
  const who =
    kind === 'staff' ? (name ?? say('widget.team')) : kind === 'automatic' ? say('widget.automatic') : say('widget.me')
  const side = message.direction === 'in' ? 'mine' : 'theirs'
  const line = element(
    'li',
    { class: message.isEmergencyText ? `${side} emergency` : side },
    element(
      'span',
      { class: 'who' },
      element('bdi', {}, who),
      ' ',
      element('time', { datetime: message.at }, clock.format(new Date(message.at))),
    ),
    element('span', { class: 'words', dir: 'auto' }, ...(side === 'mine' ? [message.text] : ourText(message.text))),
  )
  if (message.language !== 'und') line.lang = message.language
  for (const file of message.attachments)
    line.append(file.verdict === 'clean' ? fileButton(file, chat) : fileNote(file, say))
  if (message.isUnderReview) line.append(element('span', { class: 'fact' }, say('widget.under-review')))
  if (message.thumb) line.append(thumbButtons(message, chat, say))
  if (message.filesMissing) line.append(element('span', { class: 'fact' }, say('widget.file.missing')))
  return line
}

/** A text of the care team, in which web addresses can be opened. */
const ourText = (text: string): (Node | string)[] =>
  linkedWords(text).map(({ words, href }) =>
    href ? element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, words) : words,
  )

/** A file that nobody can open yet, or ever. */
const fileNote = ({ name, verdict, reason }: Attachment, say: Say): HTMLElement =>
  element(
    'span',
    { class: 'fact' },
    element('bdi', {}, name),
    ' ',
    verdict === 'waiting' ? noteOf(reason ?? NOT_SCANNED, say) : say('widget.file.refused'),
  )

/** A file is fetched with the visitor's own secret, so a plain link to it would open nothing. */
function fileButton({ id, name }: Attachment, chat: Chat): HTMLElement {
  const button = element('button', { type: 'button', class: 'file' }, icon('file'), element('bdi', {}, name))
  button.addEventListener('click', () => void chat.file(id).then((bytes) => bytes && save(bytes, name)))
  return button
}

function save(bytes: Blob, name: string) {
  const address = URL.createObjectURL(bytes)
  element('a', { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
