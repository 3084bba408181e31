import { createServer } from 'node:net'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { checkFileWith, clamdScanner, openFileCheck } from './file-check.ts'
import { decodeHeic } from './decode-heic.ts'
import { LARGE_HEIC, SMALL_HEIC } from './sample-heic.ts'
import { SAMPLE_FILES } from './sample-files.ts'

const { check: checkFile } = openFileCheck(null)

const picture = (width = 20, height = 10) => sharp({ create: { width, height, channels: 3, background: '#fff' } })

test.each(SAMPLE_FILES)('trust-D51 %s', async (_what, name, bytes, verdict, reason) => {
  expect(await checkFile(bytes, name, 'application/octet-stream')).toMatchObject({ verdict, reason })
})

test('trust-D51 an image is made new: no place, no words, upright, its ending right', async () => {
  const original = await picture()
    .withExif({ IFD0: { Copyright: 'secret words' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const found = await checkFile(
    Buffer.concat([original, Buffer.from('PK\x03\x04 tail')]),
    'scan.pdf',
    'application/pdf',
  )
  expect(found).toMatchObject({ verdict: 'clean', type: 'image/jpeg', name: 'scan.pdf.jpg' })
  const metadata = await sharp(found.bytes).metadata()
  expect([metadata.width, metadata.height, metadata.exif, metadata.orientation]).toEqual([10, 20, undefined, undefined])
  expect(found.bytes.includes('tail')).toBe(false)
})
test('trust-D51 an image of more than 40 megapixels is refused', async () => {
  const large = await picture(7_000, 6_000).png().toBuffer()
  expect(await checkFile(large, 'a.png', 'image/png')).toMatchObject({ verdict: 'refused', reason: 'image_too_large' })
})
test('desk-D55 a HEIC photo is made a JPEG: its points, and nothing else of it', async () => {
  const found = await checkFile(SMALL_HEIC, 'IMG_1.HEIC', 'image/heic')
  expect(found).toMatchObject({ verdict: 'clean', reason: null, type: 'image/jpeg', name: 'IMG_1.HEIC.jpg' })
  const { width, height, format, exif } = await sharp(found.bytes).metadata()
  expect({ width, height, format, exif }).toEqual({ width: 64, height: 48, format: 'jpeg', exif: undefined })
  expect(SMALL_HEIC.includes('secret words')).toBe(true)
  expect(found.bytes.includes('secret')).toBe(false)
  const corner = async (left: number, top: number) => [
    ...(await sharp(found.bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ]
  expect((await corner(60, 2))[0]).toBeGreaterThan(200)
  expect((await corner(2, 45))[1]).toBeGreaterThan(200)
})
test('desk-D55 a HEIC photo that is too large, broken, a bomb or slow to read is given to nobody', async () => {
  const kept = { verdict: 'held', reason: 'image_not_readable_here', type: 'image/heic' }
  expect(await checkFile(LARGE_HEIC, 'a.heic', '')).toMatchObject({ verdict: 'refused', reason: 'image_too_large' })
  for (const end of [60, 200, 400, 560])
    expect(await checkFile(SMALL_HEIC.subarray(0, end), 'a.heic', ''), `${end}`).toMatchObject(kept)
  // It says 64 by 48 of itself, and unpacks to 42 million points.
  const bomb = Buffer.from(LARGE_HEIC)
  for (let at = bomb.indexOf('ispe'); at > 0; at = bomb.indexOf('ispe', at + 4)) {
    bomb.writeUInt32BE(64, at + 8)
    bomb.writeUInt32BE(48, at + 12)
  }
  const { verdict, bytes } = await checkFile(bomb, 'a.heic', '')
  expect(verdict === 'held' || bytes.length < 20_000).toBe(true)
  expect(await decodeHeic(SMALL_HEIC, { pixelsMax: 64 * 48 - 1 })).toBe('too-large')
  expect(await decodeHeic(SMALL_HEIC, { pixelsMax: 64 * 48, withinMs: 1 })).toBe('unreadable')
  // What came before leaves nothing behind.
  expect(await checkFile(SMALL_HEIC, 'a.heic', '')).toMatchObject({ verdict: 'clean' })
})
test('trust-D53 the shown name can not lead anywhere', async () => {
  const found = await checkFile(Buffer.from('x'), '..\\..\u202e/\u200b.\u0000../a\u0301.txt', 'text/plain')
  expect(found.name).toBe('á.txt')
})
test('trust-D51 a scanner that is set and gone means held; one that finds something means refused', async () => {
  expect(await checkFileWith(clamdScanner('127.0.0.1:1'), Buffer.from('x'), 'a.txt', '')).toMatchObject({
    verdict: 'held',
    reason: 'scanner_unreachable',
  })
  const answers = ['stream: OK\0', 'stream: Bad.Thing FOUND\0']
  const server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0)
    socket.on('data', (data) => {
      received = Buffer.concat([received, Buffer.from(data)])
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end(answers.shift() ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const scan = clamdScanner(`127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
  expect(await checkFileWith(scan, Buffer.from('words'), 'a.txt', '')).toMatchObject({ verdict: 'clean' })
  expect(await checkFileWith(scan, Buffer.from('words'), 'a.txt', '')).toMatchObject({
    verdict: 'refused',
    reason: 'infected',
  })
  server.close()
})
