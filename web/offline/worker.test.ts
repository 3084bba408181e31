/** The service worker itself, with a browser of a few lines: its caches, its network, its events. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Shell } from './requests.ts'

const ORIGIN = 'https://clinic.example'

type Listener = (event: Record<string, unknown>) => void

/** What this origin keeps, in the order in which it was made; it outlives a worker. */
let kept: Map<string, Map<string, string>>
/** What the server has now; undefined: it is not reached. */
let server: ((path: string) => Response | Promise<Response>) | undefined
let asked: { path: string; credentials: string | undefined }[]
let steps: string[]

const pathOf = (request: string | { url: string }) =>
  new URL(typeof request === 'string' ? request : request.url, ORIGIN).pathname

const cacheNamed = (name: string) => {
  const of = kept.get(name) ?? new Map<string, string>()
  kept.set(name, of)
  return {
    match: async (request: string | { url: string }) => answerOf(of.get(pathOf(request))),
    put: async (path: string, answer: Response) => void of.set(path, await answer.text()),
  }
}

const answerOf = (text: string | undefined) => (text === undefined ? undefined : new Response(text))

beforeEach(() => {
  kept = new Map()
  asked = []
  steps = []
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheNamed(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (request: string | { url: string }) =>
      answerOf([...kept.values()].find((of) => of.has(pathOf(request)))?.get(pathOf(request))),
  })
  vi.stubGlobal('fetch', async (request: string | { url: string }, init?: RequestInit) => {
    asked.push({ path: pathOf(request), credentials: init?.credentials })
    if (!server) throw new TypeError('Failed to fetch')
    return server(pathOf(request))
  })
  vi.stubGlobal('skipWaiting', async () => void steps.push('skipWaiting'))
  vi.stubGlobal('clients', { claim: async () => void steps.push('claim') })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A version of the desk: its page names its entry, and nothing else has that name. */
const aVersion = (version: string): Shell => ({
  version,
  page: '/desk',
  entry: `assets/desk-${version}.js`,
  files: [`/assets/desk-${version}.js`, '/assets/same.js'],
})

const serverOf = (version: string) => (path: string) =>
  path.startsWith('/desk')
    ? new Response(`<script src="/assets/desk-${version}.js">`)
    : path.includes(version) || path === '/assets/same.js'
      ? new Response(`${path} of the server`)
      : new Response('', { status: 404 })

/** A worker of this version begins, as after a look for a newer one. */
async function begin(version: string) {
  const listeners: Record<string, Listener> = {}
  vi.stubGlobal('registration', { scope: `${ORIGIN}/desk` })
  vi.stubGlobal('addEventListener', (type: string, listener: Listener) => (listeners[type] = listener))
  vi.stubGlobal('__SHELLS__', [aVersion(version), { ...aVersion(version), page: '/portal' }])
  vi.resetModules()
  await import('./worker.ts')
  const lasting = (type: string) => {
    let done: Promise<unknown> = Promise.resolve()
    listeners[type]?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
    return done
  }
  const give = (path: string, over: { mode?: string; method?: string } = {}) => {
    let answer: Promise<Response> | undefined
    const request = { method: 'GET', mode: 'cors', url: `${ORIGIN}${path}`, ...over }
    listeners.fetch?.({ request, respondWith: (given: Promise<Response>) => (answer = given) })
    return answer?.then((one) => one.text())
  }
  return {
    install: () => lasting('install'),
    activate: () => lasting('activate'),
    give,
    open: (path: string) => give(path, { mode: 'navigate' }),
  }
}

test('desk-D72 it keeps its page and files, asked for without the cookie, and brings the page up when the server is not reached', async () => {
  server = serverOf('one')
  const worker = await begin('one')
  await worker.install()
  await worker.activate()
  expect([...(kept.get('/desk one')?.keys() ?? [])].sort()).toEqual(['/assets/desk-one.js', '/assets/same.js', '/desk'])
  expect(new Set(asked.map(({ credentials }) => credentials))).toEqual(new Set(['omit']))
  expect(steps).toEqual(['skipWaiting', 'claim'])

  server = undefined
  expect(await worker.open('/desk/inbox/mine')).toContain('desk-one.js')
  expect(await worker.give('/assets/desk-one.js')).toBe('/assets/desk-one.js of the server')
  expect(worker.give('/rpc/conversation/get')).toBeUndefined()
  expect(worker.give('/rpc/conversation/send', { method: 'POST' })).toBeUndefined()
})

test('desk-D72 a new version is there at the next opening; what is still open finds its own files until the version after', async () => {
  server = serverOf('one')
  const first = await begin('one')
  await first.install()
  server = serverOf('two')
  expect(await first.open('/desk')).toContain('desk-two.js')

  const second = await begin('two')
  asked = []
  await second.install()
  await second.activate()
  // What did not change is not fetched again.
  expect(asked.map(({ path }) => path).sort()).toEqual(['/assets/desk-two.js', '/desk'])
  expect(await second.give('/assets/desk-one.js')).toBe('/assets/desk-one.js of the server')

  // A worker that is new for the other product only fetches nothing.
  asked = []
  await (await begin('two')).install()
  expect(asked).toEqual([])

  server = serverOf('three')
  const third = await begin('three')
  await third.install()
  await third.activate()
  expect([...kept.keys()]).toEqual(['/desk two', '/desk three'])
})

test('a server that changes in the middle leaves the version before in its place', async () => {
  server = serverOf('one')
  const worker = await begin('one')
  await worker.install()
  server = (path) => (path === '/desk' ? serverOf('three')(path) : serverOf('two')(path))
  await expect((await begin('two')).install()).rejects.toThrow('another version')
  server = (path) => (path === '/desk' ? serverOf('two')(path) : new Response('', { status: 502 }))
  await expect((await begin('two')).install()).rejects.toThrow('502')
  expect(steps).toEqual(['skipWaiting'])
  expect([...kept.keys()]).toEqual(['/desk one'])
})

test('the kept page stands in for a server that is down or says nothing', async () => {
  server = serverOf('one')
  const worker = await begin('one')
  await worker.install()
  server = () => new Response('Bad gateway', { status: 502 })
  expect(await worker.open('/desk')).toContain('desk-one.js')

  vi.useFakeTimers()
  server = () => new Promise(() => {})
  const opened = worker.open('/desk')
  await vi.advanceTimersByTimeAsync(6_000)
  expect(await opened).toContain('desk-one.js')
})
