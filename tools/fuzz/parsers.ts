/**
 * Everything of the product that reads bytes from outside (trust-D56), with documents to begin from. What a parser refuses by design is no fault; what
 * it gives must be storable, and where the product also prints, what was printed is read alike.
 *
 * Not here: the inputs of the contract, which are tried at its doors (server/app/hostile-input.test.ts). HL7, X12, FHIR and C-CDA come with the
 * connections that read them; calendar files and clinical documents are passed on as files and not read.
 */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import fastifyMultipart from '@fastify/multipart'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import nodemailer from 'nodemailer'
import * as z from 'zod'
import { RuleDefinition } from '#contract/rule.ts'
import { putBack } from '#engines/deid/mask.ts'
import { faultInDraft } from '#engines/generated-text/check.ts'
import { faultInTranslation, keepsFigures } from '#engines/generated-text/translation.ts'
import { hearWords } from '#engines/ivr/speech.ts'
import { readCsv, readImport } from '#engines/knowledge/import.ts'
import { IMPORT_FORMATS } from '#engines/knowledge/import-format.ts'
import { HOSTILE_HTML } from '#engines/mail/hostile-html.ts'
import { measureHtml, remotePictures, sanitiseMailHtml, withImages } from '#engines/mail/html-policy.ts'
import { htmlToText } from '#engines/mail/html-text.ts'
import { decideLoop } from '#engines/mail/loop.ts'
import { readMail } from '#engines/mail/read-mail.ts'
import { readTnef } from '#engines/mail/tnef.ts'
import { makeToken, readToken, replyAddress, tokenOfAddress } from '#engines/mail/token.ts'
import { csvField } from '#engines/report/small-cells.ts'
import { faultOf } from '#engines/rules/fault-of.ts'
import { isCarrierSignature } from '#engines/sms/carrier-signature.ts'
import { understand } from '#engines/understanding/understand.ts'
import { anAuthenticator } from '#server/app/an-authenticator.ts'
import { readForm } from '#server/app/carrier-form.ts'
import { readFrame } from '#server/app/sockets.ts'
import { listCalls, listFiles, listRecordings, listTexts } from '#server/channels/carrier-list.ts'
import { composeMail } from '#server/channels/email/local-outbox.ts'
import { isSignedBy, readSignedHeaders } from '#server/channels/email/webhook-signature.ts'
import { readReport } from '#server/channels/events/take-report.ts'
import { formValues } from '#server/channels/form-values.ts'
import { readEndpoint } from '#server/channels/hook-endpoint.ts'
import { senderOf } from '#server/channels/sms/receive-sms.ts'
import { filesOf } from '#server/channels/sms/sms-files.ts'
import { readCall } from '#server/channels/voice/receive-call.ts'
import { readIdentityToken } from '#server/channels/widget/identity-token.ts'
import { readAnswer } from '#server/connections/llm/open-llm.ts'
import { readTranslated } from '#server/connections/translation/open-translator.ts'
import { readSearch, toTsQuery } from '#server/modules/conversation/search-query.ts'
import { readSessionToken, sessionTokenOf } from '#server/modules/identity/index.ts'
import { readContact } from '#server/modules/patient/index.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { readCursor, readTimeCursor, writeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { SAMPLE_FILES } from '#server/platform/sample-files.ts'
import { DecryptContext, openKeys } from '#server/platform/seal.ts'
import { NotStrictJson, parseStrictJson } from '#server/platform/strict-json.ts'
import type { Parser } from './parser.ts'

const text = (bytes: Buffer): string => bytes.toString('utf8')
const texts = (...samples: string[]): Buffer[] => samples.map((sample) => Buffer.from(sample))
const json = (...samples: unknown[]): Buffer[] => texts(...samples.map((sample) => JSON.stringify(sample)))

/** The database takes no zero and no half character. */
function assertStorable(value: unknown, place = ''): void {
  if (typeof value === 'string') assert.ok(!value.includes('\0') && value.isWellFormed(), `not storable: ${place}`)
  else if (value instanceof Date)
    assert.match(Number.isNaN(value.getTime()) ? '' : value.toISOString(), /^\d{4}-/, `no instant: ${place}`)
  else if (typeof value === 'number') assert.ok(!Number.isNaN(value), `no number: ${place}`)
  else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    for (const [name, part] of Object.entries(value))
      assertStorable(part, `${place}.${/^\d+$/.test(name) ? 'n' : name}`)
}

const ID = '00000000-0000-4000-8000-000000000001'
const NOW = new Date('2026-03-03T12:00:00Z')
const JSON_WORDS = ['{', '}', '[', ']', '"', ':', ',', '\\u0000', '\\ud800', '\\', 'null', 'true', '1e999', '-0', '0.1', '"__proto__":', '[[[[', '{"a":', '\ufeff'] // prettier-ignore

const MAILS = texts(
  [
    'From: "Doe, Jane" <jane@example.org>', 'To: r+abc@clinic.example, Care <care@clinic.example>', 'Subject: =?utf-8?B?w6TDtg==?= =?iso-8859-1?Q?ma=F1ana?=',
    'Date: Tue, 3 Mar 2026 14:05:09 -0500 (EST)', 'Message-ID: <1@example.org>', 'References: <a@b> <r+x@clinic.example>', 'In-Reply-To: <a@b>', 'Auto-Submitted: no',
    'Authentication-Results: mx.clinic.example; dmarc=pass header.from=example.org', 'Received: from a (a [1.2.3.4]) by b; Tue, 3 Mar 2026 19:05:09 +0000',
    'Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: multipart/alternative; boundary=c', '', '--c', 'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes',
    'Content-Transfer-Encoding: quoted-printable', '', 'Hello =E2=98=83=20', '-- ', 'Jane', 'On 1 Jan 2026 at 10:00, A <a@b.c> wrote:', '> x', '--c', 'Content-Type: text/html; charset=gb2312', '', '<p>x<br><a href="https://a.example">b</a></p>', '--c--',
    '--b', "Content-Type: image/png; name*0*=utf-8''a%20; name*1=b.png", 'Content-Disposition: attachment; filename="=?utf-8?q?a?="', 'Content-ID: <logo@x>', 'Content-Transfer-Encoding: base64', '', 'aGVsbG8=', '--b--', '',
  ].join('\r\n'),
  [
    'From: MAILER-DAEMON@mx.example', 'Subject: Undelivered', 'Content-Type: multipart/report; report-type=delivery-status; boundary=r', '', '--r', '', 'Not delivered.', '--r',
    'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', 'Final-Recipient: rfc822; jane@example.org', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 no', '--r',
    'Content-Type: message/rfc822', '', 'From: a@b.c', 'Message-ID: <r+y@clinic.example>', '', 'x', '--r--',
  ].join('\n'),
  ['From: =?utf-8?b?w4Q=?= <a@b.c>', 'Subject: =?x?q?y?=', '', 'begin 644 a.txt', '#86)C', '`', 'end', '_____', 'From: x', 'Sent: y', 'To: z', 'Subject: w', '', 'old'].join('\n'),
) // prettier-ignore

/** A `winmail.dat` with two files, one named by a property. */
function aTnef(): Buffer {
  const attribute = (id: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(9)
    head.writeUInt8(2, 0)
    head.writeUInt32LE(id, 1)
    head.writeUInt32LE(value.length, 5)
    return Buffer.concat([head, value, Buffer.alloc(2)])
  }
  const name = Buffer.from('long name.pdf\0', 'utf16le')
  const properties = Buffer.alloc(16)
  properties.writeUInt32LE(1, 0)
  properties.writeUInt16LE(0x1f, 4)
  properties.writeUInt16LE(0x3707, 6)
  properties.writeUInt32LE(1, 8)
  properties.writeUInt32LE(name.length, 12)
  const file = [attribute(0x69002, Buffer.alloc(14)), attribute(0x18010, Buffer.from('a.pdf\0')), attribute(0x6800f, Buffer.from('%PDF-1.4')), attribute(0x69005, Buffer.concat([properties, name]))] // prettier-ignore
  const head = Buffer.alloc(6)
  head.writeUInt32LE(0x223e9f78, 0)
  return Buffer.concat([head, ...file, ...file])
}

const KEY = openKeys(Buffer.alloc(32, 7))
const TOKEN = makeToken(Buffer.alloc(10, 3), Buffer.alloc(32, 1), {
  organizationId: ID,
  conversationId: ID,
  partyId: ID,
})
const SECRET = 'a-secret-of-tests'
const formOf = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()

const checkFile = openFileCheck(null)
const authenticator = anAuthenticator()
const SITE = { challenge: 'Y2hhbGxlbmdl', origin: 'https://bedside.example', rpId: 'bedside.example' }

/** What a carrier answers: whatever the parser is given. Opened with the first question. */
let carrier: { url: string; answer: Buffer } | undefined
async function carrierThatSays(answer: Buffer): Promise<{ carrierAccount: string; secret: string; apiUrl: string }> {
  if (!carrier) {
    const server = createServer((_request, response) => void response.setHeader('content-type', 'application/json').end(carrier?.answer)) // prettier-ignore
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    server.unref()
    carrier = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answer }
  }
  carrier.answer = answer
  return { carrierAccount: 'AC1', secret: SECRET, apiUrl: carrier.url }
}

/** The door of uploads, as app.ts opens it, over HTTP: what is not read through holds a connection. */
let uploads: Promise<string> | undefined
async function openUploads(): Promise<string> {
  const app = Fastify({ logger: false })
  await app.register(fastifyMultipart, { limits: { fileSize: 100_000, files: 1, fields: 0, parts: 1 } })
  app.post('/', async (request) => {
    const part = await request.file().catch(() => undefined)
    return { size: (await part?.toBuffer().catch(() => undefined))?.length ?? null }
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** Mail out and in again. */
const printer = nodemailer.createTransport({ streamTransport: true, buffer: true })

export const PARSERS: Record<string, Parser> = {
  mail: {
    samples: () => MAILS,
    words: [
      'From: ',
      'To: ',
      'Subject: ',
      'References: ',
      'Content-Type: ',
      'multipart/mixed; boundary=',
      'multipart/report',
      'message/rfc822',
      'message/delivery-status',
      'text/html',
      'application/ms-tnef',
      'text/enriched',
      '--b',
      '--b--',
      '\r\n\r\n',
      '\n',
      '\r',
      ' ',
      '\t',
      ';',
      '"',
      '\\',
      '<',
      '>',
      '(',
      ')',
      '@',
      ',',
      ':',
      '=?utf-8?B?',
      '=?gb18030?Q?',
      '?=',
      '=?utf-7?q?',
      'charset=iso-2022-jp',
      'charset=utf-16',
      'charset=hz-gb-2312',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Transfer-Encoding: x-uuencode',
      '=\r\n',
      '=0',
      '=3D',
      "name*0*=utf-8''",
      'name*99999=',
      'begin 644 a',
      'end',
      '> ',
      '>>>>',
      'On 1 Jan 2026 wrote:',
      '-- ',
      '\x1b$B',
      '\x1b(J',
      '\0',
      '\xff\xfe',
      '\xef\xbb\xbf',
      'Date: Tue, 31 Feb 99999 99:99:99 +9999',
    ],
    read(bytes) {
      const mail = readMail(bytes, { own: { addresses: ['care@clinic.example'], domains: ['clinic.example'] }, trust: { authenticators: ['mx.clinic.example'] }, receivedAt: NOW }) // prettier-ignore
      const { attachments, fields, ...rest } = mail
      assertStorable(rest)
      for (const { bytes: _, ...attachment } of attachments) assertStorable(attachment, 'attachments')
      assert.ok(!/[\r\n]/.test(mail.subject + (mail.sender.name ?? '')), 'a line break in a header')
      decideLoop(fields, 3)
    },
  },
  'mail-out': {
    samples: () => texts('Your visit\0A, B\0Hello.\n\nSee you.\n-- \nThe clinic', 'ä ö 漢字\0"Q" <x>\0.\nFrom here\n.. =3D\n', 'a\0b\0\u{1f9d1}\u200d\u2695\ufe0f '), // prettier-ignore
    words: ['\0', '\n', '\r\n', '.\n', 'From ', '=?utf-8?q?a?=', '=', '\t', ' \n', '> ', '-- \n', '\u2028'.normalize(), '"', '<', '>', ',', '; ', '\xc3\xa4', '\xf0\x9f\x91\x8b'], // prettier-ignore
    bytesMax: 4_000,
    async read(bytes) {
      const [subject = '', name = '', ...body] = text(bytes).split('\0')
      const words = body.join(' ')
      // Our reader takes one whole encoded word in an encoded word for a gateway's mistake, and reads on.
      if (/^\s*=\?.*\?=\s*$/s.test(subject + name)) return
      const composed = composeMail({ key: 'k', from: 'Clinic <care@clinic.example>', to: 'jane@example.org', replyTo: replyAddress(TOKEN, 'clinic.example'), subject: subject + name, text: words, messageId: '<2@clinic.example>', inReplyTo: '<1@example.org>', references: ['<0@example.org>'], isAutomatic: true }) // prettier-ignore
      const { message } = await printer.sendMail(composed)
      const mail = readMail(message as unknown as Buffer, { own: { addresses: [], domains: ['clinic.example'] }, trust: { authenticators: [] } }) // prettier-ignore
      const one = (words_: string): string => words_.replace(/\p{Cc}+/gu, ' ').normalize('NFC').replace(/\s+/g, ' ').trim() // prettier-ignore
      assert.equal(
        one(mail.subject),
        one(
          (subject + name)
            .replace(/[\r\n\0]+/g, ' ')
            .slice(0, 500)
            .toWellFormed(),
        ),
        'the subject',
      )
      assert.equal(one(mail.text), one(words), 'the text')
      assert.equal(mail.messageId, '<2@clinic.example>')
      assert.deepEqual(mail.references.map(({ kind }) => kind).length, 2, 'the references')
      assert.equal(mail.classified.classification, 'auto_reply')
      assert.deepEqual(mail.to.map(({ address }) => address), ['jane@example.org']) // prettier-ignore
    },
  },
  html: {
    samples: () => texts(...HOSTILE_HTML.map(([, html]) => html), '<table><tr><td style="color:red">x</td></tr></table><blockquote>q</blockquote><img src="cid:a" alt="b">'), // prettier-ignore
    words: ['<p>', '</p>', '<a href="', '"', "'", '>', '<', '=', '/', '<svg>', '<math>', '<style>', '</style>', '<script>', '<!--', '-->', '<![CDATA[', ']]>', '&lt;', '&#x0;', '&#99999999;', '&nbsp', '&amp;', ' onerror=alert(1) ', '<img src=x', 'srcset=', 'javascript:', 'data:', 'cid:', 'url(', 'expression(', '<pre>', '<textarea>', '<title>', '<plaintext>', '<noscript>', '<div>', '</div>', '<template>', '\0', '\x0c', '<b\x0bonclick=', '<xmp>', '<form>', '<select>', '<option>', '<td>', '<li>'], // prettier-ignore
    read(bytes) {
      const html = text(bytes)
      assertStorable(htmlToText(html), 'text')
      if (!measureHtml(html).ok) return
      const safe = sanitiseMailHtml(html)
      assert.ok(!/<(?:script|svg|style|form|iframe|object|embed|math|base|meta|link|input|button)\b|<[^>]*\son\w+=[^>]*>/i.test(safe.replace(/"[^"]*"/g, '""')), 'not harmless') // prettier-ignore
      sanitiseMailHtml(safe)
      withImages(safe, new Map(remotePictures(safe).map((address) => [address, 'data:image/png;base64,aGk='])))
    },
  },
  tnef: {
    samples: () => [aTnef()],
    words: [
      '\x78\x9f\x3e\x22',
      '\xff\xff\xff\xff',
      '\0\0\0\x80',
      '\x05\x90\x06\0',
      '\x1f\0\x07\x37',
      '\x1e\x10',
      '\0\x80',
    ],
    read(bytes) {
      for (const { bytes: file } of readTnef(bytes)?.attachments ?? []) assert.ok(file.length <= bytes.length)
    },
  },
  import: {
    samples: () => texts('0# Parking\nPark *behind* the [house](https://a.example/x).\nQ: Where can I park?\nSource: Manual (https://a.example)\n', '1<h1>Hours</h1><p>We are open.</p><ul><li>Q: When?</li></ul>', '2title,body,questions,language\r\n"Park, ing","Behind ""it""","a|b",en\r\n', '2title;body\r\na;"b\r\nc"\r\n'), // prettier-ignore
    words: ['# ', '## ', '\n', '\r\n', '"', '""', ',', ';', '\t', '|', 'Q: ', 'Source: ', '[', '](', 'https://', ')', '*', '**', '![', '<h1>', '</h1>', '<li>', '\ufeff', 'title', 'body', '0', '1', '2'], // prettier-ignore
    read(bytes) {
      const format = IMPORT_FORMATS[(bytes[0] ?? 0) % IMPORT_FORMATS.length] ?? 'csv'
      const words = text(bytes.subarray(1)).replaceAll('\0', '')
      for (const row of readImport(words, format).rows) assertStorable(row, 'row')
      // What a report prints a table reads.
      const cells = words.split('|').map((cell) => cell.slice(0, 200))
      const printed = `${cells.map(csvField).join(',')}\r\n`
      const [read = []] = readCsv(`a,b\r\n${printed}`).slice(1)
      if (cells.some((cell) => cell !== '')) assert.deepEqual(read, cells.map((cell) => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell)), 'a printed table') // prettier-ignore
    },
  },
  json: {
    samples: () => json({ json: { conversationId: ID, text: 'Hello', tags: ['a'], n: 1.5, isIt: null } }, [[[1]], { a: { b: {} } }]), // prettier-ignore
    words: JSON_WORDS,
    read(bytes) {
      let strict: unknown
      try {
        strict = parseStrictJson(text(bytes))
      } catch (error) {
        assert.ok(error instanceof NotStrictJson, `not a refusal: ${String(error)}`)
        return
      }
      const printed = JSON.stringify(strict)
      assert.equal(JSON.stringify(parseStrictJson(printed)), printed, 'printed and read')
    },
  },
  form: {
    samples: () => texts(formOf({ MessageSid: 'SM1', AccountSid: 'AC1', From: '+12125550123', To: '+12125550100', Body: 'I am ill', NumMedia: '1', MediaUrl0: 'https://c.example/m', MediaContentType0: 'image/png' }), formOf({ CallSid: 'CA1', From: 'anonymous', CallStatus: 'in-progress', Digits: '1', SpeechResult: 'an appointment', RecordingSid: 'RE1', RecordingUrl: 'https://c.example/r', RecordingDuration: '4', DialCallStatus: 'completed' })), // prettier-ignore
    words: ['&', '=', '%00', '%ff', '%ed%a0%80', '%', '+', '%0a', 'From=', 'Body=', 'NumMedia=1e9', 'NumMedia=-1', 'MediaContentType0=', 'SpeechResult=', 'RecordingDuration=Infinity', 'RecordingUrl=', 'RecordingSid=RE1', 'Digits=', 'DialCallStatus=', 'CallStatus=', 'CallSid=CA1', 'TranscriptionText='], // prettier-ignore
    bytesMax: 64 * 1024,
    read(bytes) {
      const { fields, signature, url } = readForm({ publicUrl: 'https://bedside.example' }, { url: '/hooks/x', headers: { 'x-twilio-signature': text(bytes.subarray(0, 28)) }, body: text(bytes) }) // prettier-ignore
      isCarrierSignature(signature, SECRET, url, fields)
      const values = formValues(fields)
      assertStorable(senderOf(values.get('From') ?? ''), 'sender')
      assertStorable(filesOf(fields).map(({ type }) => type), 'files') // prettier-ignore
      const call = readCall(fields, { turn: 1, isSilent: false })
      assertStorable(call, 'call')
      assertStorable(hearWords(call.text))
    },
  },
  'signed-push': {
    samples: () => texts('msg_1\n1772539200\nv1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4= v1a,xx\n{"kind":"result-filed","about":{"recordNumber":"1"}}', 'a\n1772539200\nv1,\n{"kind":"visit-done","about":{"conversationNumber":"ABC"}}'), // prettier-ignore
    words: ['\n', 'v1,', ' ', ',', '=', '1772539200', ...JSON_WORDS, '"recordNumber":', '"conversationNumber":', '"about":', '"kind":"result-filed"'], // prettier-ignore
    bytesMax: 8_192,
    read(bytes) {
      const [id = '', timestamp = '', signature = '', ...body] = text(bytes).split('\n')
      const headers: Record<string, string> = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } // prettier-ignore
      const signed = readSignedHeaders((name) => headers[name], NOW)
      const report = Buffer.from(body.join('\n'))
      if (signed) assert.equal(isSignedBy([Buffer.alloc(32, 1)], signed, report), false)
      assertStorable(readReport(report) ?? null, 'report')
      assertStorable(readEndpoint(id))
    },
  },
  'identity-token': {
    samples: () => json({ email: 'ana@example.org', exp: 1772542800, aud: 'k' }, { phone_number: '+12125550123', exp: 1772542800, aud: 'k' }), // prettier-ignore
    words: [...JSON_WORDS, '"exp":', '"aud":"k"', '"email":'],
    bytesMax: 3_000,
    read(bytes) {
      const about = { secret: SECRET, widgetKey: 'k', now: NOW }
      const signed = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${bytes.toString('base64url')}`
      const token = `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`
      const contact = readIdentityToken(token, about)
      if (contact !== undefined) readContact(contact, 'US')
      assert.equal(readIdentityToken(text(bytes), about), undefined)
    },
  },
  'carrier-list': {
    samples: () => json(
      { messages: [{ sid: 'SM1', from: '+12125550123', body: null, direction: 'inbound', num_media: '1', date_created: 'Tue, 03 Mar 2026 12:00:00 +0000' }], next_page_uri: null },
      { calls: [{ sid: 'CA1', from: 'x', direction: 'inbound', date_created: 'Tue, 03 Mar 2026 12:00:00 +0000' }], next_page_uri: null },
      { recordings: [{ sid: 'RE1', call_sid: 'CA1', uri: '/r.json', duration: '4', status: 'completed', date_created: 'Tue, 03 Mar 2026 12:00:00 +0000' }] },
      { media_list: [{ uri: '/m.json', content_type: 'image/png' }] },
    ), // prettier-ignore
    words: [...JSON_WORDS, '"next_page_uri":"/next"', '"sid":', '"date_created":"9"', '"uri":"//a"', '1e400'],
    bytesMax: 16_384,
    async read(bytes) {
      const asked = { to: '+12125550100', since: new Date(0), outbound: { local: ['localhost:*'] } }
      const from = await carrierThatSays(bytes)
      // A page that leads to itself is read up to the limit of pages, so such an answer is asked for once.
      const isEndless = /next_page_uri"\s*:\s*"/.test(text(bytes))
      assertStorable((await listTexts(from, asked)) ?? null, 'texts')
      if (isEndless) return
      assertStorable((await listCalls(from, asked)) ?? null, 'calls')
      assertStorable((await listRecordings(from, asked)) ?? null, 'recordings')
      assertStorable((await listFiles(from, 'SM1', asked.outbound)) ?? null, 'files')
    },
  },
  llm: {
    samples: () => texts('{"text":"We are open until 5."}', '```json\n{"text":"Hello"}\n```', '{"urgency":"soon"}'),
    words: [...JSON_WORDS, '```', '```json', '\n', '"text":', '"urgency":"emergency"', 'https://', '5 mg', '$'],
    bytesMax: 8_192,
    read(bytes) {
      const answer = readAnswer(text(bytes), z.object({ text: z.string() }))
      if (answer) faultInDraft(answer.text, ['We are open until 5.'], 'en')
      readAnswer(text(bytes), z.object({ urgency: z.enum(['emergency', 'urgent', 'soon', 'routine']) }))
    },
  },
  translation: {
    samples: () => texts('{"translatedText":"Hello [1], 5 mg at [2]."}', '{"error":"no"}'),
    words: ['"translatedText":', '[1]', '【2】', '[99999]', '\\u0000', '٣', '{', '}', '"', ','],
    bytesMax: 8_192,
    read(bytes) {
      const said = readTranslated(text(bytes)) ?? text(bytes)
      assertStorable(putBack(readTranslated(text(bytes)) ?? '', { text: '', hidden: ['Ann Lee', '555-0199'], first: 1 }), 'translation') // prettier-ignore
      faultInTranslation(said, 'Hola, soy Ann.', 'en')
      keepsFigures(said, 'Hola 5')
    },
  },
  file: {
    samples: () => SAMPLE_FILES.map(([, , bytes]) => bytes).filter(({ length }) => length < 100_000),
    words: ['%PDF-1.7', '/JavaScript', '/J#61vaScript', '/ObjStm', 'stream\n', '\nendstream', '/Length ', '/FlateDecode', 'obj', 'endobj', 'PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', '\xff\xff\xff\xff', '\x89PNG\r\n\x1a\n', 'IHDR', 'IDAT', 'IEND', '\xff\xd8\xff', 'RIFF', 'WEBP', 'WAVE', 'ID3', 'ftypheic', 'BEGIN:VCALENDAR', '<?xml', '<!DOCTYPE', '<ClinicalDocument', 'MZ', '\x7fELF', '#!', '\xef\xbb\xbf'], // prettier-ignore
    async read(bytes) {
      const checked = await checkFile.check(
        bytes,
        `a.${['pdf', 'zip', 'png', 'txt', 'xml', 'csv'][bytes.length % 6]}`,
        'text/csv',
      )
      assertStorable({ ...checked, bytes: null }, 'file')
      await checkFile.checkSound(bytes, 'voicemail')
    },
  },
  upload: {
    samples: () => texts('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b--\r\n'), // prettier-ignore
    words: ['--b', '--b--', '\r\n', '\r\n\r\n', 'Content-Disposition: form-data; ', 'name="', 'filename="', "filename*=utf-8''%", '"', ';', 'Content-Type: ', 'Content-Transfer-Encoding: base64', '\0'], // prettier-ignore
    async read(bytes) {
      const body = new Uint8Array(bytes)
      const answer = await fetch(await (uploads ??= openUploads()), { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' }, body }) // prettier-ignore
      assert.ok(answer.status < 500, `answered ${answer.status}`)
      await answer.arrayBuffer()
    },
  },
  cursor: {
    samples: () => texts(writeTimeCursor({ at: NOW, id: ID }), writeCursor({ place: 'rivera', id: ID }), writeCursor({ place: 'é漢', id: ID })), // prettier-ignore
    words: [
      'A',
      '_',
      '-',
      '=',
      '+',
      '/',
      'AAAA',
      ID,
      Buffer.from(`${ID}2026-01-01T00:00:00.000Z`).toString('base64url'),
    ],
    bytesMax: 2_000,
    read(bytes) {
      const cursor = text(bytes)
      const [place, inTime] = [readCursor(cursor), readTimeCursor(cursor)]
      assertStorable([place ?? null, inTime ?? null], 'cursor')
      if (inTime) assert.equal(writeTimeCursor(inTime), cursor)
      // Whatever a row is sorted by comes back, as far as a cursor carries it.
      const written = writeCursor({ place: cursor, id: ID })
      const read = readCursor(written)
      assert.ok(read && writeCursor(read) === written && written.length <= 1_200, 'written and read')
      if (!/\p{Cc}/u.test(cursor) && Buffer.byteLength(cursor) < 800)
        assert.deepEqual(read, { place: cursor.toWellFormed(), id: ID })
    },
  },
  search: {
    samples: () => texts('from:"ana lopez" channel:sms before:2026-03-01 "chest pain" café', 'has:file tag:vip 東京 помощь', "o'neil a:b \"x"), // prettier-ignore
    words: ['"', ':', 'from:', 'before:', 'after:2026-02-30', 'tag:', 'has:', 'channel:', '&', '|', '!', '(', ')', '*', '\\', "'", '<->', '\0', '\u3042', '\ufdfa', ' '], // prettier-ignore
    bytesMax: 8_000,
    read(bytes) {
      const query = readSearch(text(bytes).replaceAll('\0', ''))
      assertStorable(query, 'search')
      // Nothing of what was typed is an operator: outside the quotes stands what we wrote.
      assert.ok(!/[^&|!():*<>\-\d\sA-D]/.test(toTsQuery(query).replace(/'(?:[^']|'')*'/g, '')), 'an operator')
    },
  },
  rule: {
    samples: () => json({ name: 'r', trigger: { kind: 'message-arrived' }, when: { match: 'all', of: [{ field: 'channel', when: 'now', operator: 'is', values: ['sms'] }, { match: 'any', of: [] }] }, actions: [{ kind: 'tag', tags: ['a'] }], includesAutomatic: false, perHour: 5 }), // prettier-ignore
    words: [
      ...JSON_WORDS,
      '"match":"any"',
      '"of":[',
      '"values":[',
      '"field":"text"',
      '"operator":"has"',
      '"kind":"reply"',
    ],
    bytesMax: 32_768,
    read(bytes) {
      let given: unknown
      try {
        given = parseStrictJson(text(bytes))
      } catch {
        return
      }
      const definition = RuleDefinition.safeParse(given)
      const none = { queueIds: [], siteIds: [], staffIds: [], webhookIds: [], macros: [] }
      if (definition.success) faultOf(definition.data as Parameters<typeof faultOf>[0], none)
    },
  },
  contact: {
    samples: () =>
      texts(
        '(212) 555-0123',
        '+33 6 12 34 56 78 ext. 9',
        'Ana.Lopez@Example.ORG',
        'tel:+1-212-555-0123;phone-context=+1',
      ),
    words: [
      '+',
      '00',
      ';ext=',
      'ext',
      'x',
      '#',
      '(',
      ')',
      '-',
      '.',
      '@',
      '＠',
      '１',
      '\u0660',
      ' ',
      ';phone-context=',
      'tel:',
    ],
    bytesMax: 4_000,
    read(bytes) {
      const contact = readContact(text(bytes), 'US')
      assertStorable(contact, 'contact')
      if (contact) assert.deepEqual(readContact(contact.value, 'US'), contact, 'read again it is the same')
    },
  },
  sealed: {
    samples: () => [KEY.seal(Buffer.from('{"at":"2026-03-03T12:00:00Z"}'), 'spool/a'), KEY.seal(Buffer.alloc(0), 'spool/a')], // prettier-ignore
    words: ['\x01', '\0', '\xff'],
    bytesMax: 4_000,
    read(bytes) {
      try {
        KEY.open(bytes, 'spool/b')
        assert.fail('opened in another place')
      } catch (error) {
        assert.ok(error instanceof DecryptContext, String(error))
      }
      try {
        KEY.open(bytes, 'spool/a')
      } catch (error) {
        assert.ok(error instanceof DecryptContext, String(error))
      }
    },
  },
  token: {
    samples: () => texts(replyAddress(TOKEN, 'clinic.example'), TOKEN, `R+${TOKEN.toUpperCase()}@CLINIC.example`),
    words: ['r+', '@', 'clinic.example', 'a', '7', '='],
    bytesMax: 400,
    read(bytes) {
      const address = text(bytes)
      const token = tokenOfAddress(address, ['clinic.example'])
      readToken(address)
      if (token !== undefined) assert.equal(replyAddress(token, 'clinic.example'), address.toLowerCase())
    },
  },
  cookie: {
    samples: () => texts(`a=b; __Host-bedside=${'0'.repeat(32)}.${'A'.repeat(43)}; c`, 'bedside-plain=x', 'plain:1.2'),
    words: ['; ', '=', '__Host-bedside=', 'bedside-plain=', '.', 'plain:', '\0'],
    bytesMax: 9_000,
    read(bytes) {
      for (const token of [sessionTokenOf(text(bytes)), text(bytes)]) if (token !== null) readSessionToken(token)
    },
  },
  frame: {
    samples: () => json({ type: 'since', cursor: '1:2' }, { type: 'presence', conversationId: ID, doing: 'typing' }, { type: 'visitor', id: ID, secret: 's' }), // prettier-ignore
    words: [...JSON_WORDS, '"type":"since"', '"cursor":'],
    bytesMax: 16_384,
    read: (bytes) => void readFrame(text(bytes)),
  },
  passkey: {
    samples: () => json(authenticator.register(SITE), authenticator.answer(SITE)),
    words: [...JSON_WORDS, '"attestationObject":', '"clientDataJSON":', '"authenticatorData":', '"signature":', 'o2NmbXRkbm9uZQ', '_____w', '"response":{'], // prettier-ignore
    bytesMax: 16_384,
    async read(bytes) {
      let response: unknown
      try {
        response = parseStrictJson(text(bytes))
      } catch {
        return
      }
      const expected = { response: response as never, expectedChallenge: SITE.challenge, expectedOrigin: SITE.origin, expectedRPID: SITE.rpId, requireUserVerification: true } // prettier-ignore
      // As server/modules/identity/passkey.ts: whatever is thrown is a no.
      await verifyRegistrationResponse(expected).catch(() => undefined)
      await verifyAuthenticationResponse({ ...expected, credential: { id: authenticator.id, publicKey: new Uint8Array(77), counter: 0 } }).catch(() => undefined) // prettier-ignore
    },
  },
  words: {
    samples: () => texts('my chest hurts and I cannot breathe', 'necesito una cita para mañana, tengo fiebre de 40', 'cancel Tuesday and how much do I owe? call me at 614-555-0182', '我头疼', 'I TOOK 20 PILLS!!!'), // prettier-ignore
    words: ['pain ', 'chest', ' not ', 'no ', '40 C', '\n', '\t', '😀', '\u0301', '\u202e', 'a', ' ', '.', '?', '12/31/1999', '@', 'http://', 'Ana López ', '💔', "'", '-'], // prettier-ignore
    bytesMax: 20_000,
    read: (bytes) => void understand({ text: text(bytes).replaceAll('\0', '') }, { signed: true }),
  },
}
