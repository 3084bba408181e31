/** What the server answers instead of "sent": others wrote meanwhile, or it asks to look again. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { Problem } from '../../api/refusal.ts'
import type { Message, NoteReader } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './composer.module.css'
import type { Question } from './use-send.ts'

type CollisionBannerProps = { newer: readonly Message[]; onSendAnyway: () => void; onEdit: () => void }

export function CollisionBanner({ newer, onSendAnyway, onEdit }: CollisionBannerProps) {
  return (
    <Banner
      tone="warning"
      announce="alert"
      title={<FormattedMessage id="desk.moved.title" values={{ count: newer.length }} />}
      actions={
        <>
          <Button tone="primary" size="small" onClick={onEdit}>
            <FormattedMessage id="desk.moved.edit" />
          </Button>
          <Button size="small" onClick={onSendAnyway}>
            <FormattedMessage id="desk.moved.send-anyway" />
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

export function QuestionDialog({ questions, onBack, onSendAnyway }: QuestionDialogProps) {
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="desk.question.title" />}
      onClose={onBack}
      actions={
        <>
          <Button onClick={onSendAnyway}>
            <FormattedMessage id="desk.question.send-anyway" />
          </Button>
          <Button tone="primary" autoFocus onClick={onBack}>
            <FormattedMessage id="desk.question.back" />
          </Button>
        </>
      }
    >
      <ul className={styles.questions}>
        {questions.map((question) => (
          <li key={question}>
            <FormattedMessage id={`desk.question.${question}`} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type ShareAsProps = {
  problem: Problem
  colleagues: readonly { id: string; name: string }[]
  onShare: (reader: NoteReader) => void
  /** The name is to be written anew. */
  onChooseAnother: (name: string) => void
}

/** Somebody was called to a note that he cannot read: who, and with whom the note would have to be shared (desk-D18). */
export function ShareAs({ problem, colleagues, onShare, onChooseAnother }: ShareAsProps) {
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
              id="desk.note.share-as"
              values={{ readers: intl.formatMessage({ id: `desk.reader.${reader}` }) }}
            />
          </Button>
        ))}
        {names[0] && (
          <Button size="small" onClick={() => onChooseAnother(names[0]!)}>
            <FormattedMessage id="desk.note.choose-another" />
          </Button>
        )}
      </p>
    </>
  )
}
