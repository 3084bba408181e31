/**
 * The phone bar, below everything while there is a call: who it is as far as that is proved, since when, and what can be done with it. Calls are
 * talked on a telephone; the bar says whose they are. The news of it is told politely.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, MicOff, Pause, Phone, PhoneCall, PhoneForwarded, PhoneOff, Play, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
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
  if (!listed.data || listed.data.calls.length === 0) return null
  return (
    <PageWords parts={barWords}>
      <Bar {...listed.data} />
    </PageWords>
  )
}

function Bar({ calls, waiting }: Listed) {
  const intl = useIntl()
  return (
    <section className={styles.bar} aria-label={intl.formatMessage({ id: 'phone-bar.title' })}>
      <p role="status" className="visually-hidden">
        {calls
          .map((call) => intl.formatMessage({ id: `phone-bar.news.${call.state}` }, { who: whoOf(call) }))
          .join(' ')}
      </p>
      <ul className={styles.calls}>
        {calls.map((call) => (
          <CallLine key={call.id} call={call} />
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

function CallLine({ call }: { call: DeskCall }) {
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
        {isMine && call.direction === 'in' && (state === 'ended' ? <Outcome call={call} /> : <Deeds call={call} />)}
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
function Deeds({ call }: { call: DeskCall }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [isPassingOn, setIsPassingOn] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: api.deskCall.list.key() })
  const ask = useMutation({
    mutationFn: (what: 'hold' | 'goOn') => client.deskCall[what]({ callId: call.id }),
    onSettled: refresh,
  })
  const { state, asked } = call
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
        onClick={() => ask.mutate(isHeld ? 'goOn' : 'hold')}
      >
        <FormattedMessage id={isHeld ? 'phone-bar.go-on' : 'phone-bar.hold'} />
      </Button>
      {state !== 'transferring' && (
        <Button size="small" icon={PhoneForwarded} busy={asked === 'transfer'} onClick={() => setIsPassingOn(true)}>
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
      {isPassingOn && (
        <TransferDialog call={call} onClose={() => setIsPassingOn(false)} onPassed={() => void refresh()} />
      )}
    </>
  )
}

function Outcome({ call }: { call: DeskCall }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: api.deskCall.list.key() })
  const nothing = useMutation({
    mutationFn: () => client.deskCall.noteOutcome({ callId: call.id, outcome: null }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    onSettled: refresh,
  })
  return (
    <>
      <Button size="small" tone="primary" onClick={() => setIsAsked(true)}>
        <FormattedMessage id="phone-bar.outcome" />
      </Button>
      <Button size="small" tone="plain" busy={nothing.isPending} onClick={() => nothing.mutate()}>
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
