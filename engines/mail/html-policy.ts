/**
 * What HTML of a mail may still be when somebody sees it (desk D56, trust D50).
 *
 * First the limits are counted on a stream of tokens; only then is anything parsed into a tree. Over a limit the mail is shown
 * as text, with the reason. Remote images and `cid:` images come out as data attributes: showing them is a decision of its own.
 */
import sanitizeHtml from 'sanitize-html'
import { readHtmlTokens, voidElements } from './html-tokens.ts'

export type HtmlLimit = 'too_large' | 'too_deep' | 'too_many_nodes' | 'too_many_links'
export type HtmlMeasure = { ok: true } | { ok: false; limit: HtmlLimit }

/** Trust D50 says 1 MB, desk D56 says 2 MB; the stricter one holds. */
export const MAX_HTML_BYTES = 1024 * 1024
export const MAX_HTML_DEPTH = 100
export const MAX_HTML_NODES = 20_000
export const MAX_HTML_LINKS = 2_000

/** Counts in one pass and stops at the first limit that is passed. */
export function measureHtml(html: string): HtmlMeasure {
  if (html.length > MAX_HTML_BYTES || Buffer.byteLength(html) > MAX_HTML_BYTES) return { ok: false, limit: 'too_large' }
  const open: string[] = []
  let nodes = 0
  let links = 0
  let isInText = false
  let limit: HtmlLimit | undefined
  const count = (): boolean => {
    if (++nodes > MAX_HTML_NODES) limit ??= 'too_many_nodes'
    return limit === undefined
  }
  readHtmlTokens(html, {
    open(name) {
      isInText = false
      if (name === 'a' && ++links > MAX_HTML_LINKS) limit ??= 'too_many_links'
      if (!voidElements.has(name)) {
        if (open.at(-1) === name && impliesEnd.has(name)) open.pop()
        open.push(name)
        if (open.length > MAX_HTML_DEPTH) limit ??= 'too_deep'
      }
      return count()
    },
    close(name) {
      isInText = false
      const index = open.lastIndexOf(name)
      if (index !== -1) open.length = index
      return limit === undefined
    },
    // Entities come as pieces of one text.
    text() {
      if (isInText) return true
      isInText = true
      return count()
    },
  })
  return limit ? { ok: false, limit } : { ok: true }
}

const impliesEnd = new Set('p li td th tr dt dd option'.split(' '))

/** Sanitises HTML that passed `measureHtml`. */
export function sanitiseMailHtml(html: string): string {
  return showLinkHosts(sanitizeHtml(html, MAIL_HTML_POLICY))
}

const tags =
  'a abbr address b big blockquote br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'.split(
    ' ',
  )

const color = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]{1,40}\))$/i
const length = /^\d{1,3}(?:\.\d{1,3})?(?:px|pt|em|rem|%)$/i
/** What the library is told. */
export const MAIL_HTML_POLICY: sanitizeHtml.IOptions = {
  allowedTags: tags,
  // Words inside what is dropped stay readable, but for elements whose content is no text.
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'title',
    'template',
    'svg',
    'math',
    'xmp',
    'iframe',
    'object',
  ],
  allowedAttributes: {
    '*': ['dir', 'lang', 'style', 'align', 'valign', 'title'],
    a: ['href', 'rel', 'target', 'data-host'],
    img: ['alt', 'width', 'height', 'data-cid', 'data-remote', 'src'],
    font: ['color', 'size'],
    table: ['width', 'cellpadding', 'cellspacing', 'border', 'bgcolor'],
    td: ['colspan', 'rowspan', 'width', 'bgcolor'],
    th: ['colspan', 'rowspan', 'width', 'bgcolor', 'scope'],
    tr: ['bgcolor'],
    col: ['span', 'width'],
    ol: ['start', 'type'],
  },
  allowedStyles: {
    '*': {
      color: [color],
      'background-color': [color],
      'font-weight': [/^(?:bold|bolder|normal|lighter|[1-9]00)$/],
      'font-style': [/^(?:italic|normal|oblique)$/],
      'font-size': [/^(?:[6-9]|[1-4]\d)(?:\.\d{1,3})?(?:px|pt)$|^(?:small|medium|large|x-large|smaller|larger)$/],
      'text-align': [/^(?:left|right|center|justify|start|end)$/],
      'text-decoration': [/^(?:none|underline|line-through)$/],
      'text-indent': [length],
      'line-height': [/^[1-2](?:\.\d{1,3})?$/],
      'white-space': [/^(?:normal|pre|pre-wrap)$/],
      'vertical-align': [/^(?:top|middle|bottom|baseline)$/],
      padding: [length],
      'padding-left': [length],
      'padding-right': [length],
      width: [/^(?:\d{1,3}px|\d{1,2}%|100%)$/],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  nestingLimit: MAX_HTML_DEPTH,
  transformTags: {
    a: (tagName, attributes) => {
      const href = (attributes.href ?? '').trim()
      const isAbsolute = /^(?:https?:\/\/|mailto:|tel:)/i.test(href)
      return {
        tagName,
        attribs: isAbsolute
          ? { href, rel: 'noopener noreferrer nofollow', target: '_blank', ...hostOf(href), ...titled(attributes) }
          : titled(attributes),
      } as sanitizeHtml.Tag
    },
    img: (tagName, attributes) => {
      const source = (attributes.src ?? '').trim()
      const size = { ...dimension('width', attributes.width), ...dimension('height', attributes.height) }
      const alt = { alt: (attributes.alt ?? '').slice(0, 500) }
      if (/^cid:/i.test(source)) return { tagName, attribs: { ...alt, ...size, 'data-cid': source.slice(4, 504) } }
      if (/^https?:\/\//i.test(source))
        return { tagName, attribs: { ...alt, ...size, 'data-remote': source.slice(0, 2_000) } }
      return { tagName, attribs: { ...alt, ...size } }
    },
  },
  exclusiveFilter: (frame) =>
    frame.tag === 'img' && !frame.attribs['data-cid'] && !frame.attribs['data-remote'] && !frame.attribs.alt,
}

const titled = (attributes: Record<string, string>) =>
  attributes.title ? { title: attributes.title.slice(0, 500) } : {}

const dimension = (name: string, value: string | undefined) =>
  value && /^\d{1,4}$/.test(value) ? { [name]: value } : {}

function hostOf(href: string): { 'data-host'?: string } {
  try {
    const url = new URL(href)
    return {
      'data-host': url.protocol === 'mailto:' || url.protocol === 'tel:' ? url.pathname.slice(0, 254) : url.host,
    }
  } catch {
    return {}
  }
}

/** The host is written behind a link whose words do not tell it: "Log in here [phish.example]". */
function showLinkHosts(html: string): string {
  let out = ''
  let at = 0
  for (let open = html.indexOf('<a '); open !== -1; open = html.indexOf('<a ', at)) {
    const tagEnd = html.indexOf('>', open)
    const close = html.indexOf('</a>', tagEnd)
    if (tagEnd === -1 || close === -1) break
    const host = /\sdata-host="([^"]{1,254})"/.exec(html.slice(open, tagEnd + 1))?.[1]
    const words = html.slice(tagEnd + 1, close).replace(/<[^>]*>/g, '')
    out += html.slice(at, close + 4)
    at = close + 4
    if (host && !tellsHost(words, host)) out += `<small> [${host}]</small>`
  }
  return out + html.slice(at)
}

/** A link tells its host if its words are the address itself, beginning with that host. */
function tellsHost(words: string, host: string): boolean {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
  const name = host.toLowerCase()
  return plain === name || plain.startsWith(`${name}/`) || plain.startsWith(`${name}?`) || `www.${plain}` === name
}

/** Pictures of one mail that are fetched at the most. */
export const REMOTE_PICTURES_MAX = 50

/** Addresses of the pictures that sanitised HTML would show from elsewhere: each once, on the ports of the web only. */
export function remotePictures(safeHtml: string): string[] {
  const found = new Set<string>()
  for (const [, address = ''] of safeHtml.matchAll(/ data-remote="([^"]{1,3000})"/g)) {
    const url = URL.parse(keyOf(address))
    if (url && ['', '80', '443'].includes(url.port) && !url.username && !url.password) found.add(keyOf(address))
    if (found.size >= REMOTE_PICTURES_MAX) break
  }
  return [...found]
}

/** What stands in an attribute, as it was before. */
const keyOf = (attribute: string): string => attribute.replaceAll('&amp;', '&')

/** Puts images that the organization holds into sanitised HTML as `data:`; others stay a named gap. */
export function withImages(safeHtml: string, sources: ReadonlyMap<string, string>): string {
  return safeHtml.replace(/ data-(cid|remote)="([^"]{1,3000})"/g, (whole, _kind: string, key: string) => {
    const source = sources.get(keyOf(key))
    return source && /^data:image\/(?:jpeg|png|webp);base64,[A-Za-z0-9+/=]+$/.test(source)
      ? `${whole} src="${source}"`
      : whole
  })
}
