/** The gate for a test message that an administrator sends to a telephone: in no conversation, and about nobody (decision 0116). */
import type { Transaction } from '#server/platform/database.ts'
import { decideSend, type Decision } from './gate.ts'
import { contactPointState, NOTHING_SENT } from './insert-automatic-message.ts'
import { isStopped } from './number-stop.ts'
import { loadSending } from './sending-rules.ts'

export async function decideTestText(tx: Transaction, address: string): Promise<Decision> {
  return decideSend(
    { channel: 'sms', purpose: 'reply', isAutomatic: true, contentClass: 'plain', carriesText: true },
    {
      ...NOTHING_SENT,
      ...(await loadSending(tx)),
      isPartysWay: true,
      contactPointState: await contactPointState(tx, { channel: 'sms', purpose: 'reply', address }),
      allowsPlain: false,
      isShared: false,
      identityLevel: 'none',
      consent: 'none',
      hasDied: false,
      confidentialChannel: null,
      hasStopped: await isStopped(tx, address),
      // Whoever asks for it has the telephone at hand, at any hour.
      quietUntil: null,
      minutesSinceTheyWrote: 0,
      receiverIsAutomatic: false,
    },
  )
}
