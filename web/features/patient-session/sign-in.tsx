/**
 * The door of the portal: where to send a code, then the code with the birth date. A passkey goes straight through.
 *
 * The screen says the same for a known and an unknown address (trust-D23).
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'
import { EMPTY_DATE, isoDateOf } from './birth-date.ts'
import { BirthDateField } from './birth-date-field.tsx'
import { organizationAsked, useDoor } from './door.ts'
import { answerPasskey, passkeysWork } from './passkey.ts'
import styles from './sign-in.module.css'

type Step = { name: 'contact' } | { name: 'code'; contact: string; minutes: number; asksGiven: boolean }

type SignInProps = {
  /** Why somebody stands here again. */
  notice?: 'ended' | 'signed-out' | undefined
  onEntered: () => void
}

export function SignIn({ notice, onEntered }: SignInProps) {
  const intl = useIntl()
  const door = useDoor()
  const [step, setStep] = useState<Step>({ name: 'contact' })
  return (
    <Page
      narrow
      title={intl.formatMessage({ id: 'portal.sign-in.title' })}
      lead={door.data && <FormattedMessage id="portal.sign-in.lead" values={{ organization: door.data.name }} />}
    >
      {notice && (
        <Banner tone={notice === 'ended' ? 'info' : 'done'}>
          {notice === 'ended' ? (
            <FormattedMessage id="portal.session.ended" />
          ) : (
            <FormattedMessage id="portal.session.signed-out" />
          )}
        </Banner>
      )}
      {step.name === 'contact' ? (
        <ContactStep
          onSent={(contact, minutes) => setStep({ name: 'code', contact, minutes, asksGiven: false })}
          onEntered={onEntered}
        />
      ) : (
        <CodeStep step={step} onStep={setStep} onEntered={onEntered} />
      )}
    </Page>
  )
}

function ContactStep({
  onSent,
  onEntered,
}: {
  onSent: (contact: string, minutes: number) => void
  onEntered: () => void
}) {
  const intl = useIntl()
  const [contact, setContact] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [missing, setMissing] = useState(false)
  const send = useMutation({
    mutationFn: () => client.signIn.requestCode({ contact: contact.trim(), organization: organizationAsked() }),
    onSuccess: ({ minutes }) => onSent(contact.trim(), minutes),
    onError: () => setAttempt((count) => count + 1),
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const isMissing = contact.trim().length < 3
    setMissing(isMissing)
    setAttempt((count) => count + 1)
    if (!isMissing) send.mutate()
  }

  const problems: FormProblem[] = missing
    ? [{ field: 'contact', message: intl.formatMessage({ id: 'portal.sign-in.contact.missing' }) }]
    : send.error
      ? [{ message: describeProblem(intl, problemOf(send.error)) }]
      : []

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={6}>
        <ErrorSummary title={intl.formatMessage({ id: 'portal.form.stopped' })} problems={problems} attempt={attempt} />
        <TextField
          id="contact"
          label={<FormattedMessage id="portal.sign-in.contact" />}
          hint={<FormattedMessage id="portal.sign-in.contact.hint" />}
          error={missing && problems[0]?.message}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={contact}
          onChange={(event) => setContact(event.target.value)}
        />
        <Button type="submit" tone="primary" wide busy={send.isPending}>
          <FormattedMessage id="portal.sign-in.send-code" />
        </Button>
        {passkeysWork() && <PasskeyWay onEntered={onEntered} />}
      </Stack>
    </form>
  )
}

function PasskeyWay({ onEntered }: { onEntered: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const enter = useMutation({
    mutationFn: async () => {
      const organization = organizationAsked()
      const { challengeId, options } = await client.signIn.passkeyChallenge({ organization })
      const response = await answerPasskey(options)
      if (!response) return
      await client.signIn.passkey({ challengeId, response, organization })
      onEntered()
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: api.session.get.key() }),
  })
  return (
    <div className={styles.other}>
      <p className={styles.or}>
        <FormattedMessage id="portal.sign-in.or" />
      </p>
      <Button icon={KeyRound} wide busy={enter.isPending} onClick={() => enter.mutate()}>
        <FormattedMessage id="portal.sign-in.passkey" />
      </Button>
      {enter.error && (
        <Banner tone="warning" announce="alert">
          {describeProblem(intl, problemOf(enter.error))}
        </Banner>
      )}
    </div>
  )
}

type CodeStepProps = { step: Extract<Step, { name: 'code' }>; onStep: (step: Step) => void; onEntered: () => void }

function CodeStep({ step, onStep, onEntered }: CodeStepProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const [date, setDate] = useState(EMPTY_DATE)
  const [given, setGiven] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [wrong, setWrong] = useState<{ code?: string; 'birth-date'?: string; given?: string }>({})

  const verify = useMutation({
    mutationFn: (birthDate: string) =>
      client.signIn.verifyCode({
        contact: step.contact,
        code,
        birthDate,
        given: given.trim() || undefined,
        organization: organizationAsked(),
      }),
    onSuccess: () => {
      onEntered()
      return queries.invalidateQueries({ queryKey: api.session.get.key() })
    },
    onError: (error) => {
      const problem = problemOf(error)
      if (problem.code === 'INVALID_INPUT' && problem.field === 'given') onStep({ ...step, asksGiven: true })
      else setAttempt((count) => count + 1)
    },
  })
  const again = useMutation({
    mutationFn: () => client.signIn.requestCode({ contact: step.contact, organization: organizationAsked() }),
  })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const birthDate = isoDateOf(date, localToday())
    const found = {
      ...(!/^\d{6}$/.test(code) && { code: intl.formatMessage({ id: 'portal.code.missing' }) }),
      ...(!birthDate && { 'birth-date': intl.formatMessage({ id: 'portal.birth-date.missing' }) }),
      ...(step.asksGiven && !given.trim() && { given: intl.formatMessage({ id: 'portal.sign-in.given.missing' }) }),
    }
    setWrong(found)
    setAttempt((count) => count + 1)
    if (birthDate && Object.keys(found).length === 0) verify.mutate(birthDate)
  }

  const fieldProblems: FormProblem[] = Object.entries(wrong).map(([field, message]) => ({ field, message }))
  const refused = problemOf(verify.error)
  const isRefused = verify.error !== null && !(refused.code === 'INVALID_INPUT' && refused.field === 'given')
  const problems =
    fieldProblems.length > 0 ? fieldProblems : isRefused ? [{ message: describeProblem(intl, refused) }] : []

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={6}>
        <ErrorSummary title={intl.formatMessage({ id: 'portal.form.stopped' })} problems={problems} attempt={attempt} />
        <p role="status" className={styles.sent}>
          <FormattedMessage
            id="portal.sign-in.sent"
            values={{ contact: <bdi className={styles.contact}>{step.contact}</bdi>, minutes: step.minutes }}
          />
        </p>
        <CodeField
          id="code"
          label={<FormattedMessage id="portal.code" />}
          hint={<FormattedMessage id="portal.code.hint" />}
          error={wrong.code}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
        <BirthDateField
          id="birth-date"
          hint={intl.formatMessage({ id: 'portal.sign-in.birth-date.hint' })}
          error={wrong['birth-date']}
          value={date}
          onChange={setDate}
        />
        {step.asksGiven && (
          <TextField
            id="given"
            label={<FormattedMessage id="portal.sign-in.given" />}
            hint={<FormattedMessage id="portal.sign-in.given.hint" />}
            error={wrong.given}
            autoFocus
            autoComplete="given-name"
            value={given}
            onChange={(event) => setGiven(event.target.value)}
          />
        )}
        <Button type="submit" tone="primary" wide busy={verify.isPending}>
          <FormattedMessage id="portal.sign-in.enter" />
        </Button>
        <div className={styles.help}>
          <Button tone="plain" busy={again.isPending} onClick={() => again.mutate()}>
            <FormattedMessage id="portal.sign-in.again" />
          </Button>
          <Button tone="plain" onClick={() => onStep({ name: 'contact' })}>
            <FormattedMessage id="portal.sign-in.other-contact" />
          </Button>
        </div>
        <p role="status">
          {again.isSuccess && <FormattedMessage id="portal.code.sent-again" />}
          {again.error && describeProblem(intl, problemOf(again.error))}
        </p>
      </Stack>
    </form>
  )
}

/** The reader's own day, as an ISO date. */
export const localToday = () => new Intl.DateTimeFormat('en-CA').format(new Date())
