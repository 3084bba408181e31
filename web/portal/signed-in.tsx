/** The portal of a patient who is signed in. Each place loads its own code. */
import { lazy, Suspense, useEffect, useRef } from 'react'
import { FormattedMessage } from 'react-intl'
import { Live } from '../api/live.tsx'
import type { SessionState } from '../api/types.ts'
import { PatientSessionProvider, usePatientSession } from '../features/patient-session/patient-session.tsx'
import { StepUp } from '../features/patient-session/step-up.tsx'
import { usePlace } from '../places/place-link.tsx'
import type { Place } from '../places/places.ts'
import { laterPart } from '../ui/later-part.tsx'
import { Boundary } from './boundary.tsx'
import { Frame } from './frame.tsx'
import { Home } from './home.tsx'
import { MainMenu } from './main-menu.tsx'
import { NothingHere } from './nothing-here.tsx'
import styles from './portal.module.css'
import { Waiting } from './waiting.tsx'

const MessagesPage = lazy(async () => ({ default: (await import('./messages-page.tsx')).MessagesPage }))
const NewMessagePage = lazy(async () => ({ default: (await import('./new-message-page.tsx')).NewMessagePage }))
const Conversation = lazy(async () => ({
  default: (await import('../features/messages/conversation.tsx')).Conversation,
}))
const VisitsPage = lazy(async () => ({ default: (await import('./visits-page.tsx')).VisitsPage }))
const VideoPage = lazy(async () => ({ default: (await import('./video-page.tsx')).VideoPage }))
const CallPage = lazy(async () => ({ default: (await import('./call-page.tsx')).CallPage }))
const DetailsPage = lazy(async () => ({ default: (await import('./details-page.tsx')).DetailsPage }))
const PrivacyPage = lazy(async () => ({ default: (await import('./privacy-page.tsx')).PrivacyPage }))
const Consents = lazy(async () => ({ default: (await import('./privacy-pages.tsx')).Consents }))
const AccessList = lazy(async () => ({ default: (await import('./privacy-pages.tsx')).AccessList }))
const Devices = lazy(async () => ({ default: (await import('../features/patient-session/devices.tsx')).Devices }))

// These may come a moment after the screen. The first two guard the end of the session and what was written: none goes on without them.
const Attendants = lazy(async () => ({ default: (await import('./attendants.tsx')).Attendants }))
const OutboxDelivery = lazy(async () => ({
  default: (await import('../features/messages/outbox-delivery.tsx')).OutboxDelivery,
}))
const PersonSwitch = laterPart(async () => (await import('./person-switch.tsx')).PersonSwitch)
const SignOutButton = laterPart(async () => (await import('./sign-out-button.tsx')).SignOutButton)

type SignedInProps = { state: SessionState; receivedAt: number; onOver: () => void }

export function SignedIn({ state, receivedAt, onOver }: SignedInProps) {
  return (
    <PatientSessionProvider state={state} receivedAt={receivedAt}>
      <Live from={state.feed}>
        <StepUp>
          <Screen />
          <Suspense>
            <Attendants onOver={onOver} />
          </Suspense>
        </StepUp>
      </Live>
    </PatientSessionProvider>
  )
}

function Screen() {
  const me = usePatientSession()
  const place = usePlace()
  const key = place && 'conversationId' in place ? place.conversationId : place?.name
  const isFirst = useRef(true)

  // A new place is read from its top, and by a screen reader from its heading.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    if (place?.name !== 'conversation') scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [key, place?.name])

  return (
    <Frame
      place={place?.name ?? 'nowhere'}
      organization={me.organization}
      account={<SignOutButton />}
      above={<Above place={place?.name ?? 'nowhere'} />}
    >
      <Suspense fallback={<Waiting />}>
        {me.patient ? (
          <Boundary key={`${key}-${me.patient.id}`}>
            <PlaceView place={place} />
          </Boundary>
        ) : (
          <main id="main" tabIndex={-1} className={styles.alone}>
            <p>
              <FormattedMessage id="portal.nobody" />
            </p>
          </main>
        )}
      </Suspense>
    </Frame>
  )
}

function Above({ place }: { place: string }) {
  const { patients, patient } = usePatientSession()
  return (
    <>
      <Suspense>
        <OutboxDelivery />
      </Suspense>
      {(patients.length > 1 || patient?.isSelf === false) && <PersonSwitch />}
      <MainMenu place={place} />
    </>
  )
}

function PlaceView({ place }: { place: Place | null }) {
  switch (place?.name) {
    case 'home':
      return <Home />
    case 'messages':
      return <MessagesPage />
    case 'new-message':
      return <NewMessagePage />
    case 'conversation':
      return <Conversation conversationId={place.conversationId} />
    case 'visits':
      return <VisitsPage />
    case 'video':
      return <VideoPage key={place.roomId} roomId={place.roomId} />
    case 'calls':
      return <CallPage />
    case 'details':
      return <DetailsPage />
    case 'privacy':
      return <PrivacyPage />
    case 'consents':
      return <Consents />
    case 'access':
      return <AccessList />
    case 'devices':
      return <Devices />
    default:
      return <NothingHere />
  }
}
