/** trust-D51: what happens to a file that a patient sends up, over HTTP, from the first byte to whoever may download it. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { scanWaiting } from '#server/modules/conversation/index.ts'
import { MAX_FILE_BYTES, openFileCheck } from '#server/platform/file-check.ts'
import { SAMPLE_FILES } from '#server/platform/sample-files.ts'
import { anOrganization, aPatient, aProduct, patientSignedIn, PUBLIC_URL } from './a-product.ts'
import { buildApp } from './app.ts'
import { buildRouter } from './router.ts'

const product = await aProduct()
const { call, look } = product
const clinic = await anOrganization(product)
const token = await patientSignedIn(product, await aPatient(product, clinic), clinic.slug)
const stranger = await patientSignedIn(product, await aPatient(product, clinic), clinic.slug)
const cookie = (of: string) => ({ cookie: `__Host-bedside=${of}` })

type Stored = { status: number; id: string; verdict: string; reason: string | null; code: string | undefined }

async function upload(name: string, bytes: Uint8Array, url = product.url): Promise<Stored> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }), name)
  const answer = await fetch(`${url}/files`, {
    method: 'POST',
    headers: { origin: PUBLIC_URL, ...cookie(token) },
    body: form,
  })
  return { status: answer.status, ...((await answer.json()) as Omit<Stored, 'status'>) }
}

const sendWith = (attachmentIds: string[], text = 'Here it is.') =>
  call('myConversation.send', { messageId: randomUUID(), text, attachmentIds }, { token })
const download = (id: string, by = token) =>
  fetch(`${product.url}/files/${id}`, { headers: cookie(by), redirect: 'manual' })

/** This server is set to take a million bytes. */
const inSize = SAMPLE_FILES.filter(([, , bytes]) => bytes.length <= MAX_FILE_BYTES)

test('trust-D51 by the door of the portal each file gets its verdict: kept, refused, or held for a person', async () => {
  const verdicts: Record<string, string> = {}
  const expected: Record<string, string> = {}
  for (const [what, name, bytes, verdict, reason] of inSize) {
    const stored = await upload(name, bytes)
    verdicts[what] = `${stored.status} ${stored.verdict} ${stored.reason}`
    expected[what] = { clean: '201 clean', held: '201 waiting', refused: '422 refused' }[verdict] + ` ${reason}`
    const [row] = await look<{ kept: boolean }>(
      `select storage_key is not null as kept from attachment where id = $1`,
      [stored.id],
    )
    // Of what is refused not a byte is kept.
    expect(row?.kept, what).toBe(verdict !== 'refused')
  }
  expect(verdicts).toEqual(expected)
})

test('trust-D51 a form that is cut off, that is none, or that holds too much is no file', async () => {
  const before = await look(`select 1 from attachment`)
  const tooMuch = await upload('a.txt', Buffer.alloc(1_000_001, 'a'))
  expect([tooMuch.status, tooMuch.code]).toEqual([413, 'TOO_LARGE'])
  const boundary = 'cut'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n`
  const bodies = [`${head}half a wo`, head, `--${boundary}--\r\n`, '', 'no form at all']
  for (const body of bodies) {
    const answer = await product.send('POST', '/files', body, {
      token,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    expect({ body, status: answer.status }).toEqual({ body, status: 422 })
  }
  expect((await product.send('POST', '/files', '{}', { token })).status).toBe(422)
  expect(await look(`select 1 from attachment`)).toHaveLength(before.length)
})

test('trust-D51 a clean file reaches its own people as a thing to keep, never to run; a refused one reaches nobody', async () => {
  const clean = await upload('note.txt', Buffer.from('I take 5 mg.'))
  expect((await download(clean.id)).status, 'before it is in a message').toBe(404)
  expect((await sendWith([clean.id])).status).toBe(200)
  const given = await download(clean.id)
  expect(given.status).toBe(200)
  expect(await given.text()).toBe('I take 5 mg.')
  expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename="note\.txt"/)
  expect(given.headers.get('x-content-type-options')).toBe('nosniff')
  expect(given.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(given.headers.get('cache-control')).toBe('no-store')
  expect((await download(clean.id, stranger)).status).toBe(404)
  expect((await download(clean.id, '')).status).toBe(401)

  // Held for good: nobody looks at it again, and nobody is told to come again.
  const [, heldName, heldBytes] = SAMPLE_FILES.find(([what]) => what === 'a PDF with a password')!
  const held = await upload(heldName, heldBytes)
  expect(held).toMatchObject({ status: 201, verdict: 'waiting', reason: 'password' })
  await sendWith([held.id])
  const asked = await download(held.id)
  expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([422, 'FILE_REFUSED'])

  const bad = SAMPLE_FILES.find(([what]) => what === 'the scanner test file')!
  const refused = await upload(bad[1], bad[2])
  await sendWith([refused.id])
  expect((await download(refused.id)).status).not.toBe(200)
})

test('a file that is not there does not hold the words up, and the sender is asked for it again', async () => {
  const whole = await upload('a.txt', Buffer.from('Some words'))
  const seen = async (attachmentIds: string[]) => {
    const { conversationId, messageId } = (await sendWith(attachmentIds)).json as Record<string, string>
    const { messages } = (await call('myConversation.get', { conversationId }, { token })).json
    return messages.find(({ id }: { id: string }) => id === messageId)
  }
  expect(await seen([randomUUID()])).toMatchObject({ text: 'Here it is.', attachments: [], filesMissing: true })
  expect(await seen([whole.id])).toMatchObject({ attachments: [{ id: whole.id }], filesMissing: false })
})

test('trust-D51 without the scanner a file is held, the message goes on at once, and the file follows when the scanner is back', async () => {
  const clamd = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('data', (data) => {
      received = Buffer.concat([received, Buffer.from(data)])
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end('stream: OK\0')
    })
  })
  const listen = (port: number) =>
    new Promise<number>((resolve) =>
      clamd.listen(port, '127.0.0.1', () => resolve((clamd.address() as { port: number }).port)),
    )
  const stopped = () => new Promise<void>((resolve) => clamd.close(() => resolve()))
  const port = await listen(0)
  const scanner = openFileCheck(`127.0.0.1:${port}`)
  const app = await buildApp(product.services, buildRouter({ replay: product.replay }), {
    ...product.options,
    checkFile: scanner.check,
  })
  afterAll(() => app.close())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  expect(await upload('a.txt', Buffer.from('Some words'), url)).toMatchObject({ status: 201, verdict: 'clean' })

  await stopped()
  const held = await upload('a.txt', Buffer.from('Other words'), url)
  expect(held).toMatchObject({ status: 201, verdict: 'waiting', reason: 'scanner_unreachable' })
  expect(scanner.scanner()).toBe('down')
  // The words are read at once, an emergency is an emergency; the sender sees that the file came and is being checked.
  const sent = await sendWith([held.id], 'I have crushing chest pain, see the picture')
  expect(sent.status, sent.text).toBe(200)
  const { conversationId } = sent.json as { conversationId: string }
  const shown = await call('myConversation.get', { conversationId }, { token })
  expect(shown.json.messages[0].attachments).toEqual([expect.objectContaining({ id: held.id, verdict: 'waiting' })])
  expect(shown.json.conversation.alert).toBe('unread')
  const early = await download(held.id)
  expect([early.status, ((await early.json()) as { code: string }).code]).toEqual([409, 'SCAN_PENDING'])

  await listen(port)
  const { database: db, jobs, hub } = product
  const deps = { db, jobs, hub, files: product.services.files, now: () => product.clock.now, scan: scanner.scan }
  await scanWaiting(deps, clinic.organizationId, held.id)
  const late = await download(held.id)
  expect([late.status, await late.text()]).toEqual([200, 'Other words'])
  await stopped()
})
