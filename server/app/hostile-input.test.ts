/**
 * trust-D56 at the doors of the contract: whatever stands in a place of an input, and in a cursor, is taken or refused, and never breaks anything. What
 * the schema lets through reaches the rules and the database, so it is tried with the values that those have no room for.
 *
 * A test tries a few values in each place; `npm run fuzz -- doors` tries all.
 */
import { expect, test } from 'vitest'
import { callersOf, doorsOf } from './sweep/access-sweep.ts'
import { sampleInput, type Fill } from './sweep/sample-input.ts'
import { makeWorlds } from './sweep/world.ts'
import { NO_LIMITS, openTestApp, OUR_ORIGIN } from './test-app.ts'

const id = '00000000-0000-4000-8000-00000000dead'
const cursorOf = (text: string) => Buffer.from(text, 'latin1').toString('base64url')

/** No instant, no day, no id, no number and no text of the database, and what is nearly one. */
const TEXTS = [
  '', ' ', '\0', 'a\u0000b', '\ud800', '\u202e', 'a'.repeat(5_000), '%', '\\', '"', "'", ':*', '& | !', '<a> <-> b', '__proto__', 'constructor', '\u0130', '🧑‍⚕️'.repeat(40),
  '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-23:59', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00Z',
  '0000-01-01', '0001-01-01', '9999-12-31', '2026-02-29', '24:00', '00:00',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', id.toUpperCase(),
  '2147483648', '99999999999999999999', '-1', '1e308', 'NaN', '0x10', '+1', '+15555555555555', 'a@b', '"a b"@c.example', `${'a'.repeat(64)}@${'b.'.repeat(90)}example`,
  'http://[::1', 'https://a.example:99999/', 'javascript:alert(1)', 'file:///etc/passwd', 'Europe/Nowhere', 'zz', 'en-US-x-a', 'eN',
  cursorOf(`2026-01-01T00:00:00.000Z ${'-'.repeat(36)}`), cursorOf(`${id} `), cursorOf(`${id}\0`), cursorOf(`["\n","${id}"]`), cursorOf(`["\\x","${id}"]`),
  cursorOf(`${id}9999-99-99T00:00:00.000Z`), cursorOf(`${id}+275760-09-13T00:00:00.000Z`), cursorOf(`${id}\xff\xfe`), cursorOf('\0'), '####',
] // prettier-ignore
const NUMBERS = [0, -1, 1, 2_147_483_647, 2_147_483_648, 4_294_967_296, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0.5, 1e308, -0] // prettier-ignore
const OTHERS = [
  null,
  true,
  [],
  {},
  [[]],
  Array.from({ length: 300 }, () => id),
  { __proto__: null, a: { b: { c: [] } } },
]
const ALL: readonly unknown[] = [...TEXTS, ...NUMBERS, ...OTHERS]
/** In a place of this kind these are the ones that a schema is likeliest to let through. */
const like = (value: unknown): readonly unknown[] => (typeof value === 'number' ? NUMBERS : TEXTS)

/** How many values are tried in each place; all of them with `npm run fuzz -- doors`. */
const IS_WHOLE = process.env.FUZZ_ALL_VALUES === 'yes'
const TRIED = IS_WHOLE ? Number.POSITIVE_INFINITY : 2
const MAX_MS = IS_WHOLE ? 3_600_000 : 120_000

const product = await openTestApp({ rates: NO_LIMITS, poolSize: 8 })
const worlds = await makeWorlds(product)
const callers = callersOf(product, worlds)

test(
  'trust-D56 whatever stands in a place of an input, no door of the contract breaks',
  { timeout: MAX_MS },
  async () => {
    const broken: string[] = []
    let calls = 0
    let taken = 0
    for (const door of doorsOf(product)) {
      if (!door.input || door.procedure === null) continue
      const { roles } = door.meta
      const caller = callers.find(({ role }) => (roles === 'public' ? role === null : role !== null && (roles as readonly string[]).includes(role))) // prettier-ignore
      if (!caller) continue
      const headers = { origin: OUR_ORIGIN, ...(await caller.enter()) }
      const sample = sampleInput(door.input, fillOf())
      const shape = (door.input as unknown as { shape?: object }).shape ?? {}
      const whole = {
        ...Object.fromEntries(Object.keys(shape).map((name) => [name, undefined])),
        ...(sample as object),
      }
      for (const place of placesIn(whole)) {
        const before = at(whole, place)
        const isCursor = place.at(-1) === 'cursor'
        const values = before === undefined || IS_WHOLE ? ALL : like(before)
        const tried = isCursor ? TEXTS.slice(-11) : chosen(values, calls)
        for (const value of tried) {
          const input = put(whole, place, value)
          const response = await product.app.inject({
            method: 'POST',
            url: `/rpc/${door.procedure.replaceAll('.', '/')}`,
            headers: { 'content-type': 'application/json', ...headers },
            payload: JSON.stringify({ json: input }),
          })
          calls += 1
          if (response.statusCode < 300) taken += 1
          if (response.statusCode >= 500)
          broken.push(`${door.procedure} ${place.join('.')} = ${JSON.stringify(value)?.slice(0, 80)}: ${response.statusCode}`) // prettier-ignore
        }
      }
    }
    expect(broken).toEqual([])
    expect(calls).toBeGreaterThan(1_000)
    // Of what is tried some is right: a test that is refused everywhere proves nothing.
    expect(taken).toBeGreaterThan(50)
  },
)

const fillOf = (): Fill => ({
  id: (place, mayBeLeftOut) => (mayBeLeftOut ? undefined : (worlds.own.ids.get(tableLike(place)) ?? worlds.own.patientId)), // prettier-ignore
  cursor: () => cursorOf('nothing'),
  search: () => 'words',
})
const tableLike = (place: string): string =>
  place
    .split('.')
    .at(-1)!
    .replace(/Ids?$/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** As many as are tried, others in each place. */
const chosen = (values: readonly unknown[], turn: number): readonly unknown[] =>
  TRIED >= values.length ? values : Array.from({ length: TRIED }, (_, n) => values[(turn * 7 + n * 13) % values.length])

type Path = readonly (string | number)[]
const placesIn = (value: unknown, path: Path = []): Path[] => [
  ...(path.length > 0 ? [path] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, Array.isArray(value) ? Number(name) : name])) // prettier-ignore
    : []),
]
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value)
function put(value: unknown, [name, ...rest]: Path, leaf: unknown): unknown {
  if (name === undefined) return leaf
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) }
  ;(copy as Record<string, unknown>)[name] = put((value as Record<string, unknown> | undefined)?.[name], rest, leaf)
  return copy
}
