/** Lines whose identifiers are marked: `engines/deid/lines`. */
import { readFileSync } from 'node:fs'

import { inRepository } from './development-data.ts'

export type MarkedLine = {
  language: string
  text: string
  identifiers: { kind: string; span: [number, number] }[]
  kept: [number, number][]
}

export function markedLines(file: string): MarkedLine[] {
  let language = ''
  return readFileSync(inRepository('engines', 'deid', 'lines', `${file}.txt`), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) language = line.slice(3)
      return line === '' || line.startsWith('#') ? [] : [readMarks(line.replaceAll('\\n', '\n'), language)]
    })
}

/** `[kind|words]` is an identifier, `{words}` must survive, `\n` a line break. */
export function readMarks(line: string, language: string): MarkedLine {
  const marked: MarkedLine = { language, text: '', identifiers: [], kept: [] }
  let done = 0
  for (const match of line.matchAll(/\[([a-z_]+)\|([^\]]+)\]|\{([^}]+)\}/g)) {
    marked.text += line.slice(done, match.index)
    const start = marked.text.length
    marked.text += match[2] ?? match[3]
    const span: [number, number] = [start, marked.text.length]
    if (match[1] === undefined) marked.kept.push(span)
    else marked.identifiers.push({ kind: match[1], span })
    done = match.index + match[0].length
  }
  marked.text += line.slice(done)
  return marked
}
