/**
 * The variables of a macro's texts: a closed list, each with what must be known of the person before it is filled in (desk-D8, D19).
 * Anything else in braces is text.
 */

/** `verified`: only for a person who is known for sure; the address may be somebody else's. */
export const VARIABLES = {
  'patient.given': 'verified',
  'patient.family': 'verified',
  'conversation.number': 'none',
  'staff.name': 'none',
  'site.name': 'none',
  'site.phone': 'none',
  'site.address': 'none',
  'organization.name': 'none',
} as const satisfies Record<string, 'none' | 'verified'>

export type VariableName = keyof typeof VARIABLES
export const VARIABLE_NAMES = Object.keys(VARIABLES) as VariableName[]

export type VariableValues = { [Name in VariableName]?: string | null }

/** `locked`: it is filled once the person is verified; `empty`: nothing is on file. */
export type MissingVariable = { name: VariableName; why: 'locked' | 'empty' }

/** Two words with a dot between: what somebody meant as a variable, known or not. */
const MARK = /\{([a-z]{1,20}\.[a-z]{1,20})\}/g

const isKnown = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name)

/** Each variable of a text once, in the order of the text. `unknown`: looks like one, and is none. */
export function variablesIn(text: string): { known: VariableName[]; unknown: string[] } {
  const names = [...new Set([...text.matchAll(MARK)].map((match) => match[1]!))]
  return { known: names.filter(isKnown), unknown: names.filter((name) => !isKnown(name)) }
}

/** Fills a text. What cannot be filled stays as it stands and is named, so that it is not sent by oversight. */
export function fillText(
  text: string,
  values: VariableValues,
  isSure: boolean,
): { text: string; missing: MissingVariable[] } {
  const missing = new Map<VariableName, MissingVariable>()
  const filled = text.replace(MARK, (whole, name: string) => {
    if (!isKnown(name)) return whole
    const isLocked = VARIABLES[name] === 'verified' && !isSure
    const value = isLocked ? null : values[name]
    if (value) return value
    missing.set(name, { name, why: isLocked ? 'locked' : 'empty' })
    return whole
  })
  return { text: filled, missing: [...missing.values()] }
}
