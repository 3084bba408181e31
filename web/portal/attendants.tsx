/** What works beside the screen and may come a moment later: waiting messages, the end of the session, short notices. */
import { useEffect } from 'react'
import { saveDrafts } from '../features/messages/drafts.ts'
import { outbox } from '../features/messages/outbox.ts'
import { LogOffWarning } from '../features/patient-session/log-off-warning.tsx'
import { PageKeeper } from '../offline/page-keeper.tsx'
import { ToastRegion } from '../ui/toast.tsx'

export function Attendants({ onOver }: { onOver: () => void }) {
  // What waited belongs to the person who leaves.
  useEffect(() => () => outbox.clear(), [])
  const prepareTheEnd = () => {
    void saveDrafts()
    // The door may have to be shown without a connection.
    void import('../features/patient-session/sign-in.tsx').catch(() => {})
    void import('./without-answer.tsx').catch(() => {})
  }
  return (
    <>
      <LogOffWarning onWarn={prepareTheEnd} onOver={onOver} />
      <PageKeeper scope="/portal" />
      <ToastRegion />
    </>
  )
}
