/** Below the list while rows are chosen: how many, and what can be done with all of them at once (desk-D20). */
import { useQuery } from '@tanstack/react-query'
import { CheckCheck, Ellipsis, Hourglass, Moon, Tag, UserPlus, UserRoundCheck, X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import type { ConversationRow } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { AssignDialog, SnoozeDialog, TagDialog, WaitDialog } from '../conversation/conversation-dialogs.tsx'
import choices from '../conversation/conversation-dialogs.module.css'
import styles from './bulk-change.module.css'
import { BulkDialog } from './bulk-dialog.tsx'
import type { BulkChange } from './run.ts'
import { bulkWords } from './words.ts'

type BulkBarProps = {
  rows: readonly ConversationRow[]
  shown: number
  myId: string
  onAll: () => void
  onClear: () => void
  /** Something was changed: the list is fetched again. */
  onDone: () => void
}

export function BulkBar(props: BulkBarProps) {
  return (
    <PageWords parts={bulkWords}>
      <Bar {...props} />
    </PageWords>
  )
}

type Wish = { name: string; change: BulkChange }

function Bar({ rows, shown, myId, onAll, onClear, onDone }: BulkBarProps) {
  const intl = useIntl()
  const [asking, setAsking] = useState<'wait' | 'snooze' | 'assign' | 'tags' | 'queue' | null>(null)
  const [wish, setWish] = useState<Wish | null>(null)
  const close = () => setAsking(null)
  const say = (id: FormatjsIntl.Message['ids'], values?: Record<string, string>) => intl.formatMessage({ id }, values)
  const wait = (what: BulkChange, name: string) => {
    close()
    setWish({ name, change: what })
  }
  const setState = (state: 'resolved' | 'spam' | 'open') =>
    wait({ do: 'state', to: { state } }, say(`bulk.do.${state}`))
  const tags = [...new Set(rows.flatMap((row) => row.tags))].sort()
  return (
    <section className={styles.bar} aria-label={say('bulk.bar')}>
      <div className={styles.head}>
        <strong role="status">
          <FormattedMessage id="bulk.chosen" values={{ count: rows.length }} />
        </strong>
        {rows.length < shown && (
          <Button size="small" tone="plain" onClick={onAll}>
            <FormattedMessage id="bulk.all-shown" values={{ count: shown }} />
          </Button>
        )}
        <IconButton icon={X} size="small" aria-label={say('bulk.clear')} onClick={onClear} />
      </div>
      <div className={styles.actions} role="toolbar" aria-label={say('bulk.bar')}>
        <Button size="small" icon={CheckCheck} onClick={() => setState('resolved')}>
          <FormattedMessage id="desk.action.resolve" />
        </Button>
        <IconButton
          icon={UserRoundCheck}
          size="small"
          aria-label={say('desk.action.take')}
          onClick={() => wait({ do: 'assign', staffId: myId }, say('bulk.do.take'))}
        />
        <IconButton
          icon={UserPlus}
          size="small"
          aria-label={say('desk.action.assign')}
          onClick={() => setAsking('assign')}
        />
        <IconButton
          icon={Hourglass}
          size="small"
          aria-label={say('desk.action.wait')}
          onClick={() => setAsking('wait')}
        />
        <IconButton
          icon={Moon}
          size="small"
          aria-label={say('desk.action.snooze')}
          onClick={() => setAsking('snooze')}
        />
        <IconButton icon={Tag} size="small" aria-label={say('desk.action.tag')} onClick={() => setAsking('tags')} />
        <Menu
          label={say('desk.more-actions')}
          placement="top end"
          trigger={<IconButton icon={Ellipsis} size="small" aria-label={say('desk.more-actions')} />}
        >
          <MenuItem onAction={() => setAsking('queue')}>{say('bulk.queue')}</MenuItem>
          <MenuItem onAction={() => setState('open')}>{say('desk.action.reopen')}</MenuItem>
          <MenuItem danger onAction={() => setState('spam')}>
            {say('desk.spam')}
          </MenuItem>
        </Menu>
      </div>
      {asking === 'wait' && (
        <WaitDialog
          onClose={close}
          onWait={(waitingOn) =>
            wait({ do: 'state', to: { state: 'waiting', waitingOn } }, say(`desk.waiting-on.${waitingOn}`))
          }
        />
      )}
      {asking === 'snooze' && (
        <SnoozeDialog
          onClose={close}
          onSnooze={(until) => wait({ do: 'state', to: { state: 'snoozed', ...until } }, say('bulk.do.snoozed'))}
        />
      )}
      {asking === 'assign' && (
        <AssignDialog
          mayRelease={rows.some(({ assignee }) => assignee !== null)}
          onClose={close}
          onAssign={(staffId, name) =>
            wait({ do: 'assign', staffId }, name ? say('bulk.do.assign', { name }) : say('bulk.do.release'))
          }
        />
      )}
      {asking === 'tags' && (
        <TagDialog
          tags={tags}
          onClose={close}
          onTag={({ add, remove }) =>
            wait(
              { do: 'tags', add, remove },
              add[0] ? say('bulk.do.tag', { tag: add[0] }) : say('bulk.do.untag', { tag: remove[0] ?? '' }),
            )
          }
        />
      )}
      {asking === 'queue' && (
        <QueueDialog
          onClose={close}
          onChoose={(queueId, name) => wait({ do: 'queue', queueId }, say('bulk.do.queue', { name }))}
        />
      )}
      {wish && <BulkDialog {...wish} rows={rows} onDone={onDone} onClose={() => setWish(null)} />}
    </section>
  )
}

function QueueDialog({ onChoose, onClose }: { onChoose: (id: string, name: string) => void; onClose: () => void }) {
  const organization = useQuery(api.organization.get.queryOptions())
  return (
    <Dialog title={<FormattedMessage id="bulk.queue" />} size="small" onClose={onClose}>
      <ul className={choices.choices}>
        {(organization.data?.queues ?? []).map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={choices.choice} onClick={() => onChoose(id, name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
