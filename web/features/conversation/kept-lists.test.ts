import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { api } from '../../api/client.ts'
import { keepLists } from './kept-lists.ts'

afterEach(() => void vi.useRealTimers())

test('desk-D72 of the lists that are looked at the newest first page is kept by its place; no search, no count, no other list', () => {
  vi.useFakeTimers()
  const queries = new QueryClient()
  const kept: [string, string, unknown][] = []
  const put = async (kind: string, id: string, value: unknown) => void kept.push([kind, id, value])
  const page = (...ids: string[]) => ({ pages: [{ items: ids.map((id) => ({ id })) }, { items: [{ id: 'older' }] }], pageParams: [] }) // prettier-ignore
  const paging = { initialPageParam: undefined, getNextPageParam: () => undefined }
  const listed = (input: object) =>
    api.conversation.list.infiniteOptions({ input: () => ({ view: 'all', limit: 50, ...input }), ...paging }).queryKey
  const saved = api.savedView.conversations.infiniteOptions({ input: () => ({ savedViewId: 'mine-too', limit: 50 }), ...paging }) // prettier-ignore
  const figure = api.board.conversations.infiniteOptions({ input: () => ({ figure: 'f', limit: 50 }), ...paging })
  queries.setQueryData(listed({ view: 'mine' }), page('was there before') as never)

  const stop = keepLists(queries, { put })
  queries.setQueryData(listed({}), page('one') as never)
  queries.setQueryData(listed({}), page('two', 'one') as never)
  queries.setQueryData(listed({ search: 'words' }), page('found') as never)
  queries.setQueryData(saved.queryKey, page('three') as never)
  queries.setQueryData(figure.queryKey, page('counted') as never)
  queries.setQueryData(api.conversation.list.queryKey({ input: { view: 'all' } }), { items: [{ id: 'beside' }] } as never) // prettier-ignore
  vi.advanceTimersByTime(1_000)
  const rows = (...ids: string[]) => ({ rows: ids.map((id) => ({ id })), at: expect.any(Number) })
  expect(kept).toEqual([
    ['list', 'mine', rows('was there before')],
    ['list', 'all', rows('two', 'one')],
    ['list', 'mine-too', rows('three')],
  ])

  // Whoever leaves the desk keeps nothing more.
  queries.setQueryData(listed({}), page('four') as never)
  stop()
  vi.advanceTimersByTime(60_000)
  expect(kept).toHaveLength(3)
})
