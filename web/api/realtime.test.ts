import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRealtime, retryDelayMs, type Change } from './realtime.ts'

class FakeSocket {
  static OPEN = 1
  static CONNECTING = 0
  static all: FakeSocket[] = []
  readyState = 0
  sent: unknown[] = []
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onclose?: () => void
  constructor() {
    FakeSocket.all.push(this)
  }
  open() {
    this.readyState = 1
    this.onopen?.()
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  say(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
  close() {
    this.readyState = 3
    this.onclose?.()
  }
}

beforeEach(() => {
  FakeSocket.all = []
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('desk-D7 the first socket asks from where the news stood before the page was filled', () => {
  openRealtime('ws://desk', { from: '40' })
  FakeSocket.all[0]!.open()
  expect(FakeSocket.all[0]!.sent).toEqual([{ type: 'since', cursor: '40' }])
})

test('desk-D7 after a gap the socket asks for everything since the last event it saw', () => {
  const realtime = openRealtime('ws://desk')
  const seen: Change[] = []
  realtime.onChange((changes) => seen.push(...changes))
  const [first] = FakeSocket.all
  first!.open()
  expect(first!.sent).toEqual([{ type: 'since', cursor: null }])
  first!.say({ type: 'changed', cursor: '41', ids: [{ kind: 'conversation', id: 'a', event: 'message.stored' }] })
  first!.close()
  expect(realtime.state()).toBe('offline')

  vi.advanceTimersByTime(1_000)
  FakeSocket.all[1]!.open()
  expect(realtime.state()).toBe('online')
  expect(FakeSocket.all[1]!.sent).toEqual([{ type: 'since', cursor: '41' }])
  expect(seen.map((change) => change.id)).toEqual(['a'])
})

test('who was away for too long is told to fetch afresh, and goes on from there', () => {
  const realtime = openRealtime('ws://desk')
  const reloads = vi.fn()
  realtime.onReload(reloads)
  FakeSocket.all[0]!.open()
  FakeSocket.all[0]!.say({ type: 'reload', cursor: '99' })
  expect(reloads).toHaveBeenCalledOnce()
  FakeSocket.all[0]!.close()
  vi.advanceTimersByTime(1_000)
  FakeSocket.all[1]!.open()
  expect(FakeSocket.all[1]!.sent).toEqual([{ type: 'since', cursor: '99' }])
})

test('a closed page stays closed', () => {
  const realtime = openRealtime('ws://desk')
  FakeSocket.all[0]!.open()
  realtime.close()
  vi.advanceTimersByTime(120_000)
  expect(FakeSocket.all.length).toBe(1)
})

test('tries come less and less often, never more than 15 s apart', () => {
  expect(retryDelayMs(0, 0)).toBe(250)
  expect(retryDelayMs(0, 1)).toBe(500)
  expect(retryDelayMs(20, 1)).toBe(15_000)
})
