/**
 * Articles out of a file that somebody has already: Markdown, HTML or CSV (understanding-D82). Pure. What comes out is plain text, row by
 * row, each with what is wrong with it; nothing of the markup is kept, so nothing of it can do anything.
 *
 * Markdown and HTML: a heading of level 1 to 3 begins an article; a line `Q:` is a way of asking, a line `Source:` names where it comes
 * from. CSV: the first line names the columns, in English or Spanish.
 */
import { measureHtml } from '../mail/html-policy.ts'
import { readHtmlTokens } from '../mail/html-tokens.ts'
import { withoutEnd } from '../text/without-end.ts'
import type { ArticleKind } from './article.ts'
import type { ImportFormat, ImportProblem } from './import-format.ts'

export type ImportedRow = {
  /** From 1, as it stands in the file. */
  row: number
  title: string
  body: string
  questions: string[]
  /** Null: the file does not say. */
  language: string | null
  kind: ArticleKind
  sources: { title: string; url: string }[]
  problem: ImportProblem | null
}

/** Articles taken from one file; what follows is left out and told. */
export const IMPORT_ROWS_MAX = 300
const TITLE_MAX = 120
const BODY_MAX = 10_000
const QUESTION_MAX = 300
const QUESTIONS_MAX = 30
const SOURCES_MAX = 20

export type Imported = { rows: ImportedRow[]; isCut: boolean }

export function readImport(text: string, format: ImportFormat): Imported {
  const found = format === 'csv' ? rowsOfCsv(text) : sectionsOf(format === 'html' ? markdownOf(text) : text)
  return { rows: found.slice(0, IMPORT_ROWS_MAX).map(judge), isCut: found.length > IMPORT_ROWS_MAX }
}

type Draft = Omit<ImportedRow, 'row' | 'problem' | 'kind'> & { kind: string }

function judge(draft: Draft, at: number): ImportedRow {
  const title = draft.title.trim()
  const body = draft.body.replace(/\n{3,}/g, '\n\n').trim()
  const kind = KINDS[draft.kind.trim().toLowerCase()]
  const language = draft.language?.trim().toLowerCase() || null
  const tooLong =
    title.length > TITLE_MAX ||
    body.length > BODY_MAX ||
    draft.questions.length > QUESTIONS_MAX ||
    draft.questions.some((question) => question.length > QUESTION_MAX)
  const problem =
    title === ''
      ? 'no-title'
      : body === ''
        ? 'no-body'
        : tooLong
          ? 'too-long'
          : language !== null && !/^[a-z]{2,3}$/.test(language)
            ? 'bad-language'
            : kind === undefined
              ? 'bad-kind'
              : null
  return {
    row: at + 1,
    title: title.slice(0, TITLE_MAX),
    body,
    questions: draft.questions,
    language,
    kind: kind ?? 'administrative',
    sources: draft.sources.slice(0, SOURCES_MAX),
    problem,
  }
}

const KINDS: Record<string, ArticleKind | undefined> = {
  '': 'administrative',
  administrative: 'administrative',
  administrativo: 'administrative',
  clinical: 'clinical',
  clinico: 'clinical',
  clínico: 'clinical',
}

const HEADING = /^ {0,3}#{1,3}[ \t]+(.*?)[ \t#]*$/
const ASKED = /^[ \t>*-]{0,8}(?:Q|P|Question|Pregunta)[ \t]?:[ \t]*(.+)$/i
const SOURCE = /^[ \t>*-]{0,8}(?:Source|Fuente)[ \t]?:[ \t]*(.+)$/i
const LINK = /\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,500})[^)\n]{0,200}\)/g

function sectionsOf(text: string): Draft[] {
  const drafts: Draft[] = []
  for (const whole of text.split(/\r\n?|\n/)) {
    // A longer line is refused in any case, and not read to its end.
    const line = whole.slice(0, BODY_MAX + 1)
    const heading = HEADING.exec(line)
    if (heading) {
      drafts.push({ title: plain(heading[1] ?? ''), body: '', questions: [], language: null, kind: '', sources: [] })
      continue
    }
    const draft = drafts.at(-1)
    // What stands before the first heading belongs to no article.
    if (!draft) continue
    const asked = ASKED.exec(line)
    const source = SOURCE.exec(line)
    if (asked) draft.questions.push(plain(asked[1] ?? ''))
    else if (source) draft.sources.push(...sourcesIn(source[1] ?? ''))
    else draft.body += `${plain(line)}\n`
  }
  return drafts
}

function sourcesIn(text: string): { title: string; url: string }[] {
  const named = [...text.matchAll(LINK)].map(([, title = '', url = '']) => ({ title, url }))
  if (named.length > 0) return named
  const [url] = /https?:\/\/[^\s<>)]{1,500}/.exec(text) ?? []
  return url
    ? [
        {
          title: withoutEnd(text.replace(url, ''), ' \t<>()–-').trim() || url,
          url,
        },
      ]
    : []
}

/** A line without its marks; a link keeps its words. */
const plain = (line: string): string =>
  line
    .replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)/g, '')
    .replace(LINK, '$1')
    .replace(/^ {0,3}>[ \t]?/, '')
    .replace(/^([ \t]*)[*+][ \t]+/, '$1- ')
    .replace(/^#{4,6}[ \t]+/, '')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])/gu, '')
    .trimEnd()

const ENDS_LINE = new Set(
  'address blockquote br dd div dl dt figcaption footer header hr main nav ol p pre section table tr ul h1 h2 h3 h4 h5 h6 li article'.split(
    ' ',
  ),
)
const SILENT = new Set('head title script style template noscript svg'.split(' '))

/** The words of a page as Markdown, in one pass. A page over the limits of the house's mail policy gives nothing. */
function markdownOf(html: string): string {
  if (!measureHtml(html).ok) return ''
  let text = ''
  let silent = 0
  const links: string[] = []
  readHtmlTokens(html, {
    open(name, attributes) {
      if (SILENT.has(name)) silent += 1
      if (silent > 0) return
      if (ENDS_LINE.has(name)) text += /^(p|h\d|ul|ol|table)$/.test(name) ? '\n\n' : '\n'
      if (/^h[1-3]$/.test(name)) text += '# '
      if (name === 'li') text += '- '
      if (name === 'a') {
        const href = attributes.href ?? ''
        links.push(/^https?:\/\/[^\s()]{1,500}$/.test(href) ? href : '')
        if (links.at(-1)) text += '['
      }
    },
    close(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      if (silent > 0) return
      if (name === 'a') {
        const href = links.pop()
        if (href) text += `](${href})`
      } else if (ENDS_LINE.has(name)) text += '\n'
    },
    text(words) {
      if (silent === 0) text += words.replace(/\s+/g, ' ')
    },
  })
  return text.replace(/[ \t]*\n[ \t]*/g, '\n')
}

const COLUMNS: Record<string, 'title' | 'body' | 'questions' | 'language' | 'kind' | 'source' | 'link'> = {
  title: 'title',
  titulo: 'title',
  body: 'body',
  text: 'body',
  answer: 'body',
  texto: 'body',
  respuesta: 'body',
  question: 'questions',
  questions: 'questions',
  preguntas: 'questions',
  language: 'language',
  idioma: 'language',
  kind: 'kind',
  tipo: 'kind',
  source: 'source',
  fuente: 'source',
  link: 'link',
  url: 'link',
  enlace: 'link',
}

/** Nothing, where the first line names neither title nor body. */
function rowsOfCsv(text: string): Draft[] {
  const [head = [], ...lines] = readCsv(text)
  const columns = head.map((name) => COLUMNS[name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')])
  if (!columns.includes('title') || !columns.includes('body')) return []
  return lines
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => {
      const of = (column: (typeof columns)[number]) => cells[columns.indexOf(column)] ?? ''
      const url = of('link').trim()
      return {
        title: of('title'),
        body: of('body'),
        questions: of('questions')
          .split(/[\n|]/)
          .map((question) => question.trim())
          .filter(Boolean),
        language: of('language') || null,
        kind: of('kind'),
        sources: url === '' ? [] : [{ title: of('source').trim() || url, url }],
      }
    })
}

/** RFC 4180; the sign between cells is the one that stands most often in the first line. One pass. */
export function readCsv(text: string): string[][] {
  const [first = ''] = text.split('\n', 1)
  const between = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  /** How much of the cell stood between quotes: a line end in there is the cell's own. */
  let quoted = 0
  /** Nothing but spaces so far: a quote may begin the cell. */
  let isBlank = true
  const close = () => {
    rows.at(-1)?.push(cell.length > quoted ? cell.replace(/\r$/, '') : cell)
    cell = ''
    quoted = 0
    isBlank = true
  }
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else {
        isQuoted = false
        quoted = cell.length
      }
    } else if (sign === '"' && isBlank) {
      cell = ''
      isQuoted = true
      isBlank = false
    } else if (sign === between || sign === '\n') {
      close()
      if (sign === '\n') rows.push([])
    } else {
      cell += sign
      isBlank &&= sign?.trim() === ''
    }
    // What is over the limit is not read to its end.
    if (rows.length > IMPORT_ROWS_MAX + 3) break
  }
  if (cell !== '' || rows.at(-1)?.length) close()
  return rows.filter((row) => row.length > 0)
}
