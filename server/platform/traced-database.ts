/** A database whose transactions are steps of the trace they run in; what is asked of it is not told. */
import type { Database } from './database.ts'
import { step } from './traces.ts'

export const tracedDatabase = (db: Database): Database => ({
  ...db,
  transaction: (context, work) => step('transaction', () => db.transaction(context, work)),
  together: (context, work) => step('transaction', () => db.together(context, work)),
  withoutOrganization: (work) => step('transaction', () => db.withoutOrganization(work)),
  read: (context, text, values) => step('read', () => db.read(context, text, values)),
})
