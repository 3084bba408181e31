/** trust-D48: no secret stands in the repository, in any of the forms in which keys are given out. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

const FORMS: [form: RegExp, what: string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'a key of a cloud'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}/, 'a token of a code host'],
  [/\bsk-[A-Za-z0-9_-]{32,}/, 'a key of a language model'],
  [/\bxox[abpr]-[0-9A-Za-z-]{10,}/, 'a token of a chat'],
  [/\bAIza[0-9A-Za-z_-]{35}/, 'a key of maps or mail'],
  [/\b(AC|SK)[0-9a-f]{32}\b/, 'an account or key of a carrier'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}/, 'a signed token'],
  [/\bwhsec_[A-Za-z0-9+/]{24,}/, 'a secret of a webhook'],
]
const secretsIn = (text: string): string[] => FORMS.filter(([form]) => form.test(text)).map(([, what]) => what)

test('trust-D48 no file of the repository holds a secret', async () => {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: ROOT, maxBuffer: 10_000_000 })
  const files = stdout.split('\0').filter((path) => path !== '' && !/\.(png|onnx|bin|gz|ico|woff2?)$/.test(path))
  expect(files.length).toBeGreaterThan(1_000)
  const found: Record<string, string[]> = {}
  for (const path of files) {
    const secrets = secretsIn(await readFile(join(ROOT, path), 'utf8'))
    if (secrets.length > 0) found[path] = secrets
  }
  expect(found).toEqual({})
})

test('trust-D48 each form would be seen', () => {
  // In parts, so that this file holds none.
  const planted = [
    `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
    `AKIA${'A'.repeat(16)}`,
    `ghp_${'a'.repeat(36)}`,
    `sk-${'a'.repeat(40)}`,
    `xoxb-${'1'.repeat(12)}`,
    `AIza${'a'.repeat(35)}`,
    `SK${'0'.repeat(32)}`,
    `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}`,
    `whsec_${'a'.repeat(32)}`,
  ]
  expect(planted.map((text) => secretsIn(text).length)).toEqual(planted.map(() => 1))
  expect(planted.length).toBe(FORMS.length)
})
