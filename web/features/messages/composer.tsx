/** Where a patient writes. What is typed is kept on the device from the first key, and leaves it only when it was sent. */
import { CircleX, LoaderCircle, Paperclip, Send, X } from 'lucide-react'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { deviceStore } from '../../api/device-store.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, type Problem } from '../../api/refusal.ts'
import { FILE_TYPES } from '../../api/send-file.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import styles from './composer.module.css'
import { keepDraft, readDraft, takeDraftBack } from './drafts.ts'
import { keptFile, outbox, type Outcome } from './outbox.ts'
import { useAttachedFiles, type AttachedFile } from './use-attached-files.ts'

/** Characters of one message (contract: MESSAGE_MAX), and from where on the rest is counted down. */
const TEXT_MAX = 10_000
const COUNT_FROM = 9_000
/** Kept on the device this long after the last key, in milliseconds. */
const KEEP_AFTER_MS = 200
/** "Is writing" ends this long after the last key, in milliseconds. */
const TYPING_LASTS_MS = 5_000

type Notice =
  | { tone: 'warning'; code: Problem['code'] }
  | { tone: 'plain'; id: 'portal.compose.empty' | 'portal.compose.uploading' | 'portal.outbox.full' }

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
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [notice, setNotice] = useState<Notice | null>(null)
  const [isSubmitting, setSubmitting] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const attached = useAttachedFiles(conversationId)
  const { restore } = attached
  const isNew = conversationId === undefined

  useEffect(() => {
    let isGone = false
    const find = async () =>
      (await readDraft(deviceStore, person.id, conversationId)) ?? (await takeDraftBack(person.id, conversationId))
    void find().then((draft) => {
      if (!draft || isGone) return
      setText((typed) => typed || draft.text)
      setSubject((typed) => typed || draft.subject)
      restore(draft.attachments)
      if (draft.refused) setNotice({ tone: 'warning', code: draft.refused })
    })
    return () => {
      isGone = true
    }
    // A draft is read once for each place it belongs to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [person.id, conversationId])

  const draft = { personId: person.id, subject, text, attachments: attached.stored }
  const keep = useRef(() => {})
  keep.current = () => void keepDraft(deviceStore, conversationId, draft)
  const isTouched = useRef(false)
  const draftKey = JSON.stringify([subject, text, attached.stored.map(({ id }) => id)])
  useEffect(() => {
    if (!isTouched.current) return
    const timer = setTimeout(() => keep.current(), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draftKey])
  useEffect(() => {
    const keepNow = () => isTouched.current && keep.current()
    addEventListener('pagehide', keepNow)
    return () => {
      removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [])

  useEffect(() => {
    if (!text || !isTouched.current) return onTyping?.(false)
    onTyping?.(true)
    const timer = setTimeout(() => onTyping?.(false), TYPING_LASTS_MS)
    return () => clearTimeout(timer)
    // Each key begins the time anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (isSubmitting) return
    if (attached.isUploading) return setNotice({ tone: 'plain', id: 'portal.compose.uploading' })
    if (!text.trim()) {
      setNotice({ tone: 'plain', id: 'portal.compose.empty' })
      return area.current?.focus()
    }
    setNotice(null)
    setSubmitting(true)
    const outcome = await outbox.submit({
      messageId: newMessageId(),
      personId: person.id,
      conversationId,
      patientId,
      subject: (isNew && subject.trim()) || undefined,
      text: text.trim(),
      attachments: attached.stored,
      files: await Promise.all(attached.kept.map(keptFile)),
      writtenAt: Date.now(),
    })
    setSubmitting(false)
    if (outcome.kind === 'full') return setNotice({ tone: 'plain', id: 'portal.outbox.full' })
    if (outcome.kind === 'refused') return setNotice({ tone: 'warning', code: outcome.problem.code })
    // Words that were begun while this message left are another message: they stay, and stay kept.
    if (area.current?.value === text) {
      isTouched.current = false
      setText('')
      void keepDraft(deviceStore, conversationId, { personId: person.id, subject: '', text: '', attachments: [] })
    }
    setSubject('')
    attached.clear()
    if (outcome.kind === 'sent') onSent?.(outcome)
    else onWaiting?.()
    area.current?.focus()
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.composer} noValidate>
      {notice && (
        <Banner tone="warning" announce="alert">
          {notice.tone === 'warning' ? (
            <>
              <FormattedMessage id="portal.outbox.refused" /> {describeProblem(intl, notice)}
            </>
          ) : (
            <FormattedMessage id={notice.id} values={{ max: TEXT_MAX }} />
          )}
        </Banner>
      )}
      {isNew && (
        <TextField
          id="subject"
          label={<FormattedMessage id="portal.compose.subject" />}
          hint={<FormattedMessage id="portal.compose.subject.hint" />}
          maxLength={200}
          value={subject}
          onChange={(event) => {
            isTouched.current = true
            setSubject(event.target.value)
          }}
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
        value={text}
        onChange={(event) => {
          isTouched.current = true
          setText(event.target.value)
        }}
      />
      {text.length >= COUNT_FROM && (
        <p role="status" className={styles.count}>
          <FormattedMessage id="portal.compose.left" values={{ left: TEXT_MAX - text.length }} />
        </p>
      )}
      <ChosenFiles files={attached.files} onRemove={attached.remove} />
      <div className={styles.actions}>
        <label className={`${buttonClass('secondary')} ${styles.attach}`}>
          <input
            type="file"
            multiple
            className="visually-hidden"
            accept={FILE_TYPES}
            onChange={(event) => {
              isTouched.current = true
              attached.attach([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Paperclip aria-hidden size="1.15em" strokeWidth={2} />
          <span>
            <FormattedMessage id="portal.compose.attach" />
          </span>
        </label>
        <Button type="submit" tone="primary" icon={Send} busy={isSubmitting}>
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
            {file.step === 'stored' && file.attachment.reason === 'image_not_readable_here' && (
              <span className={styles.fact} role="status">
                <FormattedMessage id="portal.file.heic" />
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
