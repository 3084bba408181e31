/** Conditions in groups, as rules and saved views have them. Fields, operators and values are judged by the engines, which name what is wrong. */
import * as z from 'zod'

export const condition = z.object({
  field: z.string().max(40),
  when: z.enum(['now', 'before']),
  operator: z.string().max(40),
  values: z.array(z.string().max(200)).max(50),
})
type Condition = z.infer<typeof condition>
type Group = { match: 'all' | 'any' | 'none'; of: (Condition | Group)[] }

/** @param levels one more than may be, so that the refusal can say so. */
export const group = (levels: number): z.ZodType<Group> =>
  z.object({
    match: z.enum(['all', 'any', 'none']),
    of: z.array(levels > 1 ? z.union([condition, group(levels - 1)]) : condition).max(60),
  })
