/** How large a measurement is. Each size has a flag of its name, so that it can be tried small: `npm run bench -- catch-up --chats 100`. */
import { parseArgs } from 'node:util'

/** @param whole the sizes of the whole measurement. @returns them, changed by the flags of this process; throws on a flag that names none. */
export function sizes<Sizes extends Record<string, number>>(whole: Sizes): Sizes {
  const options = Object.fromEntries(Object.keys(whole).map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ options })
  const said = Object.entries(values).map(([name, value]) => {
    const size = Number(value)
    if (!(size > 0)) throw new Error(`--${name} must be a number above 0, not ${String(value)}`)
    return [name, size]
  })
  return { ...whole, ...Object.fromEntries(said) }
}
