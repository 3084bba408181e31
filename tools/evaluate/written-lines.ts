/**
 * The project's own lines for measuring triage and danger: what people write, and what a nurse would say to it.
 *
 * They are read by tools and tests only. Half of them, by a hash of the text, is reserved: the knowledge is developed on
 * the other half, and the reserved half shows what it does with words it was not written for.
 */
import { readFileSync } from 'node:fs'
import type { CrisisKind, CrisisLevel } from '#engines/crisis/verdict.ts'
import type { TriageInput, Urgency } from '#engines/triage/verdict.ts'

export type TriageLine = {
  group: string
  expected: Urgency
  lang: string
  text: string
  facts: Partial<TriageInput>
  reserved: boolean
}

export type DangerLine = {
  group: string
  level: CrisisLevel | null
  kind: CrisisKind | null
  lang: string
  text: string
  reserved: boolean
}

/** The last twenty-three were scored once at first sight (decisions 0152, 0168, 0180, 0193, 0211, 0231, 0237, 0238, 0245, 0252) and mended for afterwards. */
export const TRIAGE_FILES = ['bodily', 'context', 'later', 'fresh', 'cases', 'unseen', 'indirect', 'night', 'vignettes', 'messages', 'described', 'own-words', 'service', 'reported', 'written', 'counter', 'overseas', 'errands', 'sideways', 'stories', 'tellings', 'case-notes', 'cases-told', 'third-person', 'told-mild', 'own-words-en', 'own-words-es'] as const // prettier-ignore
const MENDED_FOR: ReadonlySet<string> = new Set([
  'cases',
  'unseen',
  'indirect',
  'night',
  'vignettes',
  'messages',
  'described',
  'own-words',
  'service',
  'reported',
  'written',
  'counter',
  'overseas',
  'errands',
  'sideways',
  'stories',
  'tellings',
  'case-notes',
  'cases-told',
  'third-person',
  'told-mild',
  'own-words-en',
  'own-words-es',
])

/**
 * `bodily` lines tell of a body; in `context` lines the words around decide; `later` ones were written after the first
 * half had been used, and are all reserved.
 */
export const triageLines = (file: (typeof TRIAGE_FILES)[number]): TriageLine[] =>
  read(
    `triage/lines/${file}.txt`,
    (text) => file === 'later' || file === 'fresh' || (!MENDED_FOR.has(file) && isReserved(text)),
  )

/** By a writer nobody read: `cases-en`, `messages-en` and `es` are their groups. */
export const unseenTriageLines = (): TriageLine[] => read('triage/unseen/one-writer.txt', () => true)

function read(path: string, isKept: (text: string) => boolean): TriageLine[] {
  return linesOf(path).map(({ group, cells }) => {
    const [expected, lang, text, facts] = cells
    return {
      group,
      expected: expected as Urgency,
      lang: lang!,
      text: text!,
      facts: facts ? (JSON.parse(facts) as Partial<TriageInput>) : {},
      reserved: isKept(text!),
    }
  })
}

export const dangerLines = (): DangerLine[] => dangerLinesOf('danger')

/** Those of other writers, who knew nothing of the engine: scored once at first sight (decisions 0213, 0218), then trained on, a fifth left out. */
export const dangerLinesOfOthers = (): DangerLine[] =>
  ['first-writer', 'second-writers', 'third-writers', 'fourth-writer'].flatMap(dangerLinesOf)

/** Everyday messages in words that sound alone, weary or hurt (decision 0225): trained on as no danger, a fifth left out. */
export const calmLines = (): DangerLine[] => dangerLinesOf('everyday')

/** What machines and advertisers write: trained on as no danger. */
export const nobodysWords = (): DangerLine[] => dangerLinesOf('nobodys-words')

/** For measuring alone: whoever works on the engine does not read them. */
export const unseenDangerLines = (): DangerLine[] => dangerLinesOf('unseen-writers')

function dangerLinesOf(file: string): DangerLine[] {
  return linesOf(`crisis/lines/${file}.txt`).map(({ group, cells }) => {
    const [level, kind, lang, text] = cells
    return {
      group,
      level: level === 'none' ? null : (level as CrisisLevel),
      kind: kind === 'none' ? null : (kind as CrisisKind),
      lang: lang!,
      text: text!,
      reserved: isReserved(text!),
    }
  })
}

/** A line is cells between " | "; "## " begins a group, "#" a remark. */
export function linesOf(path: string): { group: string; cells: string[] }[] {
  let group = ''
  return readFileSync(new URL(`../../engines/${path}`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) group = line.slice(3)
      return line === '' || line.startsWith('#') ? [] : [{ group, cells: line.split(' | ') }]
    })
}

/** FNV-1a of the text: the same half on every machine, whatever is added later. */
function isReserved(text: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return ((hash >>> 7) & 1) === 1
}
