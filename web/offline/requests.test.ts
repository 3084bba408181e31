import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOf, outdated, whatToDo, type Asked } from './requests.ts'

const SCOPE = 'https://clinic.example/desk'
const shell = { page: '/desk', version: 'b', files: ['/assets/desk-1.js', '/icon.svg'] }
const ask = (url: string, over: Partial<Asked> = {}) =>
  whatToDo({ method: 'GET', mode: 'cors', url: `https://clinic.example${url}`, ...over }, SCOPE, shell)

test('desk-D72 the worker gives its page to every address of its product, and to no other', () => {
  const opened = { mode: 'navigate' }
  expect(['/desk', '/desk/inbox/mine', '/desk/sign-in?to=%2F'].map((url) => ask(url, opened))).toEqual(
    Array.from({ length: 3 }, () => 'page'),
  )
  expect(['/desks', '/display', '/kiosk', '/widget/frame.html', '/portal', '/'].map((url) => ask(url, opened))).toEqual(
    Array.from({ length: 6 }, () => 'pass'),
  )
})

test('desk-D72 it gives built files, also those of the version before, and the pictures it knows', () => {
  expect(['/assets/desk-1.js', '/assets/desk-0.js', '/icon.svg'].map((url) => ask(url))).toEqual(
    Array.from({ length: 3 }, () => 'file'),
  )
  expect(ask('/worker.js')).toBe('pass')
})

test('desk-D72 it touches nothing that may be about a person, whatever is asked and how', () => {
  const aboutPeople = fc.constantFrom(
    '/rpc/',
    '/api/',
    '/files/',
    '/mail/',
    '/demo/',
    '/hooks/',
    '/health/',
    '/realtime',
  )
  const path = fc.array(fc.constantFrom('a', '..', '%2e%2e', 'assets', 'desk', 'icon.svg', 'desk-1.js'), {
    maxLength: 5,
  })
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD')
  const mode = fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'websocket')
  fc.assert(
    fc.property(aboutPeople, path, method, mode, (folder, steps, how, kind) => {
      const { pathname } = new URL(`${folder}${steps.join('/')}`, SCOPE)
      // A path that leaves its folder by ".." is another address.
      fc.pre(pathname.startsWith(folder))
      expect(ask(pathname, { method: how, mode: kind })).toBe('pass')
    }),
  )
  expect(ask('/assets/desk-1.js', { method: 'POST' })).toBe('pass')
  expect(whatToDo({ method: 'GET', mode: 'cors', url: 'https://evil.example/assets/desk-1.js' }, SCOPE, shell)).toBe(
    'pass',
  )
})

test('the version before stays for pages that are open, older ones and nothing else go', () => {
  expect(nameOf(shell)).toBe('/desk b')
  expect(outdated(['/desk x', '/portal x', '/desk a', '/desk b', '/portal y'], shell)).toEqual(['/desk x'])
  expect(outdated(['/desk a', '/desk b'], shell)).toEqual([])
  // Back to a version that was there before.
  expect(outdated(['/desk b', '/desk a'], shell)).toEqual([])
})
