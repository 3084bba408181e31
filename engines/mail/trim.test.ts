import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isForwardSubject, trimMail, withoutKnown } from './trim.ts'

const trimmed = (...lines: string[]) => trimMail(lines.join('\n')).text

test.each([
  ['On Tue, Mar 3, 2026 at 10:00 AM Clinic <desk@clinic.org> wrote:'],
  ['On 3 March 2026, at 10:00, Clinic wrote:'],
  ['Le mar. 3 mars 2026 à 10:00, Clinique <a@b.fr> a écrit :'],
  ['Am 03.03.26 um 10:00 schrieb Praxis:'],
  ['Am Di., 3. März 2026 um 10:00 Uhr schrieb Praxis <a@b.de>:'],
  ['El mar, 3 mar 2026 a las 10:00, Clínica (<a@b.es>) escribió:'],
  ['Em ter., 3 de mar. de 2026 às 10:00, Clínica <a@b.br> escreveu:'],
  ['Il giorno mar 3 mar 2026 alle ore 10:00 Clinica <a@b.it> ha scritto:'],
  ['Op di 3 mrt 2026 om 10:00 schreef Kliniek <a@b.nl>:'],
  ['W dniu 03.03.2026 o 10:00, Klinika pisze: napisał(a):'],
  ['вт, 3 мар. 2026 г. в 10:00, Клиника <a@b.ru>: написал:'],
  ['在 2026年3月3日，10:00，诊所 <a@b.cn> 写道：'],
  ['2026年3月3日(火) 10:00 病院 <a@b.jp>のメール:'],
  ['Den tis 3 mars 2026 kl 10:00 skrev Klinik <a@b.se>:'],
  ['2026-03-03 10:00 GMT+01:00 Clinic <a@b.org>: wrote:'],
])('desk-D57 "%s" and what it quotes are cut', (introduction) => {
  expect(trimmed('My answer.', '', introduction, '', '> Your visit', '> is at 9.')).toBe('My answer.')
  expect(trimmed('My answer.', '', introduction, '', 'Your visit', 'is at 9.')).toBe('My answer.')
})
test('desk-D57 an introduction over several lines', () => {
  expect(
    trimmed(
      'Yes.',
      '',
      'On Tue, Mar 3, 2026 at 10:00 AM,',
      'The Very Long Name of a Clinic <desk@clinic.org>',
      'wrote:',
      '',
      '> old',
    ),
  ).toBe('Yes.')
})
test('desk-D57 the header block of Outlook, with and without its line', () => {
  const block = [
    'From: Clinic <desk@clinic.org>',
    'Sent: Tuesday, March 3, 2026 10:00 AM',
    'To: Jane',
    'Subject: Visit',
    '',
    'old words',
  ]
  expect(trimmed('Thank you.', '', ...block)).toBe('Thank you.')
  expect(trimmed('Thank you.', '', '________________________________', ...block)).toBe('Thank you.')
  expect(
    trimmed(
      'Danke.',
      '',
      'Von: Praxis <a@b.de>',
      'Gesendet: Dienstag, 3. März 2026',
      'An: Jane',
      'Betreff: Termin',
      '',
      'alt',
    ),
  ).toBe('Danke.')
  expect(trimmed('Gracias.', '', '-----Mensaje original-----', 'De: x', 'hola')).toBe('Gracias.')
})
test('desk-D57 a quoted list of readings is still a quote', () => {
  expect(trimmed('Better now.', '', 'On 3 Mar 2026, A <a@b.c> wrote:', '> 300 on Monday', '> 280 on Tuesday')).toBe('Better now.') // prettier-ignore
  expect(trimmed('Better now.', '', '> How high was it?', '> 300 on Monday')).toBe('Better now.')
})
test('desk-D57 introductions and marks of further programs', () => {
  const apple =
    'في الثلاثاء، 8 أبريل 2025 في 2:05 م تمت كتابة ما يلي بواسطة \u202aClinic\u202c <\u202aa@b.org\u202c\u200f>:'
  expect(trimmed('شكراً', '', apple, '', '> مرحبا')).toBe('شكراً')
  expect(trimmed('好的', '', '------------------&nbsp;原始邮件&nbsp;------------------', '发件人: a')).toBe('好的')
  expect(trimmed('Vâng.', '', 'Đã gửi từ iPhone của tôi')).toBe('Vâng.')
  expect(trimmed('Please call.', '', 'Sent with [Proton Mail](https://proton.example/mail) secure email.')).toBe('Please call.') // prettier-ignore
})
test('desk-D57 of a text that is signed in the clear the words are shown', () => {
  const signed = ['-----BEGIN PGP SIGNED MESSAGE-----', 'Hash: SHA512', '', 'Please ring', '- - twice', '-----BEGIN PGP SIGNATURE-----', '', 'wsB5', '-----END PGP SIGNATURE-----'] // prettier-ignore
  expect(trimmed(...signed)).toBe('Please ring\n- twice')
  expect(trimmed('-----BEGIN PGP SIGNED MESSAGE-----', '', 'is what I see, help')).toContain('is what I see')
})
test('desk-D57 answers between quotes are kept', () => {
  expect(
    trimmed('On 3 Mar 2026, A <a@b.c> wrote:', '> Any pain?', 'Yes, in the chest.', '> Since when?', 'Monday.'),
  ).toBe('Yes, in the chest.\nMonday.')
})
test('desk-D57 only quotes means no new text', () => {
  expect(trimMail('> old\n> words')).toEqual({ text: '', isTrimmed: true, hasNoNewText: true, doubtful: '' })
})
test.each([
  ['-- '],
  ['--'],
  ['Sent from my iPhone'],
  ['Enviado desde mi iPhone'],
  ['Von meinem iPhone gesendet'],
  ['Get Outlook for iOS'],
])('desk-D57 the signature "%s" is cut', (mark) => {
  expect(trimmed('I need a refill.', '', mark).trim()).toBe('I need a refill.')
  if (mark.startsWith('--'))
    expect(trimmed('I need a refill.', '', mark, 'Jane Doe', '555 1234')).toBe('I need a refill.')
})
test.each([
  ['My doctor wrote:\nTake two a day. Is that right?'],
  ['I was sent from my doctor to you because of chest pain'],
  ['>101 fever since Monday\nand I feel dizzy'],
  ['My sugars, as you asked:\n> 300 on Monday\n> 280 on Tuesday\n< 70 at night, I nearly fainted\n> 300 again today'],
  ['I take two a day.\n > 2 makes me dizzy, so I stopped'],
  ['From: Monday on I have pain\nwhen I walk'],
  ['On Monday the nurse said:\nno food. But I am diabetic.'],
  ['-- \nAll of my text stands below the mark, and it is my text.'],
  ['I would like to move my visit.\n---\nAlso, since this morning I have crushing chest pain and cannot breathe.'],
  ['Please call me.\n***\nMy mother fell and she does not wake up'],
  ['New message\n________________________________\nMessage: chest pain'],
  ['请帮我改约\n---\n从今天早上开始我的胸口非常疼而且喘不过气来'],
  ['Pain scale:\n---\n' + 'I can not sleep because of the pain in my leg and I need help now.\n'.repeat(20).trim()],
])('desk-D57 a patient’s words stay: %j', (text) => {
  expect(trimMail(text).text).toBe(text)
})
test('desk-D57 what is cut at no sure mark is read for danger', () => {
  const doubtful = (...lines: string[]) => trimMail(lines.join('\n')).doubtful
  expect(doubtful('May I come later?', '---', 'chest pain', 'please help')).toBe('chest pain\nplease help')
  expect(doubtful('See you.', 'Sent from my car, I cannot breathe', '-- ', 'Jane Doe')).toBe('Sent from my car, I cannot breathe') // prettier-ignore
  const introduction = 'On Tue, Mar 3, 2026 at 10:00 AM Clinic <desk@clinic.org> wrote:'
  expect(doubtful('Yes.', introduction, '', 'Any pain?', 'Yes, in the chest')).toBe('Any pain?\nYes, in the chest')
  expect(doubtful('Yes.', introduction, '> Any pain?')).toBe('')
  const original = ['-----Original Message-----', 'From: Clinic', 'Sent: Tuesday', 'To: Jo', 'Subject: Visit', '']
  expect(doubtful('Answers below.', ...original, 'Any pain?', '*** Yes, crushing chest pain ***')).toBe('Any pain?\n*** Yes, crushing chest pain ***') // prettier-ignore
  expect(doubtful('Answers below.', ...original, 'Any pain?', 'Yes, in the chest', '---')).toContain('Yes, in the chest') // prettier-ignore
})
test.each([
  [['On Tue, Mar 3, 2026 at 10:00 AM Clinic <desk@clinic.org> wrote:', '']],
  [
    [
      '________________________________',
      'From: Clinic <desk@clinic.org>',
      'Sent: Tuesday, March 3',
      'To: Jane',
      'Subject: Re: Visit',
      '',
    ],
  ],
  [['-----Original Message-----', 'From: Clinic', 'Sent: Tuesday', 'To: Jane', '']],
])('desk-D57 words below a quote without marks stay: %j', (head) => {
  // prettier-ignore
  const text = [...head, 'How are you,', 'since your visit?', '', 'My chest hurts.'].join('\n')
  const trim = trimMail(text)
  expect(trim).toMatchObject({ text, isTrimmed: false, hasNoNewText: false })
  expect(withoutKnown(trim.doubtful, ['My chest', 'How are you, since your visit?'])).toBe('My chest hurts.')
  expect(withoutKnown(trim.doubtful, ['How are you, since\nyour visit?', 'My chest hurts.'])).toBe('')
})
test('desk-D57 what a forwarded mail passes on is new to us and stays', () => {
  const text =
    'See below\n\n---------- Forwarded message ---------\nFrom: Mom <m@x.org>\nDate: 3 Mar 2026\nSubject: help\nTo: Jane\n\nmy chest hurts'
  expect(trimMail(text, isForwardSubject('Fwd: help')).text).toContain('my chest hurts')
  expect(trimMail(text).text).toContain('my chest hurts')
  expect(isForwardSubject('WG: Termin')).toBe(true)
  expect(isForwardSubject('Forward planning')).toBe(false)
})
test('desk-D57 trimming only leaves out whole lines, and twice is once', () => {
  const line = fc.constantFrom(
    'words',
    '> q',
    '',
    '-- ',
    'On 1 Jan 2026 A <a@b.c> wrote:',
    'From: a@b.c',
    'Sent: x',
    'To: y',
    '____',
    'Sent from my iPhone',
    'more words of mine',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const once = trimMail(lines.join('\n')).text
      expect(
        once
          .split('\n')
          .every(
            (kept) =>
              kept === '' ||
              (lines as readonly string[]).includes(kept) ||
              (lines as readonly string[]).includes(kept + ' ') ||
              lines.map((whole): string => whole.trim()).includes(kept),
          ),
      ).toBe(true)
    }),
  )
})
