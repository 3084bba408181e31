/**
 * The one script tag of a host page: `<script src="https://.../widget/loader.js?key=..." defer></script>`.
 *
 * It makes a frame from our own origin and nothing else: no cookie, no storage, no style sheet in the host page. The host's
 * rules do not reach into the closed shadow root, and what is set here by script is neither touched by them nor by a policy.
 * Everything stands in one function, so that the host page keeps its own names.
 */
;(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="/widget/loader.js"]')
  if (!(script instanceof HTMLScriptElement)) return
  const address = new URL(script.src)
  // The sample page has no key of its own and takes it from its address.
  const key = address.searchParams.get('key') ?? new URLSearchParams(location.search).get('bedside-key')
  if (!key) return console.warn('Bedside: the script address needs ?key=')

  const holder = document.createElement('div')
  // Lengths in px: a host page may have made its rem as small as it likes.
  const set = (element: HTMLElement, style: Record<string, string>) => {
    for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important')
  }
  set(holder, {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    'z-index': '2147483000',
    'inset-block-end': '16px',
    'inset-inline-end': '16px',
    direction: getComputedStyle(document.documentElement).direction,
  })
  const frame = document.createElement('iframe')
  frame.src = `${address.origin}/widget/frame.html?${new URLSearchParams({ key })}`
  frame.title = 'Chat'
  // The frame learns the origin of its host from the browser, not from a page that could lie.
  frame.referrerPolicy = 'origin'
  set(frame, {
    all: 'initial',
    display: 'block',
    border: '0',
    'border-radius': '28px',
    'box-shadow': '0 4px 16px rgb(0 0 0 / 0.28)',
    'inline-size': '208px',
    'block-size': '56px',
    'max-inline-size': 'calc(100vw - 32px)',
    'max-block-size': 'calc(100dvh - 32px)',
    'color-scheme': 'light dark',
  })
  holder.attachShadow({ mode: 'closed' }).append(frame)

  addEventListener('message', (event: MessageEvent) => {
    if (event.origin !== address.origin || event.source !== frame.contentWindow) return
    const { bedside, isOpen, width, title } = (event.data ?? {}) as {
      bedside?: string
      isOpen?: boolean
      width?: number
      title?: string
    }
    if (bedside === 'ready') {
      const { identityToken, language } = script.dataset
      frame.contentWindow?.postMessage({ bedside: 'settings', identityToken, language }, address.origin)
    }
    if (bedside !== 'size') return
    if (typeof title === 'string') frame.title = title.slice(0, 80)
    const closedWidth = `${Math.min(Math.max(Number(width) || 208, 56), 400)}px`
    set(
      frame,
      isOpen === true
        ? { 'inline-size': '384px', 'block-size': '640px', 'border-radius': '16px' }
        : { 'inline-size': closedWidth, 'block-size': '56px', 'border-radius': '28px' },
    )
    const isNarrow = isOpen === true && innerWidth < 480
    set(holder, isNarrow ? { inset: '0' } : { inset: 'auto', 'inset-block-end': '16px', 'inset-inline-end': '16px' })
    set(
      frame,
      isNarrow
        ? {
            'inline-size': '100vw',
            'block-size': '100dvh',
            'max-inline-size': '100vw',
            'max-block-size': '100dvh',
            'border-radius': '0',
          }
        : { 'max-inline-size': 'calc(100vw - 32px)', 'max-block-size': 'calc(100dvh - 32px)' },
    )
  })

  const show = () => document.body.append(holder)
  if (document.body) show()
  else addEventListener('DOMContentLoaded', show)
})()
