import { expect, test } from 'vitest'
import {
  answeredOf,
  chosenWay,
  mentionsIn,
  mentionsOf,
  TEXT_MAX,
  wayKey,
  whyNotReady,
  writtenSince,
  type ReplyWay,
} from './composer-rules.ts'

const aWay = (over: Partial<ReplyWay> = {}): ReplyWay => ({
  channel: 'email',
  address: 'a@b.c',
  contactPointId: null,
  carriesText: true,
  isAskedFor: false,
  refusal: null,
  waitsUntil: null,
  ...over,
})
const aDraft = (over: Partial<Parameters<typeof whyNotReady>[0]> = {}) => ({
  mode: 'reply' as const,
  text: 'Good morning',
  way: aWay(),
  isUploading: false,
  ...over,
})

test('a filled text with an open way can go', () => {
  expect(whyNotReady(aDraft())).toBeNull()
})

test('where a mail asks to be answered is chosen, and never the best of what is left', () => {
  const [closed, asked] = [aWay({ refusal: 'CONTACT_POINT_UNUSABLE' }), aWay({ address: 'd@e.f', isAskedFor: true })]
  expect(chosenWay([closed, asked], null)).toBe(closed)
  expect(chosenWay([closed, asked], wayKey(asked))).toBe(asked)
  expect(chosenWay([asked], null)).toBeUndefined()
})

test('a reason that was given for some words lets out no others, and none on another way', () => {
  const answers = { confirmed: ['language'] as const, disclosure: 'family-asked' as never }
  const way = aWay()
  const sent = {
    text: 'For Ana',
    channel: way.channel,
    address: way.address,
    ...answers,
    confirmed: [...answers.confirmed],
  }
  expect(answeredOf(sent, 'For Ana', way)).toEqual(answers)
  expect(answeredOf(sent, 'For Ben', way)).toEqual({})
  expect(answeredOf(sent, 'For Ana', aWay({ address: 'd@e.f' }))).toEqual({})
  const note = { text: 'For Ana', ...answers, confirmed: [...answers.confirmed] }
  expect(answeredOf(note, 'For Ana')).toEqual(answers)
})

test('desk-D19 an unfilled variable keeps a reply from going; other words in braces do not', () => {
  const text = 'Dear {patient.given}, welcome'
  expect(whyNotReady(aDraft({ text }))).toBe('variables')
  expect(whyNotReady(aDraft({ text: 'Use {braces} and {my.config}' }))).toBeNull()
  expect(whyNotReady(aDraft({ text, mode: 'note' }))).toBeNull()
})

test('nothing, too much, a running upload and a closed way keep it from going', () => {
  expect(whyNotReady(aDraft({ text: ' \n' }))).toBe('empty')
  expect(whyNotReady(aDraft({ text: 'x'.repeat(TEXT_MAX + 1) }))).toBe('too-long')
  const long = 'x'.repeat(1_601)
  expect(whyNotReady(aDraft({ text: long, way: aWay({ channel: 'sms' }) }))).toBe('too-long-for-sms')
  expect(whyNotReady(aDraft({ text: long, way: aWay({ channel: 'sms', carriesText: false }) }))).toBeNull()
  expect(whyNotReady(aDraft({ isUploading: true }))).toBe('uploading')
  expect(whyNotReady(aDraft({ way: aWay({ refusal: 'STOPPED' }) }))).toBe('no-way')
  expect(whyNotReady(aDraft({ way: undefined }))).toBe('no-way')
})

test('a note needs no way to the patient; quiet hours only make a reply wait', () => {
  expect(whyNotReady(aDraft({ mode: 'note', way: undefined }))).toBeNull()
  expect(whyNotReady(aDraft({ way: aWay({ refusal: 'QUIET_HOURS' }) }))).toBeNull()
})

test('the choice stands while it is there; else the best open way', () => {
  const closed = aWay({ channel: 'widget', refusal: 'STOPPED' })
  const open = aWay({ channel: 'portal-chat' })
  expect(chosenWay([closed, open], null)).toBe(open)
  expect(chosenWay([closed, open], wayKey(closed))).toBe(closed)
  expect(chosenWay([closed], 'email:')).toBe(closed)
  expect(chosenWay([], null)).toBeUndefined()
  // Of two addresses that nobody has on file, the one that was chosen.
  const [a, b] = [aWay(), aWay({ address: 'b@b.c' })]
  expect(chosenWay([a, b], wayKey(b))).toBe(b)
})

test('a note mentions those whose name stands in it after @, the longer name first', () => {
  const colleagues = [
    { id: '1', name: 'Ana Li' },
    { id: '2', name: 'Ana Lindqvist' },
    { id: '3', name: 'Sam Okafor' },
  ]
  expect(mentionsIn('@Ana Lindqvist please look, Sam Okafor knows', colleagues)).toEqual(['2'])
  expect(mentionsIn('@Ana Li and @Ana Lindqvist', colleagues).sort()).toEqual(['1', '2'])
  expect(mentionsIn('mail ana@Ana.example', colleagues)).toEqual([])
})

test('desk-D18 of two with one name the one who was picked is called; typed by hand, both', () => {
  const colleagues = ['1', '2'].map((id) => ({ id, name: 'Ana Li' }))
  expect(mentionsIn('@Ana Li please look', colleagues, ['2'])).toEqual(['2'])
  expect(mentionsIn('@Ana Li please look', colleagues)).toEqual(['1', '2'])
})

test('desk-D18 whom a note calls is read when it leaves, where the list was not there before', async () => {
  const note = { mode: 'note' as const, text: '@Ana Li please look' }
  const fetched = async () => [{ id: '1', name: 'Ana Li' }]
  const none = () => Promise.reject(new TypeError('no connection'))
  expect(await mentionsOf(note, fetched)).toEqual(['1'])
  await expect(mentionsOf(note, none)).rejects.toThrow('no connection')
  expect(await mentionsOf({ ...note, mentions: ['2'] }, none)).toEqual(['2'])
  expect(await mentionsOf({ ...note, text: 'Nobody' }, none)).toEqual([])
  expect(await mentionsOf({ ...note, mode: 'reply' }, none)).toEqual([])
})

test('words typed while a message was on its way stay, and the words that left do not', () => {
  expect(writtenSince('See you at nine.', 'See you at nine.')).toBe('')
  expect(writtenSince('See you at nine.', 'See you at nine. And bring your card.')).toBe('And bring your card.')
  expect(writtenSince('See you at nine.', 'Another thing.')).toBe('Another thing.')
})
