/**
 * The service worker of desk and portal: brings the page up without a network (desk-D72, decision 0132).
 *
 * It keeps the page and the built files of one version, fetched without the cookie, and nothing else: it never answers a
 * procedure, a file or a picture, so nothing of a person is ever in its caches. Registered with the scope of a product; the
 * kiosk, the display and the chat lie outside of both.
 */
import { nameOf, outdated, whatToDo, type Shell } from './requests.ts'

type Lasting = Event & { waitUntil(done: Promise<unknown>): void }
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = {
  registration: { scope: string }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}

/** By the page of each product; the build puts them in. */
declare const __SHELLS__: Shell[]

/** A network that does not answer within this time is taken for none, in milliseconds. */
const PAGE_WITHIN_MS = 6_000

const worker = globalThis as unknown as Worker
const { scope } = worker.registration
const shell = __SHELLS__.find(({ page }) => page === new URL(scope).pathname)

if (shell) {
  worker.addEventListener('install', (event) => event.waitUntil(install(shell)))
  worker.addEventListener('activate', (event) => event.waitUntil(takeOver(shell)))
  worker.addEventListener('fetch', (event) => {
    const todo = whatToDo(event.request, scope, shell)
    if (todo === 'page') event.respondWith(pageFor(event.request, shell))
    if (todo === 'file') event.respondWith(fileFor(event.request))
  })
}

async function install(next: Shell) {
  const cache = await caches.open(nameOf(next))
  // The page comes last: where it is, all is. A worker may be new only for the other product.
  if (!(await cache.match(next.page, { ignoreVary: true }))) {
    try {
      await keepAll(next, cache)
    } catch (error) {
      // Half a version would stand in the place of the one before.
      await caches.delete(nameOf(next))
      throw error
    }
  }
  await worker.skipWaiting()
}

async function keepAll(next: Shell, cache: Cache) {
  await Promise.all(
    next.files.map(async (file) => {
      // What the version before has under the same hash is the same file.
      const known = file.startsWith('/assets/') ? await caches.match(file, { ignoreVary: true }) : undefined
      await cache.put(file, known ?? (await fetched(file)))
    }),
  )
  const page = await fetched(next.page)
  // A server that was replaced meanwhile gives the page of another version, which would ask for files that are not here.
  if (!(await page.clone().text()).includes(next.entry)) throw new Error('the page is of another version')
  await cache.put(next.page, page)
}

/** Without the cookie: what is kept is what everybody gets. */
async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path, { credentials: 'omit' })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
  return answer
}

async function takeOver(next: Shell) {
  for (const name of outdated(await caches.keys(), next)) await caches.delete(name)
  await worker.clients.claim()
}

/** The newest page comes from the server; the kept one stands in for a server that is not reached, is down or does not answer. */
async function pageFor(request: Request, { page, ...of }: Shell): Promise<Response> {
  const kept = await (await caches.open(nameOf({ page, ...of }))).match(page, { ignoreVary: true })
  if (!kept) return fetch(request)
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PAGE_WITHIN_MS))
  const fresh = fetch(request).then(
    (answer) => (answer.status >= 500 ? kept : answer),
    () => kept,
  )
  return Promise.race([fresh, late])
}

const fileFor = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
