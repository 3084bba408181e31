/** Signing out. Messages that were not sent would be lost with it, so that is asked first. */
import { useQueryClient } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { describeProblem, problemOf } from '../api/refusal.ts'
import { saveDrafts } from '../features/messages/drafts.ts'
import { useOutbox } from '../features/messages/outbox.ts'
import { signOut } from '../features/patient-session/sign-out.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Row } from '../ui/page.tsx'
import { showToast } from '../ui/toast.tsx'

export function SignOutButton() {
  const intl = useIntl()
  const queries = useQueryClient()
  const waiting = useOutbox().length
  const [asks, setAsks] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    try {
      await saveDrafts()
      await signOut(queries, 'here')
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
    setBusy(false)
  }
  return (
    <>
      <Button tone="plain" icon={LogOut} busy={isBusy} onClick={() => (waiting > 0 ? setAsks(true) : void leave())}>
        <FormattedMessage id="portal.sign-out" />
      </Button>
      {asks && (
        <Dialog
          size="small"
          title={<FormattedMessage id="portal.sign-out.unsent.title" values={{ count: waiting }} />}
          onClose={() => setAsks(false)}
          actions={
            <Row>
              <Button tone="primary" onClick={() => setAsks(false)}>
                <FormattedMessage id="portal.sign-out.stay" />
              </Button>
              <Button tone="danger" busy={isBusy} onClick={() => void leave()}>
                <FormattedMessage id="portal.sign-out.anyway" />
              </Button>
            </Row>
          }
        >
          <p>
            <FormattedMessage id="portal.sign-out.unsent.text" />
          </p>
        </Dialog>
      )}
    </>
  )
}
