/** What a carrier's form says, by name; without the zeros that no text of the database can hold (trust-D56). The signature is over the form as it came. */
import type { FormField } from '#engines/sms/carrier-signature.ts'

export const formValues = (fields: readonly FormField[]): Map<string, string> =>
  new Map(fields.map(([name, value]) => [name, value.replaceAll('\0', '')]))
