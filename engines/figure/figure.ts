/**
 * What a shown number counts, as a text that can stand in an address: who opens it gets exactly what was counted (desk-D71). Pure.
 *
 * The text is that of a query string, `name=waiting&queue=<id>`. An id may be `none`: of no queue, no site.
 */

/** Numbers of the supervisor board, `report` for those of the reports, `assistant` for those of its overview. */
export const FIGURE_NAMES = [
  'waiting',
  'due-soon',
  'breached',
  'in-hand',
  'red-flags',
  'unknown-deliveries',
  'nobody-fits',
  'report',
  'assistant',
] as const
export type FigureName = (typeof FIGURE_NAMES)[number]

const IDS = ['queue', 'site', 'staff'] as const
const CODES = ['language', 'channel', 'measure', 'row', 'column', 'from', 'to'] as const

export type Figure = { name: FigureName } & Partial<Record<(typeof IDS)[number] | (typeof CODES)[number], string>>

/** Characters of a figure's text. */
export const FIGURE_MAX = 600

const ID = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const CODE = /^[\w:.+-]{1,60}$/

export function writeFigure({ name, ...parts }: Figure): string {
  const text = new URLSearchParams({ name })
  for (const part of [...IDS, ...CODES]) if (parts[part] !== undefined) text.set(part, parts[part])
  return text.toString()
}

/** @returns undefined when it names no figure, or a part is not of its kind. */
export function readFigure(text: string): Figure | undefined {
  if (text.length > FIGURE_MAX) return undefined
  const { name, ...parts } = Object.fromEntries(new URLSearchParams(text))
  const known = FIGURE_NAMES.find((one) => one === name)
  const isRight = ([part, value]: [string, string]): boolean =>
    isOneOf(IDS, part) ? ID.test(value) : isOneOf(CODES, part) && CODE.test(value)
  return known && Object.entries(parts).every(isRight) ? { name: known, ...parts } : undefined
}

const isOneOf = (list: readonly string[], part: string): boolean => list.includes(part)
