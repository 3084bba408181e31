/** A colleague joins by a one-time link; its token stands behind `#` and never reaches a log. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { SignInStep } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { Entrance } from './entrance.tsx'
import { LinkOver } from './link-over.tsx'
import { NewPassword } from './new-password.tsx'
import { sessionOptions } from './session.ts'
import styles from './session.module.css'
import { SignInFlow } from './sign-in-flow.tsx'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

export function InvitationPage({ token, onDone }: { token: string; onDone: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const invitation = useQuery(api.invitation.look.queryOptions({ input: { token }, retry: false, staleTime: Infinity }))
  const [password, setPassword] = useState('')
  const [taken, setTaken] = useState<SignInStep | null>(null)
  const step = useStep({ password: 'new-password' })
  const found = invitation.data

  const onStep = async (next: SignInStep | null) => {
    setTaken(next)
    if (next?.next !== 'done') return
    await queries.fetchQuery({ ...sessionOptions(), staleTime: 0 })
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.invitation.accept({ token, password }),
      (answer) => void onStep(answer.step),
      'new-password',
    )
  }
  return (
    <Entrance
      title={
        found
          ? intl.formatMessage({ id: 'entrance.invitation.title' }, { organization: found.organizationName })
          : intl.formatMessage({ id: 'entrance.invitation.wait' })
      }
      lead={
        found && (
          <FormattedMessage
            id="entrance.invitation.lead"
            values={{ name: `${found.given} ${found.family}`, email: found.email }}
          />
        )
      }
    >
      {invitation.isPending && (
        <Skeleton>
          <SkeletonBar height="control" />
          <SkeletonBar height="control" />
        </Skeleton>
      )}
      {invitation.isError &&
        (problemOf(invitation.error).code === 'LINK_USED' ? (
          <LinkOver />
        ) : (
          <FailedState
            title={describeProblem(intl, problemOf(invitation.error))}
            code={problemOf(invitation.error).code}
          />
        ))}
      {found && (
        <SignInFlow step={taken} onStep={(next) => void onStep(next)} onOrganization={() => undefined}>
          <form onSubmit={submit} className={styles.form}>
            <StepProblems step={step} />
            <input type="text" autoComplete="username" value={found.email} readOnly hidden />
            <NewPassword
              id="new-password"
              value={password}
              onChange={setPassword}
              hint={<FormattedMessage id="entrance.invitation.password-hint" />}
            />
            <Button type="submit" tone="primary" wide busy={step.isBusy}>
              <FormattedMessage id="entrance.invitation.join" />
            </Button>
          </form>
        </SignInFlow>
      )}
    </Entrance>
  )
}
