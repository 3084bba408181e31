/** Who writes in a conversation: the patient it is linked to, or the name or number that the channel told. Empty: nobody knows. */
import { readableContact } from '../../ui/contact-value.tsx'

type Written = { patient: { name: string } | null; senderName: string | null }

export const senderNameOf = ({ patient, senderName }: Written): string =>
  patient?.name ?? readableContact(senderName ?? '')
