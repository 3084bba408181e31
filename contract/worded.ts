/** One meaning in each language that staff read: the screen shows the reader's. What people wrote themselves is the same in both. */
import * as z from 'zod'

export const Worded = z.object({ en: z.string(), es: z.string() })
