/** The frame on a host page: talks to the loader, keeps its own storage, follows the news. Plain DOM, so that it stays small. */
import { callProcedure } from '../api/call-procedure.ts'
import { newMessageId } from '../api/message-id.ts'
import { openRealtime } from '../api/realtime.ts'
import { chooseLocale, directionOf, languageOf } from '../i18n/locale.ts'
import { openChat, type Keep } from './chat.ts'
import { showChat } from './chat-view.ts'
import './frame.css'
import { sayIn, type Catalogue } from './words.ts'

const parameters = new URLSearchParams(location.search)
const key = parameters.get('key') ?? ''
/** Without a socket the chat still asks this often, in milliseconds, while it is open. */
const ASK_EVERY_MS = 15_000

/** Told by the browser: the page that holds this frame. Messages go there and are taken from there only. */
const hostOrigin = location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : null)
type Settings = { bedside?: string; identityToken?: string; language?: string }

void start()

async function start() {
  const settings = await settingsOfHost()
  const locale = chooseLocale(null, [...(settings.language ? [settings.language] : []), ...navigator.languages])
  const catalogue =
    languageOf(locale) === 'es' ? await import('../i18n/es/widget.json') : await import('../i18n/en/widget.json')
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(settings.language ?? locale)

  const chat = openChat(
    { call: callProcedure, long: keepIn(() => localStorage), short: keepIn(() => sessionStorage), newId: newMessageId },
    { key, language: locale.slice(0, 2), identityToken: settings.identityToken },
  )
  let follow: (() => void) | undefined
  showChat(document.body, {
    chat,
    say: sayIn(catalogue.default as unknown as Catalogue),
    onSize: (isOpen, width, title) => tellHost({ bedside: 'size', isOpen, width, title }),
    onOpen: async () => {
      await chat.open()
      follow ??= followNews(chat)
      void chat.flush()
    },
    onClose: () => {
      follow?.()
      follow = undefined
      void chat.leave()
    },
  })
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

function followNews(chat: ReturnType<typeof openChat>): () => void {
  const realtime = openRealtime(`${location.origin.replace(/^http/, 'ws')}/realtime?visitor`, () => {
    const visitor = chat.visitor()
    return visitor ? { type: 'visitor', ...visitor } : null
  })
  const off = [
    realtime.onChange(() => void chat.catchUp()),
    realtime.onReload(() => void chat.catchUp()),
    realtime.onPresence((_, staff) => chat.setTyping(staff.some(({ doing }) => doing === 'typing'))),
    realtime.onState(() => {
      if (realtime.state() !== 'online') return
      void chat.catchUp().then(() => chat.flush())
    }),
  ]
  const timer = setInterval(() => {
    if (chat.state().waiting.length > 0) void chat.flush()
    else if (realtime.state() !== 'online') void chat.catchUp()
  }, ASK_EVERY_MS)
  const online = () => void chat.flush()
  addEventListener('online', online)
  return () => {
    for (const stop of off) stop()
    clearInterval(timer)
    removeEventListener('online', online)
    realtime.close()
  }
}

/** The frame's own storage, apart for each key; in a browser that refuses it, the page's memory. */
function keepIn(storage: () => Storage): Keep {
  const memory = new Map<string, string>()
  const named = (name: string) => `bedside.widget.${key}.${name}`
  return {
    read(name) {
      try {
        return storage().getItem(named(name))
      } catch {
        return memory.get(name) ?? null
      }
    },
    write(name, value) {
      if (value === null) memory.delete(name)
      else memory.set(name, value)
      try {
        if (value === null) storage().removeItem(named(name))
        else storage().setItem(named(name), value)
      } catch {
        // Kept in memory above.
      }
    },
  }
}
