/** What excludes a person from a conversation (desk-D30), in the order in which it is asked; the first that fails is the reason. */
export const CONDITIONS = [
  'off-shift',
  'not-accepting',
  'may-not-read',
  'not-in-queue',
  'no-licence',
  'skill-too-low',
  'language',
  'own-or-family-chart',
  'offer-passed',
  'capacity',
  'occupancy',
  'shift-ends',
  'just-returned',
  'in-recovery',
  'distressing-in-a-row',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** Conditions of somebody who is here and would fit, but not just now: they pass by themselves. */
export const BUSY: ReadonlySet<string> = new Set<Condition>([
  'not-accepting',
  'offer-passed',
  'capacity',
  'occupancy',
  'shift-ends',
  'just-returned',
  'in-recovery',
  'distressing-in-a-row',
])
