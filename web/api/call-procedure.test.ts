import { afterEach, expect, test, vi } from 'vitest'
import { callDevice } from '../kiosk/device.ts'
import { callProcedure } from './call-procedure.ts'

const answer = (status: number, body: string) =>
  vi.fn(async (_url: string, _init: RequestInit) => new Response(body, { status }))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a call goes to its own address and brings back what the procedure answered', async () => {
  const fetched = answer(200, '{"json":{"minutes":10}}')
  vi.stubGlobal('fetch', fetched)
  expect(
    await callProcedure(['signIn', 'requestCode'], { contact: 'a@b.c' }, { headers: { 'x-background': '1' } }),
  ).toEqual({
    ok: true,
    output: { minutes: 10 },
  })
  const [url, init] = fetched.mock.calls[0]!
  expect(url).toBe('/rpc/signIn/requestCode')
  expect(init.body).toBe('{"json":{"contact":"a@b.c"}}')
  expect(init.headers).toMatchObject({ 'x-background': '1' })
})

test('a refusal keeps its code and its data', async () => {
  vi.stubGlobal(
    'fetch',
    answer(429, '{"json":{"defined":true,"code":"SLOW_DOWN","status":429,"message":"","data":{"requestId":"r"}}}'),
  )
  expect(await callProcedure(['a'], {})).toMatchObject({
    ok: false,
    refusal: { code: 'SLOW_DOWN', defined: true, data: { requestId: 'r' } },
  })
})

test('a proxy that answers in its own words is understood by its status', async () => {
  for (const [status, code] of [
    [502, 'UNAVAILABLE'],
    [413, 'TOO_LARGE'],
    [500, 'INTERNAL'],
  ] as const) {
    vi.stubGlobal('fetch', answer(status, '<html>bad gateway</html>'))
    expect(await callProcedure(['a'], {})).toMatchObject({ ok: false, refusal: { code } })
  }
})

test('desk-D64 a kiosk or display waits five seconds for a server that says nothing, or half of something: then it was not reached', async () => {
  const silent = async (_url: string, { signal }: RequestInit) =>
    new Promise<Response>((_answer, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as DOMException)),
    )
  const half = async (_url: string, { signal }: RequestInit) =>
    new Response(
      new ReadableStream({
        start: (body) => signal?.addEventListener('abort', () => body.error(signal.reason as DOMException)),
      }),
    )
  for (const fetched of [silent, half]) {
    const late = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
    vi.stubGlobal('fetch', fetched)
    const answered = callDevice('board')
    expect(timeout).toHaveBeenCalledWith(5_000)
    setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')))
    expect(await answered).toBeUndefined()
  }
})
