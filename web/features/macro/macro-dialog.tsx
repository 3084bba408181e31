/** Running a macro in a conversation: find it, see everything it will do, then once yes (desk-D19). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CheckCheck, FileText, Stethoscope } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Refusal } from '#contract/refusal.ts'
import { client } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import { showUndo } from '../bulk-change/undo-toast.ts'
import { bulkWords } from '../bulk-change/words.ts'
import { languageName } from '../conversation/badges.tsx'
import choices from '../conversation/conversation-dialogs.module.css'
import { DraftOffer } from '../llm/draft-offer.tsx'
import { describeStep } from './describe-step.ts'
import { MacroFacts } from './macro-facts.tsx'
import styles from './macro.module.css'
import { useMacroList } from './use-macro-list.ts'
import { macroWords } from './words.ts'

type Preview = Awaited<ReturnType<typeof client.macro.preview>>
type Ran = Awaited<ReturnType<typeof client.macro.run>>

/** Until a change of a macro can be undone, in milliseconds (contract: bulkChange). */
const UNDO_MS = 600_000

type MacroDialogProps = {
  conversation: ConversationDetail
  onText: (text: string) => void
  /** What becomes of the conversation when the text is sent. */
  onThen: (then: NonNullable<Ran['then']>) => void
  onChanged: () => void
  onClose: () => void
}

export function MacroDialog(props: MacroDialogProps) {
  return (
    <PageWords parts={bulkWords}>
      <PageWords parts={macroWords}>
        <Steps {...props} />
      </PageWords>
    </PageWords>
  )
}

function Steps({ conversation, onText, onThen, onChanged, onClose }: MacroDialogProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [looked, setLooked] = useState<{ macroId: string; preview: Preview; runId: string } | null>(null)
  const conversationId = conversation.id

  const run = useMutation({
    mutationFn: ({ macroId, preview, runId }: { macroId: string; preview: Preview; runId: string; offer: boolean }) =>
      client.macro.run({
        macroId,
        macroVersion: preview.macroVersion,
        conversationId,
        version: preview.version,
        runId,
      }),
    onSuccess: (ran, { preview, runId, offer }) => {
      const text = [ran.text?.text, offer ? ran.text?.interpreterOffer : null].filter(Boolean).join('\n\n')
      if (text) onText(text)
      if (ran.then) onThen(ran.then)
      if (preview.steps.length > 0) {
        const undoUntil = ran.mayUndo ? new Date(Date.now() + UNDO_MS).toISOString() : null
        showUndo(
          intl,
          queries,
          { bulkId: runId, undoUntil, text: intl.formatMessage({ id: 'macro.ran' }, { title: preview.title }) },
          onChanged,
        )
        onChanged()
      }
      onClose()
    },
    // What moved meanwhile is looked at again before anything is done.
    onError: (error, { macroId }) => {
      if (problemOf(error).code === 'CHANGED_MEANWHILE') look.mutate(macroId)
    },
  })
  const look = useMutation({
    mutationFn: (macroId: string) => client.macro.preview({ macroId, conversationId }),
    onSuccess: (preview, macroId) => {
      const next = { macroId, preview, runId: newMessageId() }
      // A text alone is seen in the composer before it leaves: nothing else is to be asked.
      const isPlain =
        preview.steps.length === 0 && preview.text?.missing.length === 0 && !preview.text.isFallbackLanguage
      if (isPlain && looked === null) run.mutate({ ...next, offer: false })
      else setLooked(next)
    },
  })
  const problem = run.error ?? look.error
  const said = problem && describeProblem(intl, problemOf(problem))

  const take = (text: string) => {
    onText(text)
    onClose()
  }
  if (looked === null)
    return (
      <Choose
        problem={said}
        isBusy={look.isPending}
        offer={<DraftOffer conversation={conversation} onText={take} />}
        onChoose={look.mutate}
        onClose={onClose}
      />
    )
  return (
    <Look
      key={looked.runId}
      preview={looked.preview}
      problem={said}
      isBusy={run.isPending || look.isPending}
      onBack={() => {
        run.reset()
        setLooked(null)
      }}
      onRun={(offer) => run.mutate({ ...looked, offer })}
      onClose={onClose}
    />
  )
}

type ChooseProps = {
  problem: string | null
  isBusy: boolean
  /** A text of another kind: a draft for this conversation. */
  offer: ReactNode
  onChoose: (macroId: string) => void
  onClose: () => void
}

function Choose({ problem, isBusy, offer, onChoose, onClose }: ChooseProps) {
  const intl = useIntl()
  const [words, setWords] = useState('')
  const list = useMacroList({ search: words, sort: 'title', show: 'current' })
  return (
    <Dialog title={<FormattedMessage id="macro.title" />} size="wide" onClose={onClose}>
      <SearchField
        id="macro-search"
        autoFocus
        label={intl.formatMessage({ id: 'macro.search' })}
        placeholder={intl.formatMessage({ id: 'macro.search' })}
        value={words}
        onChange={(change) => setWords(change.target.value)}
        onKeyDown={(press) => {
          const first = list.rows.find((row) => !row.isExpired)
          if (press.key === 'Enter' && first && !isBusy && !list.isPlaceholderData) onChoose(first.id)
        }}
      />
      {problem && (
        <Banner tone="warning" announce="alert">
          {problem}
        </Banner>
      )}
      {offer}
      {list.isPending && (
        <Skeleton>
          <SkeletonBar width="long" />
          <SkeletonBar width="middle" />
        </Skeleton>
      )}
      {list.isError && <FailedState code={problemOf(list.error).code} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.rows.length === 0 && (
        <EmptyState icon={FileText} title={<FormattedMessage id={words ? 'macro.nothing' : 'macro.none'} />} />
      )}
      <ul className={choices.choices}>
        {list.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={choices.choice}
              disabled={row.isExpired || isBusy}
              onClick={() => onChoose(row.id)}
            >
              <span className={choices.person}>
                <span>{row.title}</span>
                <MacroFacts row={row} />
              </span>
              {row.isClinical && (
                <Badge tone="brand" icon={Stethoscope}>
                  <FormattedMessage id="macro.clinical" />
                </Badge>
              )}
              {row.isExpired && (
                <Badge tone="urgent">
                  <FormattedMessage id="macro.expired" />
                </Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button tone="plain" size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="macro.more" />
        </Button>
      )}
    </Dialog>
  )
}

type LookProps = {
  preview: Preview
  problem: string | null
  isBusy: boolean
  onBack: () => void
  onRun: (offer: boolean) => void
  onClose: () => void
}

/** Everything the macro will do, before it does it. */
function Look({ preview, problem, isBusy, onBack, onRun, onClose }: LookProps) {
  const intl = useIntl()
  const { text, steps } = preview
  const [offers, setOffers] = useState(text?.interpreterOffer !== null)
  // Enter does what was seen; Escape leaves it.
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const isRefused = steps.some(({ outcome }) => outcome === 'refused')
  const locked = text?.missing.filter(({ why }) => why === 'locked').map(({ name }) => `{${name}}`) ?? []
  const empty = text?.missing.filter(({ why }) => why === 'empty').map(({ name }) => `{${name}}`) ?? []
  return (
    <Dialog
      title={preview.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onBack}>
            <FormattedMessage id="macro.another" />
          </Button>
          <Button ref={first} tone="primary" busy={isBusy} disabled={isRefused} onClick={() => onRun(offers)}>
            <FormattedMessage id={text ? 'macro.insert' : 'macro.run'} />
          </Button>
        </>
      }
    >
      {problem && (
        <Banner tone="warning" announce="alert">
          {problem}
        </Banner>
      )}
      {text?.isFallbackLanguage && (
        <Banner tone="warning" announce="never">
          <FormattedMessage id="macro.fallback" values={{ language: languageName(intl, text.language) }} />
        </Banner>
      )}
      {locked.length > 0 && (
        <Banner tone="warning" announce="never">
          <FormattedMessage id="macro.locked" values={{ names: intl.formatList(locked) }} />
        </Banner>
      )}
      {empty.length > 0 && (
        <Banner tone="warning" announce="never">
          <FormattedMessage id="macro.missing" values={{ names: intl.formatList(empty) }} />
        </Banner>
      )}
      {text && (
        <p className={choices.preview} dir="auto" lang={text.language}>
          {text.text}
        </p>
      )}
      {text?.interpreterOffer && (
        <>
          <Checkbox
            id="macro-offer"
            checked={offers}
            onChange={(change) => setOffers(change.target.checked)}
            label={<FormattedMessage id="macro.offer" />}
          />
          {offers && (
            <p className={choices.preview} dir="auto">
              {text.interpreterOffer}
            </p>
          )}
        </>
      )}
      {steps.length > 0 && (
        <section aria-labelledby="macro-changes">
          <h3 id="macro-changes" className={styles.heading}>
            <CheckCheck aria-hidden size="1.1em" /> <FormattedMessage id="macro.changes" />
          </h3>
          <ol className={styles.changes}>
            {steps.map(({ step, name, outcome, refusal, when, missing }) => (
              <li key={step.do} data-outcome={outcome}>
                <span>{describeStep(intl, step, name)}</span>
                {step.do === 'note' && <q dir="auto">{step.text}</q>}
                {when === 'with-sending' && outcome === 'changes' && (
                  <span className={choices.fact}>
                    <FormattedMessage id="macro.with-sending" />
                  </span>
                )}
                {outcome === 'same' && (
                  <span className={choices.fact}>
                    <FormattedMessage id="macro.same" />
                  </span>
                )}
                {outcome === 'refused' && (
                  <span className={styles.refused}>
                    {describeProblem(intl, { code: refusal as Refusal })}{' '}
                    {intl.formatList(missing.map((variable) => `{${variable}}`))}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </Dialog>
  )
}
