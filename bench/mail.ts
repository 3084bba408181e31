/**
 * What a mail costs, beside bare postal-mime on the same bytes in the same run (desk.md section 6): parse, classify, thread and trim.
 * `node --expose-gc bench/mail.ts` prints memory as well.
 */
import PostalMime from 'postal-mime'
import { readMail } from '#engines/mail/read-mail.ts'
import { decideThread } from '#engines/mail/threading.ts'
import { startHtmlSanitiser } from '#server/platform/html-sanitiser.ts'

const NO_REFERENCES = new Map()

const head = (type: string): string =>
  [
    'Received: from mx.example by clinic.example; Mon, 2 Mar 2026 16:59:00 +0000',
    'From: Jo Rivera <jo@example.org>',
    'To: care@clinic.example',
    'Subject: =?utf-8?q?A_question_about_S=C3=A1bado?=',
    'Message-ID: <1@example.org>',
    'In-Reply-To: <0@example.org>',
    'Date: Mon, 02 Mar 2026 16:59:00 +0000',
    `Content-Type: ${type}`,
  ].join('\r\n')

const sentences = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `Line ${n}: I would like to know whether the clinic is open on Saturday.`,
  ).join('\r\n')
const quoted = (count: number): string =>
  `On Mon, 2 Mar 2026 at 10:00, Care wrote:\r\n${sentences(count).replaceAll(/^/gm, '> ')}`
const html = (count: number): string => `<p>${sentences(count).replaceAll('\r\n', '</p>\r\n<p>')}</p>`
const part = (type: string, body: string, extra = ''): string =>
  `--b\r\nContent-Type: ${type}${extra}\r\n\r\n${body}\r\n`
const base64 = (bytes: number): string =>
  Buffer.alloc(bytes, 'abcdefghijklmnopqrstuvwxyz')
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n')
const attached = (bytes: number): string =>
  `${head('multipart/mixed; boundary=b')}\r\n\r\n${part('text/plain', sentences(5))}${part('application/pdf', base64(bytes), '; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment')}--b--\r\n`

const mails: Record<string, { raw: Buffer; rounds: number }> = {
  'short text': { raw: Buffer.from(`${head('text/plain; charset=utf-8')}\r\n\r\n${sentences(5)}\r\n`), rounds: 2_000 },
  'answer with 200 quoted lines': {
    raw: Buffer.from(`${head('text/plain; charset=utf-8')}\r\n\r\n${sentences(5)}\r\n\r\n${quoted(200)}\r\n`),
    rounds: 500,
  },
  'text and HTML, 100 lines': {
    raw: Buffer.from(
      `${head('multipart/alternative; boundary=b')}\r\n\r\n${part('text/plain', sentences(100))}${part('text/html', html(100))}--b--\r\n`,
    ),
    rounds: 300,
  },
  'HTML only, 100 lines': { raw: Buffer.from(`${head('text/html')}\r\n\r\n${html(100)}\r\n`), rounds: 300 },
  '1 MB attached': { raw: Buffer.from(attached(1_000_000)), rounds: 20 },
  '35 MB attached (48 MB mail)': { raw: Buffer.from(attached(35_000_000)), rounds: 1 },
}

function ours(raw: Buffer): void {
  const mail = readMail(raw)
  decideThread(mail.references, NO_REFERENCES, mail.sender)
}

const rows: Record<string, object> = {}
for (const [name, { raw, rounds }] of Object.entries(mails)) {
  for (let warm = 0; warm < Math.min(rounds, 20); warm++) {
    ours(raw)
    await PostalMime.parse(raw)
  }
  const mine: number[] = []
  const bare: number[] = []
  // By turns, so that a busy moment of the machine meets both.
  for (let round = 0; round < rounds; round++) {
    mine.push(timed(() => ours(raw)))
    const began = performance.now()
    await PostalMime.parse(raw)
    bare.push(performance.now() - began)
  }
  rows[name] = {
    kB: Math.round(raw.length / 1_024),
    'ours p50 ms': round3(quantile(mine, 0.5)),
    'ours p99 ms': round3(quantile(mine, 0.99)),
    'postal-mime p50 ms': round3(quantile(bare, 0.5)),
    ratio: round3(quantile(mine, 0.5) / quantile(bare, 0.5)),
    'memory / size': memoryOf(raw),
  }
}
console.log(
  `Parse, classify, thread, trim beside postal-mime's parse alone. Node ${process.version}, ${process.platform} ${process.arch}`,
)
console.table(rows)

const hostile = '<div><table><tr><td><b>'.repeat(3_500)
const hostileMail = Buffer.from(`${head('text/html')}\r\n\r\n${hostile}`)
const sanitiser = startHtmlSanitiser()
await sanitiser.sanitise('<p>warm</p>')
const [reading, cleaning]: number[][] = [[], []]
let shown = ''
for (let round = 0; round < 9; round++) {
  reading?.push(timed(() => ours(hostileMail)))
  const began = performance.now()
  const result = await sanitiser.sanitise(hostile)
  cleaning?.push(performance.now() - began)
  shown = result.ok ? 'shown' : result.limit
}
console.table({
  [`hostile HTML, ${Math.round(hostile.length / 1_024)} kB deep`]: {
    'read p50 ms': round3(quantile(reading ?? [], 0.5)),
    'sanitise p50 ms': round3(quantile(cleaning ?? [], 0.5)),
    result: shown,
  },
})
await sanitiser.close()

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function memoryOf(raw: Buffer): number | string {
  if (!globalThis.gc || raw.length < 1_000_000) return '-'
  globalThis.gc()
  const before = process.memoryUsage()
  const kept = readMail(raw)
  const after = process.memoryUsage()
  const used = after.heapUsed + after.external - before.heapUsed - before.external
  return kept.text === '' ? 0 : round3((used + raw.length) / raw.length)
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
