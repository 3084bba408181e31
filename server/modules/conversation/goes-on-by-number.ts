/** A number says where somebody calls from, not who it is: it may be a family's (desk-D4). */
import { recognize } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { lockWhereItLeads } from './move-store.ts'

/** Whether who calls from `number` may go on in the conversation: it is of nobody, or of the only person who has this number. */
export async function goesOnByNumber(tx: Transaction, conversationId: string, number: string): Promise<boolean> {
  const conversation = await lockWhereItLeads(tx, conversationId)
  if (!conversation) return false
  const { patientId, relatedPersonId } = conversation
  if (patientId === null && relatedPersonId === null) return true
  const people = await recognize(tx, { system: 'phone', value: number })
  const [only] = people
  if (!only || people.length > 1 || only.relatedPersonId !== relatedPersonId) return false
  // What a related person opened may be about nobody yet.
  return only.patientId === patientId || (relatedPersonId !== null && patientId === null)
}
