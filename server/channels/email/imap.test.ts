/** A folder read over IMAP, on a scripted server: nothing lost, nothing doubled, whatever the other side does. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aCertificate, anAuthority, believe, type Certificate } from '#server/platform/a-certificate.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { startHtmlSanitiser } from '#server/platform/html-sanitiser.ts'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { asSystem } from '#server/modules/conversation/a-clinic.ts'
import { channelFailures } from '#server/modules/desk/channel-failures.ts'
import { readImapUrl } from './imap-account.ts'
import { startImapReader } from './imap-reader.ts'
import { openMails } from './imap-store.ts'
import { countUnknown, openMailIn } from './mail-in.ts'
import { tellDifferences } from './mail-watch.ts'
import { receiveMail } from './receive-mail.ts'
import { aMailHouse, aMailbox, aRawMail, DOMAIN, LOOPBACK } from './testing/a-mail-house.ts'
import { scriptedImap, type ScriptedImap } from './testing/scripted-imap.ts'

/** On a busy machine. */
vi.setConfig({ testTimeout: 120_000 })
const house = await aMailHouse()
const { clinic, services, look } = house
const sanitiser = startHtmlSanitiser()
const stops: (() => Promise<unknown>)[] = []
beforeEach(() => async () => {
  for (const stop of stops.splice(0)) await stop()
})
afterAll(() => sanitiser.close())

/** A folder of its own for each test, and a reader that looks twice a second. */
async function aFolder(options: { token?: string; tokenFile?: string; server?: ScriptedImap; tls?: Certificate } = {}) {
  const imap = options.server ?? (await scriptedImap({ token: options.token ?? null, tls: options.tls }))
  const address = `box-${randomUUID().slice(0, 8)}@${DOMAIN}`
  const { accountId } = await aMailbox(house, clinic, address)
  const mailbox = { organizationId: clinic.organizationId, accountId, address, siteId: clinic.siteId }
  const account = readImapUrl(
    options.tls
      ? `imaps://box:secret@localhost:${imap.port}/INBOX?mailbox=${address}`
      : options.tokenFile
        ? `imap://box@127.0.0.1:${imap.port}/INBOX?mailbox=${address}&token-file=${options.tokenFile}`
        : `imap://box:secret@127.0.0.1:${imap.port}/INBOX?mailbox=${address}`,
  )
  const read = (takeInBefore?: (raw: Buffer) => void) => {
    const reader = startImapReader({
      services,
      account,
      mailbox,
      outbound: LOOPBACK,
      pollMs: 400,
      takeIn: async (raw, arrivalKey) => {
        takeInBefore?.(raw)
        return receiveMail({ services, sanitiser, checkFile: openFileCheck(null).check }, mailbox, { raw, arrivalKey })
      },
    })
    stops.unshift(() => reader.stop())
    return reader
  }
  stops.push(() => imap.close())
  const source = `email:${address}`
  return {
    imap,
    address,
    source,
    read,
    stored: async () =>
      (
        await look<{ text: string }>(
          `select text from message where channel_account_id = $1 and direction = 'in' order by text`,
          [accountId],
        )
      ).map(({ text }) => text),
    count: async () =>
      (
        await look<Record<'seen' | 'stored' | 'duplicate' | 'refused' | 'setAside', number>>(
          `select sum(seen)::int as seen, sum(stored)::int as stored, sum(duplicate)::int as duplicate, sum(refused)::int as refused, sum(set_aside)::int as "setAside"
             from mailbox_count where source = $1`,
          [source],
        )
      )[0],
    open: async () =>
      (await look<{ key: string }>(`select arrival_key as key from mail_arrival where source = $1`, [source])).map(
        ({ key }) => key,
      ),
    folder: async () =>
      (
        await look<{ failure: string | null; lastUid: string }>(
          `select failure, last_uid as "lastUid" from imap_folder where account_id = $1`,
          [accountId],
        )
      )[0],
  }
}

const until = async (what: string, isTrue: () => Promise<boolean> | boolean): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) if (await isTrue()) return
  throw new Error(`not within time: ${what}`)
}
const words = (n: number) => aRawMail({ From: `p${randomUUID()}@example.org`, To: `box@${DOMAIN}` }, `words ${n}`)

test('desk-D47, D58 what nobody has read yet comes in at the first look, new mail by IDLE, and \\Seen follows the commit', async () => {
  const { imap, read, stored, count } = await aFolder()
  imap.add(words(1), { isSeen: true })
  imap.add(words(2))
  const seenAtTakeIn: boolean[] = []
  read(() => seenAtTakeIn.push(imap.script.mails.some(({ isSeen, raw }) => isSeen && !raw.includes('words 1'))))
  await until('the unread one', () => imap.script.mails[1]?.isSeen === true)
  expect(await stored()).toEqual(['words 2'])
  await until('IDLE', () => imap.script.commands.includes('IDLE'))
  imap.add(words(3))
  await until('the new one', () => imap.script.mails[2]?.isSeen === true)
  expect(await stored()).toEqual(['words 2', 'words 3'])
  expect(seenAtTakeIn[0], 'not marked before it was stored').toBe(false)
  expect(await count()).toEqual({ seen: 2, stored: 2, duplicate: 0, refused: 0, setAside: 0 })
})

test('desk-D58 a connection cut in the middle of a mail loses and doubles nothing', async () => {
  const { imap, read, stored, count, open } = await aFolder()
  for (let n = 0; n < 6; n++) imap.add(words(n))
  let cuts = 0
  imap.script.beforeBody = (uid, socket) => {
    if ((uid === 3 && cuts === 0) || (uid === 5 && cuts === 1)) {
      cuts++
      socket.write(`* 1 FETCH (UID ${uid} BODY[] {500}\r\nFrom: half`)
      socket.destroy()
    }
  }
  read()
  await until('all six', async () => (await stored()).length === 6)
  await until('settled', async () => (await open()).length === 0)
  expect(cuts).toBe(2)
  expect(await count()).toEqual({ seen: 6, stored: 6, duplicate: 0, refused: 0, setAside: 0 })
})

test('desk-D58 a new UIDVALIDITY lists the folder again, and what we have is known by its digest', async () => {
  const { imap, read, stored, count, open, source } = await aFolder()
  for (let n = 0; n < 3; n++) imap.add(words(n))
  read()
  await until('three', async () => (await stored()).length === 3)
  // Open in another folder of the mailbox, and here since before keys named their folder.
  const [elsewhere, before] = ['uid:7:1:0123456789abcdef', 'uid:7:9']
  await look(`insert into mail_arrival (organization_id, source, arrival_key, seen_at) select $1, $2, unnest($3::text[]), now()`, [clinic.organizationId, source, [elsewhere, before]]) // prettier-ignore
  imap.add(words(3), { isSeen: true })
  imap.renumber()
  await until('listed again', async () => ((await count())?.duplicate ?? 0) >= 4)
  // The fourth came while the numbers changed, and somebody had read it: it is not lost.
  await until('the fourth', async () => (await stored()).length === 4)
  expect(await count()).toEqual({ seen: 7, stored: 4, duplicate: 4, refused: 0, setAside: 0 })
  expect(await open()).toEqual([elsewhere])
})

test('desk-D58 what is open of another folder or of old numbers holds nothing up, and of a backlog the newest come first', async () => {
  const { imap, read, stored, open, count, source } = await aFolder()
  const folderDigest = createHash('sha256').update('INBOX').digest('hex').slice(0, 16)
  const keysOf = (validity: number, digest: string) => Array.from({ length: 1_001 }, (_, n) => `uid:${validity}:${n + 1}:${digest}`) // prettier-ignore
  const elsewhere = keysOf(7, '0123456789abcdef')
  await look(`insert into mail_arrival (organization_id, source, arrival_key, seen_at) select $1, $2, unnest($3::text[]), now() - interval '1 day'`, [clinic.organizationId, source, [...elsewhere, ...keysOf(6, folderDigest)]]) // prettier-ignore
  imap.add(words(1))
  read()
  await until('the mail', async () => (await stored()).length === 1)
  expect((await open()).toSorted()).toEqual(elsewhere.toSorted())
  expect((await count())?.duplicate).toBe(1_001)

  const numbering = { source, folderDigest: '0123456789abcdef', uidValidity: 7n }
  const [few, many] = await services.db.transaction(asSystem(clinic), async (tx) => [
    await openMails(tx, numbering, 600),
    await openMails(tx, numbering, 2),
  ])
  expect(few.map(({ uid }) => uid)).toEqual(Array.from({ length: 1_001 }, (_, n) => n + 1))
  expect(many.map(({ uid }) => uid)).toEqual([1_000, 1_001, 1, 2])
})

test('desk-D58 a mailbox that is added after the start is read soon, and until then it is told', async () => {
  const imap = await scriptedImap()
  stops.push(() => imap.close())
  const address = `later-${randomUUID().slice(0, 8)}@${DOMAIN}`
  const urls = [`imap://box:secret@127.0.0.1:${imap.port}/INBOX?mailbox=${address}`]
  imap.add(words(1))
  const options = { smtp: null, imap: urls, outbound: LOOPBACK, checkFile: openFileCheck(null).check, lookAgainMs: 50 }
  const mailIn = await openMailIn(services, options)
  stops.unshift(() => mailIn.stop())
  expect(await countUnknown(services.db, urls)).toBe(1)
  const { accountId } = await aMailbox(house, clinic, address)
  await until('the mail', async () => (await look(`select from message where channel_account_id = $1 and direction = 'in'`, [accountId])).length === 1) // prettier-ignore
  expect(await countUnknown(services.db, urls)).toBe(0)
  expect(imap.script.connections).toBe(1)
})

test('desk-D58 a token that runs out in the middle is read afresh, and the rest comes in', async () => {
  const tokenFile = join(await mkdtemp(join(tmpdir(), 'bedside-token-')), 'token')
  await writeFile(tokenFile, 'first\n')
  const { imap, read, stored, folder } = await aFolder({ token: 'first', tokenFile })
  for (let n = 0; n < 4; n++) imap.add(words(n))
  let isOver = false
  imap.script.beforeBody = (uid, socket) => {
    if (uid !== 2 || isOver) return
    isOver = true
    imap.script.token = 'second'
    socket.destroy()
  }
  read()
  await until('the refusal is told', async () => (await folder())?.failure === 'sign-in-refused')
  expect((await stored()).length).toBe(1)
  const [failure] = await services.db.transaction(asSystem(clinic), (tx) => channelFailures(tx, new Date()))
  expect(failure).toMatchObject({ what: 'reading', cause: 'sign-in-refused', nextTryAt: expect.any(Date) })
  await writeFile(tokenFile, 'second\n')
  await until('all four', async () => (await stored()).length === 4)
  await until('it works again', async () => (await folder())?.failure === null)
})

test('desk-D58, D6, trust-D56 one bad mail never stops the folder: too large is set aside, one that cannot be stored waits, the others come in', async () => {
  const { imap, read, stored, source, count } = await aFolder()
  imap.add(words(1), { announcedSize: 80_000_000 })
  imap.add(words(2))
  imap.add(words(3))
  let failures = 0
  read((raw) => {
    if (raw.includes('words 2') && failures++ < 2) throw new Error('a fault of ours')
  })
  await until('the third', async () => (await stored()).includes('words 3'))
  await until('the second, at a later look', async () => (await stored()).includes('words 2'))
  expect((await house.setAside()).filter((row) => row.source === source).map(({ cause }) => cause)).toEqual([
    'too-large',
  ])
  expect(await count()).toEqual({ seen: 3, stored: 2, duplicate: 0, refused: 0, setAside: 1 })
})

test('trust-D71, desk-D58 five of many that the server lists and does not give raise the alarm once, with their names', async () => {
  const { imap, read, stored, source, open } = await aFolder()
  for (let n = 0; n < 40; n++) imap.add(words(n), n % 8 === 0 ? { isHidden: true } : {})
  read()
  await until('the 35', async () => (await stored()).length === 35)
  expect(await open()).toHaveLength(5)
  expect(await tellDifferences(services, clinic.organizationId)).toBe(0)
  const then = house.clock.now
  house.clock.now = new Date(then.getTime() + 6 * 60_000)
  expect(await tellDifferences(services, clinic.organizationId)).toBe(5)
  expect(await tellDifferences(services, clinic.organizationId)).toBe(0)
  const [told] = await look<{ detail: { source: string; hour: string; count: number; ids: string[] } }>(
    `select detail from journal where event = 'inbox.alarm' order by at desc limit 1`,
  )
  expect(told?.detail).toMatchObject({ source, hour: '2026-03-02T17:00:00.000Z', count: 5 })
  expect(told?.detail.ids.toSorted()).toEqual((await open()).toSorted())
  // Found again: the difference is gone.
  for (const mail of imap.script.mails) mail.isHidden = false
  await until('the rest', async () => (await stored()).length === 40)
  await until('settled', async () => (await open()).length === 0)
  house.clock.now = then
})

test('two processes on one folder: one reads, and the other takes over when it is gone', async () => {
  const { imap, read, stored, count } = await aFolder()
  const first = read()
  read()
  imap.add(words(1))
  await until('one', async () => (await stored()).length === 1)
  expect(imap.script.connections).toBe(1)
  await first.stop()
  imap.add(words(2))
  await until('two', async () => (await stored()).length === 2)
  expect(await count()).toMatchObject({ seen: 2, stored: 2, duplicate: 0 })
})

test('trust-D47 a folder is read over TLS, and no password is told to a server with a bad certificate', async () => {
  const authority = anAuthority()
  stops.push(async () => disbelieve())
  const disbelieve = believe(authority)
  const good = await aFolder({ tls: aCertificate('localhost', { signedBy: authority }) })
  good.imap.add(words(1))
  good.read()
  await until('the mail', async () => (await good.stored()).length === 1)

  for (const [failure, tls] of [
    ['depth_zero_self_signed_cert', aCertificate('localhost')],
    ['cert_has_expired', aCertificate('localhost', { signedBy: authority, from: -3, until: -1 })],
    ['err_tls_cert_altname_invalid', aCertificate('mail.example.org', { signedBy: authority })],
  ] as const) {
    const bad = await aFolder({ tls })
    bad.imap.add(words(1))
    bad.read()
    await until(failure, async () => (await bad.folder())?.failure === failure)
    expect(bad.imap.script.commands, failure).toEqual([])
  }
})

test('what the configuration may say', () => {
  expect(readImapUrl('imaps://care%40clinic.example:s%2Fx@mail.example/Patients')).toMatchObject({
    port: 993,
    isTls: true,
    password: 's/x',
    folder: 'Patients',
    mailbox: 'care@clinic.example',
  })
  for (const bad of ['no', 'http://a:b@c', 'imaps://a@c', 'imaps://a:b@c'])
    expect(() => readImapUrl(bad)).toThrow(/IMAP_URL/)
})
