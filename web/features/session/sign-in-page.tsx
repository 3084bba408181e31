/** Staff sign in: a passkey alone, or e-mail and password and a second proof. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import type { SignInStep } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Entrance } from './entrance.tsx'
import { canUsePasskeys, signInWithPasskey } from './passkey.ts'
import { sessionOptions, useSession } from './session.ts'
import styles from './session.module.css'
import { SignInFlow } from './sign-in-flow.tsx'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

type SignInPageProps = { organization?: string; onDone: () => void; onForgot: () => void }

export function SignInPage({ organization, onDone, onForgot }: SignInPageProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const session = useSession()
  const [slug, setSlug] = useState(organization)
  const door = useQuery(api.signIn.door.queryOptions({ input: { organization: slug } }))
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [taken, setTaken] = useState<SignInStep | null | undefined>(undefined)
  const [way, setWay] = useState<'passkey' | 'password'>('password')
  const step = useStep()

  const onStep = async (next: SignInStep | null) => {
    setTaken(next)
    if (!next) {
      setSlug(organization)
      step.clear()
    }
    setPassword(next?.next === 'choose-organization' ? password : '')
    if (next?.next !== 'done') return
    await queries.fetchQuery({ ...sessionOptions(), staleTime: 0 })
    onDone()
  }
  const withPassword = (at: string | undefined) =>
    step.run(
      () => client.signIn.password({ email, password, organization: at }),
      (answer) => void onStep(answer.step),
      'email',
    )
  const withPasskey = (at: string | undefined) =>
    step.run(
      () => signInWithPasskey(at),
      (answer) => void onStep(answer.step),
    )
  const begin = (by: typeof way) => {
    setWay(by)
    void (by === 'passkey' ? withPasskey : withPassword)(slug)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin('password')
  }
  // Half signed in already, as after a reload: go on where it stopped.
  const current = taken === undefined && session.data?.level === 'half' ? session.data.step : (taken ?? null)

  return (
    <Entrance
      title={intl.formatMessage({ id: 'desk.sign-in.title' })}
      lead={door.data?.name}
      isDemonstration={door.data?.isDemonstration}
    >
      <SignInFlow
        step={current}
        onStep={(next) => void onStep(next)}
        onOrganization={(chosen) => {
          setSlug(chosen)
          // Proved anew, the same way: a passkey shows who it is without e-mail and password.
          void (way === 'passkey' ? withPasskey : withPassword)(chosen)
        }}
        problems={<StepProblems step={step} />}
      >
        <form onSubmit={submit} className={styles.form}>
          <StepProblems step={step} />
          {canUsePasskeys() && (
            <>
              <Button wide icon={KeyRound} onClick={() => begin('passkey')}>
                <FormattedMessage id="desk.sign-in.passkey" />
              </Button>
              <p className={styles.or}>
                <FormattedMessage id="desk.sign-in.or" />
              </p>
            </>
          )}
          <TextField
            id="email"
            type="email"
            required
            autoComplete="username"
            dir="ltr"
            label={<FormattedMessage id="desk.sign-in.email" />}
            value={email}
            onChange={(change) => setEmail(change.target.value)}
          />
          <TextField
            id="password"
            type="password"
            required
            autoComplete="current-password"
            dir="ltr"
            label={<FormattedMessage id="desk.sign-in.password" />}
            value={password}
            onChange={(change) => setPassword(change.target.value)}
          />
          <Button type="submit" tone="primary" wide busy={step.isBusy}>
            <FormattedMessage id="desk.sign-in.do" />
          </Button>
          <Button tone="plain" onClick={onForgot}>
            <FormattedMessage id="desk.sign-in.forgot" />
          </Button>
        </form>
      </SignInFlow>
    </Entrance>
  )
}
