/** The pages that say which test proves which rule are true: each rule has its line, and each test that they name is there. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** The rules that a first release is held to. */
const PAGES: Record<string, number[]> = {
  trust: [
    1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28, 29, 30, 47, 48, 49, 50, 51, 54, 55, 56, 57, 58,
    60, 61, 66, 67, 68, 69, 70, 71, 72, 78, 79,
  ], // prettier-ignore
  understanding: Array.from({ length: 31 }, (_, n) => n + 53),
  desk: Array.from({ length: 75 }, (_, n) => n + 1).filter((rule) => rule !== 23 && rule !== 35),
}

describe.each(Object.entries(PAGES))('docs/reference/%s.md', async (name, rules) => {
  const page = await readFile(join(ROOT, `docs/reference/${name}.md`), 'utf8')
  const sections = page.split(/^### D(?=\d)/m).slice(1)

  test('each rule has its place, a state, and a test where it is kept', () => {
    expect(sections.map((section) => Number.parseInt(section, 10))).toEqual(rules)
    for (const section of sections) {
      const [title = ''] = section.split('\n')
      expect(section, title).toMatch(/\n\*\*(holds|in part|later)\*\*/)
      // What is missing is said.
      if (section.includes('**in part**')) expect(section, title).toMatch(/\n\*\*in part\*\*: \S/)
      if (!section.includes('**later**')) expect(section, title).toMatch(/\n- `/)
    }
  })

  test('each test that the page names is in its file', async () => {
    const named = [...page.matchAll(/^- `([^`]+)` "([^"]+)"$/gm)]
    expect(named.length).toBe([...page.matchAll(/^- /gm)].length)
    expect(named.length).toBeGreaterThan(rules.length)
    const missing: string[] = []
    for (const [, path = '', words = ''] of named) {
      const tests = (await readFile(join(ROOT, path), 'utf8'))
        .split('\n')
        .filter(
          (line) =>
            /^\s*((test|describe)\b|\]\)\(|[`'"]).*[`'"]/.test(line) || /^\s*(test|describe)(\.each)?\(/.test(line),
        )
      if (!tests.some((line) => line.includes(words))) missing.push(`${path}: ${words}`)
    }
    expect(missing).toEqual([])
  })
})
