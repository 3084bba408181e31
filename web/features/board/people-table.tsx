/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a table that is drawn as cards is one to every screen reader only when it says so. */
/** Who works now and how much each has in hand; a supervisor says that somebody takes no work now. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BellRing, CircleCheck, CirclePause, Ellipsis, Gauge, HeartHandshake, Moon } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Board } from './board-page.tsx'
import styles from './board.module.css'
import { FigureLink } from './figure-link.tsx'

type Person = Board['people'][number]

const COLUMNS = ['board.person', 'board.state', 'board.load', 'board.offers', 'board.in-hand', 'board.until'] as const
const REASONS = ['break', 'meal', 'meeting', 'training', 'paperwork', 'other'] as const

export function PeopleTable({ people, mayOpen }: { people: Board['people']; mayOpen: boolean }) {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'board.people' })
  const columns = COLUMNS.map((id) => ({ id, name: intl.formatMessage({ id }) }))
  const [, , load, offers, inHand, until] = columns.map(({ name }) => name)
  return (
    <FigureTable role="table" name={title} className={classNames(styles.table, styles.people)}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, name }) => (
            <th key={id} scope="col" role="columnheader" className={id === 'board.state' ? styles.start : undefined}>
              {name}
            </th>
          ))}
          <th scope="col" role="columnheader">
            <span className="visually-hidden">
              <FormattedMessage id="desk.change" />
            </span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <tr key={person.staffId} role="row">
            <th scope="row" role="rowheader">
              <span className={styles.name}>{person.name}</span>
              <span className={styles.fact}>
                <FormattedMessage id={`desk.role.${person.role}`} />
              </span>
            </th>
            <td role="cell" className={styles.start}>
              <Now person={person} />
            </td>
            <td role="cell" data-label={load}>
              <LoadBar person={person} />
            </td>
            <td role="cell" data-label={offers}>
              {intl.formatNumber(person.offers)}
            </td>
            <td role="cell" data-label={inHand}>
              <FigureLink
                count={person.inHand}
                figure={{ name: 'in-hand', staff: person.staffId }}
                mayOpen={mayOpen}
                label={`${person.name}, ${inHand}`}
              />
            </td>
            <td role="cell" data-label={until}>
              <span>
                <Shift person={person} />
              </span>
            </td>
            <td role="cell">
              <PersonChange person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  )
}

function Now({ person }: { person: Person }) {
  const intl = useIntl()
  const { isAtWork, isAccepting, awayReason, recoveryUntil, isAtCap, calledInAt } = person
  if (!isAtWork || !isAccepting)
    return (
      <span className={styles.stacked}>
        {isAtWork ? (
          <Badge tone="waiting" icon={CirclePause}>
            {[
              intl.formatMessage({ id: 'board.is.away' }),
              awayReason && intl.formatMessage({ id: `board.reason.${awayReason}` }),
            ]
              .filter(Boolean)
              .join(': ')}
          </Badge>
        ) : (
          <Badge icon={Moon}>
            <FormattedMessage id="board.is.off" />
          </Badge>
        )}
        {calledInAt && (
          <span className={styles.fact}>
            <FormattedMessage id="board.called-in" values={{ time: <Timestamp at={calledInAt} style="clock" /> }} />
          </span>
        )}
      </span>
    )
  if (recoveryUntil)
    return (
      <Badge tone="note" icon={HeartHandshake}>
        <FormattedMessage id="board.is.resting" values={{ time: <Timestamp at={recoveryUntil} style="clock" /> }} />
      </Badge>
    )
  return isAtCap ? (
    <Badge tone="urgent" icon={Gauge}>
      <FormattedMessage id="board.is.full" />
    </Badge>
  ) : (
    <Badge tone="done" icon={CircleCheck}>
      <FormattedMessage id="board.is.ready" />
    </Badge>
  )
}

function LoadBar({ person: { load, capacity } }: { person: Person }) {
  const intl = useIntl()
  const share = capacity > 0 ? Math.min(1, load / capacity) : 1
  return (
    <span className={styles.load}>
      <FormattedMessage
        id="board.load-of"
        values={{ load: intl.formatNumber(load), capacity: intl.formatNumber(capacity) }}
      />
      <span className={styles.bar} aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} data-full={share >= 1 || undefined} />
      </span>
    </span>
  )
}

function Shift({ person: { shiftEndsAt, nextShiftAt } }: { person: Person }) {
  if (shiftEndsAt)
    return <FormattedMessage id="board.shift-ends" values={{ time: <Timestamp at={shiftEndsAt} style="exact" /> }} />
  return nextShiftAt ? (
    <FormattedMessage id="board.shift-starts" values={{ time: <Timestamp at={nextShiftAt} style="exact" /> }} />
  ) : (
    '–'
  )
}

function PersonChange({ person }: { person: Person }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const { staffId, name, isAccepting, mayBeCalledIn } = person
  const set = useMutation(
    api.workload.setOf.mutationOptions({
      onSuccess: (_, { awayReason }) =>
        showToast({ text: intl.formatMessage({ id: awayReason ? 'board.did-away' : 'board.did-ready' }, { name }) }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.board.read.key() }),
    }),
  )
  const callIn = useMutation(
    api.workload.callIn.mutationOptions({
      onSuccess: () => showToast({ text: intl.formatMessage({ id: 'board.did-call-in' }, { name }) }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.board.read.key() }),
    }),
  )
  const ask = () => {
    callIn.mutate({ staffId })
    setIsOpen(false)
  }
  const choose = (awayReason: (typeof REASONS)[number] | null) => {
    set.mutate({ staffId, awayReason })
    setIsOpen(false)
  }
  const label = intl.formatMessage({ id: 'board.actions' }, { name })
  return (
    <>
      <IconButton
        icon={Ellipsis}
        size="small"
        busy={set.isPending || callIn.isPending}
        aria-label={label}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <Dialog title={label} size="small" onClose={() => setIsOpen(false)}>
          <div className={styles.choices}>
            {mayBeCalledIn && (
              <Button icon={BellRing} wide onClick={ask}>
                <FormattedMessage id="board.call-in" />
              </Button>
            )}
            {isAccepting ? (
              REASONS.map((awayReason) => (
                <Button key={awayReason} icon={CirclePause} wide onClick={() => choose(awayReason)}>
                  {intl.formatMessage(
                    { id: 'board.set-away' },
                    { reason: intl.formatMessage({ id: `board.reason.${awayReason}` }) },
                  )}
                </Button>
              ))
            ) : (
              <Button tone="primary" icon={CircleCheck} wide onClick={() => choose(null)}>
                {intl.formatMessage({ id: 'board.set-ready' })}
              </Button>
            )}
          </div>
        </Dialog>
      )}
    </>
  )
}
