/** The command `npm run understand`, as another program would use it: a stream in, a stream out. */
import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const LINES = 10_000

const good = [
  { text: 'I need to refill my lisinopril' },
  { text: 'crushing chest pain', age: 61, sex: 'male', conditions: ['diabetes'], vitals: { heart_rate: 120, bp_sys: 150 } },
  { text: 'mi bebé tiene fiebre', age: 2, age_unit: 'months', lang: 'es', vitals: { temp_c: 38.4 } },
  { text: 'yes', turns: [{ from: 'patient', text: 'my calf is swollen' }], subject: 'self' },
  { text: 'I want to die' },
  { text: '' },
] // prettier-ignore
const bad = ['{not json', '[]', '{"id":"no text"}', '{"id":"b","text":5}', '{"id":"c","text":"x","vitals":7}', 'null']

const input = Array.from({ length: LINES }, (_, i) =>
  i % 10 === 9 ? bad[((i / 10) % bad.length) | 0]! : JSON.stringify({ id: `l${i}`, ...good[i % good.length] }),
).join('\n')

const FEW = 1_000
const few = input.split('\n').slice(0, FEW).join('\n')

test('understanding-D5 ten thousand lines, bad ones among them, the same bytes when asked again', { timeout: 240_000 }, async () => {
  const [first, again] = await Promise.all([run(input), run(few)])
  expect(first.code).toBe(0)
  expect(first.out.startsWith(again.out)).toBe(true)
  expect(again.out.trimEnd().split('\n')).toHaveLength(FEW)

  const answers = first.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer)
  expect(answers).toHaveLength(LINES)
  const refused = answers.filter(({ error }) => error)
  expect(refused).toHaveLength(LINES / 10)
  expect(new Set(refused.map(({ error }) => error!.code))).toEqual(new Set(['NOT_JSON', 'NOT_AN_OBJECT', 'TEXT_MISSING', 'BAD_FIELD'])) // prettier-ignore
  expect(refused.every(({ error }) => error!.message.length > 0)).toBe(true)

  const keys = ['language', 'intents', 'emotions', 'triage', 'crisis', 'readability', 'phi']
  for (const answer of answers.filter(({ error }) => !error).slice(0, 50)) expect(Object.keys(answer)).toEqual(expect.arrayContaining(keys)) // prettier-ignore
  expect(answers[1]).toMatchObject({ id: 'l1', triage: { urgency: 'emergency' } })
  expect(answers[2]).toMatchObject({ id: 'l2', triage: { urgency: 'emergency', subject: 'child' } })
  expect(answers[4]).toMatchObject({ id: 'l4', crisis: { level: 'present' } })
}) // prettier-ignore

test('understanding-D5 a file that begins with a byte order mark, and ends its lines as on Windows, is read alike', async () => {
  const lines = few.split('\n').slice(0, 3)
  const plain = await run(lines.join('\n'))
  expect((await run(`\uFEFF${lines.join('\r\n')}\r\n`)).out).toBe(plain.out)
  expect(JSON.parse(plain.out.split('\n')[0] ?? '')).toMatchObject({ id: 'l0' })
})

test('understanding-D5 a slow reader is waited for', { timeout: 120_000 }, async () => {
  const { out } = await run(few, 20)
  expect(out.trimEnd().split('\n')).toHaveLength(FEW)
})

type Answer = { id?: unknown; error?: { code: string; message: string } }

test('understanding journey 10: without a network the figures are measured, as the lines above are read; what reaches for one is noticed', { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [...NO_NETWORK, 'tools/evaluate.ts', '--engine', 'crisis'])
  expect(stdout).toContain('alarms on near misses')
  const reaches = promisify(execFile)(process.execPath, [...NO_NETWORK, '-e', 'fetch("http://127.0.0.1:7999").catch(() => 0)'])
  await expect(reaches).rejects.toMatchObject({ code: 97 })
}) // prettier-ignore

const NO_NETWORK = ['--import', './tools/no-network.ts']

/** Runs the command without a server and without a network; `pauseMs` holds the reader back at each piece. */
function run(text: string, pauseMs = 0): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...NO_NETWORK, 'tools/understand.ts'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const pieces: Buffer[] = []
    child.on('error', reject)
    child.stdout.on('data', (piece: Buffer) => {
      pieces.push(piece)
      if (pauseMs === 0) return
      child.stdout.pause()
      setTimeout(() => child.stdout.resume(), pauseMs)
    })
    child.on('close', (code) => resolve({ code, out: Buffer.concat(pieces).toString('utf8') }))
    child.stdin.end(text)
  })
}
