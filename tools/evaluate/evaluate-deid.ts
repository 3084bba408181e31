/**
 * Identifiers in own lines (understanding.md section 6): what is found, what is hidden needlessly, what must survive and does.
 *
 * An identifier is found when every letter and digit of it lies in spans of any kind; it is recalled of its own kind as well when they agree.
 */
import { findPhi, type PhiSpan } from '#engines/deid/phi.ts'

import { readRows } from '../train/development-data.ts'
import { markedLines, readMarks } from '../train/marked-lines.ts'
import type { MarkedLine } from '../train/marked-lines.ts'

import { share, type Measure } from './measure.ts'

/** Identifiers that point to one person directly. */
const DIRECT = new Set(
  'name phone fax email ssn mrn plan_id account licence vehicle device url ip biometric photo other'.split(' '),
)

export type Found = { kind: string; found: boolean; rightKind: boolean; text: string; line: string }

export function readLines(lines: MarkedLine[]) {
  const identifiers: Found[] = []
  const told: { right: boolean; kind: string; text: string; line: string }[] = []
  const kept: { survived: boolean; text: string; line: string }[] = []
  for (const { text, ...marks } of lines) {
    const spans = findPhi(text)
    for (const { kind, span } of marks.identifiers) {
      const over = spans.filter((each) => overlaps(each.span, span))
      identifiers.push({ kind, found: isCovered(text, span, over), rightKind: over.some((each) => each.kind === kind), text: text.slice(...span), line: text }) // prettier-ignore
    }
    for (const each of spans) {
      const right = marks.identifiers.some(({ span }) => overlaps(each.span, span))
      told.push({ right, kind: each.kind, text: text.slice(...each.span), line: text })
    }
    for (const span of marks.kept) kept.push({ survived: !spans.some((each) => overlaps(each.span, span)), text: text.slice(...span), line: text }) // prettier-ignore
  }
  return { identifiers, told, kept }
}

const overlaps = (a: [number, number], b: [number, number]) => a[0] < b[1] && b[0] < a[1]

function isCovered(text: string, [start, end]: [number, number], spans: PhiSpan[]): boolean {
  for (let i = start; i < end; i++) {
    if (/[\p{L}\p{N}]/u.test(text[i]!) && !spans.some(({ span }) => i >= span[0] && i < span[1])) return false
  }
  return true
}

type MadeUpPatient = {
  name: { family: string; given: string[] }[]
  telecom?: { value: string }[]
  address?: { line: string[]; city: string; state: string; postalCode?: string }[]
  birthDate: string
}

/** What patients of made-up records would write: names, towns and numbers that nobody chose for this engine. */
function recordLines(): MarkedLine[] {
  const patients = readRows<MadeUpPatient>('fhir/bulk-1000-patients-partial/Patient.000')
  return patients.flatMap((patient, i) => {
    const plain = (word: string) => word.replace(/\d+/g, '')
    const name = patient.name[0]!
    const given = plain(name.given[0]!)
    const family = plain(name.family)
    const { line, city, state, postalCode } = patient.address?.[0] ?? {
      line: [''],
      city: '',
      state: '',
      postalCode: undefined,
    }
    const phone = patient.telecom?.[0]?.value ?? '555-0100'
    const lines = [
      `Hi, this is [name|${given} ${family}], my {knee} is still {swollen}. Call me at [phone|${phone}].`,
      `Dr. [name|${family}] saw me on [date|${patient.birthDate}] and gave me {lisinopril 10 mg}.`,
      `Please ask [name|${given}] about the {refill}, the {BP was 142/91}.`,
      `[name|${family}, ${given}] was seen in {Cardiology} for {atrial fibrillation}.`,
      `I moved to [place|${line[0]}], [place|${city}], ${state} ${postalCode === undefined ? '' : `[place|${postalCode}]`}`,
      `my name is [name|${given.toLowerCase()} ${family.toLowerCase()}] and I have {chest pain}`,
    ]
    return [readMarks(lines[i % lines.length]!, 'en')]
  })
}

const SETS = {
  later: 'own lines, written last',
  fresh: 'own lines, first unseen',
  build: 'own lines it was built on',
  another: 'lines by another writer, mended for',
  'third-writer': 'lines by a third writer, mended for',
  'fourth-writer': 'lines by a fourth writer, mended for in part',
  'fifth-writer': 'lines by a fifth writer, mended for by class',
  'sixth-writer': 'lines by a sixth writer, never mended for',
  'seventh-writer': 'lines by a seventh writer, mended for by class',
  'eighth-writer': 'lines by an eighth writer, mended for by class',
  'ninth-writer': 'lines by a ninth writer, mended for by class',
  records: 'own templates, people of made-up records, read in mending',
}

export function evaluateDeid(): Measure[] {
  return (
    [
      'later',
      'fresh',
      'another',
      'third-writer',
      'fourth-writer',
      'fifth-writer',
      'sixth-writer',
      'seventh-writer',
      'eighth-writer',
      'ninth-writer',
      'build',
      'records',
    ] as const
  ).flatMap((file) => {
    const lines = file === 'records' ? recordLines() : markedLines(file)
    if (lines.length === 0) return []
    const { identifiers, told, kept } = readLines(lines)
    const direct = identifiers.filter(({ kind }) => DIRECT.has(kind))
    const set = SETS[file]
    const row = (metric: string, n: number, ours: number, target: number): Measure => ({ engine: 'deid', set, n, metric, ours, target, reference: metric.startsWith('recall, all') ? 'regular-expression package, about a third' : '' }) // prettier-ignore
    return [
      row('recall, all kinds', identifiers.length, share(identifiers, ({ found }) => found), 0.95),
      row('recall, direct identifiers', direct.length, share(direct, ({ found }) => found), 0.99),
      row('precision', told.length, share(told, ({ right }) => right), 0.95),
      row('words that must survive', kept.length, share(kept, ({ survived }) => survived), 0.98),
    ] // prettier-ignore
  })
}
