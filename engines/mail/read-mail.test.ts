import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBytes } from './charset.ts'
import { classify } from './classify.ts'
import { readMail, NO_CONTEXT, type MailContext } from './read-mail.ts'

/** Processor time of this process: a busy machine does not make it longer. */
const cpuMs = (): number => process.cpuUsage().user / 1000

/** A mail from lines; bytes are latin1, so that each test can write any byte. */
const aMail = (headers: string[], body = 'Hello', context: MailContext = NO_CONTEXT) =>
  readMail(Buffer.from([...headers, '', body].join('\r\n'), 'latin1'), context)
const plain = [
  'From: Jane Doe <jane@example.org>',
  'Subject: Hi',
  'Date: Tue, 3 Mar 2026 14:05:09 -0500',
  'Message-ID: <1@example.org>',
]
const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

describe('desk-D51 who wrote it', () => {
  const classOf = (...headers: string[]) => aMail([...headers, ...plain.slice(2)]).classified.classification
  const jane = 'From: Jane Doe <jane@example.org>'
  test('who answers an absence notice is a person, and so is one whose program says it', () => {
    expect(classOf(jane, 'Subject: Automatic reply: away')).toBe('auto_reply')
    expect(classOf(jane, 'Subject: Re: Automatic reply: We are closed', 'In-Reply-To: <2@example.org>')).toBe('none')
    expect(classOf(jane, 'Subject: Automatic reply: my aunt', 'Auto-Submitted: no')).toBe('none')
  })
  test('what a form of a website sends for somebody waits for an answer', () => {
    const form = ['From: Website <noreply@site.example>', 'Subject: New enquiry']
    expect(classOf(...form)).toBe('machine')
    expect(classOf(...form, 'Reply-To: Odile Marchetti <odile@example.net>')).toBe('none')
    expect(classOf(...form, 'Reply-To: Support <support@site.example>')).toBe('machine')
    const campaign = ['Feedback-ID: 7:site', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']
    expect(classOf(...form, ...campaign, 'Reply-To: Odile Marchetti <odile@example.net>')).toBe('machine')
  })
  test('a bounce in plain words is one, also where the mail server says that it answers', () => {
    const exim = ['From: Mail Delivery System <Mailer-Daemon@mx.example>', 'Subject: Mail delivery failed: returning message to sender', 'Auto-Submitted: auto-replied', 'X-Failed-Recipients: percy@example.net'] // prettier-ignore
    expect(classOf(...exim)).toBe('bounce')
  })
})

describe('header', () => {
  test('desk-D53 words split inside a character, folded and in two charsets are joined', () => {
    const { subject } = aMail(['Subject: =?utf-8?B?Y2Fmw?= =?utf-8?B?6kg?=', ' =?iso-8859-1?Q?ma=F1ana_?=and more'])
    expect(subject).toContain('mañana and more')
    expect(aMail(['Subject: =?UTF-8?B?w4Q=?=', '\t=?UTF-8?B?w5Y=?=']).subject).toBe('ÄÖ')
  })
  test.each([
    ['=?utf-8?q?a_b=20c?=', 'a b c'],
    ['=?UTF-8?Q?What?=20now=3F?=', 'What? now?'],
    ['=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=', 'こんにちは'],
    ['=?gb2312?B?xOO6ww==?=', '你好'],
    ['=?ks_c_5601-1987?B?vsiz58fPvLy/5A==?=', '안녕하세요'],
    ['=?windows-1251?B?z/Do4uXy?=', 'Привет'],
    ['=?utf-8*en?q?caf=C3=A9?=', 'café'],
    ['=?x-unknown?q?caf=C3=A9?=', 'café'],
    ['plain =?utf-8?q?word?= and rest', 'plain word and rest'],
    ['=?utf-8?q?no_end', '=?utf-8?q?no_end'],
    ['=?utf-8?B?PT91dGYtOD9RP3R3aWNlP5==?=', ''],
  ])('desk-D53 the subject %s', (raw, expected) => {
    const { subject } = aMail([`Subject: ${raw}`])
    if (expected) expect(subject).toBe(expected)
    else expect(subject.length).toBeGreaterThan(0)
  })
  test('desk-D53 raw 8-bit subjects are read as what they are', () => {
    expect(aMail([`Subject: ${utf8('Zdravím vás')}`]).subject).toBe('Zdravím vás')
    expect(aMail(['Subject: Gr\xfc\xdfe aus K\xf6ln']).subject).toBe('Grüße aus Köln')
    expect(aMail(['Subject: Altera\xe7\xe3o de morada']).subject).toBe('Alteração de morada')
  })
  test('desk-D50 trust-D60 a decoded line break never reaches a header', () => {
    const { subject, sender } = aMail([
      'From: =?utf-8?q?a=0D=0ABcc:_x=40y.z?= <a@b.org>',
      'Subject: =?utf-8?q?one=0D=0AX-Evil:_1=00?=',
    ])
    expect(subject).toBe('one X-Evil: 1')
    expect(sender.name).not.toMatch(/[\r\n\0]/)
  })
  test('a mailbox line, a lost indentation and a missing empty line do not lose the mail', () => {
    const mail = aMail([
      'From jane@example.org Tue Mar  3 14:05:09 2026',
      ...plain,
      'X-Long: one',
      'two',
      'To: c@clinic.org',
    ])
    expect(mail.sender.address).toBe('jane@example.org')
    expect(mail.to[0]?.address).toBe('c@clinic.org')
    const noBlank = readMail(Buffer.from('From: a@b.org\nSubject: x\nHello there\nsecond line\n'))
    expect(noBlank.text).toBe('Hello there\nsecond line')
  })
  test('line ends of LF, CR and a mixture read alike', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const mail = readMail(Buffer.from(['From: a@b.org', 'Subject: s', '', 'one', 'two'].join(end)))
      expect(mail.text).toBe('one\ntwo')
    }
  })
})

describe('sender', () => {
  const sender = (...headers: string[]) => aMail(headers).sender
  test('desk-D50 one plain From is usable', () => {
    expect(sender('From: "Doe, Jane" <Jane@Example.ORG>')).toEqual({
      address: 'Jane@example.org',
      name: 'Doe, Jane',
      usable: true,
      flags: [],
    })
    expect(sender('From: jane@example.org (Jane Doe)')).toMatchObject({
      address: 'jane@example.org',
      name: 'Jane Doe',
      usable: true,
    })
    expect(sender('From: Doe, Jane <jane@example.org>')).toMatchObject({
      address: 'jane@example.org',
      name: 'Doe, Jane',
    })
    expect(sender('From: <jane@example.org>')).toMatchObject({ address: 'jane@example.org', name: '' })
  })
  test.each([
    [['From: a@x.org', 'From: b@x.org'], 'two_from_headers'],
    [['From: a@x.org, b@x.org', 'Sender: s@x.org'], 'several_from_addresses'],
    [['From: "billing@bank.org" <a@x.org>'], 'address_in_name'],
    [['From: =?utf-8?q?Jane_=3Ca=40x.org=3E?='], 'address_in_encoded_word'],
    [['From: "odd local"@x.org'], 'quoted_local_part'],
    [['From: Friends: a@x.org, b@x.org;'], 'several_from_addresses'],
    [['From: Undisclosed:;', 'Reply-To: r@x.org'], 'from_unreadable'],
    [[`From: ${utf8('Ваnk')} <a@x.org>`], 'look_alike_characters'],
    [[`From: ${utf8('evil\u202egpj.exe')} <a@x.org>`], 'invisible_characters'],
    [['Reply-To: r@x.org', 'Subject: no from'], 'from_missing'],
  ])('desk-D50 %s is flagged and never matched', (headers, flag) => {
    const found = sender(...headers)
    expect(found.flags).toContain(flag)
    expect(found.usable).toBe(false)
    expect(found.address).toBeTruthy()
  })
  test('desk-D50 failed DMARC counts only from a receiver we trust', () => {
    const headers = ['Authentication-Results: mx.clinic.org; dmarc=fail header.from=x.org', 'From: a@x.org']
    expect(aMail(headers, '', { ...NO_CONTEXT, trust: { authenticators: ['mx.clinic.org'] } }).sender.usable).toBe(
      false,
    )
    expect(aMail(headers, '', { ...NO_CONTEXT, trust: { authenticators: ['other.org'] } }).sender.usable).toBe(true)
  })
  test('desk-D50 what a form sends from an address that nobody reads is answered to whom it names, of whom nothing is proved', () => {
    const form = 'From: Website <noreply@forms.example>'
    expect(sender(form, 'Reply-To: Jo <jo@example.org>')).toEqual({ address: 'jo@example.org', name: 'Jo', usable: false, flags: ['from_no_reply'] }) // prettier-ignore
    expect(sender(form, 'Reply-To: support@forms.example')).toMatchObject({ address: 'noreply@forms.example', replyTo: 'support@forms.example' }) // prettier-ignore
    expect(sender(form, 'Reply-To: jo@example.org, al@example.org').address).toBe('noreply@forms.example')
    const own = { ...NO_CONTEXT, own: { addresses: ['care@clinic.example'], domains: [] } }
    expect(aMail([form, 'Reply-To: care@clinic.example'], 'Hello', own).sender).toMatchObject({ address: 'noreply@forms.example', flags: [] }) // prettier-ignore
  })
  test('desk-D50 a Reply-To that differs is shown and stays usable', () => {
    expect(sender('From: a@x.org', 'Reply-To: b@y.org')).toMatchObject({
      usable: true,
      replyTo: 'b@y.org',
      flags: ['reply_to_differs'],
    })
  })
})

describe('classification', () => {
  const kind = (...headers: string[]) => aMail(headers).classified.classification
  test.each([
    [['Auto-Submitted: auto-replied'], 'auto_reply'],
    [['Auto-Submitted: auto-generated; owner-email="x"'], 'auto_reply'],
    [['Auto-Submitted: no'], 'none'],
    [['X-Autoreply: yes'], 'auto_reply'],
    [['X-Autorespond: vacation'], 'auto_reply'],
    [['X-Auto-Response-Suppress: OOF, AutoReply'], 'auto_reply'],
    [['X-Auto-Response-Suppress: DR, RN, NRN'], 'none'],
    [['Precedence: auto_reply'], 'auto_reply'],
    [['Precedence: bulk'], 'auto_reply'],
    [['Precedence: bulk', 'List-Id: <a.b.c>'], 'list'],
    [['List-Unsubscribe: <mailto:x@y.z>'], 'list'],
    [['Subject: Automatic reply: Your visit'], 'auto_reply'],
    [['Subject: Out of Office: back on Monday', 'Return-Path: <>', 'From: postmaster@x.org'], 'auto_reply'],
    [['Subject: Abwesenheitsnotiz: Termin'], 'auto_reply'],
    [['Subject: I was out of the office yesterday and felt dizzy'], 'none'],
    [['Subject: question', 'Return-Path: <>', 'From: jane@x.org'], 'none'],
    [['From: no-reply@shop.example'], 'machine'],
  ])('desk-D51 %s is %s', (headers, expected) => {
    expect(kind(...headers)).toBe(expected)
  })
  test('desk-D51 a delivery report tells its status', () => {
    const report = (status: string, action: string) =>
      aMail(
        [
          'From: MAILER-DAEMON@mx.org',
          'Subject: Undelivered',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        ],
        [
          '--b',
          '',
          'Sorry.',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.org',
          '',
          'Final-Recipient: rfc822; bob@x.org',
          `Action: ${action}`,
          `Status: ${status} (text)`,
          '',
          '--b',
          'Content-Type: message/rfc822',
          '',
          'Message-ID: <orig@clinic.org>',
          'Subject: was',
          '',
          'old words',
          '--b--',
        ].join('\r\n'),
      ).classified
    expect(report('5.1.1', 'failed')).toMatchObject({
      classification: 'bounce',
      report: {
        kind: 'permanent',
        originalMessageId: '<orig@clinic.org>',
        recipients: [{ address: 'bob@x.org', status: '5.1.1' }],
      },
    })
    expect(report('4.4.7', 'delayed').report?.kind).toBe('temporary')
    expect(report('2.0.0', 'relayed').report?.kind).toBe('success')
  })
  test('desk-D51 a report in plain words needs a mail system as sender', () => {
    const words = 'Hi. This is the qmail-send program.\n<bob@x.org>:\n550 5.1.1 no such user'
    expect(aMail(['From: MAILER-DAEMON@mx.org', 'Subject: failure notice'], words).classified).toMatchObject({
      classification: 'bounce',
      report: { kind: 'permanent' },
    })
    expect(aMail(['From: jane@x.org', 'Subject: failure notice'], words).classified.classification).toBe('none')
  })
  test('desk-D51 our own mail that comes back is an echo', () => {
    const own = { addresses: ['desk@clinic.org'], domains: ['clinic.org'] }
    expect(aMail(['From: Desk@clinic.org'], 'x', { ...NO_CONTEXT, own }).classified.classification).toBe('own_echo')
    expect(classify).toBeTypeOf('function')
  })
})

describe('body', () => {
  test.each([
    ['iso-8859-1', 'caf\xe9 \x93q\x94', 'café “q”'],
    ['us-ascii', utf8('naïve'), 'naïve'],
    ['utf-8', 'Gr\xfc\xdfe aus K\xf6ln, sch\xf6n', 'Grüße aus Köln, schön'],
    ['no-such-charset', utf8('Señor'), 'Señor'],
    ['iso-8859-1', utf8('Señor café'), 'Señor café'],
    ['utf-7', 'Hi +AOk-', 'Hi é'],
    ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['cp1250', 'P\xf8\xedli\x9a', 'Příliš'],
    ['iso-2022-kr', '\x1b$)C\x0e>H3g\x0f', '안녕'],
    ['hz-gb-2312', '~{<:Ky2;~} ok', '己所不 ok'],
  ])('desk-D53 a body that says %s', (charset, bytes, expected) => {
    expect(aMail([...plain, `Content-Type: text/plain; charset=${charset}`], bytes).text).toBe(expected)
  })
  test.each([
    ['windows-1251', 'Здравствуйте, у меня болит голова третий день и температура'],
    ['koi8-r', 'Здравствуйте, у меня болит голова третий день и температура'],
    ['shift_jis', 'お世話になっております。昨日から頭が痛いです。'],
    ['euc-jp', 'お世話になっております。昨日から頭が痛いです。'],
    ['gb18030', '你好，我昨天开始头痛，请问可以预约吗？'],
    ['big5', '你好，我昨天開始頭痛，請問可以預約嗎？'],
    ['euc-kr', '안녕하세요. 어제부터 머리가 아파요.'],
    ['windows-1253', 'Καλημέρα, έχω πονοκέφαλο από χθες το βράδυ'],
    ['windows-1255', 'שלום, יש לי כאב ראש מאתמול בערב'],
    ['windows-1256', 'مرحبا، عندي صداع منذ الأمس في المساء'],
    ['windows-1250', 'Dobrý den, od včerejška mě bolí hlava a mám horečku'],
    ['windows-1252', 'Bonjour, j’ai mal à la tête depuis hier, très fort'],
  ])('desk-D53 a body without a label in %s is recognised', async (charset, text) => {
    const iconv = (await import('iconv-lite')).default
    expect(decodeBytes(iconv.encode(text, charset)).text).toBe(text)
  })
  test('the text of HTML alone keeps lines, lists, quotes and leaves out what is hidden', () => {
    const html =
      '<style>x</style><p>Hello&nbsp;<b>there</b></p><ul><li>one<li>two</ul><div style="display:none">pre</div><blockquote>old</blockquote>'
    expect(aMail([...plain, 'Content-Type: text/html'], html).text).toBe('Hello there\n\n- one\n- two\n\n> old')
  })
  test('flowed text is joined, its signature is not', () => {
    const mail = aMail(
      [...plain, 'Content-Type: text/plain; format=flowed'],
      'one \r\ntwo\r\n> a \r\n> b\r\n-- \r\nJane',
    )
    expect(mail.text).toBe('one two\n> a b\n-- \nJane')
  })
  test('desk-D54 missing boundary, missing end and encoded multiparts are read', () => {
    const parts =
      '--xyz\r\nContent-Type: text/plain\r\n\r\nwords\r\n--xyz\r\nContent-Type: text/html\r\n\r\n<p>words</p>'
    expect(aMail([...plain, 'Content-Type: multipart/alternative'], parts).text).toBe('words')
    expect(aMail([...plain, 'Content-Type: multipart/alternative; boundary=xyz'], parts).flags).toContain('end_missing')
    expect(aMail([...plain, 'Content-Type: multipart/mixed; boundary=none'], 'only words').text).toBe('only words')
    const encoded = Buffer.from(parts).toString('base64')
    expect(
      aMail(
        [...plain, 'Content-Type: multipart/alternative; boundary=xyz', 'Content-Transfer-Encoding: base64'],
        encoded,
      ).text,
    ).toBe('words')
  })
  test('desk-D54 of two alternatives both are read where the HTML says what the plain text does not', () => {
    const textOf = (plainPart: string, html: string) =>
      aMail(
        [...plain, 'Content-Type: multipart/alternative; boundary=b'],
        `--b\r\n\r\n${plainPart}\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--`,
      ).text
    const stub = 'This message needs an HTML mail program.'
    expect(textOf(stub, '<p>My chest hurts and my arm is numb</p>')).toBe(`${stub}\nMy chest hurts and my arm is numb`)
    expect(textOf('Hello', '<p>Hello, my chest hurts</p>')).toBe('Hello, my chest hurts')
    expect(textOf('My *chest* hurts\r\nhttps://x.example', '<p>My <b>chest</b> hurts <a href=x>here</a></p>')).not.toContain('here') // prettier-ignore
    expect(textOf('Yes.', '<p>Yes.</p><blockquote>Does it hurt when you walk?</blockquote>')).toBe('Yes.')
    expect(textOf(stub, '')).toBe(stub)
  })
  test('desk-D55 names are decoded, made harmless once, and only shown images are inline', () => {
    const part = (header: string[], body = 'aGk=') =>
      ['--b', ...header, 'Content-Transfer-Encoding: base64', '', body].join('\r\n')
    const mail = aMail(
      [...plain, 'Content-Type: multipart/mixed; boundary=b'],
      [
        '--b\r\nContent-Type: text/html\r\n\r\n<img src="cid:a%40b">',
        part(['Content-Type: image/png; name=a.png', 'Content-ID: <a@b>']),
        part(['Content-Type: image/png; name=b.png', 'Content-ID: <unused@b>', 'Content-Disposition: inline']),
        part([
          'Content-Type: application/pdf',
          "Content-Disposition: attachment; filename*0*=utf-8''r%C3%A9; filename*1=sum.pdf",
        ]),
        part(['Content-Type: application/pdf; name="=?utf-8?q?=C3=BCber.pdf?="']),
        part(['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=my scan.pdf']),
        part(['Content-Disposition: attachment; filename="../../etc/pass\u202ewd"'.replace('\u202e', utf8('\u202e'))]),
        part(['Content-Type: application/pdf']),
        '--b--',
      ].join('\r\n'),
    )
    expect(mail.attachments.map(({ name, disposition }) => [name, disposition])).toEqual([
      ['a.png', 'inline'],
      ['b.png', 'attachment'],
      ['résum.pdf', 'attachment'],
      ['über.pdf', 'attachment'],
      ['my scan.pdf', 'attachment'],
      ['passwd', 'attachment'],
      ['attachment-7.pdf', 'attachment'],
    ])
  })
  test('uuencoded files leave the text', () => {
    const mail = aMail(plain, 'see file\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nbye')
    expect(mail.text).toBe('see file\nbye')
    expect(mail.attachments[0]).toMatchObject({ name: 'cat.txt', bytes: Buffer.from('Cat') })
  })
  test('desk-D54 a nested message is a file, and its words are not the sender’s', () => {
    const mail = aMail(
      [...plain, 'Content-Type: multipart/mixed; boundary=b'],
      '--b\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Old: one\r\n\r\nold words\r\n--b--',
    )
    expect(mail.text).toBe('see below')
    expect(mail.attachments[0]).toMatchObject({ name: 'Old_ one.eml', type: 'message/rfc822' })
  })
  test('desk-D54 nothing but bytes is still a mail', () => {
    expect(readMail(Buffer.from('just words\nmore words')).text).toBe('just words\nmore words')
    expect(readMail(Buffer.alloc(0)).text).toBe('')
    expect(readMail(Buffer.from([0, 255, 254, 13, 10])).flags).toContain('no_header')
  })
  test('desk-D54 500 parts are read and the rest is said to be left out', () => {
    const mail = aMail(
      [...plain, 'Content-Type: multipart/mixed; boundary=b'],
      '--b\r\n\r\nx\r\n'.repeat(600) + '--b--',
    )
    expect(mail.flags).toContain('too_many_parts')
  })
})

describe('dates', () => {
  const date = (raw: string) => aMail([`Date: ${raw}`]).claimedAt?.toISOString()
  test.each([
    ['Tue, 3 Mar 2026 14:05:09 -0500 (EST)', '2026-03-03T19:05:09.000Z'],
    ['3 Mar 26 14:05 GMT', '2026-03-03T14:05:00.000Z'],
    ['Tue, 03 Mar 2026 14:05:09 EST', '2026-03-03T19:05:09.000Z'],
    ['Tue Mar  3 14:05:09 2026', '2026-03-03T14:05:09.000Z'],
    ['Tue, 3-Mar-2026 14.05.09 +0100', '2026-03-03T13:05:09.000Z'],
    ['2026-03-03T14:05:09+01:00', '2026-03-03T13:05:09.000Z'],
    ['Tuesday, March 3, 2026 2:05 PM', '2026-03-03T14:05:00.000Z'],
    ['Mon, 30 Feb 1998 xx', undefined],
    ['yesterday', undefined],
  ])('desk-D54 %s', (raw, expected) => expect(date(raw)).toBe(expected))
  test('desk-D54 missing, ancient and future dates are flagged', () => {
    const now = new Date('2026-03-03T12:00:00Z')
    const flags = (headers: string[]) => aMail(headers, 'x', { ...NO_CONTEXT, receivedAt: now }).flags
    expect(flags([])).toContain('date_missing')
    expect(flags(['Date: 1 Jan 1970 00:00:00 +0000'])).toContain('date_before_1990')
    expect(flags(['Date: 3 Mar 2026 12:11:00 +0000'])).toContain('date_in_future')
    expect(flags(['Date: 3 Mar 2026 12:09:00 +0000'])).not.toContain('date_in_future')
  })
})

describe('hostile input', () => {
  const seeds = [
    [
      ...plain,
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=gb2312',
      '',
      '<p>x</p>',
      '--b',
      "Content-Type: image/png; name*0*=utf-8''a",
      'Content-Transfer-Encoding: base64',
      '',
      'aGVsbG8=',
      '--b--',
    ].join('\r\n'),
    [
      'From: =?utf-8?b?w4Q=?= <a@b.c>',
      'Subject: =?x?q?y?=',
      'References: <a@b> <c@d>',
      '',
      'On 1 Jan 2026 at 10:00, A <a@b.c> wrote:',
      '> x',
      '-- ',
      'me',
    ].join('\n'),
  ]
  test('trust-D56 any mutation of a mail is read, in less than a second', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.record({ at: fc.nat(900), with: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(12) }), {
          maxLength: 12,
        }),
        (seed, edits) => {
          let bytes = Buffer.from(seed)
          for (const edit of edits) {
            const at = edit.at % (bytes.length + 1)
            bytes = Buffer.concat([bytes.subarray(0, at), edit.with, bytes.subarray(at + edit.drop)])
          }
          const started = cpuMs()
          const mail = readMail(bytes)
          expect(cpuMs() - started).toBeLessThan(1_000)
          expect(mail.subject).not.toMatch(/[\r\n\0]/)
          expect(mail.text.isWellFormed() && !mail.text.includes('\0')).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
  test.each([
    ['words', '=?a?q?'.repeat(80_000)],
    ['quotes', '"'.repeat(300_000)],
    ['brackets', '<'.repeat(300_000)],
    ['commas', ','.repeat(300_000)],
    ['colons', '@' + ':'.repeat(300_000)],
    ['comments', '('.repeat(300_000)],
    ['spaces', 'a' + ' '.repeat(300_000) + 'b'],
    ['addresses', 'a@b,'.repeat(80_000)],
    ['spaces before a dot', `a@b${' '.repeat(300_000)}c`],
    ['brackets before a name', `${'<'.repeat(150_000)}x<a@b.example>`],
    ['signs of an encoded word', `=?utf-8?B?${'='.repeat(7_900)}A?= `.repeat(40)],
  ])('trust-D56 a header of endless %s takes linear time', (_name, value) => {
    const started = cpuMs()
    for (const name of ['From', 'Subject', 'References', 'Date', 'Content-Type', 'Auto-Submitted'])
      readMail(Buffer.from(`${name}: ${value}\r\n\r\nx`))
    expect(cpuMs() - started).toBeLessThan(3_000)
  })
  test.each([
    ['quotes', '>'.repeat(1_000_000)],
    ['empty lines', `${'\n'.repeat(200_000)}x`],
    ['quoted lines', '> a\n'.repeat(200_000)],
    ['introductions', 'On 1 Jan 2026 at 10:00 a@b.c\n'.repeat(30_000)],
    ['signature marks', '-- \n'.repeat(100_000)],
    ['begin lines', 'begin 644 x\n'.repeat(30_000)],
    ['underscores', '_'.repeat(500_000)],
    ['long line', 'wrote '.repeat(200_000)],
  ])('trust-D56 a body of endless %s takes linear time', (_name, body) => {
    const started = cpuMs()
    aMail(plain, body)
    expect(cpuMs() - started).toBeLessThan(1_500)
  })
})
