import { expect, test } from 'vitest'
import { newId } from './id.ts'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids are of version 7, each another, and of one moment sort as they were made', () => {
  const now = Date.parse('2026-03-02T17:00:00Z')
  const ids = Array.from({ length: 2_000 }, () => newId(now))
  expect(ids.every((id) => FORM.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(newId(now + 1) > ids.at(-1)!).toBe(true)
  expect(parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(now)
})
