/**
 * Draws phrases from the project's written patterns: (a|b) one of, [x|y] perhaps one of, {slot} one of a list.
 * Seeded by the caller, so that the same patterns give the same phrases.
 */
import { readFileSync } from 'node:fs'

export type Pattern = { lang: string; name: string; pattern: string }
export type PatternFile = { patterns: Pattern[]; slots: Map<string, string[]> }

/** An optional part is there this often. */
const OPTIONAL_SHARE = 0.55

/** Lines: `# comment`, `= lang slot: a|b`, `lang intent: pattern`. */
export function readPatterns(file: string): PatternFile {
  const patterns: Pattern[] = []
  const slots = new Map<string, string[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const colon = line.indexOf(': ')
    const body = line.slice(colon + 2)
    if (line.startsWith('= ')) slots.set(line.slice(2, colon), body.split('|'))
    else {
      const [lang, name] = line.slice(0, colon).split(' ')
      patterns.push({ lang: lang!, name: name!, pattern: body })
    }
  }
  return { patterns, slots }
}

export function drawPhrase({ lang, pattern }: Pattern, slots: Map<string, string[]>, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  let text = pattern
  // From the inside out: choices may stand inside optional parts, slots inside choices.
  text = text.replace(/\(([^()]*)\)/g, (_, options: string) => pick(options.split('|')))
  text = text.replace(/\[([^[\]]*)\]/g, (_, options: string) =>
    random() < OPTIONAL_SHARE ? pick(options.split('|')) : '',
  )
  text = text.replace(/\{(\w+)\}/g, (_, slot: string) => pick(slots.get(`${lang} ${slot}`) ?? [slot]))
  return text.replace(/\s+/g, ' ').trim()
}
