/**
 * A clinic's own labelled lines (understanding-D54): the format of `npm run understand`, with what is right beside the text:
 * `{"text": ..., "language"?: "es", "intents"?: [...], "tones"?: [...], "urgency"?: "urgent"}`. A line tells only of what it names.
 */
import { readFileSync } from 'node:fs'
import { understand } from '#engines/understanding/understand.ts'
import type { UnderstandInput } from '#engines/understanding/understand.ts'

import { share } from './measure.ts'
import type { Measure } from './measure.ts'

type Labelled = UnderstandInput & { language?: string; intents?: string[]; tones?: string[]; urgency?: string }
type Read = { row: Labelled; got: ReturnType<typeof understand> }

/** More lines are measured by a command of one's own. */
const MOST_LINES = 100_000

export function evaluateOwnFile(file: string): Measure[] {
  const rows = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').slice(0, MOST_LINES) // prettier-ignore
  const read = rows.map((line): Read => {
    const row = JSON.parse(line) as Labelled
    return { row, got: understand(row) }
  })
  const emergencies = read.filter(({ row }) => row.urgency === 'emergency')
  const measures: Measure[] = [
    { ...base('triage', emergencies, 'emergencies found'), ours: share(emergencies, ({ got }) => got.triage.urgency === 'emergency'), target: 1, safety: true }, // prettier-ignore
    ofLabel(read, 'triage', 'urgency', ({ row, got }) => got.triage.urgency === row.urgency),
    ofLabel(read, 'language', 'language', ({ row, got }) => got.language.code === row.language),
    ofLabel(read, 'intent', 'intents', ({ row, got }) => sameNames(row.intents!, got.intents.map(({ name }) => name))), // prettier-ignore
    ofLabel(read, 'emotion', 'tones', ({ row, got }) => sameNames(row.tones!, got.emotions.tones.map(({ tone }) => tone))), // prettier-ignore
  ]
  return measures.filter(({ n }) => n > 0)
}

function ofLabel(read: Read[], engine: string, label: keyof Labelled, isRight: (read: Read) => boolean): Measure {
  const labelled = read.filter(({ row }) => row[label] !== undefined)
  return { ...base(engine, labelled, `${label}: all right`), ours: share(labelled, isRight) }
}

const sameNames = (wanted: string[], told: string[]) =>
  wanted.length === told.length && wanted.every((name) => told.includes(name))

const base = (engine: string, rows: unknown[], metric: string): Measure => ({
  engine,
  set: 'lines of the given file',
  n: rows.length,
  metric,
  ours: 0,
  reference: '',
  target: null,
})
