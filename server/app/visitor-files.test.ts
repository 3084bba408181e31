/** Files of a visitor of the chat: the limits, verdicts and eyes of every other file (desk-D55, trust-D51). */
import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

const product = await aProduct()
const { call, look, url } = product
const { organizationId } = await anOrganization(product)
const administrator = await signedIn(product, await aMember(product, { organizationId }, 'administrator'))
const nurse = await signedIn(product, await aMember(product, { organizationId }, 'nurse'))
const { widgetKey } = (await call('widget.settings', undefined, { token: administrator })).json

async function aVisitor() {
  const { json } = await call('widget.open', { widgetKey })
  return { 'x-visitor': `${json.visitor.id}:${json.visitor.secret}` }
}
type Visitor = Awaited<ReturnType<typeof aVisitor>>

async function upload(visitor: Visitor, bytes: Buffer, name: string) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  const response = await fetch(`${url}/files`, { method: 'POST', headers: visitor, body: form })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}
const send = (visitor: Visitor, text: string, attachmentIds: unknown[]) =>
  call('widget.send', { messageId: randomUUID(), text, attachmentIds }, { headers: visitor })
const download = async (id: unknown, headers: Record<string, string>) =>
  (await fetch(`${url}/files/${String(id)}`, { headers })).status

test('desk-D55 a photo of a visitor goes with the message; the desk opens it and no other visitor does', async () => {
  const [visitor, stranger] = [await aVisitor(), await aVisitor()]
  const photo = await upload(visitor, aPng(), 'rash.png')
  expect(photo).toMatchObject({ status: 201, json: { verdict: 'clean', type: 'image/png', name: 'rash.png' } })
  const { id } = photo.json
  // Before it is in a message it is served to nobody, and nobody else may send it.
  expect(await download(id, visitor)).toBe(404)
  await send(stranger, 'this is mine', [id])
  const { json } = await send(visitor, 'Here is the photo.', [id])
  const bound = await look<{ messageId: string }>(`select message_id as "messageId" from attachment where id = $1`, [
    id,
  ])
  expect(bound).toEqual([{ messageId: json.messageId }])
  const seen = await call('widget.messages', {}, { headers: visitor })
  expect(seen.json.messages[0].attachments).toMatchObject([{ id, verdict: 'clean' }])
  expect(await download(id, visitor)).toBe(200)
  expect(await download(id, stranger)).toBe(404)
  expect(await download(id, { cookie: `__Host-bedside=${nurse}` })).toBe(200)
})

test('trust-D51 what the portal refuses or holds is refused or held here, and opened by nobody', async () => {
  const visitor = await aVisitor()
  const files: [string, Buffer, number, Record<string, unknown>][] = [
    ['a.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 422, { verdict: 'refused' }],
    ['photo.png', Buffer.from('GIF89a not a picture'), 422, { verdict: 'refused' }],
    ['setup.exe', Buffer.from('MZ\u0090\0program'), 201, { verdict: 'waiting', reason: 'program' }],
    ['photo.heic', aHeic(), 201, { verdict: 'waiting', reason: 'image_not_readable_here' }],
    ['empty.txt', Buffer.alloc(0), 422, { verdict: 'refused', reason: 'empty' }],
    ['film.txt', Buffer.alloc(1_000_001, 'a'), 413, { code: 'TOO_LARGE' }],
  ]
  const heldIds: unknown[] = []
  for (const [name, bytes, status, answer] of files) {
    const { json, ...rest } = await upload(visitor, bytes, name)
    expect({ ...rest, json }, name).toMatchObject({ status, json: answer })
    if (json.verdict === 'waiting') heldIds.push(json.id)
  }
  await send(visitor, 'Two files for you.', heldIds)
  for (const id of heldIds) {
    expect(await download(id, visitor), 'not "try again": nobody looks at it again').toBe(422)
    expect(await download(id, { cookie: `__Host-bedside=${nurse}` })).toBe(422)
  }
})

test('desk-D55 without a chat nothing is sent up, and one message carries at most twenty files', async () => {
  const nobody = { 'x-visitor': `${randomUUID()}:nothing` }
  expect(await upload(nobody, Buffer.from('words'), 'note.txt')).toMatchObject({ status: 401 })
  const ids = Array.from({ length: 21 }, () => randomUUID())
  expect((await send(await aVisitor(), 'too many', ids)).status).toBe(422)
})

test('desk-D2 what a file is called is read as the words are: danger in it is a red flag, of the one alone who sends it', async () => {
  const [visitor, stranger] = [await aVisitor(), await aVisitor()]
  const { json: photo } = await upload(visitor, aPng(), "I can't breathe.png")
  expect((await send(stranger, 'this is mine', [photo.id])).json.emergency).toBeNull()
  expect((await send(visitor, 'Please look at this.', [photo.id])).json).toMatchObject({
    emergency: { text: expect.stringContaining('911') },
  })
  const { json: calm } = await upload(stranger, aPng(), 'insurance card.png')
  expect((await send(stranger, 'Here it is.', [calm.id])).json.emergency).toBeNull()
})

test('trust-D57 what visitors send up is bounded by address and organization, and stops before the disk is full', async () => {
  const status = async () => (await upload(await aVisitor(), Buffer.from('words'), 'a.txt')).status
  const { rates } = product.services
  const now = product.clock.now
  expect(await status()).toBe(201)
  while (rates.admit('visitor-upload', organizationId, now) === 0) continue
  expect(await status()).toBe(429)
  const nextHour = new Date(now.getTime() + 3_600_000)
  product.clock.now = nextHour
  expect(await status()).toBe(201)
  while (rates.admit('visitor-upload-address', '127.0.0.1', nextHour) === 0) continue
  expect(await status()).toBe(429)
  product.clock.now = new Date(nextHour.getTime() + 3_600_000)
  const { freeDisk } = product.options
  product.options.freeDisk = async () => 0.05
  expect(await status()).toBe(422)
  product.options.freeDisk = freeDisk
  expect(await status()).toBe(201)
})

/** One white point. */
function aPng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 255, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The first box of a HEIC photo. */
function aHeic(): Buffer {
  const box = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')
  return Buffer.concat([box, Buffer.alloc(100)])
}
