// @ts-check
// Keeps the codes of this moment and the outbox up to date. Without it the page still works; reload it then.

const EVERY_MS = 2_000
const list = /** @type {HTMLElement} */ (document.querySelector('[data-mails]'))

/** @param {string} selector @param {string} text */
const say = (selector, text) => {
  const place = document.querySelector(selector)
  if (place && place.textContent !== text) place.textContent = text
}

/** @param {string} tag @param {string} text @param {string} [className] */
const element = (tag, text, className) => {
  const made = document.createElement(tag)
  made.textContent = text
  if (className) made.className = className
  return made
}

/** @param {{to: string, subject: string, text: string, at: string}} mail */
const mailOf = ({ to, subject, text, at }) => {
  const details = document.createElement('details')
  details.className = 'mail'
  const summary = document.createElement('summary')
  summary.append(
    element('strong', subject),
    element('span', `To ${to}, ${at.slice(0, 16).replace('T', ' ')} UTC`, 'muted'),
  )
  details.append(summary, element('pre', text))
  return details
}

const refresh = async () => {
  if (document.hidden) return
  const answer = await fetch('/demo/live')
  if (!answer.ok) return
  const { codes, secondsLeft, mails } = await answer.json()
  for (const [email, code] of Object.entries(codes)) say(`[data-code="${CSS.escape(email)}"]`, code)
  say('[data-seconds]', `${secondsLeft} seconds left for the ones shown`)

  const [newest] = mails
  const key = newest ? `${newest.at} ${newest.to} ${newest.subject}` : ''
  if (!newest || key === list.dataset.newest) return
  list.dataset.newest = key
  list.replaceChildren(...mails.map(mailOf))
  const first = list.firstElementChild
  if (first instanceof HTMLDetailsElement) first.open = true
  document.querySelector('[data-empty]')?.setAttribute('hidden', '')
  say('[data-news]', `New: ${newest.subject}, to ${newest.to}`)
}

/** A kiosk and a display are known by a link that is good once: it is asked for when it is wanted. @param {string} door */
const openDevice = async (door) => {
  const answer = await fetch(door, { method: 'POST' })
  if (!answer.ok) return
  const { link } = await answer.json()
  if (!window.open(link, '_blank')) location.assign(link)
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (!button) return
  if (button.dataset.open) void openDevice(button.dataset.open).catch(() => undefined)
  const code = document.querySelector(`[data-code="${CSS.escape(button.dataset.copyCode ?? '')}"]`)
  const text = button.dataset.copy ?? code?.textContent
  if (!text) return
  navigator.clipboard.writeText(text).then(
    () => {
      button.textContent = 'Copied'
      setTimeout(() => (button.textContent = 'Copy'), 1_500)
    },
    () => (button.textContent = 'Not copied'),
  )
})

setInterval(() => void refresh().catch(() => undefined), EVERY_MS)
void refresh().catch(() => undefined)
