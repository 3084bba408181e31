/** Who is to be called back, the next first: what to check before, by hand or dialed, with each try and its outcome noted here (desk-D62). */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AlarmClock, CalendarClock, Languages, Phone, PhoneCall, PhoneOff, PhoneOutgoing } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { ContactValue, readableContact } from '../../ui/contact-value.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp, useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import { IdentityBadge, LanguageName } from '../conversation/index.ts'
import { StepProblems, useStep } from '../session/index.ts'
import styles from '../../ui/entries.module.css'
import { CallTimeDialog } from './call-time-dialog.tsx'
import { DialDialog } from './dial-dialog.tsx'

const VerifyDialog = lazy(() =>
  import('../conversation/verify-dialog.tsx').then((one) => ({ default: one.VerifyDialog })),
)

type CallBack = Awaited<ReturnType<typeof client.callBack.list>>['items'][number]
type Dialing = Awaited<ReturnType<typeof client.callBack.list>>['dialing']
type Settling = 'done' | 'cancel'

export function CallBacksPage() {
  const intl = useIntl()
  const queries = useQueryClient()
  const listed = useInfiniteQuery(
    api.callBack.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  useChanges(() => void queries.invalidateQueries({ queryKey: api.callBack.list.key() }))
  const rows = listed.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={intl.formatMessage({ id: 'desk.view.call-backs' })} lead={<FormattedMessage id="phone.lead" />}>
      {listed.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {listed.isError && <FailedState code={problemOf(listed.error).code} onRetry={() => void listed.refetch()} />}
      {listed.isSuccess && rows.length === 0 && (
        <EmptyState icon={Phone} title={<FormattedMessage id="phone.empty" />} />
      )}
      {rows.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'desk.view.call-backs' })}>
          {rows.map((row) => (
            <CallBackRow key={row.id} row={row} dialing={listed.data?.pages[0]?.dialing ?? null} />
          ))}
        </List>
      )}
      {listed.hasNextPage && (
        <Button busy={listed.isFetchingNextPage} onClick={() => void listed.fetchNextPage()}>
          <FormattedMessage id="desk.list.more" />
        </Button>
      )}
    </Page>
  )
}

function CallBackRow({ row, dialing }: { row: CallBack; dialing: Dialing }) {
  const intl = useIntl()
  const now = useNow()
  const queries = useQueryClient()
  const [settling, setSettling] = useState<Settling | null>(null)
  const [asking, setAsking] = useState<'time' | 'dial' | 'identity' | null>(null)
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.callBack.list.key() }),
      queries.invalidateQueries({ queryKey: api.conversation.counts.key() }),
    ])
  const settle = useMutation({
    mutationFn: (how: 'reached' | 'notReached') => client.callBack[how]({ callBackId: row.id, version: row.version }),
    onSuccess: (_done, how) => showToast({ text: intl.formatMessage({ id: `phone.said.${how}` }) }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    onSettled: refresh,
  })
  const { level, check } = row.identity
  const isSure = level === 'verified' || level === 'verified_for'
  const done = useRef<HTMLButtonElement>(null)
  const wasSure = useRef(isSure)
  useEffect(() => {
    // Once it is checked who it is, the button that the focus came back to is gone.
    if (isSure && !wasSure.current && document.activeElement === document.body) done.current?.focus()
    wasSure.current = isSure
  }, [isSure])
  const isLate = new Date(row.dueAt) < now && row.reachedAt === null
  return (
    <ListRow className={styles.row}>
      <div>
        <p className={styles.name}>
          <Link
            to={'/inbox/$view/$conversationId' as never}
            params={{ view: 'call-backs', conversationId: row.conversation.id } as never}
          >
            {row.patientName ?? <FormattedMessage id="phone.unknown" />}
          </Link>
        </p>
        <p>
          <a href={`tel:${row.address}`}>
            <ContactValue value={row.address} />
          </a>
        </p>
        <p className={styles.fact}>
          <FormattedMessage
            id="phone.due"
            values={{ time: <Timestamp key="due" at={row.dueAt} style="exact" zone={row.timeZone} /> }}
          />
          {' · '}
          <FormattedMessage
            id="phone.waiting"
            values={{ age: <Timestamp key="age" at={row.waitingSince} style="age" /> }}
          />
          {' · '}
          <LanguageName language={row.language} />
          {row.requests > 1 && (
            <>
              {' · '}
              <FormattedMessage id="phone.requests" values={{ count: row.requests }} />
            </>
          )}
        </p>
        <Row>
          {row.reachedAt ? (
            <Badge tone="done" icon={Phone}>
              <FormattedMessage id="phone.reached" />
            </Badge>
          ) : (
            <Badge>
              <FormattedMessage id="phone.try" values={{ number: row.tries + 1 }} />
            </Badge>
          )}
          {row.isBooked && (
            <Badge icon={CalendarClock}>
              <FormattedMessage id="phone.is-booked" />
            </Badge>
          )}
          {row.isDialing && (
            <Badge tone="waiting" icon={PhoneCall}>
              <FormattedMessage id="phone.is-dialing" />
            </Badge>
          )}
          {!row.isDialing && row.reachedAt === null && row.lastDial && (
            <span className={styles.fact}>
              <FormattedMessage id={`phone.last.${row.lastDial}`} />
            </span>
          )}
          {isLate && (
            <Badge tone="urgent" icon={AlarmClock}>
              <FormattedMessage id="phone.late" />
            </Badge>
          )}
          <IdentityBadge level={level} />
          {row.interpreter && (
            <Badge tone="waiting" icon={Languages}>
              <FormattedMessage
                id="phone.interpreter"
                values={{ language: <LanguageName key="language" language={row.interpreter} /> }}
              />
            </Badge>
          )}
        </Row>
        <div className={styles.fact}>
          <FormattedMessage
            id={`phone.check.${check}`}
            values={{
              name: row.identity.relatedName ?? '',
              who: row.identity.relatedName === null ? 'patient' : 'other',
            }}
          />{' '}
          {!isSure && check !== 'nobody' && check !== 'no-grant' && (
            <Button
              size="small"
              aria-label={intl.formatMessage({ id: 'phone.check.title' }, { number: readableContact(row.address) })}
              onClick={() => setAsking('identity')}
            >
              <FormattedMessage id="phone.check" />
            </Button>
          )}
        </div>
      </div>
      <Row>
        {row.reachedAt === null && !row.isDialing && dialing && (
          <Button
            size="small"
            tone="primary"
            icon={PhoneOutgoing}
            aria-label={intl.formatMessage({ id: 'phone.dial.title' }, { number: readableContact(row.address) })}
            onClick={() => setAsking('dial')}
          >
            <FormattedMessage id="phone.dial" />
          </Button>
        )}
        {row.reachedAt === null && !row.isDialing && (
          <Button size="small" icon={Phone} busy={settle.isPending} onClick={() => settle.mutate('reached')}>
            <FormattedMessage id="phone.reached" />
          </Button>
        )}
        {!row.isDialing && (
          <Button size="small" icon={PhoneOff} busy={settle.isPending} onClick={() => settle.mutate('notReached')}>
            <FormattedMessage id="phone.not-reached" />
          </Button>
        )}
        {row.reachedAt === null && !row.isDialing && (
          <Button
            size="small"
            tone="plain"
            aria-label={intl.formatMessage({ id: 'phone.move.title' }, { number: readableContact(row.address) })}
            onClick={() => setAsking('time')}
          >
            <FormattedMessage id="phone.move" />
          </Button>
        )}
        <Button ref={done} size="small" tone={row.reachedAt ? 'primary' : 'plain'} onClick={() => setSettling('done')}>
          <FormattedMessage id="phone.done" />
        </Button>
        <Button size="small" tone="plain" onClick={() => setSettling('cancel')}>
          <FormattedMessage id="phone.cancel" />
        </Button>
      </Row>
      {asking === 'time' && (
        <CallTimeDialog
          conversationId={row.conversation.id}
          moved={row}
          onClose={() => setAsking(null)}
          onChosen={async ({ at }) => {
            await client.callBack.move({ callBackId: row.id, version: row.version, at })
            await refresh()
          }}
        />
      )}
      {asking === 'dial' && dialing && (
        <DialDialog row={row} dialing={dialing} onDialed={() => void refresh()} onClose={() => setAsking(null)} />
      )}
      {asking === 'identity' && (
        <CheckIdentity
          row={row}
          onClose={() => {
            setAsking(null)
            void refresh()
          }}
        />
      )}
      {settling && (
        <OutcomeDialog
          how={settling}
          row={row}
          isBehind={settle.isPending}
          onTried={refresh}
          onClose={() => setSettling(null)}
        />
      )}
    </ListRow>
  )
}

/** The conversation's own check, with the number that is called. */
function CheckIdentity({ row, onClose }: { row: CallBack; onClose: () => void }) {
  const conversationId = row.conversation.id
  const panel = useQuery(api.identity.get.queryOptions({ input: { conversationId } }))
  if (panel.isError && !panel.data)
    return (
      <Dialog title={<FormattedMessage id="phone.check" />} size="small" onClose={onClose}>
        <Failed error={panel.error} onRetry={() => void panel.refetch()} />
      </Dialog>
    )
  if (!panel.data) return null
  return (
    <Suspense>
      <VerifyDialog {...{ conversationId, onClose }} panel={panel.data} calling={row.address} />
    </Suspense>
  )
}

const CHECKED = ['confirmed', 'not_confirmed', 'not_asked'] as const
type Checked = (typeof CHECKED)[number]

type OutcomeDialogProps = {
  how: Settling
  row: CallBack
  /** What was pressed before is not on this row yet: its version would be an old one. */
  isBehind: boolean
  onTried: () => Promise<unknown>
  onClose: () => void
}

/** The words stay until they are taken: a refusal is told beside them. */
function OutcomeDialog({ how, row, isBehind, onTried, onClose }: OutcomeDialogProps) {
  const intl = useIntl()
  const [outcome, setOutcome] = useState('')
  const [identity, setIdentity] = useState<Checked>()
  const step = useStep({ outcome: 'call-back-outcome', identity: 'call-back-identity-not_confirmed' })
  /** Of a talk it is said who it was with; where facts prove nothing, they are not said to. */
  const isTalk = how === 'done' && row.reachedAt !== null
  const { level, check } = row.identity
  const canBeConfirmed = check === 'two-facts' || level === 'verified' || level === 'verified_for'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isTalk && !identity) {
      const message = intl.formatMessage({ id: 'phone.identity.missing' })
      step.refuse([{ field: `call-back-identity-${canBeConfirmed ? 'confirmed' : 'not_confirmed'}`, message }])
      return
    }
    const said = { callBackId: row.id, version: row.version, outcome: outcome.trim() }
    void step.run(
      () =>
        (how === 'done' ? client.callBack.done({ ...said, identity }) : client.callBack.cancel(said)).finally(onTried),
      () => {
        showToast({ text: intl.formatMessage({ id: `phone.said.${how}` }) })
        onClose()
      },
      'call-back-outcome',
    )
  }
  return (
    <Dialog title={<FormattedMessage id={`phone.${how}`} />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="call-back-outcome"
          autoFocus
          required
          minLength={3}
          maxLength={500}
          label={<FormattedMessage id={`phone.outcome.${how}`} />}
          value={outcome}
          onChange={(change) => setOutcome(change.target.value)}
        />
        {isTalk && (
          <Choice
            name="call-back-identity"
            legend={<FormattedMessage id="phone.identity" />}
            value={identity}
            onChange={setIdentity}
            options={CHECKED.filter((one) => one !== 'confirmed' || canBeConfirmed).map((value) => ({
              value,
              label: <FormattedMessage id={`phone.identity.${value}`} />,
            }))}
          />
        )}
        <Button type="submit" tone="primary" busy={step.isBusy || isBehind} disabled={outcome.trim().length < 3}>
          <FormattedMessage id={`phone.${how}`} />
        </Button>
      </form>
    </Dialog>
  )
}
