import { KeyRound } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import type { SignInStep } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'
import { canUsePasskeys, signInWithPasskey } from './passkey.ts'
import styles from './session.module.css'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

type Way = Extract<SignInStep, { next: 'second-factor' }>['ways'][number]

/** The second proof: passkey, a code of the app, or one of the printed codes. */
export function SecondFactor({ ways, onStep }: { ways: Way[]; onStep: (step: SignInStep | null) => void }) {
  const [way, setWay] = useState<'totp' | 'recovery-code'>(ways.includes('totp') ? 'totp' : 'recovery-code')
  const [code, setCode] = useState('')
  const step = useStep()

  const check = (given: string) =>
    step.run(
      () => (way === 'totp' ? client.signIn.totp({ code: given }) : client.signIn.recoveryCode({ code: given })),
      (answer) => onStep(answer.step),
      'second-code',
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void check(code)
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <StepProblems step={step} />
      {ways.includes('passkey') && canUsePasskeys() && (
        <Button
          wide
          icon={KeyRound}
          busy={step.isBusy}
          onClick={() =>
            void step.run(
              () => signInWithPasskey(),
              (answer) => onStep(answer.step),
            )
          }
        >
          <FormattedMessage id="desk.sign-in.passkey" />
        </Button>
      )}
      {way === 'totp' ? (
        <CodeField
          id="second-code"
          autoFocus
          required
          label={<FormattedMessage id="desk.sign-in.totp" />}
          hint={<FormattedMessage id="factor.totp-hint" />}
          value={code}
          onChange={(change) => {
            const digits = change.target.value.replace(/\D/g, '')
            setCode(digits)
            if (digits.length === 6) void check(digits)
          }}
        />
      ) : (
        <TextField
          id="second-code"
          autoFocus
          required
          autoComplete="off"
          dir="ltr"
          label={<FormattedMessage id="factor.recovery" />}
          hint={<FormattedMessage id="factor.recovery-hint" />}
          value={code}
          onChange={(change) => setCode(change.target.value)}
        />
      )}
      <Button type="submit" tone="primary" wide busy={step.isBusy}>
        <FormattedMessage id="desk.sign-in.continue" />
      </Button>
      {ways.includes('recovery-code') && ways.includes('totp') && (
        <Button
          tone="plain"
          onClick={() => {
            setWay(way === 'totp' ? 'recovery-code' : 'totp')
            setCode('')
            step.clear()
          }}
        >
          <FormattedMessage id={way === 'totp' ? 'factor.use-recovery' : 'factor.use-totp'} />
        </Button>
      )}
      <Button tone="plain" onClick={() => onStep(null)}>
        <FormattedMessage id="factor.start-again" />
      </Button>
    </form>
  )
}
