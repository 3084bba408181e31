/** Where a patient writes. What is typed is kept on the device from the first key, and leaves it only when it was sent. */
import { CircleX, LoaderCircle, Paperclip, Send, X } from 'lucide-react'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { isHeld } from '#contract/held-file.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem } from '../../api/refusal.ts'
import { FILE_TYPES } from '../../api/send-file.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { giveFocusBack } from '../../ui/give-focus-back.ts'
import { laterPart } from '../../ui/later-part.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import styles from './composer.module.css'
import { keptFiles } from '../../api/kept-file.ts'
import { outbox, type Outcome } from './outbox.ts'
import { UNREADABLE, useAttachedFiles, type AttachedFile } from './use-attached-files.ts'
import { useDraft } from './use-draft.ts'

/** Characters of one message (contract: MESSAGE_MAX), and from where on the rest is counted down. */
const TEXT_MAX = 10_000
const COUNT_FROM = 9_000
/** "Is writing" ends this long after the last key, in milliseconds. */
const TYPING_LASTS_MS = 5_000

const Beginnings = laterPart(async () => (await import('./beginnings.tsx')).Beginnings)

type Notice = 'portal.compose.empty' | 'portal.compose.uploading' | 'portal.outbox.full'

type ComposerProps = {
  conversationId?: string
  /** Told to the care team while it lasts. */
  onTyping?: (isTyping: boolean) => void
  onSent?: (outcome: Extract<Outcome, { kind: 'sent' }>) => void
  onWaiting?: () => void
}

export function Composer({ conversationId, onTyping, onSent, onWaiting }: ComposerProps) {
  const intl = useIntl()
  const { person, patientId } = usePatientSession()
  const attached = useAttachedFiles(conversationId)
  const draft = useDraft({ conversationId, patientId }, attached)
  const [notice, setNotice] = useState<Notice | null>(null)
  /** On its way. */
  const [leaving, setLeaving] = useState<{ subject: string; text: string } | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const isNew = conversationId === undefined
  const { text } = draft

  useEffect(() => {
    if (!text || !draft.isTouched()) return onTyping?.(false)
    onTyping?.(true)
    const timer = setTimeout(() => onTyping?.(false), TYPING_LASTS_MS)
    return () => clearTimeout(timer)
    // Each key begins the time anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (leaving) return
    if (attached.isUploading) return setNotice('portal.compose.uploading')
    if (!text.trim()) {
      setNotice('portal.compose.empty')
      return area.current?.focus()
    }
    setNotice(null)
    const cameFrom = document.activeElement
    setLeaving({ subject: draft.subject, text })
    const { kept: files, unreadable } = await keptFiles(attached.kept)
    const taken = draft.take()
    // The words do not wait for a file that is gone. Where the screen is left with them, it is told above it.
    attached.refuse(unreadable)
    if (isNew) for (const { name } of unreadable) showToast({ text: `${name}: ${describeProblem(intl, UNREADABLE)}` })
    const messageId = newMessageId()
    const isKept = await outbox.add({
      messageId,
      personId: person.id,
      conversationId,
      patientId,
      subject: (isNew && taken.subject.trim()) || undefined,
      text: taken.text.trim(),
      attachments: taken.attachments,
      files,
      writtenAt: Date.now(),
    })
    if (!isKept) {
      setLeaving(null)
      setNotice('portal.outbox.full')
      return draft.takeBack({ ...taken, files })
    }
    void draft.keep()
    const outcome = await outbox.sendNow(messageId)
    setLeaving(null)
    if (outcome.kind === 'sent') onSent?.(outcome)
    if (outcome.kind === 'waiting') onWaiting?.()
    giveFocusBack(area.current, cameFrom)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.composer} noValidate>
      {notice && (
        <Banner tone="warning" announce="alert">
          <FormattedMessage id={notice} values={{ max: TEXT_MAX }} />
        </Banner>
      )}
      {draft.refused && (
        <Banner tone="warning" announce="alert">
          <FormattedMessage id="portal.outbox.refused" /> {describeProblem(intl, { code: draft.refused })}
        </Banner>
      )}
      {isNew && (
        <TextField
          id="subject"
          label={<FormattedMessage id="portal.compose.subject" />}
          hint={<FormattedMessage id="portal.compose.subject.hint" />}
          maxLength={200}
          value={leaving?.subject ?? draft.subject}
          readOnly={leaving !== null}
          onChange={(event) => draft.write({ subject: event.target.value })}
        />
      )}
      <TextArea
        id="message"
        ref={area}
        label={
          isNew ? <FormattedMessage id="portal.compose.message" /> : <FormattedMessage id="portal.compose.reply" />
        }
        hint={isNew && <FormattedMessage id="portal.compose.message.hint" />}
        maxLength={TEXT_MAX}
        // A new matter stays in sight while it leaves; in a conversation it stands among the messages at once.
        value={(isNew && leaving?.text) || text}
        readOnly={isNew && leaving !== null}
        onChange={(event) => draft.write({ text: event.target.value })}
      />
      {isNew && leaving === null && text === '' && (
        <Beginnings
          onPick={(words) => {
            draft.write({ text: words })
            area.current?.focus()
          }}
        />
      )}
      {text.length >= COUNT_FROM && (
        <p role="status" className={styles.count}>
          <FormattedMessage id="portal.compose.left" values={{ left: TEXT_MAX - text.length }} />
        </p>
      )}
      <ChosenFiles
        files={attached.files}
        onRemove={(key) => {
          draft.touch()
          attached.remove(key)
        }}
      />
      <div className={styles.actions}>
        <label className={`${buttonClass('secondary')} ${styles.attach}`}>
          <input
            type="file"
            multiple
            className="visually-hidden"
            accept={FILE_TYPES}
            onChange={(event) => {
              draft.touch()
              attached.attach([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Paperclip aria-hidden size="1.15em" strokeWidth={2} />
          <span>
            <FormattedMessage id="portal.compose.attach" />
          </span>
        </label>
        <Button type="submit" tone="primary" icon={Send} busy={leaving !== null}>
          <FormattedMessage id="portal.compose.send" />
        </Button>
      </div>
    </form>
  )
}

function ChosenFiles({ files, onRemove }: { files: AttachedFile[]; onRemove: (key: string) => void }) {
  const intl = useIntl()
  if (files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={intl.formatMessage({ id: 'portal.files' })}>
      {files.map((file) => (
        <li key={file.key} className={styles.file}>
          {file.step === 'uploading' ? (
            <LoaderCircle aria-hidden size="1.2em" />
          ) : file.step === 'refused' ? (
            <CircleX aria-hidden size="1.2em" className={styles.refused} />
          ) : (
            <Paperclip aria-hidden size="1.2em" />
          )}
          <span className={styles.fileWords}>
            <bdi>{file.name}</bdi>
            {file.step === 'uploading' && (
              <progress
                className={styles.progress}
                value={file.share}
                max={1}
                aria-label={intl.formatMessage({ id: 'portal.file.uploading' })}
              />
            )}
            {file.step === 'kept' && (
              <span className={styles.fact}>
                <FormattedMessage id="portal.file.kept" />
              </span>
            )}
            {file.step === 'stored' && isHeld(file.attachment) && (
              <span className={styles.fact} role="status">
                {file.attachment.reason === 'image_not_readable_here' ? (
                  <FormattedMessage id="portal.file.heic" />
                ) : (
                  <FormattedMessage id="portal.file.held" />
                )}
              </span>
            )}
            {file.step === 'refused' && (
              <span className={styles.refused} role="alert">
                {describeProblem(intl, file)}
              </span>
            )}
          </span>
          <IconButton
            icon={X}
            size="small"
            aria-label={intl.formatMessage({ id: 'portal.file.remove' }, { name: file.name })}
            onClick={() => onRemove(file.key)}
          />
        </li>
      ))}
    </ul>
  )
}
