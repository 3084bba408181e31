/** A forgotten password: asking for the link, and the page it leads to. The token stands behind `#` and never reaches a log. */
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import type { SignInStep } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Entrance } from './entrance.tsx'
import { NewPassword } from './new-password.tsx'
import { sessionOptions } from './session.ts'
import styles from './session.module.css'
import { SignInFlow } from './sign-in-flow.tsx'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

export function ForgotPasswordPage({ onBack }: { onBack: () => void }) {
  const intl = useIntl()
  const [email, setEmail] = useState('')
  const [sentFor, setSentFor] = useState<number | null>(null)
  const step = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.signIn.requestReset({ email }),
      ({ minutes }) => setSentFor(minutes),
      'email',
    )
  }
  return (
    <Entrance
      title={intl.formatMessage({ id: 'entrance.reset.title' })}
      lead={sentFor === null && <FormattedMessage id="entrance.reset.lead" />}
    >
      {sentFor === null ? (
        <form onSubmit={submit} className={styles.form}>
          <StepProblems step={step} />
          <TextField
            id="email"
            type="email"
            required
            autoFocus
            autoComplete="username"
            dir="ltr"
            label={<FormattedMessage id="desk.sign-in.email" />}
            value={email}
            onChange={(change) => setEmail(change.target.value)}
          />
          <Button type="submit" tone="primary" wide busy={step.isBusy}>
            <FormattedMessage id="entrance.reset.send" />
          </Button>
        </form>
      ) : (
        <Banner tone="done" announce="status">
          <FormattedMessage
            id="entrance.reset.sent"
            values={{ email: <bdi key="email">{email}</bdi>, minutes: sentFor }}
          />
        </Banner>
      )}
      <Button tone="plain" onClick={onBack}>
        <FormattedMessage id="entrance.reset.back" />
      </Button>
    </Entrance>
  )
}

export function NewPasswordPage({ token, onDone }: { token: string; onDone: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [taken, setTaken] = useState<SignInStep | null>(null)
  const step = useStep({ password: 'new-password' })
  const onStep = async (next: SignInStep | null) => {
    setTaken(next)
    // Of several organizations one is chosen at the sign-in page, with the new password.
    if (next === null || next.next === 'choose-organization') return onDone()
    if (next.next !== 'done') return
    await queries.fetchQuery({ ...sessionOptions(), staleTime: 0 })
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.signIn.reset({ token, password }),
      (answer) => void onStep(answer.step),
      'new-password',
    )
  }
  return (
    <Entrance
      title={intl.formatMessage({ id: 'entrance.reset.title' })}
      lead={taken === null && <FormattedMessage id="entrance.reset.choose" />}
    >
      <SignInFlow step={taken} onStep={(next) => void onStep(next)} onOrganization={onDone}>
        <form onSubmit={submit} className={styles.form}>
          <StepProblems step={step} />
          <NewPassword id="new-password" value={password} onChange={setPassword} />
          <Button type="submit" tone="primary" wide busy={step.isBusy}>
            <FormattedMessage id="entrance.reset.do" />
          </Button>
        </form>
      </SignInFlow>
    </Entrance>
  )
}
