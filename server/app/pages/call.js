// @ts-check
// Calls the clinic as the telephone: shows what is said, sends keys and typed words, and follows what the desk does with the call.

const LOOK_EVERY_MS = 1_500

const section = /** @type {HTMLElement} */ (document.querySelector('[data-call]'))
const number = section.dataset.call
/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (section.querySelector(`[data-${name}]`))

let isLive = false
let shown = ''
/** @param {{said: {language: string, text: string}[], wants: string} | undefined} call */
const show = (call) => {
  const news = section.dataset[call ? call.wants : 'failed'] ?? ''
  // What stands there already is not told again.
  if (part('call-news').textContent !== news) part('call-news').textContent = news
  const isOn = call !== undefined && call.wants !== 'over'
  const isAtDesk = call?.wants === 'rings' || call?.wants === 'talks'
  isLive = isOn
  part('with-menu').hidden = isAtDesk
  part('silence').hidden = isAtDesk
  part('desk-hang-up').hidden = call?.wants !== 'talks'
  part('in-call').hidden = !isOn
  part('start').hidden = isOn
  const heard = JSON.stringify(call?.said ?? [])
  if (!call || heard === shown) return
  shown = heard
  part('said').replaceChildren(
    ...call.said.map(({ language, text }) => {
      const item = document.createElement('li')
      const said = document.createElement('p')
      said.textContent = text
      said.dir = 'auto'
      said.lang = language
      item.append(said)
      return item
    }),
  )
}

/** @param {string} path @param {object} [more] */
const ask = async (path, more = {}) => {
  const answer = await fetch(`/demo/phone/call${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number, ...more }),
  }).catch(() => undefined)
  show(answer?.ok ? await answer.json() : undefined)
}

section.addEventListener('click', (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest('button')
  if (!button) return
  const { start, key, silence, hangUp, deskHangUp } = button.dataset
  if (start !== undefined)
    void ask('').then(() => /** @type {HTMLElement | null} */ (section.querySelector('[data-key]'))?.focus())
  if (key !== undefined) void ask('/answer', { keys: key })
  if (silence !== undefined) void ask('/answer')
  if (deskHangUp !== undefined) void ask('/desk')
  if (hangUp !== undefined) void ask('/hang-up').then(() => part('start').focus())
})

part('speak').addEventListener('submit', (event) => {
  event.preventDefault()
  const form = /** @type {HTMLFormElement} */ (event.target)
  const words = String(new FormData(form).get('words')).trim()
  if (words === '') return
  form.reset()
  void ask('/answer', { words })
})

part('desk').addEventListener('change', async (event) => {
  const box = /** @type {HTMLInputElement} */ (event.target)
  const answer = await fetch('/demo/phone/desk', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isThere: box.checked }),
  }).catch(() => undefined)
  if (!answer?.ok) box.checked = !box.checked
})

setInterval(async () => {
  if (!isLive || document.hidden) return
  const answer = await fetch(`/demo/phone/call?number=${encodeURIComponent(number ?? '')}`).catch(() => undefined)
  if (answer?.status === 200 && isLive) show(await answer.json())
}, LOOK_EVERY_MS)
