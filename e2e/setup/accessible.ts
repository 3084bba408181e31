/** What can be said of a page as it stands: what axe finds, what is too small or hidden, whom it asked. */
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Frame, Page } from 'playwright'

/** The rules of WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** @returns one line for each violation; none is an accessible page. */
export async function violationsOf(page: Page): Promise<string[]> {
  // What is shown in a sandbox is a stranger's mail: its markup is not ours to mend.
  // Of what passes, axe would describe each element as well, which takes as long as the rest of the reading.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .exclude('iframe[sandbox]')
  // To join the findings of several frames axe opens a page of its own each time, which takes longer than the reading.
  if (page.frames().length === 1) axe.setLegacyMode()
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Pixels that lie beside the screen. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A text narrower than so many of its letters, in more lines than that, stands letter under letter. */
const CRAMPED = { letters: 3, lines: 4 }

/**
 * What somebody would have to push sideways to read (WCAG 1.4.10): the page, or a part of it that holds no table; and what stands letter
 * under letter. Looked at in words as they are and twice as large, from left to right and from right to left; the page stays as it was.
 */
export function sidewaysOf(page: Page | Frame): Promise<string[]> {
  return page.evaluate((cramped) => {
    const root = document.documentElement
    const was = { dir: root.dir, fontSize: root.style.fontSize }
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`
    const hasWords = ({ childNodes }: Element) =>
      [...childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim())
    /** The innermost of what reaches over the edge of `place`. */
    const whoReachesOver = (place: Element): string => {
      const { left, right } = place.getBoundingClientRect()
      const isOver = (element: Element) => {
        const box = element.getBoundingClientRect()
        return box.width > 2 && (box.right > right + 0.5 || box.left < left - 0.5)
      }
      const over = [...place.querySelectorAll(':not(table *)')].filter(isOver)
      return over.filter((element) => ![...element.children].some(isOver)).map(nameOf)[0] ?? 'nobody'
    }
    const look = (): string[] => {
      const beside = root.scrollWidth - root.clientWidth
      const found = beside > 0 ? [`${beside} px lie beside the screen: ${whoReachesOver(root)}`] : []
      for (const element of document.body.querySelectorAll('*')) {
        // What is only read aloud has a width of a pixel; what is folded away is looked at when somebody opens it.
        if (element.clientWidth < 3 || !element.checkVisibility()) continue
        const { overflowX, fontSize, lineHeight, paddingLeft, paddingRight } = getComputedStyle(element)
        const pushed = element.scrollWidth - element.clientWidth
        if (pushed > 1 && /auto|scroll/.test(overflowX) && !element.matches('textarea, :has(table)'))
          found.push(`${nameOf(element)} is pushed ${pushed} px sideways: ${whoReachesOver(element)}`)
        const room = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
        const isNarrow = room < cramped.letters * parseFloat(fontSize)
        if (isNarrow && element.clientHeight > cramped.lines * parseFloat(lineHeight) && hasWords(element))
          found.push(`${nameOf(element)} has ${Math.round(room)} px`)
      }
      return found
    }
    const found = ['100%', '200%'].flatMap((size) =>
      ['ltr', 'rtl'].flatMap((dir) => {
        root.dir = dir
        root.style.fontSize = size
        return look().map((one) => `${size} ${dir}: ${one}`)
      }),
    )
    root.dir = was.dir
    root.style.fontSize = was.fontSize
    return found
  }, CRAMPED)
}

/** Both ways, in pixels (look.md: the portal's targets). */
const TARGET_MIN_PX = 44

/**
 * Each target of the page takes the focus in turn.
 * @returns those that are too small for a trembling hand, or that something else covers while they have the focus.
 */
export function awkwardTargetsOf(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = []
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' && element.parentElement?.textContent !== element.textContent
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')) {
      if (element.checkVisibility({ visibilityProperty: true }) === false || element.matches(':disabled')) continue
      element.focus()
      if (document.activeElement !== element) continue
      // A box of a choice and its words are one target; a link that is broken over two lines is taken by its first.
      const label = (element as HTMLInputElement).labels?.[0]
      const isChoice = element.matches('input[type=radio], input[type=checkbox], input[type=file]')
      const [own] = element.getClientRects()
      const words = isChoice ? label?.getBoundingClientRect() : undefined
      if (!own) continue
      const box = words && words.height > own.height ? words : own
      const name = `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '').trim().slice(0, 40)}"`
      if (!isInSentence(element) && (Math.round(box.width) < least || Math.round(box.height) < least))
        found.push(`${name} is ${Math.round(box.width)} x ${Math.round(box.height)}`)
      const onTop = document.elementFromPoint(
        box.left + box.width / 2,
        Math.max(0, box.top) + Math.min(box.height, innerHeight) / 2,
      )
      if (onTop && !element.contains(onTop) && !label?.contains(onTop))
        found.push(`${name} is covered by ${onTop.className || onTop.tagName}`)
      if (!onTop) found.push(`${name} is out of sight`)
    }
    return found
  }, TARGET_MIN_PX)
}

/** What pages of a context do that their policy forbids or that leaves their origin, from now on. */
export async function misdeedsOf(context: BrowserContext, origin: string): Promise<string[]> {
  const found: string[] = []
  await context.exposeFunction('tellViolation', (text: string) => void found.push(text))
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { tellViolation(text: string): void }).tellViolation(
        `${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      ),
    ),
  )
  const { host } = new URL(origin)
  const look = (address: string) => {
    const { protocol, host: asked } = new URL(address)
    if (protocol !== 'blob:' && protocol !== 'data:' && asked !== host) found.push(`asked ${address}`)
  }
  context.on('request', (request) => look(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => look(socket.url())))
  return found
}
