/** For tests: a receiving mail server on loopback that answers as the script says. */
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'

export type SmtpScript = {
  /** Answer to MAIL FROM, and to the end of the text; `hang` says nothing any more, `cut` ends the connection. */
  mailFrom: string
  end: string
  /** Answer to who signs in; null asks for nobody. */
  auth: string | null
  tls: { cert: string; key: string } | null
}

export async function scriptedSmtp(over: Partial<SmtpScript> = {}) {
  const script: SmtpScript = { mailFrom: '250 ok', end: '250 taken', auth: null, tls: null, ...over }
  const taken: string[] = []
  const wasSecure: boolean[] = []
  const open = new Set<Socket>()

  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    socket.write('220 test.example\r\n')
    speak(socket, false)
  })

  function speak(socket: Socket, isSecure: boolean): void {
    let rest = ''
    let isText = false
    const hear = (chunk: Buffer) => {
      rest += chunk.toString('latin1')
      for (;;) {
        const end = rest.indexOf(isText ? '\r\n.\r\n' : '\r\n')
        if (end === -1) return
        const said = rest.slice(0, end)
        rest = rest.slice(end + (isText ? 5 : 2))
        if (isText) {
          isText = false
          taken.push(said)
          wasSecure.push(isSecure)
          if (script.end === 'cut') return void socket.destroy()
          if (script.end !== 'hang') socket.write(`${script.end}\r\n`)
        } else if (/^EHLO/i.test(said))
          socket.write(
            `250-test\r\n250 ${script.tls && !isSecure ? 'STARTTLS' : script.auth ? 'AUTH PLAIN' : 'HELP'}\r\n`,
          )
        else if (/^AUTH/i.test(said)) socket.write(`${script.auth}\r\n`)
        else if (/^STARTTLS/i.test(said) && script.tls) {
          socket.off('data', hear)
          socket.write('220 go on\r\n')
          const secure = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(script.tls) })
          secure.on('error', () => undefined)
          return speak(secure, true)
        } else if (/^MAIL FROM/i.test(said)) socket.write(`${script.mailFrom}\r\n`)
        else if (/^DATA/i.test(said)) {
          isText = true
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(said)) {
          socket.write('221 bye\r\n')
          socket.end()
        } else socket.write('250 ok\r\n')
      }
    }
    socket.on('data', hear)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    script,
    /** Texts that were given whole. */
    taken,
    wasSecure,
    port: typeof address === 'object' && address ? address.port : 0,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
