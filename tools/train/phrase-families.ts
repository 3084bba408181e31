/**
 * Reads the project's phrases that are written in families: `engines/<engine>/families/<language>.txt`. `cues` has
 * the same form: words that point to a want, for training alone; `lines` are those of other writers, trained on once they
 * were measured, and `unseen` those that are measured alone.
 *
 * `## name name` begins a group that holds these labels, `#` is a remark; each line is a family, the same thing in the words of
 * several people, between " | ". A family is held out as a whole (understanding-D53): its variants are too alike to be parted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { inRepository } from './development-data.ts'

/** `later`: of `<language>.second.txt`, written after the others had been measured. */
export type FamilyPhrase = { text: string; lang: string; labels: string[]; family: string; later: boolean }

export function familyPhrases(
  engine: string,
  name: 'families' | 'cues' | 'lines' | 'unseen' = 'families',
): FamilyPhrase[] {
  const folder = inRepository('engines', engine, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((file) => phrasesOf(readFileSync(`${folder}/${file}`, 'utf8'), file))
}

function phrasesOf(content: string, file: string): FamilyPhrase[] {
  const [lang, second] = file.split('.')
  let labels: string[] = []
  return content.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) labels = line.slice(3).split(' ')
    if (line === '' || line.startsWith('#')) return []
    const [family, ...others] = line.split(' | ')
    return [family!, ...others].map((text) => ({
      text,
      lang: lang!,
      labels,
      family: family!,
      later: second === 'second',
    }))
  })
}
