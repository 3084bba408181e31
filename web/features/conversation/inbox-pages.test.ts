import { expect, test } from 'vitest'
import type { ConversationRow } from '../../api/types.ts'
import { neighbourOf, takeInNews, type ListPage } from './inbox-pages.ts'

const row = (id: string, lastWords = '') => ({ id, lastWords }) as ConversationRow
const page = (ids: string[], next: string | null = null): ListPage => ({
  items: ids.map((id) => row(id)),
  next,
  feed: '1',
})

const shownIds = (pages: ListPage[]) => pages.flatMap((one) => one.items.map((item) => item.id))

test('desk-D12 a new conversation is counted, and the rows on the screen stay where they are', () => {
  const news = takeInNews([page(['a', 'b'], 'x'), page(['c'])], page(['new', 'c', 'a'], 'x'), ['new', 'c'])
  expect(shownIds(news.pages)).toEqual(['a', 'b', 'c'])
  expect(news.newIds).toEqual(['new'])
})

test('a row on the screen is brought up to date in its place', () => {
  const head = { ...page(['b']), items: [row('b', 'thank you')] }
  expect(takeInNews([page(['a', 'b'], 'x')], { ...head, next: 'x' }, ['b']).pages[0]!.items[1]!.lastWords).toBe(
    'thank you',
  )
})

test('a row that changed and is not in the view any more has left it; one further down has not', () => {
  expect(takeInNews([page(['a', 'b'], 'x')], page(['b'], 'x'), ['a']).leftIds).toEqual(['a'])
  expect(takeInNews([page(['a', 'b'], 'x')], page(['b'], 'x'), []).leftIds).toEqual([])
  expect(takeInNews([page(['a', 'b'])], page(['b']), []).leftIds).toEqual(['a'])
  // Of what stands below the head nothing is known: it changed, and is where it was.
  expect(takeInNews([page(['a', 'b'], 'x'), page(['c', 'd'])], page(['a', 'b'], 'x'), ['c']).leftIds).toEqual([])
})

test('the mark moves by one and stops at both ends', () => {
  expect(neighbourOf(['a', 'b'], undefined, 1)).toBe('a')
  expect(neighbourOf(['a', 'b'], 'a', 1)).toBe('b')
  expect(neighbourOf(['a', 'b'], 'b', 1)).toBe('b')
  expect(neighbourOf(['a', 'b'], 'a', -1)).toBe('a')
  expect(neighbourOf(['a', 'b'], 'gone', -1)).toBe('b')
  expect(neighbourOf([], undefined, 1)).toBeUndefined()
})
