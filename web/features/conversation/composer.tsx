/**
 * Where a reply or a note is written. What is typed is never lost: not by a refusal, a newer message, a lost connection
 * or a closed page.
 */
import { useQuery } from '@tanstack/react-query'
import {
  AtSign,
  CheckCheck,
  ChevronUp,
  FileText,
  Hourglass,
  Lock,
  Moon,
  Paperclip,
  Send,
  StickyNote,
  X,
} from 'lucide-react'
import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  type ChangeEvent,
  type ClipboardEvent,
  type DragEvent,
} from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { variablesIn } from '#engines/macro/variables.ts'
import { useAction, useActions } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { describeProblem } from '../../api/refusal.ts'
import type { ConversationDetail, Message, NoteReader } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { readableContact } from '../../ui/contact-value.tsx'
import { giveFocusBack } from '../../ui/give-focus-back.ts'
import { Keys } from '../../ui/keys.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { answeredOf, chosenWay, closes, mentionsIn, newerThan, wayKey, whyNotReady } from './composer-rules.ts'
import styles from './composer.module.css'
import type { Mode } from './device-drafts.ts'
import {
  CollisionBanner,
  ComposerHelp,
  loadAnswers,
  NightChoice,
  QuestionDialog,
  ShareAs,
  StoppedDialog,
} from './lazy-answers.ts'
import { SnoozeDialog, WaitDialog } from './lazy-dialogs.ts'
import { describeCause } from '../../api/describe-cause.ts'
import { SmsLength } from './sms-length.tsx'
import { PendingFiles } from './pending-files.tsx'
import { wantsOf } from './patient-wants.ts'
import type { SendInput } from './reply-queue.ts'
import { useWriting } from './use-writing.ts'
import { useSend, type Sending } from './use-send.ts'

const MacroDialog = lazy(() => import('../macro/macro-dialog.tsx').then((one) => ({ default: one.MacroDialog })))

type ComposerProps = {
  conversation: ConversationDetail
  messages: readonly Message[]
  seenSeq: () => number
  onSent: () => Promise<unknown>
  onTyping: (isTyping: boolean) => void
}

type Then = SendInput['then']

/** The writer was asked or told something, and sends what he sent before. */
const MAY_BE_SENT_AGAIN: readonly Sending['step'][] = ['moved', 'asked', 'stopped', 'refused']

/** Others see "typing" until this long after the last key, in milliseconds. */
const TYPING_LASTS_MS = 5_000

const NOTE_READERS = ['service', 'clinical', 'billing', 'sensitive'] as const satisfies NoteReader[]

export function Composer({ conversation, messages, seenSeq, onSent, onTyping }: ComposerProps) {
  const intl = useIntl()
  const { keysOf } = useActions()
  const [mode, setMode] = useState<Mode>('reply')
  const [chosen, setChosen] = useState<string | null>(null)
  const [readers, setReaders] = useState<NoteReader | 'default'>('default')
  const [asking, setAsking] = useState<'macro' | 'snooze' | 'wait' | null>(null)
  /** Takes what the help offers first, while it offers something. */
  const [take, setTake] = useState<(() => void) | null>(null)
  /** The macro that was suggested and taken. */
  const [suggested, setSuggested] = useState<string | null>(null)
  /** Why the answer does not wait for the morning. */
  const [nightReason, setNightReason] = useState<NonNullable<SendInput['nightReason']> | ''>('')
  // What a macro makes of the conversation once its text is sent; the writer sees it, and may take it away.
  const [after, setAfter] = useState<Then>()
  const writing = { reply: useWriting(conversation.id, 'reply'), note: useWriting(conversation.id, 'note') }
  const { draft, files } = writing[mode]
  const { sending, send, backToWriting } = useSend(files.unreadable)
  const settings = useQuery(api.staff.mySettings.queryOptions())
  const colleagues = useQuery(api.desk.colleagues.queryOptions({ enabled: mode === 'note' }))
  const area = useRef<HTMLTextAreaElement>(null)
  /** Who was chosen from the list, where another one has the same name. */
  const picked = useRef<string[]>([])
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)

  const way = chosenWay(conversation.replyChannels, chosen)
  const notReady = whyNotReady({ mode, text: draft.text, way, isUploading: files.isUploading })
  const isSending = sending.step === 'sending'
  const canSend = notReady === null && !isSending

  useEffect(() => {
    void loadAnswers().catch(() => undefined)
    return () => clearTimeout(typing.current)
  }, [])

  const write = (text: string) => {
    draft.setText(text)
    // The patient is told that an answer is being written; a note is nobody's business but ours.
    onTyping(mode === 'reply')
    clearTimeout(typing.current)
    typing.current = setTimeout(() => onTyping(false), TYPING_LASTS_MS)
  }

  const open = (next: Mode) => {
    setMode(next)
    backToWriting()
    // At once: the next key is already text, not a command.
    area.current?.focus()
  }

  const submit = async (
    then: Then = mode === 'reply' ? after : undefined,
    over: Partial<Pick<SendInput, 'seenSeq' | 'confirmed' | 'readers' | 'disclosure'>> = {},
  ) => {
    if (!canSend && !MAY_BE_SENT_AGAIN.includes(sending.step)) return
    onTyping(false)
    const cameFrom = document.activeElement
    const attachmentIds = files.attached.map((file) => file.id)
    const input = {
      conversationId: conversation.id,
      mode,
      text: draft.text,
      seenSeq: seenSeq(),
      attachmentIds,
      draftVersion: draft.version(),
      ...(mode === 'reply'
        ? {
            channel: way?.channel,
            address: way?.address,
            nightReason: (way?.waitsUntil && nightReason) || undefined,
          }
        : {}),
      ...(mode === 'note'
        ? { mentions: colleagues.data && mentionsIn(draft.text, colleagues.data, picked.current) }
        : {}),
      ...(mode === 'note' && readers !== 'default' ? { readers: [readers] } : {}),
      then,
      ...over,
    }
    draft.leaves()
    const outcome = await send(input, files.waiting)
    if (outcome === 'kept') draft.stays()
    else {
      draft.sent(draft.text)
      setAfter(undefined)
      picked.current = []
      setNightReason('')
      files.sent(attachmentIds)
      if (outcome === 'queued') showToast({ text: intl.formatMessage({ id: 'desk.queue.kept' }) })
      giveFocusBack(area.current, cameFrom)
    }
    await onSent()
  }

  const insert = (text: string) => {
    const box = area.current
    const at = box?.selectionStart ?? draft.text.length
    const end = box?.selectionEnd ?? at
    write(draft.text.slice(0, at) + text + draft.text.slice(end))
    requestAnimationFrame(() => {
      box?.focus()
      box?.setSelectionRange(at + text.length, at + text.length)
    })
  }

  /** The name is chosen in the note, so that the next one, typed or picked, stands in its place. */
  const markName = (name: string) => {
    backToWriting()
    const at = draft.text.indexOf(`@${name}`)
    requestAnimationFrame(() => {
      area.current?.focus()
      if (at >= 0) area.current?.setSelectionRange(at, at + name.length + 1)
    })
  }

  /** What the writer has answered of this message already is not asked again. */
  const answered = (): Pick<SendInput, 'confirmed' | 'disclosure'> =>
    'input' in sending ? answeredOf(sending.input, draft.text, mode === 'reply' ? way : undefined) : {}

  /** The first of the words that were stopped is chosen, so that one key takes it out. */
  const takeOut = (span: readonly [number, number] | undefined) => {
    backToWriting()
    const edge = draft.text.length - draft.text.trimStart().length
    requestAnimationFrame(() => {
      area.current?.focus()
      if (span) area.current?.setSelectionRange(edge + span[0], edge + span[1])
    })
  }

  useAction('reply', () => open('reply'))
  useAction('note', () => open('note'))
  // A macro's text is for the patient; a note that is being written waits in its own draft.
  const openMacros = () => {
    setMode('reply')
    setAsking('macro')
  }
  useAction('macro', openMacros)
  useAction('accept-suggestion', mode === 'reply' && take)
  useAction('send', canSend && (() => void submit()))
  useAction('send-and-resolve', canSend && (() => void submit({ state: 'resolved' })))

  const addFiles = (event: ChangeEvent<HTMLInputElement>) => {
    files.add(event.target.files ?? [])
    event.target.value = ''
  }
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    files.add(event.clipboardData.files)
  }
  const dropFiles = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    files.add(event.dataTransfer.files)
  }

  const newer = sending.step === 'moved' ? newerThan(messages, sending.seenSeq) : []
  return (
    <section
      className={classNames(styles.composer, mode === 'note' && styles.noteMode)}
      aria-label={intl.formatMessage({ id: mode === 'note' ? 'desk.composer.note' : 'desk.composer.reply' })}
      onDrop={dropFiles}
      onDragOver={(event) => event.preventDefault()}
    >
      {sending.step === 'moved' && (
        <Suspense>
          <CollisionBanner
            newer={newer}
            onSendAnyway={() => void submit(sending.input.then, { ...answered(), seenSeq: conversation.lastSeq })}
            onEdit={() => {
              backToWriting()
              area.current?.focus()
            }}
          />
        </Suspense>
      )}
      {sending.step === 'refused' && (
        <Banner
          tone="warning"
          announce="alert"
          actions={
            <IconButton
              icon={X}
              size="small"
              aria-label={intl.formatMessage({ id: 'ui.close' })}
              onClick={backToWriting}
            />
          }
        >
          {describeProblem(intl, sending.problem)}
          <Suspense>
            <ShareAs
              problem={sending.problem}
              colleagues={colleagues.data ?? []}
              onShare={(reader) => {
                setReaders(reader)
                void submit(undefined, { readers: [reader] })
              }}
              onChooseAnother={markName}
            />
          </Suspense>
        </Banner>
      )}
      {draft.refusal && (
        <Banner
          tone="warning"
          announce="alert"
          title={<FormattedMessage id="desk.draft.refused" />}
          actions={
            <IconButton
              icon={X}
              size="small"
              aria-label={intl.formatMessage({ id: 'ui.close' })}
              onClick={draft.dropRefusal}
            />
          }
        >
          {describeProblem(intl, { code: draft.refusal })}
        </Banner>
      )}
      {draft.otherVersion && (
        <Banner
          announce="status"
          actions={
            <>
              <Button
                size="small"
                onClick={() => {
                  write(draft.otherVersion!.text)
                  draft.dropOther()
                }}
              >
                <FormattedMessage id="desk.draft.use-other" />
              </Button>
              <Button size="small" tone="plain" onClick={draft.dropOther}>
                <FormattedMessage id="desk.draft.keep-this" />
              </Button>
            </>
          }
        >
          <FormattedMessage id="desk.draft.other" />
        </Banner>
      )}

      <div className={styles.modes}>
        {(['reply', 'note'] as const).map((one) => (
          <button key={one} type="button" className={styles.mode} aria-pressed={mode === one} onClick={() => open(one)}>
            {one === 'note' && <StickyNote aria-hidden size="1.05em" />}
            <FormattedMessage id={`desk.composer.${one}`} />
            <Keys keys={keysOf(one) ?? ''} />
          </button>
        ))}
        <span className={styles.target}>
          {mode === 'reply' && conversation.replyChannels.length > 0 && (
            <Select
              id="reply-way"
              labelHidden
              label={intl.formatMessage({ id: 'desk.composer.way' })}
              value={way ? wayKey(way) : ''}
              onChange={setChosen}
              options={[
                ...(way ? [] : [{ value: '', label: `${intl.formatMessage({ id: 'desk.composer.way' })} …` }]),
                ...conversation.replyChannels.map((one) => ({
                  value: wayKey(one),
                  label: [
                    intl.formatMessage({ id: `desk.channel.${one.channel}` }),
                    one.address && readableContact(one.address),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                })),
              ]}
            />
          )}
          {mode === 'note' && (
            <Select
              id="note-readers"
              labelHidden
              label={intl.formatMessage({ id: 'desk.note.who-reads' })}
              value={readers}
              onChange={setReaders}
              options={[
                { value: 'default', label: intl.formatMessage({ id: 'desk.note.default-readers' }) },
                ...NOTE_READERS.map((value) => ({ value, label: intl.formatMessage({ id: `desk.reader.${value}` }) })),
              ]}
            />
          )}
        </span>
      </div>

      {mode === 'reply' && way?.refusal && (
        <p className={classNames(styles.gate, closes(way.refusal) && styles.gateClosed)}>
          {describeCause(intl, way.refusal)}
        </p>
      )}
      {mode === 'reply' && way?.waitsUntil && (
        <Suspense>
          <NightChoice until={way.waitsUntil} value={nightReason} onChange={setNightReason} />
        </Suspense>
      )}
      {mode === 'reply' && conversation.replyChannels.length === 0 && (
        <p className={classNames(styles.gate, styles.gateClosed)}>
          <FormattedMessage id="desk.composer.no-way" />
        </p>
      )}
      {mode === 'note' && (
        <p className={styles.gate}>
          <Lock aria-hidden size="1em" /> <FormattedMessage id="desk.note.staff-only" />
        </p>
      )}

      <textarea
        ref={area}
        id="composer-text"
        className={styles.area}
        dir="auto"
        rows={3}
        aria-label={intl.formatMessage({ id: mode === 'note' ? 'desk.composer.note' : 'desk.composer.reply' })}
        placeholder={intl.formatMessage({
          id: mode === 'note' ? 'desk.composer.note-placeholder' : 'desk.composer.placeholder',
        })}
        value={draft.text}
        onChange={(change) => write(change.target.value)}
        onPaste={paste}
        onKeyDown={(press) => {
          // Escape leaves the field; what is written stays.
          if (press.key === 'Escape' && !press.nativeEvent.isComposing) area.current?.blur()
        }}
      />
      {mode === 'reply' && (
        <ComposerHelp
          key={conversation.id}
          area={area}
          text={draft.text}
          language={conversation.language}
          wants={wantsOf(messages)}
          keys={keysOf('accept-suggestion') ?? ''}
          onOffer={setTake}
          onText={write}
          onMacro={(macroId) => {
            setSuggested(macroId)
            openMacros()
          }}
        />
      )}
      <AttachmentList attachments={files.attached} onRemove={files.remove} />
      <PendingFiles files={files.pending} onCancel={files.cancel} />
      {mode === 'reply' && way?.channel === 'sms' && draft.text.trim() && (
        <SmsLength text={draft.text} carriesText={way.carriesText} />
      )}
      {notReady === 'variables' && (
        <p className={styles.gateClosed}>
          <FormattedMessage
            id="desk.composer.unfilled"
            values={{ names: intl.formatList(variablesIn(draft.text).known.map((name) => `{${name}}`)) }}
          />
        </p>
      )}

      <div className={styles.foot}>
        <Tooltip label={intl.formatMessage({ id: 'desk.action.macro' })} keys={keysOf('macro')}>
          <IconButton
            icon={FileText}
            aria-label={intl.formatMessage({ id: 'desk.action.macro' })}
            onClick={openMacros}
          />
        </Tooltip>
        {mode === 'note' && (
          <Menu
            label={intl.formatMessage({ id: 'desk.composer.mention' })}
            placement="top start"
            trigger={<IconButton icon={AtSign} aria-label={intl.formatMessage({ id: 'desk.composer.mention' })} />}
          >
            {(colleagues.data ?? []).map((person) => (
              <MenuItem
                key={person.id}
                onAction={() => {
                  picked.current.push(person.id)
                  insert(`@${person.name} `)
                }}
              >
                {colleagues.data?.some(({ id, name }) => name === person.name && id !== person.id)
                  ? intl.formatList([person.name, intl.formatMessage({ id: `desk.role.${person.role}` })], {
                      type: 'unit',
                    })
                  : person.name}
              </MenuItem>
            ))}
          </Menu>
        )}
        <label className={styles.attach}>
          <Paperclip aria-hidden size="1.25em" strokeWidth={1.9} />
          <span className="visually-hidden">
            <FormattedMessage id="desk.composer.attach" />
          </span>
          <input type="file" multiple onChange={addFiles} />
        </label>
        <span className={styles.saved} role="status">
          {draft.state === 'saved' && <FormattedMessage id="desk.draft.saved" />}
          {draft.state === 'on-device' && <FormattedMessage id="desk.draft.on-device" />}
        </span>
        <span className={styles.send}>
          <Button
            tone="primary"
            icon={mode === 'note' ? StickyNote : Send}
            busy={isSending}
            disabled={notReady !== null}
            onClick={() => void submit()}
          >
            <FormattedMessage id={mode === 'note' ? 'desk.composer.save-note' : 'desk.composer.send'} />
          </Button>
          <Menu
            label={intl.formatMessage({ id: 'desk.composer.send-and' })}
            placement="top end"
            trigger={
              <IconButton
                icon={ChevronUp}
                tone="secondary"
                aria-label={intl.formatMessage({ id: 'desk.composer.send-and' })}
              />
            }
          >
            <MenuItem
              icon={CheckCheck}
              keys={keysOf('send-and-resolve')}
              disabled={!canSend}
              onAction={() => void submit({ state: 'resolved' })}
            >
              {intl.formatMessage({ id: 'desk.action.send-and-resolve' })}
            </MenuItem>
            <MenuItem icon={Hourglass} disabled={!canSend} onAction={() => setAsking('wait')}>
              {intl.formatMessage({ id: 'desk.composer.send-and-wait' })}
            </MenuItem>
            <MenuItem icon={Moon} disabled={!canSend} onAction={() => setAsking('snooze')}>
              {intl.formatMessage({ id: 'desk.composer.send-and-snooze' })}
            </MenuItem>
          </Menu>
        </span>
      </div>
      {mode === 'reply' && after && (
        <p className={styles.after}>
          <FormattedMessage
            id="desk.composer.after"
            values={{ what: intl.formatMessage({ id: `desk.did.${after.state}` }) }}
          />
          <IconButton
            icon={X}
            size="small"
            aria-label={intl.formatMessage({ id: 'desk.composer.after-not' })}
            onClick={() => setAfter(undefined)}
          />
        </p>
      )}
      {mode === 'reply' && settings.data && settings.data.undoSeconds > 0 && draft.text.trim() && (
        <p className={styles.hint}>
          <FormattedMessage id="desk.composer.undo-hint" values={{ seconds: settings.data.undoSeconds }} />
        </p>
      )}

      {asking === 'macro' && (
        <Suspense>
          <MacroDialog
            conversation={conversation}
            macroId={suggested}
            onText={insert}
            onThen={setAfter}
            onChanged={() => void onSent()}
            onClose={() => {
              setAsking(null)
              setSuggested(null)
            }}
          />
        </Suspense>
      )}
      <Suspense>
        {asking === 'wait' && (
          <WaitDialog
            onClose={() => setAsking(null)}
            onWait={(waitingOn) => void submit({ state: 'waiting', waitingOn })}
          />
        )}
        {asking === 'snooze' && (
          <SnoozeDialog
            onClose={() => setAsking(null)}
            onSnooze={(until) => void submit({ state: 'snoozed', ...until })}
          />
        )}
      </Suspense>
      <Suspense>
        {sending.step === 'asked' && (
          <QuestionDialog
            questions={sending.questions}
            onBack={backToWriting}
            onSendAnyway={() => {
              const before = answered()
              const confirmed = [...(before.confirmed ?? []), ...sending.questions]
              void submit(sending.input.then, { ...before, confirmed })
            }}
          />
        )}
        {sending.step === 'stopped' && (
          <StoppedDialog
            stopped={sending.stopped}
            sent={sending.input}
            onBack={() => takeOut(sending.stopped.found[0]?.span)}
            onSend={(disclosure) => void submit(sending.input.then, { ...answered(), disclosure })}
          />
        )}
      </Suspense>
    </section>
  )
}
