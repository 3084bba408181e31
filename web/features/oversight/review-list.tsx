/** Decisions that a person looks at: what the patient wrote, what software made of it, and whether that was right (understanding D75). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, ListChecks, RotateCcw, X } from 'lucide-react'
import { useRef, useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Facts, List, ListRow } from '../../ui/list.tsx'
import { Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { languageName } from '../conversation/badges.tsx'
import styles from './oversight.module.css'

type Decided = Awaited<ReturnType<typeof client.oversight.toReview>>['items'][number]
type Verdict = Parameters<typeof client.oversight.review>[0]['verdict']
type Wrong = Extract<Verdict, { agrees: false }>['wrong'][number]

const WRONG = ['urgency', 'language', 'meaning', 'tone', 'answer'] as const satisfies Wrong[]

export function ReviewList() {
  const intl = useIntl()
  const queries = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useQuery(api.oversight.toReview.queryOptions())
  const review = async (messageId: string, verdict: Verdict) => {
    try {
      await client.oversight.review({ messageId, verdict })
      showToast({ text: intl.formatMessage({ id: 'oversight.kept' }) })
      // What had the focus goes away with its row.
      heading.current?.focus()
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
    await queries.invalidateQueries({ queryKey: api.oversight.key() })
  }
  return (
    <section className={styles.section} aria-labelledby="to-review">
      <h2 id="to-review" tabIndex={-1} ref={heading}>
        <FormattedMessage id="oversight.review.title" />
      </h2>
      {list.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.data.items.length === 0 && (
        <EmptyState icon={ListChecks} title={<FormattedMessage id="oversight.review.none" />} />
      )}
      {list.isSuccess && list.data.items.length > 0 && (
        <List framed aria-labelledby="to-review">
          {list.data.items.map((decided) => (
            <DecidedRow
              key={decided.messageId}
              decided={decided}
              onReview={(verdict) => review(decided.messageId, verdict)}
            />
          ))}
        </List>
      )}
      {list.isSuccess && list.data.left > 0 && (
        <p className={styles.fact}>
          <FormattedMessage id="oversight.review.left" values={{ count: list.data.left }} />
        </p>
      )}
    </section>
  )
}

/** The same words, read by the engines of today: whether they would decide the same (understanding D75). */
function ReadAgain({ messageId }: { messageId: string }) {
  const intl = useIntl()
  const read = useMutation(api.oversight.replay.mutationOptions())
  const { data, error } = read
  return (
    <>
      <Row>
        <Button
          size="small"
          icon={RotateCcw}
          busy={read.isPending}
          aria-describedby={`words-${messageId}`}
          onClick={() => read.mutate({ messageId })}
        >
          <FormattedMessage id="oversight.replay" />
        </Button>
      </Row>
      <div role="status">
        {error && <p>{describeProblem(intl, problemOf(error))}</p>}
        {data && (
          <p className={styles.fact}>
            {data.differs.length === 0 ? (
              <FormattedMessage id="oversight.replay.same" />
            ) : (
              <FormattedMessage
                id="oversight.replay.differs"
                values={{
                  parts: intl.formatList(
                    data.differs.map((part) => intl.formatMessage({ id: `oversight.wrong.${part}` })),
                  ),
                  urgency: intl.formatMessage({ id: `oversight.urgency.${data.urgency}` }),
                }}
              />
            )}{' '}
            {data.changed.length > 0 && (
              <FormattedMessage
                id="oversight.replay.changed"
                values={{ engines: intl.formatList(data.changed.map(({ then, now }) => `${then} → ${now}`)) }}
              />
            )}
          </p>
        )}
      </div>
    </>
  )
}

const TONES = { emergency: 'emergency', 'self-care': 'waiting', 'thumbs-down': 'waiting', sample: 'neutral' } as const

type RowProps = { decided: Decided; onReview: (verdict: Verdict) => Promise<void> }

function DecidedRow({ decided, onReview }: RowProps) {
  const intl = useIntl()
  const [isWrong, setIsWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const { messageId, conversationId, because, words, why } = decided
  const say = async (verdict: Verdict) => {
    setBusy(true)
    await onReview(verdict)
    setBusy(false)
  }
  return (
    <ListRow className={styles.decided}>
      <div className={styles.about}>
        <Badge tone={TONES[because]}>
          <FormattedMessage id={`oversight.because.${because}`} />
        </Badge>
        <span className={styles.fact}>
          <Timestamp at={decided.at} style="short" />
        </span>
        <Link to="/inbox/$view/$conversationId" params={{ view: 'all', conversationId } as never}>
          <FormattedMessage id="oversight.open" />
        </Link>
      </div>
      <blockquote id={`words-${messageId}`} dir="auto" className={styles.words}>
        {words}
      </blockquote>
      {why === null ? (
        <p>
          <FormattedMessage id="oversight.not-understood" />
        </p>
      ) : (
        <>
          <p className={styles.fact} dir="auto">
            {inWordsOf(intl, why)}
          </p>
          <Facts facts={factsOf(intl, decided)} />
          <ReadAgain messageId={messageId} />
        </>
      )}
      {isWrong ? (
        <WrongForm messageId={messageId} busy={busy} onSave={say} onClose={() => setIsWrong(false)} />
      ) : (
        <Row>
          <Button
            size="small"
            icon={Check}
            busy={busy}
            aria-describedby={`words-${messageId}`}
            onClick={() => void say({ agrees: true })}
          >
            <FormattedMessage id="oversight.agree" />
          </Button>
          <Button size="small" icon={X} aria-describedby={`words-${messageId}`} onClick={() => setIsWrong(true)}>
            <FormattedMessage id="oversight.disagree" />
          </Button>
        </Row>
      )}
    </ListRow>
  )
}

function factsOf(intl: IntlShape, { urgency, intents, tones, language, assistant }: Decided) {
  const named = (part: 'intent' | 'tone', all: readonly string[]) =>
    intl.formatList(all.map((one) => known(intl, `desk.${part}.${one}`) ?? one))
  return [
    { term: intl.formatMessage({ id: 'oversight.decided' }), value: intl.formatMessage({ id: `oversight.urgency.${urgency}` }) }, // prettier-ignore
    { term: intl.formatMessage({ id: 'oversight.meaning' }), value: named('intent', intents) || '–' },
    { term: intl.formatMessage({ id: 'oversight.tone' }), value: named('tone', tones) || '–' },
    { term: intl.formatMessage({ id: 'oversight.language' }), value: languageName(intl, language) },
    ...(assistant
      ? [{ term: intl.formatMessage({ id: 'oversight.did' }), value: intl.formatMessage({ id: `oversight.did.${assistant}` }) }] // prettier-ignore
      : []),
  ]
}

const known = (intl: IntlShape, id: string): string | undefined =>
  id in intl.messages ? intl.formatMessage({ id: id as FormatjsIntl.Message['ids'] }) : undefined

type WrongFormProps = {
  messageId: string
  busy: boolean
  onSave: (verdict: Verdict) => Promise<void>
  onClose: () => void
}

function WrongForm({ messageId, busy, onSave, onClose }: WrongFormProps) {
  const [wrong, setWrong] = useState<Wrong[]>([])
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    const isWhole = wrong.length > 0 && reason.trim() !== ''
    setIsMissing(!isWhole)
    if (isWhole) void onSave({ agrees: false, wrong, reason })
  }
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <fieldset className={styles.choices}>
        <legend>
          <FormattedMessage id="oversight.wrong" />
        </legend>
        {WRONG.map((one, index) => (
          <Checkbox
            key={one}
            id={`${one}-${messageId}`}
            autoFocus={index === 0}
            checked={wrong.includes(one)}
            label={<FormattedMessage id={`oversight.wrong.${one}`} />}
            onChange={({ target }) =>
              setWrong(WRONG.filter((other) => (other === one ? target.checked : wrong.includes(other))))
            }
          />
        ))}
      </fieldset>
      <TextArea
        id={`reason-${messageId}`}
        label={<FormattedMessage id="oversight.reason" />}
        error={isMissing ? <FormattedMessage id="oversight.missing" /> : undefined}
        maxLength={1_000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Row>
        <Button tone="primary" size="small" type="submit" busy={busy}>
          <FormattedMessage id="oversight.save" />
        </Button>
        <Button tone="plain" size="small" onClick={onClose}>
          <FormattedMessage id="oversight.cancel" />
        </Button>
      </Row>
    </form>
  )
}
