/** The mail door over real sockets: what is taken, what is refused, where it lands. */
import { randomUUID } from 'node:crypto'
import { connect as connectTls } from 'node:tls'
import nodemailer from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { hasBareLineEnds } from './smtp-listener.ts'
import { aMailHouse, aMailbox, aRawMail, DOMAIN, openLine } from './testing/a-mail-house.ts'
import { aCertificate } from '#server/platform/a-certificate.ts'
import { fairTurns, TURNS } from '#server/platform/fair-turns.ts'
import { newId } from '#server/platform/id.ts'

const house = await aMailHouse()
const { clinic, look, send, clock } = house

const fresh = () => `${randomUUID().slice(0, 8)}@example.org`
const conversationOf = async (subject: string) => {
  const [row] = await look<{ id: string; mayBelongTo: string | null }>(
    `select c.id, c.may_belong_to as "mayBelongTo" from conversation c join message m on m.conversation_id = c.id
      where m.subject = $1 order by m.received_at desc limit 1`,
    [subject],
  )
  return row
}

describe('desk-D47 the listener', () => {
  test('desk-D47 names its size, and refuses what is larger before and while it comes', async () => {
    const line = await openLine(house.port)
    await line.answer()
    expect(await line.ask('EHLO a.example\r\n')).toContain(`SIZE ${50 * 1024 * 1024}`)
    expect(await line.ask(`MAIL FROM:<a@example.org> SIZE=${60 * 1024 * 1024}\r\n`)).toMatch(/^552/)
    line.end()
    const large = Buffer.concat([
      Buffer.from(aRawMail()),
      Buffer.alloc(51 * 1024 * 1024, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'),
    ])
    expect(await send(large)).toMatch(/^552/)
  })

  test.each([
    ['a lone LF', aRawMail().replace('Subject: A question\r\n', 'Subject: A question\n')],
    ['a lone CR', aRawMail({}, 'one\rtwo')],
    ['a hidden second mail', `${aRawMail()}\n.\r\nMAIL FROM:<evil@example.org>\r\n`],
    ['LF dot LF', `${aRawMail()}\n.\n`],
  ])('desk-D47 %s is refused whole: nothing is smuggled', async (_name, mail) => {
    const before = await house.counts()
    expect(await send(mail)).toMatch(/^550/)
    expect(await house.counts()).toEqual(before)
  })

  test('desk-D47 line ends are judged at every place', () => {
    expect(hasBareLineEnds(Buffer.from('a\r\nb\r\n'))).toBe(false)
    for (const bad of ['\n', '\r', 'a\rb', 'a\nb', '\r\r\n', 'a\r\n\n', 'a\r\n\r'])
      expect(hasBareLineEnds(Buffer.from(bad))).toBe(true)
  })

  test('desk-D47 without a certificate of our own TLS is not offered, and a stranger mailbox is not ours', async () => {
    const line = await openLine(house.port)
    await line.answer()
    expect(await line.ask('EHLO a.example\r\n')).not.toContain('STARTTLS')
    await line.ask('MAIL FROM:<a@example.org>\r\n')
    expect(await line.ask('RCPT TO:<nobody@elsewhere.example>\r\n')).toMatch(/^550/)
    expect(await line.ask(`RCPT TO:<r+abc@${DOMAIN}>\r\n`)).toMatch(/^550/)
    line.end()
  })
})

test('desk-D47 with a certificate mail is taken over TLS 1.2 or later only', async () => {
  const secure = await aMailHouse({ tls: aCertificate('mail.clinic.example') })
  expect(await secure.send(aRawMail())).toMatch(/^530/)
  const sent = await nodemailer
    .createTransport({ host: '127.0.0.1', port: secure.port, requireTLS: true, tls: { rejectUnauthorized: false } })
    .sendMail({ from: fresh(), to: `care@${DOMAIN}`, subject: 'over TLS', text: 'hello' })
  expect(sent.response).toMatch(/^250/)
  const line = await openLine(secure.port)
  await line.answer()
  await line.ask('EHLO a.example\r\n')
  expect(await line.ask('STARTTLS\r\n')).toMatch(/^220/)
  const failure = await new Promise<string>((resolve) => {
    const old = connectTls({
      socket: line.socket,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      rejectUnauthorized: false,
      ciphers: 'ALL@SECLEVEL=0',
    })
    old.once('error', (error) => resolve(error.message))
    old.once('secureConnect', () => resolve('connected'))
  })
  expect(failure).not.toBe('connected')
})

describe('desk-D49 threads', () => {
  const opened = async (from = fresh()) => {
    const subject = `Matter ${randomUUID()}`
    await send(aRawMail({ From: from, Subject: subject }))
    const conversation = await conversationOf(subject)
    return { from, subject, id: conversation?.id ?? '', ours: await house.answered(conversation?.id ?? '') }
  }

  test('desk-D48, D49 an answer comes home by address, by In-Reply-To, by References, and by the envelope alone; in any letter case', async () => {
    const { from, id, ours } = await opened()
    const inUpper = ours.replyTo.replace(/^r\+\w+/, (local) => local.toUpperCase())
    for (const [mail, to] of [
      [aRawMail({ From: from, To: ours.replyTo, Subject: 'by address' }), ours.replyTo],
      [aRawMail({ From: from, To: inUpper, Subject: 'in capitals' }), inUpper],
      [aRawMail({ From: from, 'In-Reply-To': ours.messageId, Subject: 'by in-reply-to' }), `care@${DOMAIN}`],
      [
        aRawMail({ From: from, References: `<x@y.example> ${ours.messageId}`, Subject: 'by references' }),
        `care@${DOMAIN}`,
      ],
      [aRawMail({ From: from, To: 'undisclosed:;', Subject: 'by envelope' }), ours.replyTo],
    ] as const) {
      expect(await send(mail, to)).toMatch(/^250/)
    }
    for (const subject of ['by address', 'in capitals', 'by in-reply-to', 'by references', 'by envelope'])
      expect((await conversationOf(subject))?.id, subject).toBe(id)
  })

  test('desk-D49, trust-D54 another sender with the right token makes a new conversation with a hint, and nothing old goes back', async () => {
    const { id, ours } = await opened()
    const stranger = fresh()
    await send(aRawMail({ From: stranger, To: ours.replyTo, Subject: 'forwarded to me' }), ours.replyTo)
    const found = await conversationOf('forwarded to me')
    expect(found?.id).not.toBe(id)
    expect(found?.mayBelongTo).toBe(id)
    const said = await house.messages(found?.id)
    expect(
      said
        .filter(({ direction }) => direction === 'out')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Our answer')
  })

  test('desk-D48, trust-D54 a forged, a foreign and a too old token join nothing; a key replaced less than 400 days ago does', async () => {
    const { from, id, ours } = await opened()
    const forged = `r+${'a'.repeat(41)}${ours.token.slice(-1)}`.slice(0, 44)
    for (const reference of [
      `<${forged}@${DOMAIN}>`,
      `<${ours.replyTo.replace(DOMAIN, 'other.example')}>`,
      `<x${ours.messageId.slice(1)}`,
      '<>',
    ]) {
      const subject = `forged ${randomUUID()}`
      await send(aRawMail({ From: from, 'In-Reply-To': reference, Subject: subject }))
      expect((await conversationOf(subject))?.id, reference).not.toBe(id)
    }
    const today = clock.now
    for (const [daysAgo, joins] of [
      [420, true],
      [430, false],
    ] as const) {
      // Early in January 2025, with the key that was replaced two months ago; late in December 2024, with one replaced 425 days ago.
      const old = await house.answered(id, new Date(today.getTime() - daysAgo * 86_400_000))
      const subject = `old ${randomUUID()}`
      await send(aRawMail({ From: from, 'In-Reply-To': old.messageId, Subject: subject }))
      expect((await conversationOf(subject))?.id === id, `${daysAgo} days`).toBe(joins)
    }
  })

  test('desk-D49 the subject never joins, nor does being copied, nor having left', async () => {
    const { subject, id, ours } = await opened()
    await send(aRawMail({ From: fresh(), Subject: `Re: ${subject}` }))
    expect((await conversationOf(`Re: ${subject}`))?.id).not.toBe(id)
    const copied = fresh()
    await look(
      `insert into party (organization_id, id, conversation_id, role, address, joined_at) values ($1, gen_random_uuid(), $2, 'copied', $3, now())`,
      [clinic.organizationId, id, copied],
    )
    await send(aRawMail({ From: copied, 'In-Reply-To': ours.messageId, Subject: 'a copied person' }))
    expect((await conversationOf('a copied person'))?.mayBelongTo).toBe(id)
    await look(
      `update party set left_at = now() where organization_id = $1 and conversation_id = $2 and role = 'author'`,
      [clinic.organizationId, id],
    )
    const [{ address } = { address: '' }] = await look<{ address: string }>(
      `select address from party where conversation_id = $1 and role = 'author'`,
      [id],
    )
    await send(aRawMail({ From: address, 'In-Reply-To': ours.messageId, Subject: 'who left' }))
    expect((await conversationOf('who left'))?.mayBelongTo).toBe(id)
  })

  test('desk-D49 who speaks for a patient joins by mail while the grant holds, and not from its end on', async () => {
    const { from, id, ours } = await opened()
    const [relatedPersonId, linkId] = [randomUUID(), randomUUID()]
    const values = [clinic.organizationId, relatedPersonId, clinic.patientId]
    await look(
      `insert into related_person (organization_id, id, patient_id, given, family, relationship) values ($1, $2, $3, 'Ina', 'Rivera', 'mother')`,
      values,
    )
    await look(
      `insert into proxy_link (organization_id, id, patient_id, related_person_id, scope, basis, state, starts_at) values ($1, $4, $3, $2, '{messages}', 'signed-form', 'active', '2026-01-01')`,
      [...values, linkId],
    )
    await look(
      `update party set related_person_id = $2, role = 'proxy' where organization_id = $1 and conversation_id = $3`,
      [clinic.organizationId, relatedPersonId, id],
    )
    const answers = async (subject: string) => {
      await send(aRawMail({ From: from, To: ours.replyTo, Subject: subject }), ours.replyTo)
      return conversationOf(subject)
    }
    expect((await answers('while it holds'))?.id).toBe(id)
    // One of bills alone opens no messages; nor does one for another patient than the conversation is about.
    const covers = (scope: string) => look(`update proxy_link set scope = $2 where id = $1`, [linkId, scope])
    const isAbout = (patientId: string | null) => look(`update conversation set patient_id = $2 where id = $1`, [id, patientId]) // prettier-ignore
    await covers('{billing}')
    expect((await answers('of bills alone'))?.id).not.toBe(id)
    await covers('{messages}')
    await isAbout(clinic.otherPatientId)
    expect((await answers('of another patient'))?.id).not.toBe(id)
    await isAbout(clinic.patientId)
    expect((await answers('of the patient'))?.id).toBe(id)
    await look(`update proxy_link set state = 'revoked', ends_at = $2 where id = $1`, [linkId, clock.now])
    const after = await answers('after its end')
    expect(after?.id).not.toBe(id)
    expect(after?.mayBelongTo).toBe(id)
  })

  test('desk-D48 a token of another organization leads to that one or nowhere', async () => {
    const other = await aMailHouse()
    await other.send(aRawMail({ From: 'jo@example.org', Subject: 'there' }))
    const [there] = await other.conversations()
    const foreign = await other.answered(there?.id ?? '')
    await send(aRawMail({ From: 'jo@example.org', To: foreign.replyTo, Subject: 'foreign token' }), foreign.replyTo)
    expect((await conversationOf('foreign token'))?.id).not.toBe(there?.id)
  })
})

test('desk-D57, D2 words below a rule or a quote without marks are read for danger, and what we wrote raises no alarm again', async () => {
  const from = fresh()
  const arrive = async (subject: string, body: string, headers: Record<string, string> = {}) => {
    await send(aRawMail({ From: from, Subject: subject, ...headers }, body))
    const [message] = (await house.messages()).filter((one) => one.subject === subject)
    const conversation = (await house.conversations()).find(({ id }) => id === message?.conversationId)
    return { ...message, urgency: conversation?.urgency }
  }
  const danger = 'I have crushing chest pain'
  expect(await arrive(randomUUID(), `May I move my visit?\n---\n${danger}`)).toMatchObject({
    urgency: 'stat',
    trimmed: `May I move my visit?\n\n${danger}`,
  })
  expect(await arrive(randomUUID(), 'May I move my visit?\n---\nJane Doe\n555 1234')).toMatchObject({
    urgency: 'routine',
    trimmed: 'May I move my visit?',
  })
  const introduction = 'On Mon, Mar 2, 2026 at 5:00 PM Clinic <care@clinic.example> wrote:'
  expect(await arrive(randomUUID(), `${introduction}\n\nHow are you?\n\n${danger}`)).toMatchObject({
    urgency: 'stat',
    trimmed: null,
  })

  const { conversationId = '' } = await arrive(randomUUID(), 'When are you open?', { From: fresh() })
  const ours = await house.answered(conversationId)
  const { address } = ours
  await house.look(`update message set text = $2 where external_id = $1`, [ours.messageId, 'Call 911 now.\nYou told us of crushing chest pain and that you cannot breathe.']) // prettier-ignore
  const quote = 'Call 911 now. You told us of crushing\nchest pain and that you cannot breathe.'
  const answer = { From: address, 'In-Reply-To': ours.messageId }
  expect(await arrive(randomUUID(), `${introduction}\n\n${quote}`, answer)).toMatchObject({ urgency: 'routine', trimmed: '' }) // prettier-ignore
  expect(await arrive(randomUUID(), `Thank you.\n\n${introduction}\n\n${quote}`, answer)).toMatchObject({ urgency: 'routine', trimmed: 'Thank you.' }) // prettier-ignore
  expect(await arrive(randomUUID(), `${introduction}\n\n${quote}\n\nAgain ${danger}`, answer)).toMatchObject({ urgency: 'stat', trimmed: `Again ${danger}` }) // prettier-ignore
})

describe('desk-D50 senders', () => {
  test('desk-D50, D4 a mail from an address on file is matched; with a doubt about its sender it is linked to nobody', async () => {
    await send(aRawMail({ From: clinic.patientMail, Subject: 'mine' }))
    await send(`From: other@example.org\r\n${aRawMail({ From: clinic.patientMail, Subject: 'two senders' })}`)
    const rows = await look<{ subject: string; patientId: string | null; flags: string[] }>(
      `select m.subject, c.patient_id as "patientId", m.flags from message m join conversation c on c.id = m.conversation_id
        where m.subject in ('mine', 'two senders') and m.direction = 'in' order by m.subject`,
    )
    expect(rows).toEqual([
      { subject: 'mine', patientId: clinic.patientId, flags: expect.not.arrayContaining(['two_from_headers']) },
      { subject: 'two senders', patientId: null, flags: expect.arrayContaining(['two_from_headers']) },
    ])
  })

  test('desk-D50, D3 what a form sends is answered to whom it names, also in an emergency; nobody is linked, and nothing goes to the form', async () => {
    const form = { From: 'Website <noreply@forms.example>', 'Reply-To': clinic.patientMail }
    const subject = `Form ${randomUUID()}`
    await send(aRawMail({ ...form, Subject: subject }, 'I have crushing chest pain'))
    const id = (await conversationOf(subject))?.id ?? ''
    expect((await house.conversations()).find((one) => one.id === id)).toMatchObject({
      patientId: null,
      urgency: 'stat',
    })
    expect(await look(`select address, purpose from delivery where conversation_id = $1`, [id])).toEqual([
      { address: clinic.patientMail, purpose: 'emergency' },
    ])
    const other = `Asks elsewhere ${randomUUID()}`
    await send(aRawMail({ From: fresh(), 'Reply-To': 'Office <Office@Work.example>', Subject: other }))
    expect(await look(`select answer_to as "answerTo" from message where subject = $1 and direction = 'in'`, [other])).toEqual([{ answerTo: 'office@work.example' }]) // prettier-ignore
  })

  test('desk-D50 a colleague who writes from the own mailbox is held for confirmation, and then stands as what it is, to whom it went', async () => {
    const subject = `From my own mailbox ${randomUUID()}`
    const mail = aRawMail({
      From: 'Ada <ada@clinic.example>',
      To: `Pat <${clinic.patientMail}>`,
      Cc: `care@${DOMAIN}`,
      Subject: subject,
    })
    expect(await send(mail)).toMatch(/^250/)
    expect(await conversationOf(subject)).toBeUndefined()
    const held = (await house.setAside()).find(({ cause }) => cause === 'written-by-staff')
    expect(held).toMatchObject({ ownerId: clinic.agentId, state: 'assigned' })
    const result = await house.mailIn.replay(clinic.organizationId, held?.source ?? '', '', Buffer.from(mail))
    expect(result.cause).toBeNull()
    const [message] = await house.messages(result.conversationId ?? '')
    expect(message).toMatchObject({ direction: 'out', authorKind: 'staff', subject })
    const conversation = await conversationOf(subject)
    expect((await house.conversations()).find(({ id }) => id === conversation?.id)?.patientId).toBe(clinic.patientId)
    expect(
      house.recorded.sent
        .filter(({ queue }) => queue === 'deliver' || queue === 'release-held')
        .every(({ id }) => id !== result.conversationId),
    ).toBe(true)
  })

  test('desk-D2 desk-D3 desk-D50 of a colleague’s mails those come in that tell of a danger, or that went to nobody but us', async () => {
    const from = (to: string, text: string) => {
      const subject = randomUUID()
      return { subject, sent: send(aRawMail({ From: 'Ada <ada@clinic.example>', To: to, Subject: subject }, text)) }
    }
    const stored = async ({ subject, sent }: ReturnType<typeof from>) => {
      expect(await sent).toMatch(/^250/)
      const [row] = await look<{ direction: string; flags: string[]; alerts: number }>(
        `select m.direction, m.flags, (select count(*)::int from safety_alert a where a.message_id = m.id) as alerts from message m where m.subject = $1`,
        [subject],
      )
      return row
    }
    const flags = expect.arrayContaining(['written_by_staff'])
    const danger = from(`Pat <${clinic.patientMail}>`, "my chest hurts and I can't breathe")
    expect(await stored(danger)).toEqual({ direction: 'in', flags, alerts: 1 })
    for (const to of [`care@${DOMAIN}`, `Care <care@${DOMAIN}>, ben@clinic.example`])
      expect(await stored(from(to, 'Who looks after the printer?'))).toEqual({ direction: 'in', flags, alerts: 0 })
    expect(await stored(from(`care@${DOMAIN}, ${fresh()}`, 'Your form is attached'))).toBeUndefined()
    // What one of us says of a patient is not read by the patient.
    const subject = randomUUID()
    await send(aRawMail({ From: clinic.patientMail, Subject: subject }))
    const theirs = (await conversationOf(subject))?.id ?? ''
    const { replyTo } = await house.answered(theirs)
    const aside = from(replyTo, 'Careful, he did not tell his wife')
    expect(await stored(aside)).toMatchObject({ direction: 'in' })
    const apart = await conversationOf(aside.subject)
    expect(apart).toMatchObject({ id: expect.not.stringMatching(theirs), mayBelongTo: theirs })
  })

  test('desk-D51 our own mail that comes round is counted and not kept; a form that writes in our name is kept and not answered', async () => {
    await send(aRawMail({ From: fresh(), Subject: 'to be echoed' }))
    const ours = await house.answered((await conversationOf('to be echoed'))?.id ?? '')
    const before = await house.counts()
    await send(aRawMail({ From: `care@${DOMAIN}`, 'Message-ID': ours.messageId, Subject: 'echo' }))
    expect(await conversationOf('echo')).toBeUndefined()
    expect((await house.counts())?.duplicate).toBe((before?.duplicate ?? 0) + 1)
    await send(aRawMail({ From: `care@${DOMAIN}`, 'Reply-To': 'visitor@example.org', Subject: 'web form' }))
    const form = await house.messages((await conversationOf('web form'))?.id)
    expect(form.map(({ automatic, direction }) => [automatic, direction])).toEqual([['own_echo', 'in']])
    // The form of our Message-ID without our signature is no echo: it may be a patient's only mail.
    await send(
      aRawMail({ From: fresh(), 'Message-ID': `<r+${'b'.repeat(42)}@${DOMAIN}>`, Subject: 'only looks like an echo' }),
    )
    expect(await conversationOf('only looks like an echo')).toBeDefined()
  })
})

test('desk-D1, zammad#1578 a mail to two mailboxes of ours is one conversation in each, and each is counted', async () => {
  await aMailbox(house, clinic, `bills@${DOMAIN}`)
  const subject = `To both ${randomUUID()}`
  const before = await house.counts()
  expect(await send(aRawMail({ From: fresh(), Subject: subject }), [`care@${DOMAIN}`, `bills@${DOMAIN}`])).toMatch(
    /^250/,
  )
  expect(await look(`select from message where subject = $1`, [subject])).toHaveLength(2)
  expect((await house.counts())?.stored).toBe((before?.stored ?? 0) + 2)
})

test('trust-D57 a mail waits for the turn of its organization, however long, and is then received', async () => {
  const turns = fairTurns({ ...TURNS, atOnce: 1, holdMs: 60_000, waitMs: 10 })
  const busy = await aMailHouse({ turns })
  const giveBack = await turns.take({ kind: 'organization', name: newId() })
  const answer = busy.send(aRawMail({}, 'When are you open?'))
  await expect.poll(() => turns.load()).toEqual({ held: 1, waiting: 1, turnedAway: 0 })
  expect(await busy.messages()).toEqual([])
  giveBack()
  expect(await answer).toMatch(/^250/)
  expect((await busy.messages())[0]?.text).toContain('When are you open?')
  expect(turns.load()).toEqual({ held: 0, waiting: 0, turnedAway: 0 })
})

test('a mail that is taken in by hand goes to the organization of the mailbox it names, and to none by a guess', async () => {
  const deliver = async (To: string) =>
    (await house.mailIn.deliver(Buffer.from(aRawMail({ From: fresh(), To }))))?.outcome
  expect(await deliver('somebody@example.org'), 'the only organization').toBe('stored')
  const other = await aClinic(house.database)
  const { accountId } = await aMailbox(house, other, `other@${DOMAIN}`)
  expect(await deliver(`other@${DOMAIN}`)).toBe('stored')
  expect(await look(`select from message where channel_account_id = $1 and organization_id = $2 and direction = 'in'`, [accountId, other.organizationId])).toHaveLength(1) // prettier-ignore
  expect(await deliver('somebody@example.org')).toBeUndefined()
})

test('a mailbox belongs to one organization, and is found by one look-up', async () => {
  await expect(aMailbox(house, clinic, `CARE@${DOMAIN}`)).rejects.toThrow('mailbox_is_bound_once')
})
