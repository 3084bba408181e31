/**
 * Reads the development data beside the repository (never committed, see understanding.md section 8).
 * Its place: `BEDSIDE_DATA`, or `../shared/data`.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

const repository = path.join(import.meta.dirname, '..', '..')

let folder = process.env['BEDSIDE_DATA'] ?? path.join(repository, '..', 'shared', 'data')

export const dataFolder = () => folder

/** Reads from another place from here on (`npm run evaluate -- --data DIR`). */
export const useDataFolder = (place: string) => void (folder = place)

export const inRepository = (...parts: string[]) => path.join(repository, ...parts)

export const hasData = () => existsSync(folder)

/** The rows of `name` in the data folder (`.jsonl`, `.jsonl.gz` or `.ndjson.gz`); empty when the file is not there. */
export function readRows<Row>(name: string): Row[] {
  const plain = path.join(folder, `${name}.jsonl`)
  if (existsSync(plain)) return parseLines(readFileSync(plain, 'utf8'))
  const packed = [`${plain}.gz`, path.join(folder, `${name}.ndjson.gz`)].find((file) => existsSync(file))
  return packed === undefined ? [] : parseLines(gunzipSync(readFileSync(packed)).toString('utf8'))
}

/** The rows of a project-written file inside the repository. */
export const readOwnRows = <Row>(file: string): Row[] => parseLines(readFileSync(file, 'utf8'))

const parseLines = <Row>(text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
