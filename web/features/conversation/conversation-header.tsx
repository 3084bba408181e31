/** Who and what this conversation is, and what can be done with it. */
import { ArrowLeft, Ellipsis, Lock } from 'lucide-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ActionButton } from '../../actions/action-button.tsx'
import { actionOf, type ActionId } from '../../actions/actions.ts'
import { useAction, useActions } from '../../actions/registry.tsx'
import type { Attendance } from '../../api/realtime.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useDocumentTitle } from '../../ui/page.tsx'
import { IdentityBadge, LanguageBadge, StateBadge, UrgencyBadge } from './badges.tsx'
import {
  AssignDialog,
  ChangedMeanwhile,
  loadDialogs,
  SnoozeDialog,
  TagDialog,
  UrgencyDialog,
  WaitDialog,
} from './lazy-dialogs.ts'
import styles from './conversation-header.module.css'
import { PresenceLine } from './presence-line.tsx'
import { senderNameOf } from './sender-name.ts'
import { useConversationActions } from './use-conversation-actions.ts'
import { useRouting } from './use-routing.ts'

type ConversationHeaderProps = {
  conversation: ConversationDetail
  view: string
  me: { id: string; name: string; role: string }
  present: Attendance
  /** Ways to places of the timeline that there are. */
  places: ActionId[]
  personShown: boolean
  onPerson: () => void
}

const AssistantLine = laterPart(async () => (await import('../assistant/assistant-line.tsx')).AssistantLine)
const WhyLine = laterPart(async () => (await import('./why-line.tsx')).WhyLine)
const InviteDialog = laterPart(async () => (await import('../visit-room/at-desk.ts')).InviteDialog)
const MovingDialog = lazy(() => import('./moving-dialog.tsx').then((one) => ({ default: one.MovingDialog })))

type Asking =
  | 'call-back'
  | 'video'
  | 'queue'
  | 'labels'
  | 'snooze'
  | 'wait'
  | 'assign'
  | 'urgency'
  | 'tag'
  | 'merge'
  | 'split'
  | null

export function ConversationHeader({
  conversation,
  view,
  me,
  present,
  places,
  personShown,
  onPerson,
}: ConversationHeaderProps) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { run, keysOf } = useActions()
  const [asking, setAsking] = useState<Asking>(null)
  /** As it stood when the question opened: what is written meanwhile was not weighed in the answer. */
  const [read, setRead] = useState(conversation)
  const ask = (next: Asking) => {
    setRead(conversation)
    setAsking(next)
  }
  const act = useConversationActions(conversation)
  useEffect(() => void loadDialogs(), [])
  const close = () => setAsking(null)
  const isLive = ['open', 'waiting', 'snoozed'].includes(conversation.state)
  const name = senderNameOf(conversation) || intl.formatMessage({ id: 'desk.unknown-sender' })
  // Titles stay in the history of the browser: no name stands there (trust-D39).
  useDocumentTitle(conversation.number)

  const isMerged = conversation.state === 'merged'
  const mayMove = !isMerged && conversation.state !== 'closed'
  const decision = useRouting(conversation.id)
  const take = () => act.assign(me.id, me.name)
  const mayTake = !isMerged && (conversation.assignee?.id !== me.id || decision?.offer?.staffId === me.id)
  useAction('take', mayTake && take)
  useAction('assign', !isMerged && (() => ask('assign')))
  useAction('snooze', isLive && (() => ask('snooze')))
  useAction('wait', isLive && (() => ask('wait')))
  useAction('resolve', isLive && (() => act.setState({ state: 'resolved' })))
  useAction('reopen', conversation.state !== 'open' && mayMove && (() => act.setState({ state: 'open' })))
  useAction('tag', !isMerged && (() => ask('tag')))
  useAction('urgency', !isMerged && (() => ask('urgency')))
  useAction('queue', mayMove && (() => ask('queue')))
  const mayLabel = mayMove && conversation.labelsToSet.length > 0
  useAction('labels', mayLabel && (() => ask('labels')))
  useAction('call-back', mayMove && (() => ask('call-back')))
  useAction('video', mayMove && conversation.patient && (() => ask('video')))
  useAction('merge', mayMove && (() => ask('merge')))
  useAction('split', mayMove && conversation.lastSeq > 1 && (() => ask('split')))
  useAction('person', onPerson)

  const inMenu: ActionId[] = [
    ...(isMerged ? [] : (['assign', 'tag', 'urgency'] as const)),
    ...(conversation.state === 'open' || !mayMove ? [] : (['reopen'] as const)),
    ...(mayMove && conversation.patient ? (['video'] as const) : []),
    ...(mayMove ? (['call-back', 'queue', 'merge'] as const) : []),
    ...(mayLabel ? (['labels'] as const) : []),
    ...(mayMove && conversation.lastSeq > 1 ? (['split'] as const) : []),
  ]
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <IconButton
          icon={ArrowLeft}
          className={styles.back}
          aria-label={intl.formatMessage({ id: 'desk.back-to-list' })}
          onClick={() =>
            void navigate({
              to: '/inbox/$view',
              params: { view },
              search: (before: object) => before,
              state: true,
            } as never)
          }
        />
        <div className={styles.title}>
          <h1 tabIndex={-1} id="conversation-title">
            {name}
          </h1>
          <p className={styles.subject}>{conversation.subject || <FormattedMessage id="desk.no-subject" />}</p>
        </div>
        <div
          className={styles.actions}
          role="toolbar"
          aria-label={intl.formatMessage({ id: 'desk.action-group.conversation' })}
        >
          {mayTake && <ActionButton action="take" size="small" />}
          {isLive ? (
            <>
              <ActionButton action="snooze" size="small" iconOnly />
              <ActionButton action="wait" size="small" iconOnly />
              <ActionButton action="resolve" size="small" />
            </>
          ) : (
            mayMove && <ActionButton action="reopen" size="small" />
          )}
          <Menu
            label={intl.formatMessage({ id: 'desk.more-actions' })}
            placement="bottom end"
            trigger={
              <IconButton icon={Ellipsis} size="small" aria-label={intl.formatMessage({ id: 'desk.more-actions' })} />
            }
          >
            {inMenu.map((action) => (
              <MenuItem key={action} icon={actionOf(action).icon} keys={keysOf(action)} onAction={() => run(action)}>
                {intl.formatMessage({ id: `desk.action.${action}` })}
              </MenuItem>
            ))}
            <MenuSeparator />
            {places.map((action) => (
              <MenuItem key={action} icon={actionOf(action).icon} keys={keysOf(action)} onAction={() => run(action)}>
                {intl.formatMessage({ id: `desk.action.${action}` })}
              </MenuItem>
            ))}
            {places.length > 0 && <MenuSeparator />}
            <MenuItem danger onAction={() => act.setState({ state: 'spam' })} disabled={!isLive}>
              {intl.formatMessage({ id: 'desk.spam' })}
            </MenuItem>
          </Menu>
          <ActionButton action="person" size="small" iconOnly pressed={personShown} />
        </div>
      </div>
      <div className={styles.facts}>
        {conversation.urgency !== 'routine' && <UrgencyBadge urgency={conversation.urgency} />}
        <StateBadge conversation={conversation} />
        {conversation.labels.length > 0 && (
          <Badge icon={Lock}>
            <FormattedMessage id="desk.labelled" />
          </Badge>
        )}
        <IdentityBadge level={conversation.identityLevel} />
        {conversation.language.slice(0, 2) !== intl.locale.slice(0, 2) && (
          <LanguageBadge language={conversation.language} />
        )}
        <span className={styles.fact}>
          {conversation.assignee ? (
            <FormattedMessage
              id={
                decision?.offer
                  ? 'desk.routing.offered-to'
                  : conversation.assignee.id === me.id
                    ? 'desk.assigned-to-me'
                    : 'desk.assigned-to'
              }
              values={{ name: conversation.assignee.name }}
            />
          ) : (
            <FormattedMessage id="desk.assigned-to-nobody" />
          )}
        </span>
        {conversation.siteName && <span className={styles.fact}>{conversation.siteName}</span>}
        {conversation.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        <PresenceLine present={present} />
      </div>
      {decision && <WhyLine {...{ decision, me }} conversationId={conversation.id} />}
      {/portal|widget|sms/.test(conversation.channel) && <AssistantLine conversation={conversation} />}
      <Suspense>
        {asking === 'snooze' && (
          <SnoozeDialog onClose={close} onSnooze={(until) => act.setState({ state: 'snoozed', ...until }, read)} />
        )}
        {asking === 'wait' && (
          <WaitDialog onClose={close} onWait={(waitingOn) => act.setState({ state: 'waiting', waitingOn }, read)} />
        )}
        {asking === 'assign' && (
          <AssignDialog mayRelease={conversation.assignee !== null} onClose={close} onAssign={act.assign} />
        )}
        {asking === 'urgency' && (
          <UrgencyDialog
            current={conversation.urgency}
            mayLower={me.role === 'nurse' || me.role === 'clinician'}
            onClose={close}
            onSet={(urgency, reason) => act.setUrgency({ urgency, reason }, read)}
          />
        )}
        {asking === 'tag' && <TagDialog tags={conversation.tags} onClose={close} onTag={act.tag} />}
        {(asking === 'call-back' ||
          asking === 'queue' ||
          asking === 'labels' ||
          asking === 'merge' ||
          asking === 'split') && (
          <MovingDialog
            what={asking}
            conversation={conversation}
            onMove={act.moveToQueue}
            onLabel={act.setLabels}
            onClose={close}
          />
        )}
      </Suspense>
      {act.conflict && <ChangedMeanwhile conflict={act.conflict} onClose={act.closeConflict} />}
      {asking === 'video' && <InviteDialog conversation={conversation} onClose={close} />}
    </header>
  )
}
