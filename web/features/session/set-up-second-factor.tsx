/** The first sign-in: a passkey or an authenticator app, before anything else opens. Recovery codes are shown this once. */
import { KeyRound, Printer, Smartphone } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import type { SignInStep } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { CodeField } from '../../ui/text-field.tsx'
import { addPasskey, canUsePasskeys } from './passkey.ts'
import styles from './session.module.css'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

export type TotpSecret = { secret: string; uri: string }
type Showing =
  { way: 'choose' } | { way: 'app'; begun: TotpSecret } | { way: 'codes'; codes: string[]; step: SignInStep }

export function SetUpSecondFactor({ onStep }: { onStep: (step: SignInStep) => void }) {
  const intl = useIntl()
  const [showing, setShowing] = useState<Showing>({ way: 'choose' })
  const step = useStep()

  if (showing.way === 'codes') return <RecoveryCodes codes={showing.codes} onDone={() => onStep(showing.step)} />
  if (showing.way === 'app')
    return (
      <AuthenticatorApp
        begun={showing.begun}
        onBack={() => setShowing({ way: 'choose' })}
        onDone={(codes, next) => setShowing({ way: 'codes', codes, step: next })}
      />
    )
  return (
    <div className={styles.form}>
      <h2>
        <FormattedMessage id="factor.title" />
      </h2>
      <p className={styles.lead}>
        <FormattedMessage id="factor.why" />
      </p>
      <StepProblems step={step} />
      {canUsePasskeys() && (
        <Button
          tone="primary"
          wide
          icon={KeyRound}
          busy={step.isBusy}
          onClick={() =>
            void step.run(
              () => addPasskey(intl.formatMessage({ id: 'factor.first-passkey' })),
              ({ recoveryCodes, step: next }) => setShowing({ way: 'codes', codes: recoveryCodes, step: next }),
            )
          }
        >
          <FormattedMessage id="factor.passkey" />
        </Button>
      )}
      <Button
        wide
        icon={Smartphone}
        busy={step.isBusy}
        onClick={() =>
          void step.run(
            () => client.factor.beginTotp(),
            (begun) => setShowing({ way: 'app', begun }),
          )
        }
      >
        <FormattedMessage id="factor.app" />
      </Button>
    </div>
  )
}

type AuthenticatorAppProps = {
  /** Each secret is new: it is asked for once for this screen and not kept. */
  begun: TotpSecret
  onDone: (codes: string[], step: SignInStep) => void
  onBack: () => void
}

export function AuthenticatorApp({ begun, onDone, onBack }: AuthenticatorAppProps) {
  const intl = useIntl()
  const [code, setCode] = useState('')
  const step = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.factor.confirmTotp({ code }),
      (answer) => onDone(answer.recoveryCodes, answer.step),
      'first-code',
    )
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <h2>
        <FormattedMessage id="factor.app" />
      </h2>
      <StepProblems step={step} />
      <ol className={styles.steps}>
        <li>
          <FormattedMessage id="factor.app-scan" />
          <div className={styles.secret}>
            <QrCode text={begun.uri} label={intl.formatMessage({ id: 'factor.qr' })} />
            <div>
              <p>
                <FormattedMessage id="factor.by-hand" />
              </p>
              <code dir="ltr">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </div>
          </div>
        </li>
        <li>
          <CodeField
            id="first-code"
            required
            pattern="\d{6}"
            label={<FormattedMessage id="factor.app-code" />}
            value={code}
            onChange={(change) => setCode(change.target.value.replace(/\D/g, ''))}
          />
        </li>
      </ol>
      <Button type="submit" tone="primary" wide busy={step.isBusy} disabled={code.length !== 6}>
        <FormattedMessage id="desk.sign-in.continue" />
      </Button>
      <Button tone="plain" onClick={onBack}>
        <FormattedMessage id="desk.back" />
      </Button>
    </form>
  )
}

export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const [isKept, setIsKept] = useState(false)
  return (
    <div className={styles.form}>
      <h2>
        <FormattedMessage id="factor.codes" />
      </h2>
      <Banner tone="warning" announce="never">
        <FormattedMessage id="factor.codes-why" />
      </Banner>
      <ul className={styles.codes} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button icon={Printer} onClick={() => print()}>
        <FormattedMessage id="factor.codes-print" />
      </Button>
      <Checkbox
        id="codes-kept"
        checked={isKept}
        onChange={(change) => setIsKept(change.target.checked)}
        label={<FormattedMessage id="factor.codes-kept" />}
      />
      <Button tone="primary" wide disabled={!isKept} onClick={onDone}>
        <FormattedMessage id="desk.sign-in.continue" />
      </Button>
    </div>
  )
}
