/** Writing to a patient first: whom, about what, on which way. What is asked before an answer leaves is asked here too. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useRef, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { madeOnce, newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { SearchField, TextField } from '../../ui/text-field.tsx'
import styles from './conversation-dialogs.module.css'
import { StoppedDialog, type Reason } from './composer-answers.tsx'
import { composerWords } from './composer-words.ts'
import type { Question, Stopped } from './use-send.ts'

/** The server looks for nothing shorter. */
const SEARCH_MIN = 2
const WAYS = ['portal-chat', 'email'] as const

type Chosen = { id: string; name: string }

export const NewConversation = (props: { onClose: () => void }) => (
  <PageWords parts={composerWords}>
    <Begin {...props} />
  </PageWords>
)

function Begin({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const [patient, setPatient] = useState<Chosen | null>(null)
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [channel, setChannel] = useState<(typeof WAYS)[number]>('portal-chat')
  const [asked, setAsked] = useState<Question[]>([])
  // A second try of a lost answer is the same conversation; what was changed since is another.
  const idsOf = useRef(madeOnce(() => ({ conversationId: newMessageId(), messageId: newMessageId() })))

  const start = useMutation({
    mutationFn: (answered: { confirmed: Question[]; disclosure?: Reason }) => {
      const content = { patientId: patient?.id ?? '', subject, text, channel }
      return client.conversation.start({ ...idsOf.current(content), ...content, ...answered })
    },
    onSuccess: ({ conversationId, questions }) => {
      setAsked(questions)
      if (questions.length > 0) return
      onClose()
      void navigate({ to: '/inbox/$view/$conversationId', params: { view: 'mine', conversationId } } as never)
    },
  })
  const problem = start.isError ? problemOf(start.error) : null
  const isReady = patient !== null && subject.trim() !== '' && text.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) start.mutate({ confirmed: [] })
  }

  return (
    <Dialog title={<FormattedMessage id="composer.new.title" />} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        {patient ? (
          <div className={styles.chosen}>
            <strong>{patient.name}</strong>
            <Button size="small" tone="plain" onClick={() => setPatient(null)}>
              <FormattedMessage id="composer.new.another" />
            </Button>
          </div>
        ) : (
          <ChoosePatient onChoose={setPatient} />
        )}
        <Select
          id="new-way"
          label={intl.formatMessage({ id: 'desk.composer.way' })}
          value={channel}
          onChange={setChannel}
          options={WAYS.map((value) => ({ value, label: intl.formatMessage({ id: `desk.channel.${value}` }) }))}
        />
        <TextField
          id="new-subject"
          required
          maxLength={200}
          label={<FormattedMessage id="composer.new.subject" />}
          value={subject}
          onChange={(change) => setSubject(change.target.value)}
        />
        <TextArea
          id="new-text"
          required
          rows={6}
          label={<FormattedMessage id="composer.new.text" />}
          value={text}
          onChange={(change) => {
            setText(change.target.value)
            setAsked([])
          }}
        />
        {problem?.code === 'DISCLOSURE_STOPPED' && (
          <StoppedDialog
            stopped={problem.detail as Stopped}
            sent={{ text, subject }}
            onBack={() => start.reset()}
            onSend={(disclosure) => start.mutate({ confirmed: start.variables?.confirmed ?? [], disclosure })}
          />
        )}
        {problem && problem.code !== 'DISCLOSURE_STOPPED' && (
          <Banner tone="warning" announce="alert">
            {describeProblem(intl, problem)}
          </Banner>
        )}
        {asked.length > 0 && (
          <Banner
            tone="warning"
            announce="alert"
            title={<FormattedMessage id="composer.question.title" />}
            actions={
              <Button size="small" busy={start.isPending} onClick={() => start.mutate({ confirmed: asked })}>
                <FormattedMessage id="composer.question.send-anyway" />
              </Button>
            }
          >
            {asked.map((question) => (
              <p key={question}>
                <FormattedMessage id={`composer.question.${question}`} />
              </p>
            ))}
          </Banner>
        )}
        <Button type="submit" tone="primary" busy={start.isPending} disabled={!isReady}>
          <FormattedMessage id="desk.composer.send" />
        </Button>
      </form>
    </Dialog>
  )
}

function ChoosePatient({ onChoose }: { onChoose: (patient: Chosen) => void }) {
  const intl = useIntl()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const found = useQuery(
    api.patient.search.queryOptions({ input: { text: wanted, limit: 8 }, enabled: wanted.length >= SEARCH_MIN }),
  )
  return (
    <div>
      <SearchField
        id="new-patient"
        autoFocus
        label={intl.formatMessage({ id: 'desk.link.search' })}
        placeholder={intl.formatMessage({ id: 'desk.link.search' })}
        value={words}
        onChange={(change) => setWords(change.target.value)}
        onKeyDown={(press) => {
          const [first] = found.data?.items ?? []
          if (press.key !== 'Enter') return
          press.preventDefault()
          if (first) onChoose(first)
        }}
      />
      {found.data && (
        <ul className={styles.choices}>
          {found.data.items.map((person) => (
            <li key={person.id}>
              <button type="button" className={styles.choice} onClick={() => onChoose(person)}>
                <span>{person.name}</span>
                <span className={styles.fact}>
                  {[
                    intl.formatDate(`${person.birthDate}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
                    person.recordNumber,
                    person.siteName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
          {found.data.items.length === 0 && (
            <li className={styles.fact}>
              <FormattedMessage id="desk.link.nobody" />
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
