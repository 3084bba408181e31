/** A name for the address of an organization: Latin letters, digits and hyphens, 2 to 60. Pure. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return plain.length >= 2 ? plain : 'organization'
}
