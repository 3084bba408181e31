/** A factor is shown once more: the passkey, or a code of the authenticator app. Its words come with it. */
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { api, client } from '../../api/client.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeField } from '../../ui/text-field.tsx'
import { confirmWithPasskey } from './passkey.ts'
import styles from './session.module.css'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/step-up.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/step-up.json', { with: { type: 'json' } })],
}

type StepUpDialogProps = { onClose: (confirmed: boolean) => void }

export const StepUpDialog = (props: StepUpDialogProps) => (
  <PageWords parts={words}>
    <Confirm {...props} />
  </PageWords>
)

function Confirm({ onClose }: StepUpDialogProps) {
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
    <Dialog title={<FormattedMessage id="step-up.title" />} size="small" onClose={() => onClose(false)}>
      <form onSubmit={submit} className={styles.form}>
        <p>
          <FormattedMessage id="step-up.why" />
        </p>
        <StepProblems step={step} />
        {ways.data?.ways.includes('passkey') && (
          <Button
            wide
            icon={KeyRound}
            busy={step.isBusy}
            onClick={() => void step.run(confirmWithPasskey, () => onClose(true))}
          >
            <FormattedMessage id="step-up.passkey" />
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
              <FormattedMessage id="step-up.do" />
            </Button>
          </>
        )}
      </form>
    </Dialog>
  )
}
