/** Asked before a membership ends; and once more where nobody would be left to open some conversations. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import type { StaffMember } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { LeftToNobody, leftOf, type Left } from './left-to-nobody.tsx'
import { useStepUp } from './step-up.tsx'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

export function EndMemberDialog({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  const step = useStep()
  const [left, setLeft] = useState<Left | null>(null)
  const { id: staffId, version } = member
  const name = `${member.given} ${member.family}`
  const end = () =>
    void step.run(
      () =>
        guard(() => client.staff.end({ staffId, version, evenIfUnread: left !== null })).then(
          () => ({ left: null }),
          leftOf,
        ),
      (done) => {
        if (done.left) return setLeft(done.left)
        showToast({ text: intl.formatMessage({ id: 'staff.did-end' }, { name }) })
        void queries.invalidateQueries({ queryKey: api.staff.list.key() })
        onClose()
      },
    )
  return (
    <Dialog
      title={<FormattedMessage id="staff.end-title" values={{ name }} />}
      size="small"
      onClose={onClose}
      actions={
        <Button tone="danger" busy={step.isBusy} onClick={end}>
          <FormattedMessage id={left ? 'staff.all-the-same' : 'staff.end'} />
        </Button>
      }
    >
      <StepProblems step={step} />
      <p>
        <FormattedMessage id="staff.end-what" />
      </p>
      {left && <LeftToNobody left={left} />}
    </Dialog>
  )
}
