/** What the desk does by itself: the rules in their order, with what they did. Administrators change them, supervisors read (desk-D68). */
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, Workflow } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { TRIGGERS, type Mode, type TriggerKind } from '#engines/rules/rule.ts'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { describeRule } from './rule-words.ts'
import { definitionOf, useRuleChange, type Choices, type Rule, type Rules } from './rule.ts'
import groupStyles from '../../ui/field-group.module.css'
import styles from './rule.module.css'
import { WebhooksCard } from './webhooks-card.tsx'

type Opened = { what: 'editor' | 'dialog'; ruleId: string | null } | null

export function RulesPage({ mayChange }: { mayChange: boolean }) {
  const intl = useIntl()
  const rules = useQuery(api.rule.list.queryOptions())
  const choices = useQuery(api.rule.choices.queryOptions())
  const [opened, setOpened] = useState<Opened>(null)
  const items = rules.data?.items ?? []
  const rule = items.find(({ id }) => id === opened?.ruleId)
  const failed = rules.isError ? rules : choices.isError ? choices : undefined
  const close = () => setOpened(null)
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.rules' })}
      lead={<FormattedMessage id="rules.lead" />}
      actions={
        mayChange && (
          <Button tone="primary" icon={Plus} onClick={() => setOpened({ what: 'editor', ruleId: null })}>
            <FormattedMessage id="rules.new" />
          </Button>
        )
      }
    >
      {(rules.isPending || choices.isPending) && !failed && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {failed && <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
      {rules.data && choices.data && items.length === 0 && (
        <EmptyState icon={Workflow} title={<FormattedMessage id="rules.empty" />}>
          <FormattedMessage id="rules.empty-text" />
        </EmptyState>
      )}
      {rules.data && choices.data && items.length > 0 && (
        <RuleList
          rules={items}
          choices={choices.data}
          mayChange={mayChange}
          onOpen={(what, ruleId) => setOpened({ what, ruleId })}
        />
      )}
      {rules.data && items.length > 1 && <Modes rules={rules.data} mayChange={mayChange} />}
      {mayChange && rules.data && <WebhooksCard />}
      {opened?.what === 'editor' && choices.data && (
        <RuleEditor
          rule={rule}
          choices={choices.data}
          onSaved={(ruleId) => setOpened({ what: 'dialog', ruleId })}
          onClose={close}
        />
      )}
      {opened?.what === 'dialog' && rule && choices.data && (
        <RuleDialog rule={rule} choices={choices.data} mayChange={mayChange} onClose={close} />
      )}
    </Page>
  )
}

type ListProps = {
  rules: Rule[]
  choices: Choices
  mayChange: boolean
  onOpen: (what: 'editor' | 'dialog', ruleId: string) => void
}

function RuleList({ rules, choices, mayChange, onOpen }: ListProps) {
  const intl = useIntl()
  const change = useRuleChange()
  const [told, setTold] = useState('')
  const move = async (at: number, by: -1 | 1) => {
    const ids = rules.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved === undefined) return
    ids.splice(at + by, 0, moved)
    const name = rules[at]?.newest.definition.name ?? ''
    if (await change(() => client.rule.reorder({ ruleIds: ids })))
      setTold(intl.formatMessage({ id: 'rules.moved' }, { name, place: at + by + 1 }))
  }
  return (
    <>
      <List framed aria-label={intl.formatMessage({ id: 'desk.page.rules' })}>
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            choices={choices}
            mayChange={mayChange}
            onMove={(by) => void move(at, by)}
            isFirst={at === 0}
            isLast={at === rules.length - 1}
            onOpen={(what) => onOpen(what, rule.id)}
          />
        ))}
      </List>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </>
  )
}

const TONES: Record<Rule['newest']['state'], BadgeTone> = { draft: 'neutral', simulated: 'brand', live: 'done', off: 'waiting' } // prettier-ignore

type RowProps = {
  rule: Rule
  choices: Choices
  mayChange: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onOpen: (what: 'editor' | 'dialog') => void
}

function RuleRow({ rule, choices, mayChange, isFirst, isLast, onMove, onOpen }: RowProps) {
  const intl = useIntl()
  const change = useRuleChange()
  const shown = rule.live ?? rule.newest
  const { name } = shown.definition
  return (
    <ListRow className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.name}>{name}</h2>
        <p>{describeRule(intl, definitionOf(shown), choices)}</p>
        <Row>
          <Badge tone={TONES[shown.state]}>
            <FormattedMessage id={`rules.state.${shown.state}`} />
          </Badge>
          {rule.live && rule.newest.version > rule.live.version && (
            <Badge tone="note">
              <FormattedMessage id="rules.newer" values={{ version: rule.newest.version }} />
            </Badge>
          )}
          <span className={styles.fact}>
            <FormattedMessage id="rules.runs" values={{ count: rule.runs }} />
            {rule.lastRunAt && (
              <>
                {' · '}
                <FormattedMessage id="rules.last" values={{ age: <Timestamp at={rule.lastRunAt} style="age" /> }} />
              </>
            )}
          </span>
        </Row>
        {rule.offReason === 'over-budget' && !rule.live && (
          <Banner tone="warning" announce="never">
            <FormattedMessage id="rules.over-budget" />
          </Banner>
        )}
        {rule.macroState !== null && rule.macroState !== 'current' && (
          <Banner tone={rule.macroState === 'newer' ? 'info' : 'warning'} announce="never">
            <FormattedMessage id={`rules.macro.${rule.macroState}`} />
          </Banner>
        )}
      </div>
      <Row>
        {mayChange && (
          <>
            <IconButton
              icon={ArrowUp}
              size="small"
              disabled={isFirst}
              aria-label={intl.formatMessage({ id: 'rules.up' }, { name })}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon={ArrowDown}
              size="small"
              disabled={isLast}
              aria-label={intl.formatMessage({ id: 'rules.down' }, { name })}
              onClick={() => onMove(1)}
            />
            <Button size="small" onClick={() => onOpen('editor')}>
              <FormattedMessage id="rules.edit" />
            </Button>
          </>
        )}
        <Button size="small" onClick={() => onOpen('dialog')}>
          <FormattedMessage id={mayChange ? 'rules.open' : 'rules.did'} />
        </Button>
        {mayChange && rule.live && (
          <Button
            size="small"
            tone="plain"
            onClick={() =>
              void change(
                () => client.rule.switchOff({ ruleId: rule.id }),
                intl.formatMessage({ id: 'rules.switched-off' }),
              )
            }
          >
            <FormattedMessage id="rules.off" />
          </Button>
        )}
      </Row>
    </ListRow>
  )
}

/** Of the triggers that have more than one rule. */
function Modes({ rules, mayChange }: { rules: Rules; mayChange: boolean }) {
  const intl = useIntl()
  const change = useRuleChange()
  const count = (trigger: TriggerKind) =>
    rules.items.filter(({ live, newest }) => (live ?? newest).definition.trigger.kind === trigger).length
  const shared = TRIGGERS.filter((trigger) => count(trigger) > 1)
  if (shared.length === 0) return null
  return (
    <Card title={<FormattedMessage id="rules.mode.title" />}>
      <div className={groupStyles.fields}>
        {shared.map((trigger) => (
          <Select<Mode>
            key={trigger}
            id={`mode-${trigger}`}
            label={<FormattedMessage id={`rules.trigger.${trigger}`} />}
            value={rules.modes[trigger] ?? 'all'}
            disabled={!mayChange}
            options={(['all', 'first'] as const).map((mode) => ({
              value: mode,
              label: intl.formatMessage({ id: `rules.mode.${mode}` }),
            }))}
            onChange={(mode) => void change(() => client.rule.setMode({ trigger, mode }))}
          />
        ))}
      </div>
    </Card>
  )
}
