/** trust-D57: whoever floods waits behind himself. */
import fc from 'fast-check'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fairTurns, NoTurn, TURNS, type FairTurns, type GiveBack, type Party, type TurnLimits } from './fair-turns.ts'

const at = (name: string): Party => ({ kind: 'organization', name })
const [flooded, near, far] = [at('flooded'), at('near'), at('far')]

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Asks for turns and notes who began; `end` gives the place of the n-th back. */
function aHouse(over: Partial<TurnLimits> = {}) {
  const turns = fairTurns({ ...TURNS, ...over })
  const began: string[] = []
  const away: { what: string; wasUrgent: boolean }[] = []
  const places = new Map<string, GiveBack>()
  const attend = (what: string, asks: () => ReturnType<FairTurns['take']>): void =>
    void (async () => asks())().then(
      (giveBack) => {
        began.push(what)
        places.set(what, giveBack)
      },
      (error: unknown) => {
        if (!(error instanceof NoTurn)) throw error
        away.push({ what, wasUrgent: error.wasUrgent })
      },
    )
  return {
    turns,
    began,
    away,
    ask: (what: string, party: Party, isUrgent?: () => boolean) => attend(what, () => turns.take(party, isUrgent)),
    job: (what: string, party: Party) => attend(what, () => turns.wait(party)),
    end: async (what: string) => {
      places.get(what)?.()
      await turn()
    },
  }
}

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`)

test('trust-D57 a neighbour finds a place free however many of another wait, and of the next places each other one is his', async () => {
  const { ask, began, end, turns } = aHouse({ atOnce: 4, besideOthers: 2 })
  ask('there', near)
  await turn()
  await end('there')
  for (const what of numbered(50, 'flood')) ask(what, flooded)
  await turn()
  expect(began).toEqual(['there', 'flood1', 'flood2'])
  ask('near1', near)
  ask('far1', far)
  await turn()
  expect(began.slice(3)).toEqual(['near1', 'far1'])
  ask('near2', near)
  await turn()
  await end('flood1')
  await end('flood2')
  expect(began.slice(5)).toEqual(['flood3', 'near2'])
  expect(turns.load()).toMatchObject({ held: 4, waiting: 47 })
})

test('trust-D57 alone an organization has every place, until another one comes and while that one is there', async () => {
  const { ask, began, end } = aHouse({ atOnce: 4, besideOthers: 2, holdMs: 60_000, waitMs: 60_000 })
  for (const what of numbered(6, 'flood')) ask(what, flooded)
  await turn()
  expect(began).toEqual(numbered(4, 'flood'))
  ask('near1', near)
  await turn()
  // The neighbour is next, and then the others are down to their two.
  await end('flood1')
  await end('near1')
  await end('flood2')
  expect(began.slice(4)).toEqual(['near1'])
  await end('flood3')
  expect(began.slice(5)).toEqual(['flood5'])
  vi.advanceTimersByTime(TURNS.thereMs)
  for (const what of numbered(6, 'later')) ask(what, flooded)
  await end('flood4')
  expect(began.slice(6)).toEqual(['flood6', ...numbered(2, 'later')])
})

test('trust-D57 everybody comes, each organization in its own order, and before its first are at most those who hold a place and one of each other', async () => {
  vi.useRealTimers()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }),
      fc.integer({ min: 1, max: 16 }),
      async (names, atOnce) => {
        const { ask, began, end, turns } = aHouse({ atOnce, besideOthers: Math.ceil(atOnce / 4), holdMs: 60_000 })
        names.forEach((name, n) => ask(`${name}${n}`, at(name)))
        for (let done = 0; done < names.length; done++) {
          await turn()
          expect(began.length - done).toBeLessThanOrEqual(atOnce)
          await end(began[done] as string)
        }
        expect(began.toSorted()).toEqual(names.map((name, n) => `${name}${n}`).toSorted())
        for (const name of new Set(names)) {
          const own = began.filter((what) => what.startsWith(name)).map((what) => Number(what.slice(1)))
          expect(own).toEqual(own.toSorted((a, b) => a - b))
          expect(began.findIndex((what) => what.startsWith(name))).toBeLessThan(atOnce + new Set(names).size)
        }
        expect(turns.load()).toEqual({ held: 0, waiting: 0, turnedAway: 0 })
      },
    ),
    { numRuns: 60 },
  )
})

test('trust-D57 a line is bounded in length and in time; what is urgent is read only then, and goes to its head', async () => {
  const read: string[] = []
  const { ask, began, away, end, turns } = aHouse({ atOnce: 1, lineMax: 2, urgentMax: 1, holdMs: 60_000 })
  const says = (what: string, isUrgent: boolean) => () => {
    read.push(what)
    return isUrgent
  }
  for (const what of ['one', 'two', 'flag']) ask(what, flooded, says(what, what === 'flag'))
  await turn()
  expect(read).toEqual([])
  ask('four', flooded, says('four', false))
  await turn()
  expect([read, away]).toEqual([['four'], [{ what: 'four', wasUrgent: false }]])

  vi.advanceTimersByTime(TURNS.waitMs)
  await turn()
  expect(read).toEqual(['four', 'two', 'flag'])
  expect(away.map(({ what }) => what)).toEqual(['four', 'two'])
  // The flag waits as long as it must, and so does a second one only where there is room at the head.
  for (const what of ['five', 'six']) ask(what, flooded)
  const cannotBeRead = () => {
    throw new Error('an engine failed')
  }
  ask('flag2', flooded, cannotBeRead)
  await turn()
  expect(away.at(-1)).toEqual({ what: 'flag2', wasUrgent: true })
  await end('one')
  expect(began).toEqual(['one', 'flag'])
  expect(turns.load()).toEqual({ held: 1, waiting: 2, turnedAway: 3 })
})

test('work for which nobody waits is never turned away, and takes turns with the calls of its organization', async () => {
  const { ask, job, began, away, end } = aHouse({ atOnce: 1, holdMs: 60_000 })
  ask('first', flooded)
  for (const what of numbered(150, 'job')) job(what, flooded)
  for (const what of numbered(2, 'call')) ask(what, flooded)
  await turn()
  expect(away).toEqual([])
  for (const what of ['first', 'call1', 'job1', 'call2', 'job2']) await end(what)
  expect(began).toEqual(['first', 'call1', 'job1', 'call2', 'job2', 'job3'])
})

test('a place is held for a moment at most, and given back once', async () => {
  const { ask, began, end, turns } = aHouse({ atOnce: 1 })
  for (const what of ['slow', 'next', 'last']) ask(what, flooded)
  await turn()
  vi.advanceTimersByTime(TURNS.holdMs - 1)
  await turn()
  expect(began).toEqual(['slow'])
  vi.advanceTimersByTime(1)
  await turn()
  expect(began).toEqual(['slow', 'next'])
  await end('slow')
  expect(began).toEqual(['slow', 'next'])
  expect(turns.load()).toMatchObject({ held: 1, waiting: 1 })
})

test('trust-D57 invented names are no way to more turns: beyond a limit they share one line, and strangers take no room from anybody', async () => {
  const { ask, began, end, turns } = aHouse({ atOnce: 2, besideOthers: 1, partiesMax: 2, lineMax: 3, holdMs: 60_000 })
  for (const what of numbered(2, 'own')) ask(what, flooded)
  for (let n = 0; n < 100; n++) ask(`stranger${n}`, { kind: 'stranger', name: `192.0.2.${n}` })
  await turn()
  expect(began).toEqual(['own1', 'own2'])
  // One of the first address, three of all others.
  expect(turns.load()).toEqual({ held: 2, waiting: 4, turnedAway: 96 })
  ask('own3', flooded)
  await turn()
  await end('own1')
  await end('own2')
  await end('stranger0')
  expect(began.slice(2)).toEqual(['own3', 'stranger0', 'stranger1'])
})
