/** The page that says which test proves which rule is true: each test it names is there, and each rule has its line. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const page = await readFile(join(ROOT, 'docs/reference/trust.md'), 'utf8')

/** The rules that a first release is held to. */
const RULES = [
  1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28, 29, 30, 47, 48, 49, 50, 51, 54, 55, 56, 57, 58,
  60, 61, 66, 67, 68, 69, 70, 71, 72, 78, 79,
] // prettier-ignore

const sections = page.split(/^### D(?=\d)/m).slice(1)

test('each rule of trust has its place, a state, and a test', () => {
  expect(sections.map((section) => Number.parseInt(section, 10))).toEqual(RULES)
  for (const section of sections) {
    const [title = ''] = section.split('\n')
    expect(section, title).toMatch(/\n\*\*(holds|in part|later)\*\*/)
    expect(section, title).toMatch(/\n- `/)
  }
})

test('each test that the page names is in its file', async () => {
  const named = [...page.matchAll(/^- `([^`]+)` "([^"]+)"$/gm)]
  expect(named.length).toBe([...page.matchAll(/^- /gm)].length)
  expect(named.length).toBeGreaterThan(RULES.length)
  for (const [, path = '', words = ''] of named) {
    const tests = (await readFile(join(ROOT, path), 'utf8'))
      .split('\n')
      .filter((line) => /^\s*((test|describe)\b|\]\)\(|[`'"]).*[`'"]/.test(line) || /^\s*test(\.each)?\(/.test(line))
    expect(
      tests.some((line) => line.includes(words)),
      `${path}: ${words}`,
    ).toBe(true)
  }
})
