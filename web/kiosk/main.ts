/** A kiosk: opened by its link, it offers itself to one person after the other and empties itself when nobody is there. */
import { element } from '../widget/element.ts'
import { callDevice, useLink } from './device.ts'
import { idleAfter } from './idle.ts'
import './kiosk.css'
import { showKiosk, type Offer } from './kiosk.ts'
import { loadLanguages, type Spoken } from './words.ts'

/** Without the server the kiosk tries again this often, in milliseconds. */
const RETRY_MS = 5_000

const root = element('main', {})
const warning = element('dialog', { class: 'warning', 'aria-labelledby': 'still-there' })
document.body.append(root, warning)
let kiosk: ReturnType<typeof showKiosk> | undefined
let touchedAt = Date.now()

await useLink()
void open()
setInterval(watchIdle, 1_000)
for (const touch of ['pointerdown', 'keydown'] as const) addEventListener(touch, () => (touchedAt = Date.now()), true)
// The page may be kept and shown again by "back": it is emptied before.
addEventListener('pagehide', () => kiosk?.begin())

async function open(): Promise<void> {
  const answer = await callDevice('kiosk')
  if (answer?.ok) {
    const offer = answer.output as Offer & { languages: string[] }
    const languages = await loadLanguages(offer.languages)
    kiosk = showKiosk(root, offer, languages, () => void closed())
    describeWarning(languages)
    return
  }
  if (answer?.refusal.code === 'NOT_SIGNED_IN') return closed()
  await say(({ say }) => say('kiosk.offline'))
  setTimeout(() => void open(), RETRY_MS)
}

/** The browser is no kiosk, or is one no more. */
async function closed(): Promise<void> {
  kiosk = undefined
  await say(({ say }) => say('kiosk.closed'))
}

async function say(text: (spoken: Spoken) => string): Promise<void> {
  const languages = await loadLanguages(['en', 'es'])
  root.replaceChildren(
    element('div', { class: 'above' }, ...languages.map((one) => element('p', { lang: one.language }, text(one)))),
  )
}

let warn: (seconds: number) => void = () => undefined

/** The question stands in the language of whoever is there. */
function describeWarning(languages: readonly Spoken[]): void {
  const title = element('h2', { id: 'still-there' })
  const left = element('p', {})
  const stay = element('button', { type: 'button', class: 'main' })
  stay.addEventListener('click', () => warning.close())
  warning.replaceChildren(title, left, stay)
  warn = (seconds) => {
    const { say } = languages.find(({ language }) => language === document.documentElement.lang) ?? languages[0]!
    title.textContent = say('kiosk.idle')
    left.textContent = say('kiosk.idle.left', { seconds: String(seconds) })
    stay.textContent = say('kiosk.idle.stay')
    if (!warning.open) warning.showModal()
  }
}

function watchIdle(): void {
  if (!kiosk || kiosk.isFresh()) return warning.close()
  const idle = idleAfter((Date.now() - touchedAt) / 1_000)
  if (idle.state === 'warned') return warn(idle.secondsLeft)
  warning.close()
  if (idle.state === 'over') kiosk.begin()
}
