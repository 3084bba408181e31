/** The pages before signing in. One-time links carry their token behind `#`, which the browser never sends. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Entrance } from '../features/session/entrance.tsx'
import { entranceWords } from '../features/session/entrance-words.ts'
import { InvitationPage } from '../features/session/invitation-page.tsx'
import { LinkOver } from '../features/session/link-over.tsx'
import { ForgotPasswordPage, NewPasswordPage } from '../features/session/new-password-page.tsx'
import { SetUpPage } from '../features/session/set-up-page.tsx'
import { SignInPage } from '../features/session/sign-in-page.tsx'
import { PageWords } from '../i18n/page-words.tsx'

export function SignIn() {
  const { organization, to } = useSearch({ strict: false }) as { organization?: string; to?: string }
  const navigate = useNavigate()
  return (
    <SignInPage
      organization={organization}
      onDone={() => void navigate({ to: to ? to.replace(/^\/desk/, '') || '/' : '/', replace: true })}
      onForgot={() => void navigate({ to: '/forgot-password' })}
    />
  )
}

export function SetUp() {
  const navigate = useNavigate()
  const token = useTokenFromLink()
  if (!token) return <LinkMissing />
  return (
    <PageWords parts={entranceWords}>
      <SetUpPage token={token} onDone={() => void navigate({ to: '/', replace: true })} />
    </PageWords>
  )
}

export function Invitation() {
  const navigate = useNavigate()
  const token = useTokenFromLink()
  if (!token) return <LinkMissing />
  return (
    <PageWords parts={entranceWords}>
      <InvitationPage token={token} onDone={() => void navigate({ to: '/', replace: true })} />
    </PageWords>
  )
}

export function ForgotPassword() {
  const navigate = useNavigate()
  return (
    <PageWords parts={entranceWords}>
      <ForgotPasswordPage onBack={() => void navigate({ to: '/sign-in' })} />
    </PageWords>
  )
}

export function NewPassword() {
  const navigate = useNavigate()
  const token = useTokenFromLink()
  if (!token) return <LinkMissing />
  return (
    <PageWords parts={entranceWords}>
      <NewPasswordPage token={token} onDone={() => void navigate({ to: '/', replace: true })} />
    </PageWords>
  )
}

let ofLink: { path: string; token: string } | undefined

/**
 * Taken out of the address, so that it stays in no history, and kept as long as the page: a page that waits for its words is begun more than
 * once.
 */
function useTokenFromLink(): string | null {
  const [token] = useState(() => {
    const found = location.hash.slice(1).replace(/^token=/, '')
    if (found) {
      ofLink = { path: location.pathname, token: found }
      history.replaceState(history.state, '', location.pathname + location.search)
    }
    return ofLink?.path === location.pathname ? ofLink.token : null
  })
  return token
}

function LinkMissing() {
  const intl = useIntl()
  return (
    <Entrance title={intl.formatMessage({ id: 'desk.link-missing' })}>
      <LinkOver />
    </Entrance>
  )
}
