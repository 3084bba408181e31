/** Pictures that a mail shows from elsewhere: nobody is asked before a click, and then only whom a stranger's words may make us ask. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { REMOTE_PICTURES_MAX, remotePictures, sanitiseMailHtml } from '#engines/mail/html-policy.ts'
import { aRawMail } from '#server/channels/email/testing/a-mail-house.ts'
import { exchangeHttp } from '#server/platform/outbound.ts'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

/** Another house, which counts who asks. */
const asked: { path: string; headers: Record<string, unknown> }[] = []
const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#0a0' } })
  .withMetadata({ orientation: 6 })
  .png()
  .toBuffer()
const noise = await sharp(
  Buffer.alloc(1_400 * 1_400 * 3).map(() => Math.random() * 256),
  {
    raw: { width: 1_400, height: 1_400, channels: 3 },
  },
)
  .jpeg({ quality: 100 })
  .toBuffer()
const elsewhere = createServer(({ url = '', headers }, response) => {
  asked.push({ path: url, headers })
  if (url.startsWith('/away')) return void response.writeHead(302, { location: '/picture.png' }).end()
  if (url.startsWith('/svg'))
    return void response.setHeader('content-type', 'image/png').end('<svg xmlns="http://www.w3.org/2000/svg"/>')
  if (url.startsWith('/huge')) return void response.end(Buffer.alloc(5_000_001))
  if (url.startsWith('/noise')) return void response.end(noise)
  if (url.startsWith('/gone')) return void response.writeHead(404).end(png)
  response.end(png)
})
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
afterAll(() => void elsewhere.close())
const { port } = elsewhere.address() as AddressInfo

/** `pictures.example` is the other house; everything else is judged as it is in the product, where nothing local is let through. */
const product = await aProduct({
  fetchPicture: (url) => {
    const isOther = url.hostname === 'pictures.example'
    const there = isOther ? new URL(`http://127.0.0.1:${port}${url.pathname}${url.search}`) : url
    return exchangeHttp(there, { headers: { accept: 'image/*' } }, { local: isOther ? [`127.0.0.1:${port}`] : [] })
  },
})
const { call, look, url: ours } = product
const { organizationId } = await anOrganization(product)
const administrator = await signedIn(product, await aMember(product, { organizationId }, 'administrator'))
const nurse = `__Host-bedside=${await signedIn(product, await aMember(product, { organizationId }))}`
await call('organization.addMailbox', { name: 'Care', address: 'care@clinic.example' }, { token: administrator })

/** A mail with these pictures; @returns the id of its message. */
async function aMail(...addresses: string[]): Promise<string> {
  const subject = `Mail ${randomUUID()}`
  const body = `<p>Hello</p>${addresses.map((address) => `<img alt="p" src="${address}">`).join('\n')}`
  const mail = aRawMail({ Subject: subject, 'MIME-Version': '1.0', 'Content-Type': 'text/html; charset=utf-8' }, body)
  await product.mailIn.deliver(Buffer.from(mail))
  const [row] = await look<{ id: string }>(`select id from message where subject = $1`, [subject])
  return row?.id ?? ''
}
const at = (id: string, path: string, method = 'GET', cookie = nurse) =>
  fetch(`${ours}/mail/${id}${path}`, { method, headers: { cookie, origin: 'https://bedside.example' } })
const shownIn = async (id: string) =>
  [...(await (await at(id, '')).text()).matchAll(/ src="([^"]+)"/g)].map(([, src]) => src)
const click = async (id: string) => (await at(id, '/pictures', 'POST')).json()

describe('desk-D56, trust-D50 pictures from elsewhere', () => {
  test('desk-D56 nobody is asked while a mail comes in, is read and is counted; after a click the picture is shown, made new, and fetched once', async () => {
    const id = await aMail('https://pictures.example/picture.png?a=1&amp;b=2', 'https://pictures.example/away')
    expect(await shownIn(id)).toEqual([])
    expect(await (await at(id, '/pictures')).json()).toEqual({ shown: 0, hidden: 2 })
    expect(asked).toEqual([])

    expect(await click(id)).toEqual({ shown: 1, hidden: 1 })
    expect(asked.map(({ path }) => path).toSorted()).toEqual(['/away', '/picture.png?a=1&b=2'])
    expect(Object.keys(asked[0]?.headers ?? {}).toSorted()).toEqual(['accept', 'connection', 'host'])
    const [src = ''] = await shownIn(id)
    expect(src).toMatch(/^data:image\/png;base64,/)
    const picture = Buffer.from(src.split(',')[1] ?? '', 'base64')
    expect(picture.equals(png)).toBe(false)
    expect(await sharp(picture).metadata()).toMatchObject({ width: 20, height: 30 })
    expect((await at(id, '')).headers.get('content-security-policy')).toContain("default-src 'none'; img-src data:")

    // For this mail it is remembered; in another one the same address is asked again, and not before a click.
    asked.length = 0
    expect(await shownIn(id)).toHaveLength(1)
    const other = await aMail('https://pictures.example/picture.png?a=1&amp;b=2')
    expect(await shownIn(other)).toEqual([])
    expect(asked).toEqual([])
    const told = await look<{ event: string }>(`select event from journal where resource_id = $1 order by event`, [id])
    expect(told.map(({ event }) => event)).toContain('message.pictures-asked')
  })

  test('trust-D58 loopback, private and odd addresses are never asked, on no port', async () => {
    asked.length = 0
    const hostile = [
      `http://127.0.0.1:${port}/picture.png`,
      `http://localhost:${port}/picture.png`,
      `http://[::1]:${port}/picture.png`,
      `http://0x7f.1:${port}/picture.png`,
      'http://127.0.0.1/picture.png',
      'http://localhost/picture.png',
      'http://2130706433/picture.png',
      'http://[::ffff:127.0.0.1]/picture.png',
      'http://10.0.0.1/picture.png',
      'http://169.254.169.254/latest/meta-data',
      'https://user:secret@pictures.example/picture.png',
      'http://pictures.example:25/picture.png',
      `http://pictures.example:${port}/picture.png`,
    ]
    const id = await aMail(...hostile)
    expect(await click(id)).toMatchObject({ shown: 0 })
    expect(asked).toEqual([])
    expect(await shownIn(id)).toEqual([])
  })

  test('trust-D51 what is no picture, too large, or more than one page carries stays a gap', async () => {
    const id = await aMail(
      'https://pictures.example/svg',
      'https://pictures.example/huge',
      'https://pictures.example/gone',
      ...Array.from({ length: 12 }, (_, n) => `https://pictures.example/noise?${n}`),
    )
    const { shown, hidden } = (await click(id)) as { shown: number; hidden: number }
    expect(shown + hidden).toBe(15)
    expect(shown).toBe(Math.floor(10_000_000 / (await sizeOfOne(id))))
    expect(shown).toBeLessThan(12)
    expect(await shownIn(id)).toHaveLength(shown)
  })

  test('trust-D50 of more than fifty pictures the first fifty are asked for', () => {
    const many = Array.from({ length: 80 }, (_, n) => `<img src="https://pictures.example/${n}">`).join('')
    expect(remotePictures(sanitiseMailHtml(many))).toHaveLength(REMOTE_PICTURES_MAX)
    const twice = '<img src="https://pictures.example/1?a&b"><img src="https://pictures.example/1?a&b">'
    expect(remotePictures(sanitiseMailHtml(twice))).toEqual(['https://pictures.example/1?a&b'])
  })

  test('trust-D3 another organization, a patient and nobody ask for nothing', async () => {
    asked.length = 0
    const id = await aMail('https://pictures.example/picture.png')
    const stranger = `__Host-bedside=${await signedIn(product, await aMember(product, await anOrganization(product)))}`
    expect((await at(id, '/pictures', 'POST', stranger)).status).toBe(404)
    expect((await at(id, '/pictures', 'POST', `__Host-bedside=${administrator}`)).status).toBe(403)
    expect((await at(id, '/pictures', 'POST', '')).status).toBe(401)
    expect((await at(randomUUID(), '/pictures', 'POST')).status).toBe(404)
    expect(asked).toEqual([])
  })
})

const sizeOfOne = async (id: string): Promise<number> =>
  (await look<{ size: number }>(`select max(size) as size from mail_picture where message_id = $1`, [id]))[0]?.size ?? 0
