/** The Bundle of R4 as the answer to a search, a page at a time. */
import * as z from 'zod'
import { uri } from './data-types.ts'

export const searchset = <Resource extends z.ZodType>(resource: Resource) =>
  z.strictObject({
    resourceType: z.literal('Bundle'),
    type: z.literal('searchset'),
    link: z.array(z.strictObject({ relation: z.enum(['self', 'next']), url: uri })).min(1),
    entry: z
      .array(z.strictObject({ fullUrl: uri, resource, search: z.strictObject({ mode: z.literal('match') }) }))
      .min(1)
      .optional(),
  })

export type Searchset<Resource> = {
  resourceType: 'Bundle'
  type: 'searchset'
  link: { relation: 'self' | 'next'; url: string }[]
  entry?: { fullUrl: string; resource: Resource; search: { mode: 'match' } }[]
}

/** An empty list is left out: no array of R4 is empty. */
export const asSearchset = <Resource extends { resourceType: string; id: string }>(
  resources: readonly Resource[],
  { base, self, next }: { base: string; self: string; next: string | null },
): Searchset<Resource> => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: [{ relation: 'self', url: self }, ...(next === null ? [] : [{ relation: 'next' as const, url: next }])],
  ...(resources.length > 0
    ? {
        entry: resources.map((resource) => ({
          fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
          resource,
          search: { mode: 'match' as const },
        })),
      }
    : {}),
})
