/** The public display: numbers and rooms, never a name. It looks again every two seconds, and says when it cannot (desk-D64). */
import { callDevice, useLink } from '../kiosk/device.ts'
import { loadLanguages, type Spoken } from '../kiosk/words.ts'
import { element } from '../widget/element.ts'
import './display.css'
import { newCalls, type Called } from './new-calls.ts'

const LOOK_EVERY_MS = 2_000
/** Numbers older than this may be wrong, and the display says so, in milliseconds. */
const STALE_MS = 10_000

type Board = {
  siteName: string
  language: string
  timeZone: string
  called: Called[]
  serving: { number: string; room: string }[]
  waiting: number
}

const title = element('h1', {})
const clock = element('p', { class: 'clock' })
const stale = element('p', { class: 'stale', role: 'status' })
const called = element('ul', { class: 'numbers called' })
const serving = element('ul', { class: 'numbers serving' })
const calledTitle = element('h2', {})
const servingTitle = element('h2', {})
const waiting = element('p', { class: 'waiting' })
const spoken = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
const main = element(
  'main',
  {},
  element('header', {}, title, clock),
  stale,
  element('section', {}, calledTitle, called),
  element('section', {}, servingTitle, serving),
  waiting,
  spoken,
)
document.body.append(main)

let words: Spoken | undefined
let before: Called[] = []
let lookedAt = 0
let timeZone: string | undefined

void useLink().then(keepLooking)

/** One look after the other: a slow answer never overtakes a newer one. */
async function keepLooking(): Promise<void> {
  await look()
  setTimeout(() => void keepLooking(), LOOK_EVERY_MS)
}

async function look(): Promise<void> {
  const answer = await callDevice('board')
  if (answer?.ok) return draw(answer.output as Board)
  if (answer?.refusal.code === 'NOT_SIGNED_IN') return closed()
  if (lookedAt > 0 && Date.now() - lookedAt < STALE_MS) return
  const { say, language } = (words ??= (await loadLanguages(['en']))[0]!)
  stale.textContent =
    lookedAt === 0 ? say('kiosk.display.offline') : say('kiosk.display.stale', { time: timeOf(lookedAt, language) })
}

async function draw(board: Board): Promise<void> {
  lookedAt = Date.now()
  const { say, language } = (words = (await loadLanguages([board.language]))[0]!)
  document.documentElement.lang = language
  document.title = say('kiosk.display.title')
  main.classList.remove('closed')
  stale.textContent = ''
  title.textContent = board.siteName
  timeZone = board.timeZone
  clock.textContent = timeOf(lookedAt, language)
  calledTitle.textContent = say('kiosk.display.called')
  servingTitle.textContent = board.serving.length > 0 ? say('kiosk.display.serving') : ''
  waiting.textContent = say('kiosk.display.waiting', { count: String(board.waiting) })
  const fresh = newCalls(before, board.called)
  before = board.called
  called.replaceChildren(
    ...(board.called.length > 0
      ? board.called.map((one) => lineOf(one, fresh.includes(one)))
      : [element('li', { class: 'none' }, say('kiosk.display.none'))]),
  )
  serving.replaceChildren(...board.serving.map((one) => lineOf(one, false)))
  if (fresh.length > 0)
    spoken.textContent = fresh.map(({ number, room }) => say('kiosk.display.spoken', { number, room })).join(' ')
}

/** On the clock of the site, whatever that of the screen is. */
const timeOf = (at: number, language: string): string =>
  new Date(at).toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit', timeZone })

const lineOf = ({ number, room }: { number: string; room: string }, isFresh: boolean): HTMLLIElement =>
  element(
    'li',
    isFresh ? { class: 'fresh' } : {},
    element('span', { class: 'number', dir: 'ltr' }, number),
    element('span', { class: 'room' }, room),
  )

/** The browser is no display, or is one no more. */
async function closed(): Promise<void> {
  const [{ say } = { say: undefined }] = await loadLanguages(['en'])
  lookedAt = 0
  before = []
  main.classList.add('closed')
  stale.textContent = say?.('kiosk.display.closed') ?? ''
}
