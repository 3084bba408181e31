/** What comes after the first step of signing in: second factor, its first set-up, or the choice of an organization. */
import { Suspense, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SignInStep } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { factorWords } from './factor-words.ts'
import { SecondFactor } from './second-factor.tsx'
import { SetUpSecondFactor } from './set-up-second-factor.tsx'
import styles from './session.module.css'

type SignInFlowProps = {
  step: SignInStep | null
  onStep: (step: SignInStep | null) => void
  onOrganization: (slug: string) => void
  /** What keeps the choice of an organization from being done. */
  problems?: ReactNode
  /** The first step, while nothing was given yet. */
  children: ReactNode
}

export function SignInFlow({ step, onStep, onOrganization, problems, children }: SignInFlowProps) {
  switch (step?.next) {
    case undefined:
    case 'done':
      return children
    case 'second-factor':
      return (
        <WithWords>
          <SecondFactor ways={step.ways} onStep={onStep} />
        </WithWords>
      )
    case 'set-up-second-factor':
      return (
        <WithWords>
          <SetUpSecondFactor onStep={onStep} />
        </WithWords>
      )
    case 'choose-organization':
      return (
        <div className={styles.form}>
          <h2>
            <FormattedMessage id="desk.sign-in.choose-organization" />
          </h2>
          {problems}
          {step.organizations.map((organization) => (
            <Button key={organization.slug} wide onClick={() => onOrganization(organization.slug)}>
              {organization.name}
            </Button>
          ))}
          <WithWords>
            <Button tone="plain" onClick={() => onStep(null)}>
              <FormattedMessage id="factor.start-again" />
            </Button>
          </WithWords>
        </div>
      )
  }
}

const WithWords = ({ children }: { children: ReactNode }) => (
  <Suspense>
    <PageWords parts={factorWords}>{children}</PageWords>
  </Suspense>
)
