/** The frame on a host page: talks to the loader, keeps its own storage, follows the news. Plain DOM, so that it stays small. */
import { callProcedure } from '../api/call-procedure.ts'
import { newMessageId } from '../api/message-id.ts'
import { openRealtime } from '../api/realtime.ts'
import { sendFile } from '../api/send-file.ts'
import { directionOf } from '../i18n/locale.ts'
import { openChat, type Chat } from './chat.ts'
import { showChat } from './chat-view.ts'
import './frame.css'
import { keepLong, keepShort } from './keep.ts'
import { loadWords } from './words.ts'

const key = new URLSearchParams(location.search).get('key') ?? ''
/** Without a socket the chat still asks this often, in milliseconds, while it is open. */
const ASK_EVERY_MS = 15_000
/** The desk forgets us 10 s after the last beat (desk-D14). */
const BEAT_MS = 4_000
/** "Is writing" ends this long after the last key, in milliseconds. */
const TYPING_LASTS_MS = 5_000

/** Told by the browser: the page that holds this frame. Messages go there and are taken from there only. */
const hostOrigin = location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : null)
type Settings = { bedside?: string; identityToken?: string; language?: string }

void start()

async function start() {
  const settings = await settingsOfHost()
  const { language, say } = await loadWords([...(settings.language ? [settings.language] : []), ...navigator.languages])
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)

  const chat = openChat(
    { call: callProcedure, upload: sendFile, long: keepLong(key), short: keepShort(key), newId: newMessageId },
    { key, language, identityToken: settings.identityToken },
  )
  const attendance = attend(chat)
  showChat(document.body, {
    chat,
    say,
    onSize: (isOpen, width, title) => tellHost({ bedside: 'size', isOpen, width, title }),
    onOpen: async () => {
      attendance.begin()
      if (await chat.open()) await chat.flush()
    },
    onClose: attendance.end,
    onTyping: attendance.typing,
  })
  // From the moment that the chat is open, which may need more than one try, it hears of news.
  chat.subscribe(({ door }) => door && attendance.follow())
  // Who was here before is told of answers also while the chat is closed.
  if (chat.hasVisitor()) await chat.open()
}

/** Resolves with what the host page says, or with nothing after a moment: the chat works without it. */
function settingsOfHost(): Promise<Settings> {
  return new Promise((resolve) => {
    addEventListener('message', (event: MessageEvent<Settings>) => {
      if (event.source === parent && event.origin === hostOrigin && event.data?.bedside === 'settings')
        resolve(event.data)
    })
    tellHost({ bedside: 'ready' })
    setTimeout(() => resolve({}), 1_000)
  })
}

function tellHost(message: object) {
  if (parent !== window && hostOrigin) parent.postMessage(message, hostOrigin)
}

/** Follows the news and says that the visitor is here, reads and writes. */
function attend(chat: Chat) {
  let realtime: ReturnType<typeof openRealtime> | undefined
  let beat: ReturnType<typeof setInterval> | undefined
  let typedAt = 0

  const isHere = () => beat !== undefined && document.visibilityState === 'visible'
  const tell = () => {
    const { conversationId } = chat.state()
    if (!conversationId || !isHere()) return
    realtime?.tellPresence(conversationId, Date.now() - typedAt < TYPING_LASTS_MS ? 'typing' : 'viewing')
  }
  const read = () => {
    if (isHere()) void chat.tellSeen()
  }
  const catchUp = () => void chat.catchUp().then(read)

  const follow = () => {
    if (realtime) return
    const news = openRealtime(`${location.origin.replace(/^http/, 'ws')}/realtime?visitor`, {
      hello: () => {
        const visitor = chat.visitor()
        return visitor ? { type: 'visitor', ...visitor } : null
      },
    })
    realtime = news
    news.onChange(catchUp)
    news.onReload(catchUp)
    news.onPresence((_, { staff }) => chat.setTyping(staff.some(({ doing }) => doing === 'typing')))
    news.onState(() => {
      if (news.state() === 'offline') chat.setConnection('offline')
      if (news.state() === 'online') void chat.flush().then(catchUp)
    })
    setInterval(() => {
      if (chat.state().waiting.length > 0) void chat.flush()
      else if (news.state() !== 'online') catchUp()
    }, ASK_EVERY_MS)
    addEventListener('online', () => void chat.flush())
    document.addEventListener('visibilitychange', () => {
      tell()
      read()
    })
  }

  return {
    follow,
    begin() {
      realtime?.tryNow()
      beat ??= setInterval(tell, BEAT_MS)
      tell()
      read()
    },
    end() {
      clearInterval(beat)
      beat = undefined
      const { conversationId } = chat.state()
      if (conversationId) realtime?.tellPresence(conversationId, 'away')
    },
    typing(isTyping: boolean) {
      const wasTyping = Date.now() - typedAt < TYPING_LASTS_MS
      typedAt = isTyping ? Date.now() : 0
      if (wasTyping !== isTyping) tell()
    },
  }
}
