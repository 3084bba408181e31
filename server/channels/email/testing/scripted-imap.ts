/** For tests: one IMAP folder on loopback that does what the script says. It knows what the reader uses, and no more (RFC 3501, 2177). */
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from '#server/platform/a-certificate.ts'

export type StoredMail = { uid: number; raw: Buffer; isSeen: boolean; isHidden?: boolean; announcedSize?: number }

export type ScriptedImap = Awaited<ReturnType<typeof scriptedImap>>

export async function scriptedImap({
  token = null,
  tls,
}: { token?: string | null; tls?: Certificate | undefined } = {}) {
  const script = {
    uidValidity: 1,
    nextUid: 1,
    mails: [] as StoredMail[],
    /** The access token that is good now; null: a password is asked. */
    token,
    /** Called before a body is given; may cut the connection. */
    beforeBody: undefined as ((uid: number, socket: Socket) => void) | undefined,
    /** Commands as they came, without their tags. */
    commands: [] as string[],
    connections: 0,
    /** Whether whoever idles is told of a mail; else it is found by asking alone. */
    tells: true,
  }
  const idling = new Set<Socket>()
  const open = new Set<Socket>()

  const meet = (socket: Socket) => {
    script.connections++
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      open.delete(socket)
      idling.delete(socket)
    })
    socket.write('* OK ready\r\n')
    let rest = ''
    let idleTag = ''
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (line === 'DONE') {
          idling.delete(socket)
          socket.write(`${idleTag} OK idle is over\r\n`)
          continue
        }
        const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
        script.commands.push(command)
        if (/^IDLE/i.test(command)) {
          idleTag = tag
          idling.add(socket)
          socket.write('+ idling\r\n')
          // What came while nobody listened is told now, as servers do (RFC 2177).
          if (script.tells) socket.write(`* ${script.mails.length} EXISTS\r\n`)
        } else answer(socket, tag, command)
      }
    })
  }
  const server = tls ? createTlsServer(tls, meet) : createServer(meet)

  function answer(socket: Socket, tag: string, command: string): void {
    const ok = (text = 'done') => void socket.write(`${tag} OK ${text}\r\n`)
    const listed = script.mails
    if (/^CAPABILITY/i.test(command)) {
      socket.write(`* CAPABILITY IMAP4rev1 IDLE${script.token ? ' SASL-IR AUTH=XOAUTH2' : ''}\r\n`)
      return ok()
    }
    if (/^LOGIN/i.test(command)) return ok('signed in')
    const [, given] = /^AUTHENTICATE XOAUTH2 (\S+)/i.exec(command) ?? []
    if (given) {
      const isGood = Buffer.from(given, 'base64').toString().includes(`Bearer ${script.token}\x01`)
      return isGood ? ok('signed in') : void socket.write(`${tag} NO [AUTHENTICATIONFAILED] token has expired\r\n`)
    }
    if (/^LIST/i.test(command)) {
      socket.write('* LIST () "/" INBOX\r\n')
      return ok()
    }
    if (/^(?:SELECT|EXAMINE)/i.test(command)) {
      socket.write(
        `* FLAGS (\\Seen)\r\n* ${listed.length} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY ${script.uidValidity}] v\r\n* OK [UIDNEXT ${script.nextUid}] n\r\n`,
      )
      return ok('[READ-WRITE] selected')
    }
    if (/^NOOP/i.test(command)) {
      socket.write(`* ${listed.length} EXISTS\r\n`)
      return ok()
    }
    if (/^UID SEARCH/i.test(command)) {
      const [, from, to] = /UID (\d+)(?::(\*|\d+))?/i.exec(command.slice('UID SEARCH'.length)) ?? []
      const found = listed.filter(({ uid, isSeen }) => {
        if (/UNSEEN/i.test(command) && isSeen) return false
        if (!from) return true
        if (to === '*') return uid >= Number(from) || uid === listed.at(-1)?.uid
        return uid === Number(from)
      })
      socket.write(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}\r\n`)
      return ok()
    }
    const [, fetched] = /^UID FETCH (\d+)/i.exec(command) ?? []
    if (fetched) {
      const index = listed.findIndex(({ uid }) => uid === Number(fetched))
      const mail = listed[index]
      if (mail && !mail.isHidden) {
        const head = `UID ${mail.uid} RFC822.SIZE ${mail.announcedSize ?? mail.raw.length}`
        if (/BODY/i.test(command)) {
          script.beforeBody?.(mail.uid, socket)
          if (socket.destroyed) return
          socket.write(`* ${index + 1} FETCH (${head} BODY[] {${mail.raw.length}}\r\n`)
          socket.write(mail.raw)
          socket.write(')\r\n')
        } else socket.write(`* ${index + 1} FETCH (${head})\r\n`)
      }
      return ok()
    }
    const [, marked] = /^UID STORE (\d+) \+FLAGS/i.exec(command) ?? []
    if (marked) {
      const mail = listed.find(({ uid }) => uid === Number(marked))
      if (mail) mail.isSeen = true
      return ok()
    }
    if (/^LOGOUT/i.test(command)) {
      socket.write('* BYE\r\n')
      ok()
      return void socket.end()
    }
    return ok()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    script,
    port: typeof address === 'object' && address ? address.port : 0,
    /** A mail arrives; whoever idles is told. */
    add(raw: string, over: Partial<StoredMail> = {}): StoredMail {
      const mail = { uid: script.nextUid++, raw: Buffer.from(raw), isSeen: false, ...over }
      script.mails.push(mail)
      if (script.tells) for (const socket of idling) socket.write(`* ${script.mails.length} EXISTS\r\n`)
      return mail
    },
    /** The folder is made anew: the same mails under other numbers. */
    renumber() {
      script.uidValidity++
      script.nextUid = 100
      for (const mail of script.mails) mail.uid = script.nextUid++
      this.cut()
    },
    cut: () => open.forEach((socket) => socket.destroy()),
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
