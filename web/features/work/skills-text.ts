/** Skills as people write them: `billing 3, interpreter 1`. Pure. */

export const writeSkills = (skills: Readonly<Record<string, number>>): string =>
  Object.entries(skills)
    .map(([skill, level]) => `${skill} ${level}`)
    .join(', ')

/** @returns null when a part is no skill with a level of 0 to 5. */
export function readSkills(text: string): Record<string, number> | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.map((part) => /^([a-z][a-z0-9-]{0,39})\s+([0-5])$/.exec(part.toLowerCase()))
  if (read.includes(null)) return null
  return Object.fromEntries(read.map((match) => [match?.[1] ?? '', Number(match?.[2])]))
}
