/** Machines that write to us, files that come with mail, and what is answered: over the real mail door (desk-D51, D52, D55, D42). */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { scanWaiting } from '#server/modules/conversation/index.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { lookAfterMail, tellDifferences } from './mail-watch.ts'
import { aMailHouse, aRawMail } from './testing/a-mail-house.ts'

/** A thousand mails over the door take a few seconds alone; beside other work, many times as long. */
const STORM_MAX_MS = 120_000

const house = await aMailHouse()
const { clinic, look, send, clock } = house
const fresh = () => `${randomUUID().slice(0, 8)}@example.org`
const idOf = async (subject: string) =>
  (
    await look<{ id: string }>(
      `select conversation_id as id from message where subject = $1 order by received_at desc limit 1`,
      [subject],
    )
  )[0]?.id ?? ''
const outTo = (address: string) =>
  look<{ text: string; flags: string[]; urgency: string; purpose: string }>(
    `select m.text, m.flags, d.purpose from delivery d join message m on m.id = d.message_id where d.address = $1 and d.is_automatic order by m.received_at, m.flags`,
    [address],
  )

function aReport(messageId: string, recipient: string, status: string, action: string): string {
  const boundary = 'report'
  return aRawMail(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
      Subject: `Report ${randomUUID()}`,
      'Content-Type': `multipart/report; report-type=delivery-status; boundary=${boundary}`,
    },
    [
      `--${boundary}`,
      '',
      'Your message.',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      '',
      `--${boundary}`,
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '',
      `--${boundary}--`,
    ].join('\n'),
  )
}

describe('desk-D51 machines', () => {
  test('desk-D51, D46 a delay is noted and changes nothing; a refusal fails the delivery, marks the address, and the agent is told in the conversation', async () => {
    const subject = `Bounce ${randomUUID()}`
    await send(aRawMail({ From: clinic.patientMail, Subject: subject }))
    const conversationId = await idOf(subject)
    const ours = await house.answered(conversationId)
    const state = async () =>
      (
        await look<{ state: string; cause: string | null }>(`select state, cause from delivery where id = $1`, [
          ours.deliveryId,
        ])
      )[0]
    const point = async () =>
      (await look<{ state: string }>(`select state from contact_point where value = $1`, [clinic.patientMail]))[0]
        ?.state

    await send(aReport(ours.messageId, clinic.patientMail, '4.4.7', 'delayed'))
    expect(await state()).toEqual({ state: 'handed_over', cause: null })
    expect(await point()).toBe('active')
    // Another answer waits for the morning: it is decided again in the transaction of the report, and not only then.
    const [waiting] = await look<{ id: string }>(
      `insert into delivery select (jsonb_populate_record(null::delivery, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(), 'state', 'held',
         'cause', 'QUIET_HOURS', 'idempotency_key', 'waits-for-morning', 'not_before', now() + interval '1 year',
         'contact_point_id', (select id from contact_point where value = $2)))).* from delivery d where d.id = $1 returning id`,
      [ours.deliveryId, clinic.patientMail],
    )
    await send(aReport(ours.messageId, clinic.patientMail, '5.1.1', 'failed'))
    expect(await look(`select state, cause from delivery where id = $1`, [waiting?.id])).toEqual([
      { state: 'blocked', cause: 'CONTACT_POINT_UNUSABLE' },
    ])
    expect(
      await look(`select from journal where event = 'delivery.blocked' and resource_id = $1`, [waiting?.id]),
    ).toHaveLength(1)
    expect(await state()).toEqual({ state: 'failed', cause: 'bounced-5.1.1' })
    expect(await point()).toBe('bouncing')
    const steps = await look<{ state: string; cause: string }>(
      `select state, cause from delivery_step where delivery_id = $1 order by cause`,
      [ours.deliveryId],
    )
    expect(steps).toEqual([
      { state: 'handed_over', cause: 'bounced-4.4.7' },
      { state: 'failed', cause: 'bounced-5.1.1' },
    ])
    const said = (await house.messages(conversationId)).map(({ automatic }) => automatic)
    expect(said.filter((kind) => kind === 'bounce')).toHaveLength(2)
    expect(
      await look(`select from journal where event = 'contact-point.bouncing' and conversation_id = $1`, [
        conversationId,
      ]),
    ).toHaveLength(1)
    // A late report of less changes nothing, and automatic mail to that address is over.
    await send(aReport(ours.messageId, clinic.patientMail, '4.4.7', 'delayed'))
    expect((await state())?.state).toBe('failed')
    clock.now = new Date(clock.now.getTime() + 25 * 3_600_000)
    const before = (await outTo(clinic.patientMail)).length
    await send(aRawMail({ From: clinic.patientMail, Subject: 'a new matter' }))
    expect(await outTo(clinic.patientMail)).toHaveLength(before)
  })

  test.each([
    ['an automatic reply', { 'Auto-Submitted': 'auto-replied' }],
    ['an absence with an empty return path', { 'Return-Path': '<>', Subject: 'Out of Office: back on Monday' }],
    ['a list', { 'List-Id': '<news.example.org>' }],
    ['a machine', { From: 'no-reply@shop.example' }],
  ])('desk-D51, trust-D54 %s gets no automatic mail, reopens nothing and starts no clock', async (_name, headers) => {
    const from = 'From' in headers ? headers.From : fresh()
    const subject = `First ${randomUUID()}`
    await send(aRawMail({ From: from, Subject: subject, 'Auto-Submitted': 'auto-replied' }))
    const id = await idOf(subject)
    const ours = await house.answered(id)
    await look(`update conversation set state = 'resolved', resolved_at = $2, due_at = null where id = $1`, [
      id,
      clock.now,
    ])
    await send(aRawMail({ From: from, 'In-Reply-To': ours.messageId, Subject: 'again', ...headers }))
    const [conversation] = await look<{ state: string; due: Date | null; n: number }>(
      `select state, due_at as due, last_seq as n from conversation where id = $1`,
      [id],
    )
    expect(conversation).toEqual({ state: 'resolved', due: null, n: 3 })
    expect(await outTo(from)).toEqual([])
  })

  test('desk-D51, D2 a person who writes inside an automatic mail is still read for danger: the alert is raised, and no mail goes to the machine', async () => {
    const from = fresh()
    await send(
      aRawMail(
        { From: from, Subject: 'Automatic reply: your visit', 'Auto-Submitted': 'auto-replied' },
        'I have crushing chest pain and cannot breathe',
      ),
    )
    const id = await idOf('Automatic reply: your visit')
    expect(await look(`select from safety_alert where conversation_id = $1`, [id])).toHaveLength(1)
    expect(await outTo(from)).toEqual([])
  })
})

describe('desk-D52 storms and loops', () => {
  test('desk-D52, trust-D54 the sixth equal mail within the hour is set aside and the alarm raised once; others and later ones come in', async () => {
    const from = fresh()
    const before = (await house.setAside()).length
    for (let n = 0; n < 12; n++) await send(aRawMail({ From: from, Subject: `Storm ${n}` }, 'the same words'))
    expect(await look(`select from message where subject like 'Storm %'`)).toHaveLength(5)
    expect((await house.setAside()).slice(before).map(({ cause, rawId }) => [cause, rawId !== null])).toEqual([
      ['mail-storm', true],
    ])
    expect(
      await look(`select from journal where event = 'inbox.alarm' and detail->>'cause' = 'mail-storm'`),
    ).toHaveLength(1)
    await send(aRawMail({ From: from, Subject: 'Storm other' }, 'other words'))
    await send(aRawMail({ From: fresh(), Subject: 'Storm stranger' }, 'the same words'))
    const kept = async () => (await look(`select from mail_body where organization_id = $1`, [clinic.organizationId])).length // prettier-ignore
    // Those of the last hour stay, by the clock of the tests before this one, too.
    await lookAfterMail(house.services, clinic.organizationId)
    expect(await kept()).toBeGreaterThan(7)
    clock.now = new Date(clock.now.getTime() + 61 * 60_000)
    // Also what comes from nobody who writes again.
    await lookAfterMail(house.services, clinic.organizationId)
    expect(await kept()).toBe(0)
    await send(aRawMail({ From: from, Subject: 'Storm later' }, 'the same words'))
    expect(
      await look(`select from message where subject in ('Storm other', 'Storm stranger', 'Storm later')`),
    ).toHaveLength(3)
    const counts = await house.counts()
    expect(counts?.seen).toBe(
      (counts?.stored ?? 0) + (counts?.duplicate ?? 0) + (counts?.refused ?? 0) + (counts?.setAside ?? 0),
    )
  })

  test('desk-D52, D3 whose words stand in the subject is no storm, nor is a danger that was not told before; what was, is', async () => {
    const from = fresh()
    for (let n = 0; n < 7; n++)
      await send(aRawMail({ From: from, Subject: `Subject alone ${n}` }, n % 2 ? '' : 'Sent from my iPhone'))
    expect(await look(`select from message where subject like 'Subject alone %'`)).toHaveLength(7)
    const before = (await house.setAside()).length
    const danger = `I have crushing chest pain ${randomUUID()}`
    for (let n = 0; n < 6; n++) await send(aRawMail({ From: from, Subject: `Equal ${n}` }, 'please see the subject'))
    await send(aRawMail({ From: from, Subject: danger }, 'please see the subject'))
    expect(await look(`select from safety_alert where conversation_id = $1`, [await idOf(danger)])).toHaveLength(1)
    for (let n = 0; n < 6; n++) await send(aRawMail({ From: from, Subject: danger }, 'please see the subject'))
    expect(await look(`select from message where subject = $1`, [danger])).toHaveLength(5)
    expect((await house.setAside()).slice(before).map(({ cause }) => cause)).toEqual(['mail-storm'])
  })

  test('desk-D52 a mail that carries our loop mark twice is set aside', async () => {
    const subject = `Loop ${randomUUID()}`
    await send(`X-Bedside-Loop: <a@x>\r\nX-Bedside-Loop: <b@x>\r\n${aRawMail({ From: fresh(), Subject: subject })}`)
    expect(await idOf(subject)).toBe('')
    expect((await house.setAside()).at(-1)).toMatchObject({ cause: 'mail-loop' })
  })

  test('desk-D42, D52, trust-D54 one acknowledgement a day, none of the sender’s words in it, no more than twenty a minute from one mailbox', async () => {
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    const from = fresh()
    for (let n = 0; n < 3; n++)
      await send(aRawMail({ From: from, Subject: `BUY NOW ${n}` }, `visit http://evil.example ${n}`))
    const [only, ...more] = await outTo(from)
    expect(more).toEqual([])
    expect(only?.text).toContain('We got your message')
    expect(only?.text).not.toMatch(/evil|BUY/)
    expect(
      await look(`select from journal where event = 'message.automatic-refused' and refusal = 'BUDGET_SPENT'`),
    ).not.toHaveLength(0)
    const many = Array.from({ length: 25 }, fresh)
    for (const one of many) await send(aRawMail({ From: one }))
    const told = await look(`select from delivery where is_automatic and address = any ($1::text[])`, [many])
    expect(told).toHaveLength(19)
  })

  test('desk-D3, D42 an emergency text leaves at once, also after an acknowledgement, and at most five times an hour to one address', async () => {
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    const from = fresh()
    for (let n = 0; n < 8; n++)
      await send(
        aRawMail({ From: from, Subject: `Help ${n}` }, `I have crushing chest pain and can't breathe. Number ${n}.`),
      )
    const told = await outTo(from)
    expect(told.map(({ purpose }) => purpose)).toEqual(Array(5).fill('emergency'))
    expect(told[0]?.text).toContain('911')
    expect(
      await look(
        `select from safety_alert where conversation_id in (select conversation_id from message where subject like 'Help %')`,
      ),
    ).toHaveLength(8)
  })
})

const withFiles = (
  headers: Record<string, string>,
  files: [string, string, Buffer][],
  text = `see files ${randomUUID()}`,
) =>
  aRawMail(
    { ...headers, 'Content-Type': 'multipart/mixed; boundary=files' },
    [
      '--files',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      ...files.flatMap(([name, type, bytes]) => [
        '--files',
        `Content-Type: ${type}; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        bytes.toString('base64').replaceAll(/(.{76})/g, '$1\n'),
      ]),
      '--files--',
    ].join('\n'),
  )
const verdicts = (subject: string) =>
  look<{ name: string; verdict: string; reason: string | null }>(
    `select a.name, a.verdict, a.reason from attachment a join message m on m.id = a.message_id where m.subject = $1 order by a.name`,
    [subject],
  )
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

describe('desk-D55 files', () => {
  test('desk-D55, trust-D51 each file by itself: the good ones stay, the sender is told once, in their language, without their words', async () => {
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    const from = fresh()
    const subject = `Archivos ${randomUUID()}`
    await send(
      withFiles(
        { From: from, Subject: subject },
        [
          ['a-notes.txt', 'text/plain', Buffer.from('ordinary words')],
          ['b-secret-run.exe', 'application/octet-stream', Buffer.from('MZ\x90\x00program')],
          ['c-virus.txt', 'text/plain', Buffer.from(eicar)],
          ['d-page.html', 'application/octet-stream', Buffer.from('<script>alert(1)</script>')],
        ],
        'Hola, quiero pedir una cita para la próxima semana con la doctora. Muchas gracias por su ayuda.',
      ),
    )
    const found = await verdicts(subject)
    expect(found.map(({ name, verdict }) => [name.slice(0, 1), verdict])).toEqual([
      ['a', 'clean'],
      ['b', 'waiting'],
      ['c', 'infected'],
      ['d', 'refused'],
    ])
    const told = await outTo(from)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('No pudimos abrir 3 archivos')
    expect(told[0]?.text).not.toMatch(/secret|virus/)
    // A second mail the same day is not acknowledged; that a file is missing is said.
    await send(
      withFiles(
        { From: from, Subject: `${subject} 2` },
        [['x.exe', 'application/octet-stream', Buffer.from('MZ\x90\x00program')]],
        'Otra vez el archivo, por favor. Gracias.',
      ),
    )
    expect((await outTo(from)).map(({ flags }) => flags)).toEqual([['about-files'], ['acknowledgement']])
  })

  test('desk-D55 more than a hundred files: those above are refused and said', async () => {
    const subject = `Many ${randomUUID()}`
    const files = Array.from({ length: 105 }, (_, n): [string, string, Buffer] => [
      `f${n}.txt`,
      'text/plain',
      Buffer.from(`file ${n}`),
    ])
    await send(withFiles({ From: fresh(), Subject: subject }, files))
    expect(await verdicts(subject)).toHaveLength(100)
    const [message] = await look<{ flags: string[] }>(`select flags from message where subject = $1`, [subject])
    expect(message?.flags).toContain('too_many_files')
  })

  test('desk-D55 a scanner that is away: the text is read at once, the file waits, and is looked at again later', async () => {
    const answers: string[] = []
    const clamd = createServer((socket) => {
      let got = Buffer.alloc(0)
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        got = Buffer.concat([got, Buffer.from(chunk)])
        if (!got.subarray(-4).equals(Buffer.alloc(4))) return
        const answer = answers.shift()
        if (answer === undefined) socket.destroy()
        else socket.end(answer)
      })
    })
    await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve))
    afterAll(() => clamd.close())
    const address = clamd.address()
    const fileCheck = openFileCheck(`127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
    const other = await aMailHouse({ fileCheck })
    await other.send(
      withFiles(
        { From: fresh(), Subject: 'waits' },
        [['a.txt', 'text/plain', Buffer.from('words')]],
        'Please read this.',
      ),
    )
    expect(fileCheck.scanner()).toBe('down')
    const row = async () =>
      (
        await other.look<{ id: string; verdict: string; messageId: string }>(
          `select id, verdict, message_id as "messageId" from attachment limit 1`,
        )
      )[0]
    const waiting = await row()
    expect(waiting?.verdict).toBe('waiting')
    expect((await other.messages())[0]?.text).toContain('Please read this.')
    const job = other.recorded.sent.find(({ queue }) => queue === 'scan-file')
    expect(job?.id).toBe(waiting?.messageId)

    const deps = { ...other.services, scan: fileCheck.scan }
    await scanWaiting(deps, other.clinic.organizationId, job?.id ?? '')
    expect((await row())?.verdict, 'still away').toBe('waiting')
    expect(other.recorded.sent.filter(({ queue }) => queue === 'scan-file')).toHaveLength(2)
    answers.push('stream: OK\0')
    await scanWaiting(deps, other.clinic.organizationId, job?.id ?? '')
    expect((await row())?.verdict).toBe('clean')
    expect(fileCheck.scanner()).toBe('works')
    answers.push('stream: Eicar.OK FOUND\0')
    await other.send(
      withFiles({ From: fresh(), Subject: 'bad' }, [['b.txt', 'text/plain', Buffer.from('other words')]]),
    )
    expect(await other.look(`select from attachment where verdict = 'infected'`)).toHaveLength(1)
  })
})

describe('desk-D58 tombstones and poison', () => {
  test('desk-D58 a mail that was deleted here does not come back', async () => {
    const subject = `Gone ${randomUUID()}`
    const mail = aRawMail({ From: fresh(), Subject: subject })
    await send(mail)
    await look(`delete from message where subject = $1`, [subject])
    const before = await house.counts()
    expect(await send(mail)).toMatch(/^250/)
    expect(await idOf(subject)).toBe('')
    expect((await house.counts())?.duplicate).toBe((before?.duplicate ?? 0) + 1)
  })

  test('desk-D6, D51, D56, trust-D70 a storm of odd mails: all are answered, the counters balance, nothing is left open', async () => {
    const odd = [
      aRawMail(
        { From: fresh(), 'Content-Type': 'text/html' },
        '<div>'.repeat(10_000) + 'deep words' + '</div>'.repeat(10_000),
      ),
      aRawMail({ From: fresh(), 'Content-Type': 'text/plain; charset=no-such' }, 'unreadable charset'),
      aRawMail({ From: '', To: '', Subject: '', 'Message-ID': '', Date: '' }, ''),
      `${'X-A: b\r\n'.repeat(3_000)}\r\nwords\r\n`,
      Buffer.concat([
        Buffer.from('From: a@example.org\r\n\r\n'),
        Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7) % 256 || 1)).subarray(0, 0),
        Buffer.from([0xff, 0xfe, 0x00, 0x80]),
        Buffer.from('\r\n'),
      ]),
      aRawMail({ From: fresh(), 'Content-Type': 'multipart/mixed; boundary=x' }, '--x\n'.repeat(2_000)),
    ]
    for (const mail of odd) expect(await send(mail)).toMatch(/^250/)
    const deep = (await house.messages()).find(({ flags }) => flags.includes('html_too_deep'))
    expect(deep).toMatchObject({ safeHtml: null, text: expect.stringContaining('deep words') })
    expect(await look(`select from mail_arrival`)).toEqual([])
    const counts = await house.counts()
    expect(counts?.seen).toBe(
      (counts?.stored ?? 0) + (counts?.duplicate ?? 0) + (counts?.refused ?? 0) + (counts?.setAside ?? 0),
    )
    clock.now = new Date(clock.now.getTime() + 10 * 60_000)
    expect(await tellDifferences(house.services, clinic.organizationId)).toBe(0)
  })

  test(
    'desk-D6, trust-D70 one bad among 1,000: 999 are handled, the bad one is on the list within 10 s and can be taken in once it is mended',
    async () => {
      await look(`alter table message add constraint no_poison check (text not like '%poison%') not valid`)
      const before = await house.counts()
      const mark = randomUUID()
      const mails = Array.from({ length: 1_000 }, (_, n) => (n === 400 ? `poison ${mark}` : `words ${n} ${mark}`))
      const seconds = { poison: Infinity, others: [] as number[] }
      await Promise.all(
        Array.from({ length: 6 }, async () => {
          for (let words = mails.shift(); words !== undefined; words = mails.shift()) {
            const began = performance.now()
            const mail = aRawMail({ From: fresh(), Subject: mark }, words)
            // "Later" is an answer of a busy house; a mail server comes again.
            while ((await send(mail)).startsWith('4'));
            const took = (performance.now() - began) / 1_000
            if (words.startsWith('poison')) seconds.poison = took
            else seconds.others.push(took)
          }
        }),
      )
      await look(`alter table message drop constraint no_poison`)
      expect(await look(`select from message where subject = $1`, [mark])).toHaveLength(999)
      // On a machine where the good ones take long too, it may take a few times as long as they.
      const median = seconds.others.toSorted((a, b) => a - b)[500] ?? 0
      expect(seconds.poison).toBeLessThan(Math.max(10, 10 * median))
      const bad = (await house.setAside()).filter(({ cause }) => cause === 'not-stored')
      expect(bad).toMatchObject([{ state: 'open', rawId: expect.any(String) }])
      const after = await house.counts()
      const more = (key: 'seen' | 'stored' | 'setAside') => (after?.[key] ?? 0) - (before?.[key] ?? 0)
      expect([more('seen'), more('stored'), more('setAside')]).toEqual([1_000, 999, 1])

      // What made it bad is mended: it is taken in again, as what it was.
      const [original] = await look<{ bytes: Buffer }>(`select bytes from raw_message where id = $1`, [bad[0]?.rawId])
      const again = await house.mailIn.replay(
        clinic.organizationId,
        bad[0]?.source ?? '',
        '',
        original?.bytes ?? Buffer.alloc(0),
      )
      expect(again).toEqual({ conversationId: expect.any(String), cause: null })
      expect(await look(`select from message where subject = $1`, [mark])).toHaveLength(1_000)
    },
    STORM_MAX_MS,
  )
})
