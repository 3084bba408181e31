// @ts-check
// Writes texts as the telephone, shows what comes back, and sets how the carrier works.

const EVERY_MS = 1_500
const list = /** @type {HTMLElement} */ (document.querySelector('[data-texts]'))
const words = JSON.parse(list.dataset.words ?? '{}')

/** @param {string} text */
const tell = (text) => {
  const news = document.querySelector('[data-news]')
  if (news) news.textContent = text
}

/** @param {string} tag @param {string} text @param {string} [className] */
const element = (tag, text, className) => {
  const made = document.createElement(tag)
  made.textContent = text
  if (className) made.className = className
  return made
}

const bell = /** @type {HTMLElement} */ (document.querySelector('[data-ring]'))
const ringWords = JSON.parse(bell.dataset.words ?? '{}')

/** The telephone rings, somebody talks on it, or it is asked for a key. @param {{state: string, said: string[], isAsked: boolean}} phone */
const showRing = ({ state, said, isAsked }) => {
  const isNew = bell.hidden && state === 'rings'
  bell.hidden = state === 'quiet'
  const news = bell.querySelector('[data-ring-news]')
  const is = ringWords[isAsked ? 'asks' : state] ?? ''
  if (news && news.textContent !== is) news.textContent = is
  bell.querySelector('[data-ring-keys]')?.toggleAttribute('hidden', !isAsked)
  const words = bell.querySelector('[data-ring-said]')
  if (words && words.childElementCount !== said.length)
    words.replaceChildren(
      ...said.map((text) => {
        const item = document.createElement('li')
        item.append(element('p', text))
        return item
      }),
    )
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (bell.querySelectorAll('[data-does]')))
    button.hidden = (button.dataset.does === 'hang-up') !== (state === 'talks')
  if (isNew) /** @type {HTMLElement | null} */ (bell.querySelector('[data-does="pick-up"]'))?.focus()
}

bell.addEventListener('click', async (event) => {
  const { does = 'key', press } = /** @type {HTMLElement} */ (event.target).dataset
  if (does === 'key' && !press) return
  await post('/demo/phone/ring', { number: bell.dataset.ring, does, key: press }).catch(() => undefined)
  await refresh()
})

let shown = ''
const refresh = async () => {
  if (document.hidden) return
  const answer = await fetch(`/demo/phone/live?number=${encodeURIComponent(list.dataset.texts ?? '')}`)
  if (!answer.ok) return
  const { texts, phone } = await answer.json()
  showRing(phone)
  const key = JSON.stringify(texts)
  if (key === shown) return
  shown = key
  list.replaceChildren(
    ...texts.map((/** @type {{from: string, text: string, pictures: string[], state: string}} */ sent) => {
      const { from, text, pictures, state } = sent
      const item = element('li', '', `text-${from}`)
      const said = element('p', text)
      said.dir = 'auto'
      const shownPictures = pictures.map((picture) => {
        const image = document.createElement('img')
        image.src = picture
        image.alt = words.picture
        return image
      })
      item.append(
        element('strong', words[from]),
        said,
        ...shownPictures,
        element('span', words[state] ?? state, 'muted'),
      )
      return item
    }),
  )
  document.querySelector('[data-empty]')?.toggleAttribute('hidden', texts.length > 0)
}

/** @param {string} path @param {object} body */
const post = (path, body) =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

document.addEventListener('submit', async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  const isWriting = form.hasAttribute('data-write')
  if (!isWriting && !form.hasAttribute('data-behaviour')) return
  event.preventDefault()
  const values = new FormData(form)
  const has = (/** @type {string} */ name) => values.has(name)
  const answer = await (
    isWriting
      ? post('/demo/phone/texts', { number: list.dataset.texts, text: String(values.get('text')).trim() })
      : post('/demo/phone/behaviour', {
          delaySeconds: Number(values.get('delaySeconds')),
          loses: has('loses'),
          doubles: has('doubles'),
          lateReceipts: has('lateReceipts'),
          fallsSilent: has('fallsSilent'),
        })
  ).catch(() => undefined)
  tell((answer?.ok ? form.dataset.saved : form.dataset.failed) ?? '')
  if (answer?.ok && isWriting) form.reset()
  await refresh()
})

setInterval(() => void refresh().catch(() => undefined), EVERY_MS)
void refresh().catch(() => undefined)
