/** The chat on the screen. The help in an emergency and the way to a person stand always in sight. */
import { callLink } from '../features/emergency/emergency-numbers.ts'
import { FILE_TYPES } from '../api/send-file.ts'
import type { Chat, ChatState } from './chat.ts'
import { choiceButtons } from './choice-buttons.ts'
import { element, icon } from './element.ts'
import { fileLines } from './file-lines.ts'
import { identityForm } from './identity-form.ts'
import { messageLines } from './message-lines.ts'
import type { Say } from './words.ts'

/** Characters of one message (contract: MESSAGE_MAX), and from where on the rest is counted down. */
const TEXT_MAX = 10_000
const COUNT_FROM = 9_000
/** How near to the end a reader stands who wants to follow what comes, in pixels. */
const NEAR_END_PX = 120

type View = {
  chat: Chat
  say: Say
  onSize: (isOpen: boolean, width: number, title: string) => void
  onOpen: () => Promise<void>
  onClose: () => void
  onTyping: (isTyping: boolean) => void
}

export function showChat(root: HTMLElement, { chat, say, onSize, onOpen, onClose, onTyping }: View) {
  const launchWords = element('span', {}, say('widget.launch'))
  const badge = element('span', { class: 'badge', hidden: '' })
  const launch = element(
    'button',
    { type: 'button', class: 'launch', 'aria-expanded': 'false' },
    icon('chat'),
    launchWords,
    badge,
  )
  const title = element('h1', {}, say('widget.title-plain'))
  const presence = element('p', { class: 'presence' })
  const close = element('button', { type: 'button', class: 'close', 'aria-label': say('widget.close') }, icon('close'))
  const emergencyLine = element('p', { class: 'emergency-line' })
  const list = element('ol', { class: 'messages' })
  const log = element('div', { class: 'log', role: 'log', 'aria-label': say('widget.log'), tabindex: '0' }, list)
  const alarm = element('div', { class: 'alarm', role: 'alert', hidden: '' })
  const status = element('p', { class: 'status', role: 'status' })
  const person = element('button', { type: 'button', class: 'way' }, icon('person'), say('widget.person'))
  const identify = element('button', { type: 'button', class: 'way' }, icon('shield'), say('widget.identify'))
  const label = element('label', { for: 'text' }, say('widget.message'))
  const text = element('textarea', { id: 'text', rows: '2', maxlength: String(TEXT_MAX), dir: 'auto' })
  const chooser = element('input', { type: 'file', id: 'files', multiple: '', accept: FILE_TYPES })
  const attach = element(
    'label',
    { class: 'attach', title: say('widget.attach') },
    chooser,
    icon('clip'),
    element('span', { class: 'unseen' }, say('widget.attach')),
  )
  const chosen = element('ul', { class: 'chosen', 'aria-label': say('widget.files') })
  const send = element('button', { type: 'submit', class: 'send' }, icon('send'), say('widget.send'))
  const left = element('p', { class: 'left', role: 'status' })
  const form = element('form', { class: 'composer' }, label, attach, chosen, text, send, left)
  const choices = element('div', { class: 'choices', role: 'group', 'aria-label': say('widget.choices'), hidden: '' })
  const identity = identityForm({ chat, say, onBack: () => showIdentity(false) })
  const panel = element(
    'main',
    { class: 'panel', hidden: '' },
    element('header', {}, element('div', { class: 'names' }, title, presence), close),
    emergencyLine,
    alarm,
    log,
    choices,
    identity,
    status,
    element('div', { class: 'ways' }, person, identify),
    form,
  )
  root.append(launch, panel)

  let notice = ''
  let isOpen = false
  const tellSize = () => onSize(isOpen, Math.ceil(launch.scrollWidth), isOpen ? title.textContent : launch.textContent)
  const setOpen = (next: boolean) => {
    isOpen = next
    panel.hidden = !isOpen
    launch.hidden = isOpen
    launch.setAttribute('aria-expanded', String(isOpen))
    tellSize()
    if (isOpen) {
      void onOpen().then(render)
      log.scrollTop = log.scrollHeight
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
    render()
    if (isShown) identity.querySelector('input')?.focus()
    else text.focus()
  }

  const write = (words: string) => {
    text.value = words
    chat.draft.write(words)
    left.textContent = words.length < COUNT_FROM ? '' : say('widget.left', { count: String(TEXT_MAX - words.length) })
  }
  const submit = async (words: string, wantsPerson: boolean) => {
    notice = ''
    const refused = await chat.send(words, wantsPerson)
    if (refused) {
      notice = say(refused === 'SLOW_DOWN' ? 'widget.slow' : 'widget.failed')
      if (!wantsPerson) write(text.value ? `${words}\n${text.value}` : words)
    }
    render()
  }
  const submitText = () => {
    const words = text.value.trim()
    const { files } = chat
    const problem = files.isUploading()
      ? 'widget.file.wait'
      : !words && files.list().length > 0
        ? 'widget.file.words'
        : null
    notice = problem ? say(problem) : ''
    if (problem) render()
    if (problem || !words) return text.focus()
    write('')
    onTyping(false)
    text.focus()
    log.scrollTop = log.scrollHeight
    void submit(words, false)
  }

  launch.addEventListener('click', () => setOpen(true))
  close.addEventListener('click', () => setOpen(false))
  person.addEventListener('click', () => {
    // Pressed again before anybody has answered, it says what happens and sends nothing.
    if (hasAskedForPerson(chat.state(), say)) notice = say('widget.person.asked')
    else void submit(say('widget.person.message'), true)
    render()
  })
  identify.addEventListener('click', () => showIdentity(true))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submitText()
  })
  chooser.addEventListener('change', () => {
    chat.files.add(chooser.files ?? [])
    chooser.value = ''
    text.focus()
  })
  text.addEventListener('input', () => {
    write(text.value)
    onTyping(text.value !== '')
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submitText()
  })
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setOpen(false)
  })

  const renderMessages = messageLines(list, chat, say)
  const begin = (words: string) => {
    text.focus()
    void submit(words, false)
  }
  const beginnings = (['book', 'refill', 'bill', 'hours'] as const).map((one) => say(`widget.begin.${one}`))
  const renderChoices = choiceButtons(choices, chat, begin, beginnings)
  const renderFiles = fileLines(chosen, chat, say, () => text.focus())
  const render = () => {
    const state = chat.state()
    const { door, unread } = state
    title.textContent = door ? say('widget.title', { name: door.organizationName }) : say('widget.title-plain')
    presence.textContent = door ? say(door.staffed ? 'widget.staffed' : 'widget.unstaffed') : ''
    renderEmergencyLine(emergencyLine, state, say)
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX
    renderMessages()
    renderChoices(identity.hidden && state.connection !== 'closed')
    renderFiles()
    const isAlarmNew = renderAlarm(alarm, state, say)
    identify.hidden = !identity.hidden || state.identityLevel.startsWith('verified') || state.connection === 'closed'
    form.hidden = !identity.hidden || state.connection === 'closed'
    if (notice === say('widget.file.wait') && !chat.files.isUploading()) notice = ''
    setText(status, notice || statusOf(state, say))
    const isNews = unread > 0 && !isOpen
    badge.hidden = !isNews
    badge.textContent = isNews ? String(unread) : ''
    launchWords.textContent = isNews ? say('widget.launch.unread') : say('widget.launch')
    // What to do in an emergency is read from its beginning.
    if (isAlarmNew) list.querySelector('.emergency')?.scrollIntoView({ block: 'start' })
    else if (isAtEnd) log.scrollTop = log.scrollHeight
    tellSize()
  }
  write(chat.draft.read())
  chat.draft.onPut((words, isRefused) => {
    if (isRefused) notice = say('widget.failed')
    write(words)
  })
  chat.subscribe(render)
  render()
}

function statusOf(state: ChatState, say: Say): string {
  if (state.connection === 'closed') return say('widget.closed')
  if (state.connection === 'offline')
    return state.waiting.length > 0
      ? say('widget.waiting', { count: String(state.waiting.length) })
      : say('widget.offline')
  if (state.hasLostFiles) return say('widget.file.lost')
  if (state.isStaffTyping) return say('widget.typing')
  if (state.wait) {
    const { place, fromMin, toMin } = state.wait
    const values = { place: String(place), from: String(fromMin), to: String(toMin) }
    return say(fromMin === 0 ? 'widget.wait.up-to' : 'widget.wait.range', values)
  }
  if (state.identityLevel.startsWith('verified')) return say('widget.identified')
  return ''
}

/** A person was asked for, and nobody of the team has written since. */
function hasAskedForPerson({ messages, waiting }: ChatState, say: Say): boolean {
  const asked = say('widget.person.message')
  if (waiting.some(({ wantsPerson }) => wantsPerson)) return true
  const lastStaff = messages.findLast(({ author }) => author.kind === 'staff')?.seq ?? 0
  return messages.some(({ seq, author, text }) => seq > lastStaff && author.kind === 'me' && text === asked)
}

function renderEmergencyLine(line: HTMLElement, { door }: ChatState, say: Say) {
  const number = door?.emergencyNumber
  const words = number ? say('widget.emergency', { number }) : say('widget.emergency.unknown')
  if (line.textContent === words) return
  line.replaceChildren(number ? element('a', { href: callLink(number) }, icon('phone'), words) : words)
}

/** Told at once, and only when it changes. @returns whether it did. */
function renderAlarm(alarm: HTMLElement, state: ChatState, say: Say): boolean {
  const { emergency, alert, door, isUnheardEmergency } = state
  const isShown = emergency !== null || alert !== 'none' || isUnheardEmergency
  const numbers = emergency?.numbers ?? (door ? [{ label: '', value: door.emergencyNumber }] : [])
  const text = state.messages.findLast((message) => message.isEmergencyText)?.id
  // What was stored has its text among the messages; until then it stands here.
  const unheard = isUnheardEmergency ? emergency?.text : undefined
  const mark = JSON.stringify([isShown, alert, numbers, text, unheard])
  if (alarm.dataset.mark === mark) return false
  alarm.dataset.mark = mark
  alarm.hidden = !isShown
  alarm.replaceChildren(
    element('h2', {}, icon('alarm'), say('widget.alarm')),
    ...(unheard ? [element('p', { class: 'unheard', dir: 'auto' }, unheard)] : []),
    element('p', { class: 'read' }, alert === 'accepted' ? say('widget.accepted') : say('widget.unread')),
    element(
      'p',
      { class: 'calls' },
      ...numbers.map(({ value }) =>
        element('a', { href: callLink(value) }, icon('phone'), say('widget.call', { number: value })),
      ),
    ),
  )
  return isShown && text !== undefined
}

/** A status that did not change is not announced again. */
function setText(place: HTMLElement, words: string) {
  if (place.textContent !== words) place.textContent = words
}
