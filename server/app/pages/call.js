// @ts-check
// Calls the clinic as the telephone: shows what is said, sends keys and typed words.

const section = /** @type {HTMLElement} */ (document.querySelector('[data-call]'))
const number = section.dataset.call
/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (section.querySelector(`[data-${name}]`))

/** @param {{said: {language: string, text: string}[], wants: string} | undefined} call */
const show = (call) => {
  part('call-news').textContent = call
    ? call.wants === 'over'
      ? (section.dataset.over ?? '')
      : ''
    : (section.dataset.failed ?? '')
  const isOn = call !== undefined && call.wants !== 'over'
  part('in-call').hidden = !isOn
  part('start').hidden = isOn
  if (!call) return
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
  const { start, key, silence, hangUp } = button.dataset
  if (start !== undefined)
    void ask('').then(() => /** @type {HTMLElement | null} */ (section.querySelector('[data-key]'))?.focus())
  if (key !== undefined) void ask('/answer', { keys: key })
  if (silence !== undefined) void ask('/answer')
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
