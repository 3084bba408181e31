/** What the server answers instead of "sent": others wrote meanwhile, it asks to look again, or it stops. Fetched after the first page. */
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Problem } from '../../api/refusal.ts'
import type { Message, NoteReader } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageWords } from '../../i18n/page-words.tsx'
import { Select } from '../../ui/select.tsx'
import { describeTime, Timestamp } from '../../ui/timestamp.tsx'
import styles from './composer-answers.module.css'
import { composerWords } from './composer-words.ts'
import { wordsAt } from './plain-offers.ts'
import type { SendInput } from './reply-queue.ts'
import type { Question, Stopped } from './use-send.ts'

type CollisionBannerProps = { newer: readonly Message[]; onSendAnyway: () => void; onEdit: () => void }

export const CollisionBanner = (props: CollisionBannerProps) => (
  <PageWords parts={composerWords}>
    <Collision {...props} />
  </PageWords>
)

function Collision({ newer, onSendAnyway, onEdit }: CollisionBannerProps) {
  return (
    <Banner
      tone="warning"
      announce="alert"
      title={<FormattedMessage id="composer.moved.title" values={{ count: newer.length }} />}
      actions={
        <>
          <Button tone="primary" size="small" onClick={onEdit}>
            <FormattedMessage id="composer.moved.edit" />
          </Button>
          <Button size="small" onClick={onSendAnyway}>
            <FormattedMessage id="composer.moved.send-anyway" />
          </Button>
        </>
      }
    >
      <ul className={styles.newer}>
        {newer.map((message) => (
          <li key={message.id}>
            <strong>{message.author.name ?? <FormattedMessage id={`desk.author.${message.author.kind}`} />}</strong>{' '}
            <Timestamp at={message.at} style="clock" />
            <p dir="auto">{message.trimmed ?? message.text}</p>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

type QuestionDialogProps = { questions: readonly Question[]; onBack: () => void; onSendAnyway: () => void }

export const QuestionDialog = (props: QuestionDialogProps) => (
  <PageWords parts={composerWords}>
    <Questions {...props} />
  </PageWords>
)

function Questions({ questions, onBack, onSendAnyway }: QuestionDialogProps) {
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="composer.question.title" />}
      onClose={onBack}
      actions={
        <>
          <Button onClick={onSendAnyway}>
            <FormattedMessage id="composer.question.send-anyway" />
          </Button>
          <Button tone="primary" autoFocus onClick={onBack}>
            <FormattedMessage id="composer.question.back" />
          </Button>
        </>
      }
    >
      <ul className={styles.questions}>
        {questions.map((question) => (
          <li key={question}>
            <FormattedMessage id={`composer.question.${question}`} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type NightReason = NonNullable<SendInput['nightReason']>
type NightChoiceProps = { until: string; value: NightReason | ''; onChange: (reason: NightReason | '') => void }

/** It is night for the receiver: the answer waits, or somebody says why it may ring (desk-D41). */
export const NightChoice = (props: NightChoiceProps) => (
  <PageWords parts={composerWords}>
    <Night {...props} />
  </PageWords>
)

function Night({ until, value, onChange }: NightChoiceProps) {
  const intl = useIntl()
  return (
    <Select
      id="night-reason"
      label={intl.formatMessage({ id: 'composer.night' })}
      value={value}
      onChange={onChange}
      options={[
        {
          value: '',
          label: intl.formatMessage(
            { id: 'composer.night.waits' },
            { time: describeTime(intl, new Date(until), new Date(), 'clock') },
          ),
        },
        { value: 'asked-for', label: intl.formatMessage({ id: 'composer.night.asked-for' }) },
        { value: 'cannot-wait', label: intl.formatMessage({ id: 'composer.night.cannot-wait' }) },
      ]}
    />
  )
}

export type Reason = NonNullable<SendInput['disclosure']>
const REASONS = ['someone-else', 'asked-for', 'needed-for-care'] as const satisfies Reason[]

type StoppedDialogProps = {
  stopped: Stopped
  /** What was sent, as the server read it. */
  sent: { text: string; subject?: string }
  onBack: () => void
  onSend: (reason: Reason) => void
}

/** Words that name another patient, or tell who somebody is on an open way: out with them, or a reason (understanding-D49). */
export const StoppedDialog = (props: StoppedDialogProps) => (
  <PageWords parts={composerWords}>
    <StoppedWords {...props} />
  </PageWords>
)

function StoppedWords({ stopped: { found, openness }, sent, onBack, onSend }: StoppedDialogProps) {
  const intl = useIntl()
  const [reason, setReason] = useState<Reason | ''>('')
  // The safe way out has the focus, though a choice stands above it.
  const safe = useRef<HTMLButtonElement>(null)
  useEffect(() => safe.current?.focus(), [])
  const wordsOf = (why: Stopped['found'][number]['why']) => [
    ...new Set(
      found.filter((one) => one.why === why).map(({ field, span }) => wordsAt((sent[field] ?? '').trim(), span)),
    ),
  ]
  const [others, identifiers] = [wordsOf('other-patient'), wordsOf('identifier')]
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="composer.stopped.title" />}
      onClose={onBack}
      actions={
        <>
          <Button disabled={reason === ''} onClick={() => reason !== '' && onSend(reason)}>
            <FormattedMessage id="composer.stopped.send" />
          </Button>
          <Button ref={safe} tone="primary" onClick={onBack}>
            <FormattedMessage id="composer.stopped.take-out" />
          </Button>
        </>
      }
    >
      {others.length > 0 && (
        <p>
          <FormattedMessage id="composer.stopped.other-patient" /> <Words words={others} />
        </p>
      )}
      {identifiers.length > 0 && (
        <p>
          <FormattedMessage
            id={openness === 'unverified' ? 'composer.stopped.unverified' : 'composer.stopped.unencrypted'}
          />{' '}
          <Words words={identifiers} />
        </p>
      )}
      <Select
        id="stopped-reason"
        label={<FormattedMessage id="composer.stopped.why" />}
        value={reason}
        onChange={setReason}
        options={[
          { value: '', label: intl.formatMessage({ id: 'composer.stopped.choose' }) },
          ...REASONS.map((value) => ({
            value,
            label: intl.formatMessage({ id: `composer.stopped.reason.${value}` }),
          })),
        ]}
      />
    </Dialog>
  )
}

const Words = ({ words }: { words: readonly string[] }) =>
  words.map((one, place) => (
    <span key={one}>
      {place > 0 && ', '}
      <mark dir="auto" className={styles.stopped}>
        {one}
      </mark>
    </span>
  ))

type ShareAsProps = {
  problem: Problem
  colleagues: readonly { id: string; name: string }[]
  onShare: (reader: NoteReader) => void
  /** The name is to be written anew. */
  onChooseAnother: (name: string) => void
}

/** Somebody was called to a note that he cannot read: who, and with whom the note would have to be shared (desk-D18). */
export const ShareAs = (props: ShareAsProps) => (
  <PageWords parts={composerWords}>
    <Readers {...props} />
  </PageWords>
)

function Readers({ problem, colleagues, onShare, onChooseAnother }: ShareAsProps) {
  const intl = useIntl()
  if (problem.code !== 'NOT_A_READER') return null
  const { staffIds = [], shareAs = [] } = (problem.detail ?? {}) as { staffIds?: string[]; shareAs?: NoteReader[] }
  const names = colleagues.filter(({ id }) => staffIds.includes(id)).map(({ name }) => name)
  return (
    <>
      {names.length > 0 && <p>{intl.formatList(names)}</p>}
      <p className={styles.shareAs}>
        {shareAs.map((reader) => (
          <Button key={reader} size="small" onClick={() => onShare(reader)}>
            <FormattedMessage
              id="composer.note.share-as"
              values={{ readers: intl.formatMessage({ id: `desk.reader.${reader}` }) }}
            />
          </Button>
        ))}
        {names[0] && (
          <Button size="small" onClick={() => onChooseAnother(names[0]!)}>
            <FormattedMessage id="composer.note.choose-another" />
          </Button>
        )}
      </p>
    </>
  )
}
