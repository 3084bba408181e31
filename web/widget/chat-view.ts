/** The chat on the screen. The help in an emergency and the way to a person stand always in sight. */
import { callLink } from '../features/emergency/emergency-numbers.ts'
import type { MyMessage } from '../api/types.ts'
import type { Chat, ChatState } from './chat.ts'
import { identityForm } from './identity-form.ts'
import { element } from './element.ts'
import type { Say } from './words.ts'

/** Characters of one message (contract: MESSAGE_MAX). */
const TEXT_MAX = 10_000

type View = {
  chat: Chat
  say: Say
  onSize: (isOpen: boolean, width: number, title: string) => void
  onOpen: () => Promise<void>
  onClose: () => void
}

export function showChat(root: HTMLElement, { chat, say, onSize, onOpen, onClose }: View) {
  const launch = element('button', { type: 'button', class: 'launch', 'aria-expanded': 'false' }, say('widget.launch'))
  const title = element('h1', {}, say('widget.title-plain'))
  const close = element('button', { type: 'button', class: 'close', 'aria-label': say('widget.close') }, '×')
  const emergencyLine = element('p', { class: 'emergency-line' })
  const list = element('ol', { class: 'messages' })
  const log = element('div', { class: 'log', role: 'log', 'aria-label': say('widget.log'), tabindex: '0' }, list)
  const alarm = element('div', { class: 'alarm', role: 'alert', hidden: '' })
  const status = element('p', { class: 'status', role: 'status' })
  const person = element('button', { type: 'button', class: 'quiet' }, say('widget.person'))
  const identify = element('button', { type: 'button', class: 'quiet' }, say('widget.identify'))
  const label = element('label', { for: 'text' }, say('widget.message'))
  const text = element('textarea', { id: 'text', rows: '2', maxlength: String(TEXT_MAX), dir: 'auto' })
  const send = element('button', { type: 'submit', class: 'send' }, say('widget.send'))
  const form = element('form', { class: 'composer' }, label, text, send)
  const identity = identityForm({ chat, say, onBack: () => showIdentity(false) })
  const panel = element(
    'main',
    { class: 'panel', hidden: '' },
    element('header', {}, title, close),
    emergencyLine,
    log,
    alarm,
    status,
    element('div', { class: 'ways' }, person, identify),
    form,
    identity,
  )
  root.append(launch, panel)

  let notice = ''
  const setOpen = (isOpen: boolean) => {
    panel.hidden = !isOpen
    launch.hidden = isOpen
    launch.setAttribute('aria-expanded', String(isOpen))
    onSize(isOpen, Math.ceil(launch.scrollWidth), title.textContent)
    if (isOpen) {
      void onOpen().then(render)
      text.focus()
    } else {
      onClose()
      launch.focus()
    }
  }
  const showIdentity = (isShown: boolean) => {
    identity.hidden = !isShown
    form.hidden = isShown
    log.hidden = isShown
    if (isShown) identity.querySelector('input')?.focus()
    else text.focus()
  }

  const submit = async (words: string, wantsPerson: boolean) => {
    notice = ''
    const refused = await chat.send(words, wantsPerson)
    if (refused) {
      notice = say(refused === 'SLOW_DOWN' ? 'widget.slow' : 'widget.failed')
      if (!wantsPerson) text.value = text.value ? `${words}\n${text.value}` : words
    }
    render()
  }
  const submitText = () => {
    const words = text.value.trim()
    text.value = ''
    text.focus()
    if (words) void submit(words, false)
  }

  launch.addEventListener('click', () => setOpen(true))
  close.addEventListener('click', () => setOpen(false))
  person.addEventListener('click', () => void submit(say('widget.person.message'), true))
  identify.addEventListener('click', () => showIdentity(true))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submitText()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submitText()
  })
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setOpen(false)
  })

  const shown = new Map<string, HTMLElement>()
  const render = () => {
    const state = chat.state()
    const { door } = state
    title.textContent = door ? say('widget.title', { name: door.organizationName }) : say('widget.title-plain')
    renderEmergencyLine(emergencyLine, state, say)
    renderMessages(list, shown, state, say)
    renderAlarm(alarm, state, say)
    identify.hidden = state.identityLevel.startsWith('verified')
    status.textContent = notice || statusOf(state, say)
    log.scrollTop = log.scrollHeight
  }
  chat.subscribe(render)
  render()
  onSize(false, Math.ceil(launch.scrollWidth), launch.textContent)
}

function statusOf(state: ChatState, say: Say): string {
  if (state.waiting.length > 0 && state.connection === 'offline')
    return say('widget.waiting', { count: String(state.waiting.length) })
  if (state.connection === 'offline') return say('widget.offline')
  if (state.isStaffTyping) return say('widget.typing')
  if (state.identityLevel.startsWith('verified')) return say('widget.identified')
  return ''
}

function renderEmergencyLine(line: HTMLElement, { door }: ChatState, say: Say) {
  const number = door?.emergencyNumber
  const words = number ? say('widget.emergency', { number }) : say('widget.emergency.unknown')
  if (line.textContent === words) return
  line.replaceChildren(number ? element('a', { href: callLink(number) }, words) : words)
}

/** Adds what is new and takes away what is gone, so that a screen reader is told the new only. */
function renderMessages(list: HTMLElement, shown: Map<string, HTMLElement>, state: ChatState, say: Say) {
  const hello = element(
    'li',
    { class: 'theirs' },
    say(state.door && !state.door.staffed ? 'widget.away' : 'widget.hello'),
  )
  const wanted = new Map<string, () => HTMLElement>([
    [`hello-${state.door?.staffed ?? 'not-yet'}`, () => hello],
    ...state.messages.map((message): [string, () => HTMLElement] => [message.id, () => messageLine(message, say)]),
    ...state.waiting.map(({ messageId, text }): [string, () => HTMLElement] => [
      `waiting-${messageId}`,
      () => element('li', { class: 'mine waiting', dir: 'auto' }, text),
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

function messageLine(message: MyMessage, say: Say): HTMLElement {
  const { kind, name } = message.author
  const who =
    kind === 'staff' ? (name ?? say('widget.team')) : kind === 'automatic' ? say('widget.automatic') : say('widget.me')
  const side = message.direction === 'in' ? 'mine' : 'theirs'
  return element(
    'li',
    { class: message.isEmergencyText ? `${side} emergency` : side },
    element('span', { class: 'who' }, who),
    element('span', { class: 'words', dir: 'auto' }, message.text),
  )
}

/** Told at once, and only when it changes. */
function renderAlarm(alarm: HTMLElement, state: ChatState, say: Say) {
  const { emergency, alert, door } = state
  const isShown = emergency !== null || alert !== 'none'
  const numbers = emergency?.numbers ?? (door ? [{ label: '', value: door.emergencyNumber }] : [])
  const reviewed = emergency?.text ?? state.messages.findLast((message) => message.isEmergencyText)?.text ?? ''
  const mark = JSON.stringify([isShown, alert, numbers, reviewed])
  if (alarm.dataset.mark === mark) return
  alarm.dataset.mark = mark
  alarm.hidden = !isShown
  alarm.replaceChildren(
    element('h2', {}, say('widget.alarm')),
    element('p', { class: 'read' }, alert === 'accepted' ? say('widget.accepted') : say('widget.unread')),
    element('p', { class: 'words', dir: 'auto' }, reviewed),
    element(
      'p',
      { class: 'calls' },
      ...numbers.map(({ value }) => element('a', { href: callLink(value) }, say('widget.call', { number: value }))),
    ),
  )
}
