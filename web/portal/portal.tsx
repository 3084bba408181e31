/** Who may see what: the door for a stranger, the portal for a patient. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useDoor } from '../features/patient-session/door.ts'
import { keepAnswer } from '../features/patient-session/passkey-answer.ts'
import { signedInPatient, useSessionState } from '../features/patient-session/patient-session.tsx'
import { keepLocale } from '../i18n/locale.ts'
import { useAddressedPatient } from '../places/place-link.tsx'
import { keepAppearance } from '../theme/appearance.ts'
import { Boundary } from './boundary.tsx'
import { Frame } from './frame.tsx'
import { Waiting } from './waiting.tsx'

const SignIn = lazy(async () => ({ default: (await import('../features/patient-session/sign-in.tsx')).SignIn }))
const WithoutAnswer = lazy(async () => ({ default: (await import('./without-answer.tsx')).WithoutAnswer }))
const SignedIn = lazy(async () => ({ default: (await import('./signed-in.tsx')).SignedIn }))

/** Whether somebody was here since the page was opened, and how that ended. */
type Before = 'nobody' | 'somebody' | 'timed-out'

const notices = { nobody: undefined, somebody: 'signed-out', 'timed-out': 'ended' } as const

export function Portal() {
  const session = useSessionState()
  const addressed = useAddressedPatient()
  const [before, setBefore] = useState<Before>('nobody')
  const isSignedIn = session.data !== undefined && signedInPatient(session.data, addressed) !== null
  if (isSignedIn && before === 'nobody') setBefore('somebody')

  // With the end of a session the server empties the browser's storage. What is nobody's secret stays.
  useEffect(() => {
    if (session.data?.level !== 'none') return
    keepAppearance()
    keepLocale()
    keepAnswer()
    // An end that this page did not see, as a membership that was ended: it does not come up for that person again.
    const { data } = session
    if (before === 'nobody' && data.ended === null)
      void import('../api/kept-session.ts').then(({ keptSession }) => keptSession.keep(data, 0))
  }, [session.data, before])

  if (isSignedIn)
    return (
      // The way to help in an emergency stays in sight, whatever is missing.
      <Boundary key="inside" around={(failed) => <Door>{failed}</Door>}>
        <Suspense fallback={<Waiting />}>
          <SignedIn state={session.data} receivedAt={session.dataUpdatedAt} onOver={() => setBefore('timed-out')} />
        </Suspense>
      </Boundary>
    )
  return (
    <Door>
      {session.isPending && <Waiting />}
      {session.isError && (
        <Boundary>
          <Suspense fallback={<Waiting />}>
            <WithoutAnswer error={session.error} onRetry={() => void session.refetch()} />
          </Suspense>
        </Boundary>
      )}
      {session.data && (
        <Boundary>
          <Suspense fallback={<Waiting />}>
            <SignIn
              notice={session.data.ended === 'timed-out' ? 'ended' : notices[before]}
              onEntered={() => setBefore('somebody')}
            />
          </Suspense>
        </Boundary>
      )}
    </Door>
  )
}

function Door({ children }: { children: ReactNode }) {
  const door = useDoor()
  return (
    <Frame place="door" organization={door.data}>
      {children}
    </Frame>
  )
}
