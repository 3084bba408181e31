/**
 * HTML to readable text, in one streaming pass without building a tree.
 *
 * Blocks become lines, list items get a dash, quoted blocks get "> " as in plain mail (so that the same trimming serves
 * both), hidden elements and preheaders are left out, table cells are parted by a space.
 */
import { storable } from './charset.ts'
import { readHtmlTokens, voidElements } from './html-tokens.ts'

/** Most characters of text made from one HTML body. */
export const MAX_TEXT_CHARACTERS = 2_000_000
/** Quote marks shown at most; deeper quotes look alike. */
const MAX_QUOTE_MARKS = 20

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl pre'.split(' '))
/** Words of these are not meant for a reader. Others stay silent for nobody: a patient's words may stand anywhere. */
const silent = new Set('head title script style template xml'.split(' '))
/** An opening tag of these ends an open one of the same name. */
const impliesEnd = new Set('p li td th tr dt dd option'.split(' '))
/** Deepest element that is remembered; beyond it only the words count. */
const MAX_DEPTH = 256

export function htmlToText(html: string): string {
  const out: string[] = []
  let length = 0
  let line = ''
  let quoteDepth = 0
  let silentDepth = 0
  let preDepth = 0
  let emptyLines = 1
  let hasSpace = false
  const stack: { name: string; isSilent: boolean; isQuote: boolean }[] = []

  const endLine = () => {
    const text = line.trimEnd()
    line = ''
    hasSpace = false
    if (text === '') return
    push(quoteDepth > 0 ? `${'>'.repeat(Math.min(quoteDepth, MAX_QUOTE_MARKS))} ${text}` : text)
    emptyLines = 0
  }
  const push = (text: string) => {
    if (length > MAX_TEXT_CHARACTERS) return
    out.push(text)
    length += text.length + 1
  }
  const emptyLine = () => {
    endLine()
    if (emptyLines > 0) return
    emptyLines++
    push(quoteDepth > 0 ? '>'.repeat(Math.min(quoteDepth, MAX_QUOTE_MARKS)) : '')
  }

  const close = (name: string) => {
    const index = stack.findLastIndex((open) => open.name === name)
    if (index === -1) return
    while (stack.length > index) {
      const open = stack.pop()!
      if (silentDepth === 0) {
        if (paragraphs.has(open.name)) emptyLine()
        else if (blocks.has(open.name)) endLine()
      }
      if (open.isSilent) silentDepth--
      if (open.isQuote) quoteDepth--
      if (open.name === 'pre') preDepth--
    }
  }

  readHtmlTokens(html, {
    open(name, attributes) {
      if (name === 'body' && silentDepth > 0) while (stack.length > 0) close(stack.at(-1)!.name)
      if (name === 'br') {
        if (silentDepth > 0) return
        if (line.trim() === '') {
          line = ''
          if (emptyLines < 2) push(quoteDepth > 0 ? '>'.repeat(Math.min(quoteDepth, MAX_QUOTE_MARKS)) : '')
          emptyLines++
        } else endLine()
        return
      }
      const isVoid = voidElements.has(name)
      if (impliesEnd.has(name) && stack.at(-1)?.name === name) close(name)
      if (silentDepth === 0) {
        if (paragraphs.has(name)) emptyLine()
        else if (blocks.has(name)) endLine()
        if (name === 'li') line = '- '
        if (name === 'hr') push('________________________________')
        if ((name === 'td' || name === 'th') && line.trim() !== '') hasSpace = true
        if (name === 'img' && attributes.alt && !isTrackingPixel(attributes))
          line += `[${attributes.alt.replace(/\s+/g, ' ').trim().slice(0, 200)}]`
      }
      if (isVoid || stack.length >= MAX_DEPTH) return
      const isSilent = silent.has(name) || isHidden(attributes)
      const isQuote = name === 'blockquote'
      if (isSilent) silentDepth++
      if (isQuote) {
        endLine()
        quoteDepth++
      }
      if (name === 'pre') preDepth++
      stack.push({ name, isSilent, isQuote })
    },
    close(name) {
      if (name === 'p' && stack.at(-1)?.name !== 'p' && silentDepth === 0) emptyLine()
      close(name)
    },
    text(text) {
      if (silentDepth > 0) return
      if (preDepth > 0) {
        const lines = text.split(/\r?\n/)
        for (const [index, part] of lines.entries()) {
          line += part
          if (index === lines.length - 1) continue
          if (line.trim() === '') push('')
          endLine()
        }
        return
      }
      const words = text.replace(/[ \t\r\n\f]+/g, ' ').trim()
      if (words === '') {
        if (line !== '' && text !== '') hasSpace = true
        return
      }
      if ((hasSpace || /^[ \t\r\n\f]/.test(text)) && line !== '' && !line.endsWith(' ')) line += ' '
      line += words
      hasSpace = /[ \t\r\n\f]$/.test(text)
    },
  })
  endLine()
  return storable(
    out
      .join('\n')
      .replaceAll('\u00a0', ' ')
      .replace(/[\u200b\u2060\ufeff]/g, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
}

/** RFC 1896 and RFC 1341 rich text: the angle-bracket commands go, the words stay. */
export const enrichedToText = (source: string): string =>
  source
    .replace(/<param>[^<]{0,1000}<\/param>/gi, '')
    .replaceAll('<<', '\u0000')
    .replace(/<\/?[a-z][a-z0-9-]{0,40}>/gi, (tag) => (/^<(?:nl|paragraph)>$/i.test(tag) ? '\n' : ''))
    .replaceAll('\u0000', '<')
    .replace(/\n(\n*)/g, (_, more: string) => more || ' ')
    .trim()

/** Text as HTML, for the rendering of bodies that mix both. */
export const textToHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>\n')

const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes ||
  (attributes.style !== undefined &&
    /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(attributes.style.slice(0, 2_000)))

const isTrackingPixel = (attributes: Record<string, string>): boolean =>
  /^[01](?:px)?$/.test(attributes.width ?? '') || /^[01](?:px)?$/.test(attributes.height ?? '')
