/** Files that patients send in the demonstration, drawn by us: a small picture, a one-page PDF, a text. */
import { deflateSync } from 'node:zlib'
import { crc32 } from 'node:zlib'
import type { Random } from './random.ts'
import type { FileKind } from './story.ts'

export type MadeFile = { type: string; bytes: Buffer }

export function makeFile(kind: FileKind, title: string, dice: Random): MadeFile {
  if (kind === 'photo') return { type: 'image/png', bytes: png(dice) }
  if (kind === 'paper') return { type: 'application/pdf', bytes: pdf(title) }
  return { type: 'text/plain', bytes: Buffer.from(readings(dice)) }
}

const WIDTH = 320
const HEIGHT = 240

/** A soft round patch on a plain ground: enough to see that a picture is a picture. */
function png(dice: Random): Buffer {
  const ground = [dice.between(170, 235), dice.between(140, 200), dice.between(120, 180)]
  const spot = [dice.between(150, 220), dice.between(60, 110), dice.between(60, 110)]
  const [x0, y0, radius] = [dice.between(110, 210), dice.between(80, 160), dice.between(30, 70)]
  const pixels = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const nearness = Math.max(0, 1 - Math.hypot(x - x0, y - y0) / radius)
      for (let channel = 0; channel < 3; channel++) {
        const from = ground[channel] ?? 0
        pixels[y * (1 + WIDTH * 3) + 1 + x * 3 + channel] = Math.round(from + ((spot[channel] ?? 0) - from) * nearness)
      }
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function pdf(title: string): Buffer {
  const line = (text: string, y: number) =>
    `BT /F1 14 Tf 60 ${y} Td (${text.replace(/[^\x20-\x7e]|[()\\]/g, ' ')}) Tj ET`
  const page = [line(title, 720), line('Made for the Bedside demonstration. Not a real document.', 690)].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

const readings = (dice: Random): string =>
  Array.from(
    { length: 7 },
    (_, day) => `Day ${day + 1}: ${dice.between(118, 142)}/${dice.between(72, 90)}, pulse ${dice.between(62, 88)}`,
  ).join('\n')
