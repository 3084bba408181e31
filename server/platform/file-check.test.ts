import { createServer } from 'node:net'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { checkFileWith, clamdScanner, openFileCheck } from './file-check.ts'
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
