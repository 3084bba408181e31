/** Working through a bulk change, slice by slice, and taking it back (desk-D20, decision 0090). */
import { client } from '../../api/client.ts'

export type BulkChange = Parameters<typeof client.bulkChange.preview>[0]['change']
export type BulkItem = { conversationId: string; version: number }
export type Progress = Awaited<ReturnType<typeof client.bulkChange.begin>>

/** `onProgress` says whether to go on. What was not reached stays as it was. */
export async function runBulkChange(
  input: { bulkId: string; change: BulkChange; items: BulkItem[] },
  onProgress: (progress: Progress) => boolean,
): Promise<Progress> {
  let progress = await client.bulkChange.begin(input)
  while (onProgress(progress) && progress.left > 0) progress = await client.bulkChange.goOn({ bulkId: input.bulkId })
  return progress
}

export async function undoBulkChange(bulkId: string): Promise<Progress> {
  let progress = await client.bulkChange.undo({ bulkId })
  while (progress.left > 0) progress = await client.bulkChange.undo({ bulkId })
  return progress
}

export const countOf = ({ items }: Pick<Progress, 'items'>, ...outcomes: string[]): number =>
  items.filter(({ outcome }) => outcomes.includes(outcome)).length
