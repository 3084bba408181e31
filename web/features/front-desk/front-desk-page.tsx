/** The front desk: who waits, who is called, who is served, and what to do next (desk-D64). */
import { useQuery } from '@tanstack/react-query'
import { BellRing, Megaphone, MonitorSmartphone, Ticket, UserPlus, Users, WifiOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { List } from '../../ui/list.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { CheckInCodeDialog } from './check-in-code-dialog.tsx'
import { ChoosePlace } from './choose-place.tsx'
import { DevicesDialog } from './devices-card.tsx'
import styles from './front-desk.module.css'
import { placeCookie, placeIn, type Place } from './place.ts'
import { TurnRow } from './turn-row.tsx'
import { useTurnChange, useTurns, type Overview, type Turn } from './use-turns.ts'
import { WalkInDialog } from './walk-in-dialog.tsx'

export function FrontDeskPage({ role }: { role: string }) {
  const intl = useIntl()
  const organization = useQuery(api.organization.get.queryOptions())
  const [place, setPlace] = useState<Place | null>(() => placeIn(document.cookie))
  const [isChoosing, setIsChoosing] = useState(false)
  const sites = organization.data?.sites ?? []
  const site = sites.find(({ id }) => id === place?.siteId)
  const choose = (chosen: Place) => {
    document.cookie = placeCookie(chosen)
    setPlace(chosen)
    setIsChoosing(false)
  }
  const title = intl.formatMessage({ id: 'desk.view.front-desk' })
  // Without the network the place that was chosen still stands.
  if (place && !isChoosing && (site || !organization.data))
    return (
      <Line
        key={place.siteId}
        title={title}
        siteName={site?.name ?? ''}
        place={place}
        role={role}
        onChangePlace={() => setIsChoosing(true)}
      />
    )
  return (
    <Page narrow title={title} lead={<FormattedMessage id="front-desk.place.lead" />}>
      {organization.isPending && <Waiting />}
      {organization.error && <Failed error={organization.error} onRetry={() => void organization.refetch()} />}
      {organization.data && <ChoosePlace sites={sites} before={place} onChosen={choose} />}
    </Page>
  )
}

const Waiting = () => (
  <Skeleton>
    <SkeletonBar height="block" />
    <SkeletonBar height="block" />
  </Skeleton>
)

type LineProps = { title: string; siteName: string; place: Place; role: string; onChangePlace: () => void }

const KEEPERS = ['supervisor', 'front_desk']

function Line({ title, siteName, place, role, onChangePlace }: LineProps) {
  const intl = useIntl()
  const [queueId, setQueueId] = useState('')
  const line = useTurns(place.siteId, queueId)
  const { change, callNext, settleCall } = useTurnChange(line.refresh)
  const [opened, setOpened] = useState<'walk-in' | 'code' | 'devices' | null>(null)
  const isStale = line.staleSince !== null
  const canCall = !isStale && !callNext.isPending
  const next = () => callNext.mutate({ siteId: place.siteId, room: place.room, ...(queueId ? { queueId } : {}) })
  useAction('call-next', canCall && next)
  useRowKeys()
  const queues = line.overview?.queues ?? []
  const shown = line.turns ?? []
  const of = (state: Turn['state']) => shown.filter((turn) => turn.state === state)
  /** How many wait is known of all; how many else stand on the pages to come is not. */
  const countOf = (state: Turn['state']): number | null => {
    if (line.isAll) return of(state).length
    const waiting = queues.filter(({ id }) => queueId === '' || id === queueId).map((queue) => queue.waiting)
    return state === 'waiting' && line.overview ? waiting.reduce((sum, count) => sum + count, 0) : null
  }
  const row = (turn: Turn) => (
    <TurnRow
      key={turn.id}
      turn={turn}
      queues={queues}
      room={place.room}
      isStale={isStale}
      isBusy={change.isPending && change.variables?.turnId === turn.id}
      onChange={(action, more) => change.mutate({ turnId: turn.id, action, ...more })}
    />
  )
  const close = () => setOpened(null)
  return (
    <Page
      title={title}
      lead={
        <>
          {siteName} · <bdi>{place.room}</bdi>{' '}
          <Button size="small" tone="plain" onClick={onChangePlace}>
            <FormattedMessage id="front-desk.place.change" />
          </Button>
        </>
      }
      actions={
        <>
          <Button icon={UserPlus} disabled={isStale} onClick={() => setOpened('walk-in')}>
            <FormattedMessage id="front-desk.walk-in" />
          </Button>
          <Button icon={Ticket} tone="plain" disabled={isStale} onClick={() => setOpened('code')}>
            <FormattedMessage id="front-desk.code" />
          </Button>
          {KEEPERS.includes(role) && (
            <Button icon={MonitorSmartphone} tone="plain" disabled={isStale} onClick={() => setOpened('devices')}>
              <FormattedMessage id="front-desk.devices" />
            </Button>
          )}
        </>
      }
    >
      {isStale && (
        <Banner
          tone="warning"
          icon={WifiOff}
          title={
            <FormattedMessage
              id="front-desk.stale"
              values={{ time: <Timestamp key="time" at={new Date(line.staleSince ?? 0)} style="clock" /> }}
            />
          }
        >
          <FormattedMessage id="front-desk.stale.explain" />
        </Banner>
      )}
      {line.overview?.staffCalls.map((call) => (
        <StaffCall
          key={call.id}
          call={call}
          isBusy={settleCall.isPending}
          onGo={() => settleCall.mutate({ staffCallId: call.id })}
        />
      ))}
      <div className={styles.bar}>
        <Select
          id="front-desk-queue"
          label={<FormattedMessage id="front-desk.queue" />}
          value={queueId}
          options={[
            { value: '', label: intl.formatMessage({ id: 'front-desk.queue.all' }) },
            ...queues.map(({ id, name, letter, waiting }) => ({
              value: id,
              label: intl.formatMessage({ id: 'front-desk.queue.waiting' }, { name, letter, waiting }),
            })),
          ]}
          onChange={setQueueId}
        />
        <Button tone="primary" icon={Megaphone} busy={callNext.isPending} disabled={isStale} onClick={next}>
          <FormattedMessage id="front-desk.call-next" />
        </Button>
      </div>
      {!line.turns && !line.error && <Waiting />}
      {line.error && <Failed error={line.error} onRetry={() => void line.refresh()} />}
      {line.turns && line.isAll && shown.length === 0 && (
        <EmptyState icon={Users} title={<FormattedMessage id="front-desk.empty" />}>
          <FormattedMessage id="front-desk.empty.explain" />
        </EmptyState>
      )}
      {(['serving', 'called', 'waiting'] as const).map((state) => {
        const rows = of(state)
        return (
          rows.length > 0 && (
            <Group key={state} title={intl.formatMessage({ id: `front-desk.state.${state}` })} count={countOf(state)}>
              {rows.map(row)}
            </Group>
          )
        )
      })}
      {line.more && (
        <Row>
          <Button onClick={line.more}>
            <FormattedMessage id="desk.list.more" />
          </Button>
        </Row>
      )}
      {line.left.length > 0 && (
        <Group
          title={intl.formatMessage({ id: 'front-desk.state.left' })}
          count={line.moreLeft ? null : line.left.length}
        >
          {line.left.map(row)}
        </Group>
      )}
      {line.moreLeft && (
        <Row>
          <Button onClick={line.moreLeft}>
            <FormattedMessage id="desk.list.more" />
          </Button>
        </Row>
      )}
      {opened === 'walk-in' && (
        <WalkInDialog siteId={place.siteId} queues={queues} onTaken={line.refresh} onClose={close} />
      )}
      {opened === 'code' && <CheckInCodeDialog onClose={close} />}
      {opened === 'devices' && <DevicesDialog onClose={close} />}
    </Page>
  )
}

function Group({ title, count, children }: { title: string; count: number | null; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>
        {title} {count !== null && <span className={styles.count}>{count}</span>}
      </h2>
      <List framed aria-label={title}>
        {children}
      </List>
    </section>
  )
}

function StaffCall({
  call,
  isBusy,
  onGo,
}: {
  call: Overview['staffCalls'][number]
  isBusy: boolean
  onGo: () => void
}) {
  return (
    <Banner
      tone="warning"
      icon={BellRing}
      announce="alert"
      title={
        <FormattedMessage id="front-desk.staff-call" values={{ device: <bdi key="device">{call.deviceName}</bdi> }} />
      }
      actions={
        <Button busy={isBusy} onClick={onGo}>
          <FormattedMessage id="front-desk.staff-call.go" />
        </Button>
      }
    >
      <Timestamp at={call.calledAt} style="age" />
    </Banner>
  )
}

/** J and K go from turn to turn; the buttons of each follow with Tab. */
function useRowKeys() {
  const go = (step: 1 | -1) => () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-turn]')]
    const here = rows.findIndex((row) => row.contains(document.activeElement))
    rows.at(here < 0 ? (step > 0 ? 0 : -1) : Math.min(Math.max(here + step, 0), rows.length - 1))?.focus()
  }
  useAction('next', go(1))
  useAction('previous', go(-1))
}
