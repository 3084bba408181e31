/** A factor is shown once more: the passkey, or a code of the authenticator app. */
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeField } from '../../ui/text-field.tsx'
import { confirmWithPasskey } from './passkey.ts'
import styles from './session.module.css'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

export function StepUpDialog({ onClose }: { onClose: (confirmed: boolean) => void }) {
  const ways = useQuery(api.stepUp.ways.queryOptions({ staleTime: 0 }))
  const [code, setCode] = useState('')
  const step = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.stepUp.confirm({ way: 'totp', code }),
      () => onClose(true),
      'step-up-code',
    )
  }
  return (
    <Dialog title={<FormattedMessage id="desk.step-up.title" />} size="small" onClose={() => onClose(false)}>
      <form onSubmit={submit} className={styles.form}>
        <p>
          <FormattedMessage id="desk.step-up.why" />
        </p>
        <StepProblems step={step} />
        {ways.data?.ways.includes('passkey') && (
          <Button
            wide
            icon={KeyRound}
            busy={step.isBusy}
            onClick={() => void step.run(confirmWithPasskey, () => onClose(true))}
          >
            <FormattedMessage id="desk.step-up.passkey" />
          </Button>
        )}
        {ways.data?.ways.includes('totp') && (
          <>
            <CodeField
              id="step-up-code"
              required
              autoFocus
              label={<FormattedMessage id="desk.sign-in.totp" />}
              value={code}
              onChange={(change) => setCode(change.target.value.replace(/\D/g, ''))}
            />
            <Button type="submit" tone="primary" wide busy={step.isBusy} disabled={code.length !== 6}>
              <FormattedMessage id="desk.step-up.do" />
            </Button>
          </>
        )}
      </form>
    </Dialog>
  )
}
