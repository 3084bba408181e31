/**
 * The phone bar, below everything while there is a call: who it is as far as that is proved, since when, and what can be done with it. Calls are
 * talked on a telephone; the bar says whose they are. The news of it is told politely.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, MicOff, Pause, Phone, PhoneCall, PhoneForwarded, PhoneOff, Play, type LucideIcon } from 'lucide-react'
import { Suspense, useEffect, useRef, useState, type FocusEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ContactValue, readableContact } from '../../ui/contact-value.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { IdentityBadge, LanguageName } from '../conversation/badges.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import styles from './phone-bar.module.css'
import { barWords } from './words.ts'

/** Should the socket be down, the bar still asks, in milliseconds. */
const ASK_EVERY_MS = 15_000

type Listed = Awaited<ReturnType<typeof client.deskCall.list>>
export type DeskCall = Listed['calls'][number]

export function PhoneBar() {
  const queries = useQueryClient()
  const listed = useQuery(
    api.deskCall.list.queryOptions({ refetchInterval: ASK_EVERY_MS, refetchIntervalInBackground: true }),
  )
  useChanges((changes) => {
    if (!changes || changes.some(({ event }) => event.startsWith('call') || event === 'message.received'))
      void queries.invalidateQueries({ queryKey: api.deskCall.list.key() })
  })
  const [news, setNews] = useState('')
  const [passingOn, setPassingOn] = useState<string | null>(null)
  const { calls = [], waiting = 0 } = listed.data ?? {}
  return (
    <>
      {/* It is there before there is news: what comes with its words is not read out everywhere. */}
      <p role="status" className="visually-hidden">
        {news}
      </p>
      <Suspense>
        {(calls.length > 0 || passingOn !== null) && (
          <PageWords parts={barWords}>
            {calls.length > 0 && <Bar calls={calls} waiting={waiting} onNews={setNews} onPassOn={setPassingOn} />}
            {/* What was written stays also when the call is over meanwhile. */}
            {passingOn !== null && (
              <TransferDialog
                key={passingOn}
                call={{ id: passingOn }}
                onClose={() => setPassingOn(null)}
                onPassed={() => void queries.invalidateQueries({ queryKey: api.deskCall.list.key() })}
              />
            )}
          </PageWords>
        )}
      </Suspense>
    </>
  )
}

type PassOn = { onPassOn: (callId: string) => void }

function Bar({ calls, waiting, onNews, onPassOn }: Listed & PassOn & { onNews: (news: string) => void }) {
  const intl = useIntl()
  const news = calls
    .map((call) => intl.formatMessage({ id: `phone-bar.news.${call.state}` }, { who: whoOf(call) }))
    .join(' ')
  useEffect(() => {
    onNews(news)
    return () => onNews('')
  }, [news, onNews])
  return (
    <section className={styles.bar} aria-label={intl.formatMessage({ id: 'phone-bar.title' })}>
      <ul className={styles.calls}>
        {calls.map((call) => (
          <CallLine key={call.id} call={call} onPassOn={onPassOn} />
        ))}
      </ul>
      {waiting > 0 && (
        <p className={styles.fact}>
          <FormattedMessage id="phone-bar.waiting" values={{ count: waiting }} />
        </p>
      )}
    </section>
  )
}

const whoOf = ({ patientName, address }: DeskCall): string => patientName ?? readableContact(address)

const SHOWN: Record<DeskCall['state'], { tone: BadgeTone; icon: LucideIcon }> = {
  ringing: { tone: 'waiting', icon: Phone },
  talking: { tone: 'brand', icon: PhoneCall },
  held: { tone: 'urgent', icon: Pause },
  transferring: { tone: 'waiting', icon: PhoneForwarded },
  'coming-back': { tone: 'waiting', icon: Phone },
  ended: { tone: 'neutral', icon: PhoneOff },
}

function CallLine({ call, onPassOn }: { call: DeskCall } & PassOn) {
  const { state, isMine } = call
  const { line, onFocus, onBlur } = useFocusInLine(`${state} ${isMine}`)
  return (
    <li ref={line} className={styles.call} onFocus={onFocus} onBlur={onBlur}>
      <Badge tone={SHOWN[state].tone} icon={SHOWN[state].icon} strong>
        <FormattedMessage id={`phone-bar.state.${state}`} values={{ direction: call.direction }} />
      </Badge>
      <div className={styles.who}>
        <p className={styles.name}>
          <Link
            to={'/inbox/$view/$conversationId' as never}
            params={{ view: 'all', conversationId: call.conversation.id } as never}
          >
            {call.patientName ?? <FormattedMessage id="phone-bar.unknown" />}
          </Link>{' '}
          <IdentityBadge level={call.identity.level} />
        </p>
        <p className={styles.fact}>
          {call.canBeDialed ? (
            <a href={`tel:${call.address}`}>
              <ContactValue value={call.address} />
            </a>
          ) : (
            <FormattedMessage id="phone-bar.no-number" />
          )}
          {' · '}
          <LanguageName language={call.language} />
          {' · '}
          <FormattedMessage
            id="phone-bar.since"
            values={{ time: <Timestamp key="since" at={call.since} style="clock" /> }}
          />
          {call.leftOnHold && (
            <>
              {' · '}
              <FormattedMessage id="phone-bar.left-on-hold" />
            </>
          )}
          {state !== 'ended' && (
            <span className={styles.recording}>
              {' · '}
              <MicOff aria-hidden size="1em" /> <FormattedMessage id="phone-bar.not-recorded" />
            </span>
          )}
        </p>
      </div>
      <div className={styles.actions}>
        {!isMine && <TakeButton call={call} />}
        {isMine &&
          call.direction === 'in' &&
          (state === 'ended' ? <Outcome call={call} /> : <Deeds call={call} onPassOn={onPassOn} />)}
        {call.direction === 'out' && (
          <Link to={'/call-backs' as never}>
            <FormattedMessage id="phone-bar.to-call-backs" />
          </Link>
        )}
      </div>
    </li>
  )
}

/** The button that was pressed may be gone when the call has changed; the focus then goes to the first that is there. */
function useFocusInLine(change: string) {
  const line = useRef<HTMLLIElement>(null)
  const hasFocus = useRef(false)
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) line.current?.querySelector('button')?.focus()
  }, [change])
  return {
    line,
    onFocus: () => (hasFocus.current = true),
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // Nothing has the focus after it: the button itself went away.
      if (relatedTarget) hasFocus.current = line.current?.contains(relatedTarget) ?? false
    },
  }
}

function TakeButton({ call }: { call: DeskCall }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const take = useMutation({
    mutationFn: () => client.deskCall.take({ callId: call.id }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.deskCall.list.key() }),
  })
  return (
    <Button
      size="small"
      tone="primary"
      icon={Check}
      busy={take.isPending}
      aria-label={intl.formatMessage({ id: 'phone-bar.take.label' }, { who: whoOf(call) })}
      onClick={() => take.mutate()}
    >
      <FormattedMessage id="phone-bar.take" />
    </Button>
  )
}

/** Hold, go on, pass on. Where the carrier cannot be reached the call is as it was, and the number to dial by hand is said. */
function Deeds({ call, onPassOn }: { call: DeskCall } & PassOn) {
  const intl = useIntl()
  const queries = useQueryClient()
  const ask = useMutation({
    mutationFn: (what: 'hold' | 'goOn') => client.deskCall[what]({ callId: call.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.deskCall.list.key() }),
  })
  const { state, asked } = call
  const who = whoOf(call)
  // What failed before is no news of the call as it is now.
  const { reset } = ask
  useEffect(reset, [reset, state])
  const isHeld = state === 'held'
  const isMoving = state === 'coming-back' || state === 'transferring'
  const problem = ask.isError ? problemOf(ask.error) : null
  return (
    <>
      <Button
        size="small"
        tone={isHeld ? 'primary' : 'secondary'}
        icon={isHeld ? Play : Pause}
        busy={ask.isPending || (asked !== null && asked !== 'transfer') || isMoving}
        aria-label={intl.formatMessage({ id: isHeld ? 'phone-bar.go-on.label' : 'phone-bar.hold.label' }, { who })}
        onClick={() => ask.mutate(isHeld ? 'goOn' : 'hold')}
      >
        <FormattedMessage id={isHeld ? 'phone-bar.go-on' : 'phone-bar.hold'} />
      </Button>
      {state !== 'transferring' && (
        <Button
          size="small"
          icon={PhoneForwarded}
          busy={asked === 'transfer'}
          aria-label={intl.formatMessage({ id: 'phone-bar.transfer.label' }, { who })}
          onClick={() => onPassOn(call.id)}
        >
          <FormattedMessage id="phone-bar.transfer" />
        </Button>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem.code === 'UNAVAILABLE' || problem.isOffline ? (
            <FormattedMessage
              id="phone-bar.carrier-away"
              values={{ number: readableContact(call.address), known: String(call.canBeDialed) }}
            />
          ) : (
            describeProblem(intl, problem)
          )}
        </p>
      )}
    </>
  )
}

function Outcome({ call }: { call: DeskCall }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const who = whoOf(call)
  const refresh = () => queries.invalidateQueries({ queryKey: api.deskCall.list.key() })
  const nothing = useMutation({
    mutationFn: () => client.deskCall.noteOutcome({ callId: call.id, outcome: null }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    onSettled: refresh,
  })
  return (
    <>
      <Button
        size="small"
        tone="primary"
        aria-label={intl.formatMessage({ id: 'phone-bar.outcome.label' }, { who })}
        onClick={() => setIsAsked(true)}
      >
        <FormattedMessage id="phone-bar.outcome" />
      </Button>
      <Button
        size="small"
        tone="plain"
        busy={nothing.isPending}
        aria-label={intl.formatMessage({ id: 'phone-bar.outcome.none.label' }, { who })}
        onClick={() => nothing.mutate()}
      >
        <FormattedMessage id="phone-bar.outcome.none" />
      </Button>
      {isAsked && (
        <OutcomeDialog
          call={call}
          onClose={() => setIsAsked(false)}
          onNoted={() => {
            showToast({ text: intl.formatMessage({ id: 'phone-bar.outcome.noted' }) })
            void refresh()
            void queries.invalidateQueries({ queryKey: api.conversation.key() })
          }}
        />
      )}
    </>
  )
}
