/** One turn: its number, who it is as far as that is known, since when, and what may be done now. */
import { Link } from '@tanstack/react-router'
import { Check, Megaphone, MoveRight, RotateCcw, UserCheck, UserX } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ListRow } from '../../ui/list.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Row } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { LanguageBadge, UrgencyBadge } from '../conversation/badges.tsx'
import styles from './front-desk.module.css'
import type { Overview, Turn } from './use-turns.ts'

type Action = 'call' | 'serve' | 'finish' | 'leave' | 'restore' | 'move'
type TurnRowProps = {
  turn: Turn
  queues: Overview['queues']
  room: string
  /** Shown from this device: nothing can be done with it. */
  isStale: boolean
  isBusy: boolean
  onChange: (action: Action, more?: { room?: string; queueId?: string }) => void
}

export function TurnRow({ turn, queues, room, isStale, isBusy, onChange }: TurnRowProps) {
  const intl = useIntl()
  const { state, number } = turn
  return (
    <ListRow className={styles.turn}>
      <span className={styles.number} data-turn={number} tabIndex={-1}>
        {number}
      </span>
      <div className={styles.words}>
        <p>
          {turn.conversationId ? (
            <Link
              to={'/inbox/$view/$conversationId' as never}
              params={{ view: 'all', conversationId: turn.conversationId } as never}
              className={styles.who}
            >
              {turn.patientName ? <bdi>{turn.patientName}</bdi> : <FormattedMessage id="front-desk.unknown" />}
            </Link>
          ) : (
            <FormattedMessage id="front-desk.unknown" />
          )}
        </p>
        <p className={styles.fact}>
          <Since turn={turn} />
          {turn.estimate && (
            <>
              {' · '}
              <FormattedMessage id="front-desk.estimate" values={turn.estimate} />
            </>
          )}
          {turn.room && state !== 'waiting' && (
            <>
              {' · '}
              <bdi>{turn.room}</bdi>
              {turn.staffName && <> · {turn.staffName}</>}
            </>
          )}
        </p>
        <Row>
          {turn.urgency !== 'routine' && <UrgencyBadge urgency={turn.urgency} />}
          <Badge>{intl.formatMessage({ id: `front-desk.reason.${turn.reason}` })}</Badge>
          <Badge>{turn.queueName}</Badge>
          <LanguageBadge language={turn.language} />
          {turn.calls > 1 && state === 'called' && (
            <Badge tone="waiting">
              <FormattedMessage id="front-desk.calls" values={{ calls: turn.calls }} />
            </Badge>
          )}
        </Row>
      </div>
      {!isStale && (
        <div className={styles.actions} role="group" aria-label={number}>
          {(state === 'waiting' || state === 'called') && (
            <Button
              size="small"
              icon={Megaphone}
              busy={isBusy}
              tone={state === 'called' ? 'plain' : 'secondary'}
              onClick={() => onChange('call', { room })}
            >
              <FormattedMessage id={state === 'called' ? 'front-desk.call-again' : 'front-desk.call'} />
            </Button>
          )}
          {state === 'called' && (
            <Button size="small" tone="primary" icon={UserCheck} busy={isBusy} onClick={() => onChange('serve')}>
              <FormattedMessage id="front-desk.serve" />
            </Button>
          )}
          {state === 'serving' && (
            <Button size="small" tone="primary" icon={Check} busy={isBusy} onClick={() => onChange('finish')}>
              <FormattedMessage id="front-desk.finish" />
            </Button>
          )}
          {state === 'left' ? (
            <Button size="small" icon={RotateCcw} busy={isBusy} onClick={() => onChange('restore')}>
              <FormattedMessage id="front-desk.restore" />
            </Button>
          ) : (
            <Menu
              label={intl.formatMessage({ id: 'front-desk.more' }, { number })}
              trigger={
                <Button size="small" tone="plain">
                  <FormattedMessage id="front-desk.more-short" />
                </Button>
              }
            >
              <MenuItem icon={UserX} onAction={() => onChange('leave')}>
                {intl.formatMessage({ id: 'front-desk.leave' })}
              </MenuItem>
              <>
                {queues
                  .filter(({ id }) => id !== turn.queueId)
                  .map(({ id, name }) => (
                    <MenuItem key={id} icon={MoveRight} onAction={() => onChange('move', { queueId: id })}>
                      {intl.formatMessage({ id: 'front-desk.move' }, { name })}
                    </MenuItem>
                  ))}
              </>
            </Menu>
          )}
        </div>
      )}
    </ListRow>
  )
}

function Since({ turn: { state, takenAt, calledAt, servingAt, endedAt } }: { turn: Turn }) {
  const at = { waiting: takenAt, called: calledAt, serving: servingAt, left: endedAt, done: endedAt, moved: endedAt }
  return <Timestamp at={at[state] ?? takenAt} style="age" />
}
