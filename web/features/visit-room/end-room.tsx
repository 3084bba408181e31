/** Takes the invitation back, or ends the visit for all who are in it. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'

type EndRoomProps = { roomId: string; hasMet: boolean; size?: 'normal' | 'small'; onEnd?: () => unknown }

export function EndRoom({ roomId, hasMet, size, onEnd }: EndRoomProps) {
  const intl = useIntl()
  const [isBusy, setBusy] = useState(false)
  const end = async () => {
    setBusy(true)
    try {
      const { end: how } = await client.visitRoom.end({ roomId })
      showToast({ text: intl.formatMessage({ id: 'invite.ended' }, { how: how ?? 'ended' }) })
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
    setBusy(false)
    onEnd?.()
  }
  return (
    <Button size={size} busy={isBusy} onClick={() => void end()}>
      <FormattedMessage id={hasMet ? 'invite.end' : 'invite.take-back'} />
    </Button>
  )
}
