/** Makes or changes a view: its name, its conditions, its order and who has it, with how many conversations fit before it is saved. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { isGroup } from '#engines/conditions/condition.ts'
import {
  faultOfConditions,
  ME,
  NONE,
  VIEW_CONDITIONS,
  VIEW_NAME_MAX_CHARS,
  VIEW_ORDERS,
  type Sharing,
  type ViewCondition,
  type ViewField,
  type ViewGroup,
  type ViewOrder,
} from '#engines/saved-view/saved-view.ts'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { Select, type Option } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import {
  ConditionGroup,
  conditionWords,
  describeConditionFault,
  nameAmong,
  valueName,
  valuesToChoose,
  yesOrNoName,
} from '../condition/index.ts'
import { describeSharing, viewLink, type Choices, type SavedView } from './saved-view.ts'
import styles from './saved-views.module.css'

/** Conditions that stand still for so long are counted, in milliseconds. */
const COUNT_AFTER_MS = 500

const FIELDS = Object.keys(VIEW_CONDITIONS.fields) as ViewField[]
const FIRST: ViewCondition = { field: 'language', when: 'now', operator: 'is', values: [] }
/** What is over is seldom what somebody looks for. */
const NEW: Draft = {
  name: '',
  when: { match: 'all', of: [{ field: 'state', when: 'now', operator: 'is', values: ['open'] }] },
  order: 'newest',
  sharing: { with: 'owner' },
}

type Id = FormatjsIntl.Message['ids']
type Draft = { name: string; when: ViewGroup; order: ViewOrder; sharing: Sharing }
type Props = { view: SavedView | undefined; mayShare: boolean; onClose: () => void }

export function SavedViewEditor(props: Props) {
  const choices = useQuery(api.savedView.choices.queryOptions())
  return (
    <PageWords parts={conditionWords}>
      <Dialog
        title={<FormattedMessage id={props.view ? 'saved-view.edit' : 'saved-view.new'} />}
        size="wide"
        onClose={props.onClose}
      >
        {choices.isPending && (
          <Skeleton>
            <SkeletonBar height="block" />
            <SkeletonBar height="block" />
          </Skeleton>
        )}
        {choices.isError && <Failed error={choices.error} onRetry={() => void choices.refetch()} />}
        {choices.data && <Form {...props} choices={choices.data} />}
      </Dialog>
    </PageWords>
  )
}

const controlOf = (field: string): string => `view-${field.replaceAll('.', '-')}`

function Form({ view, mayShare, choices, onClose }: Props & { choices: Choices }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [savedViewId] = useState(() => view?.id ?? crypto.randomUUID())
  // The contract holds what the engine judged when it was saved.
  const [draft, setDraft] = useState<Draft>(() => (view ? { ...view, when: view.when as ViewGroup } : NEW))
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const change = (over: Partial<Draft>) => setDraft({ ...draft, ...over })
  const errorAt = (field: string) => problems.find((problem) => problem.field === controlOf(field))?.message

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const { when, order, sharing } = draft
      const name = draft.name.trim()
      const saved = await client.savedView.save({
        savedViewId,
        version: view?.version ?? 0,
        name,
        when: when as SavedView['when'],
        order,
        sharing,
      })
      queries.setQueryData(api.savedView.list.queryKey(), saved)
      void queries.invalidateQueries({ queryKey: api.savedView.counts.key() })
      // What is on the screen is of the conditions of before.
      await queries.resetQueries({ queryKey: api.savedView.conversations.key() })
      showToast({ text: intl.formatMessage({ id: 'saved-view.saved' }, { name }) })
      onClose()
      if (!view) void navigate(viewLink(savedViewId))
    } catch (error) {
      const problem = problemOf(error)
      setProblems([{ ...fieldOf(problem.field), message: describeFault(intl, problem, draft.when) }])
      setAttempt(attempt + 1)
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
      <ErrorSummary title={intl.formatMessage({ id: 'desk.form.problem' })} problems={problems} attempt={attempt} />
      <TextField
        id={controlOf('name')}
        label={<FormattedMessage id="saved-view.name" />}
        maxLength={VIEW_NAME_MAX_CHARS}
        error={errorAt('name')}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <ConditionGroup<ViewField>
        asking={{
          table: VIEW_CONDITIONS,
          fields: FIELDS,
          optionsOf: (field) => optionsOf(intl, field, choices),
          first: FIRST,
          always: <FormattedMessage id="saved-view.always" />,
          controlOf,
          errorAt,
        }}
        path="when"
        legend={<FormattedMessage id="saved-view.conditions" />}
        group={draft.when}
        onChange={(when) => change({ when })}
      />
      <div className={styles.fields}>
        <Select<ViewOrder>
          id={controlOf('order')}
          label={<FormattedMessage id="saved-view.order" />}
          value={draft.order}
          options={VIEW_ORDERS.map((value) => ({
            value,
            label: intl.formatMessage({ id: `saved-view.order.${value}` }),
          }))}
          onChange={(order) => change({ order })}
        />
        {mayShare && (
          <Select
            id={controlOf('sharing')}
            label={<FormattedMessage id="saved-view.sharing" />}
            hint={<FormattedMessage id="saved-view.sharing.hint" />}
            error={errorAt('sharing')}
            value={keyOf(draft.sharing)}
            options={sharingsOf(choices, draft.sharing).map((sharing) => ({
              value: keyOf(sharing),
              label: describeSharing(intl, sharing, choices),
            }))}
            onChange={(key) => {
              const sharing = sharingsOf(choices, draft.sharing).find((one) => keyOf(one) === key)
              if (sharing) change({ sharing })
            }}
          />
        )}
      </div>
      <Fits when={draft.when} choices={choices} />
      <Button type="submit" tone="primary" busy={busy}>
        <FormattedMessage id="saved-view.save" />
      </Button>
    </form>
  )
}

/** What a view may be shared with is chosen in one list, so a fault of its parts is a fault of it. */
const fieldOf = (field: string | undefined): Pick<FormProblem, 'field'> =>
  field === undefined ? {} : { field: controlOf(field.startsWith('sharing') ? 'sharing' : field) }

/** With the field that it is about, where that has a name: of several alike the first is known by it. */
function describeFault(intl: IntlShape, problem: ReturnType<typeof problemOf>, when: ViewGroup): string {
  const reason = problem.code === 'NOT_ALLOWED' ? problem.code : problem.detail?.reason
  const id = `saved-view.fault.${String(reason)}` as Id
  const fault =
    describeConditionFault(intl, reason) ??
    (id in intl.messages ? intl.formatMessage({ id }) : describeProblem(intl, problem))
  const field = problem.field === undefined ? undefined : nameOfField(intl, problem.field, when)
  return field ? intl.formatMessage({ id: 'saved-view.fault.in' }, { field, fault }) : fault
}

/** @param path as the server names it, such as `when.of.1.of.0.values`. */
function nameOfField(intl: IntlShape, path: string, when: ViewGroup): string | undefined {
  if (path === 'name') return intl.formatMessage({ id: 'saved-view.name' })
  if (path.startsWith('sharing')) return intl.formatMessage({ id: 'saved-view.sharing' })
  let node: ViewGroup | ViewCondition | undefined = when
  for (const at of path.matchAll(/\d+/g)) if (node && isGroup(node)) node = node.of[Number(at[0])]
  return node && !isGroup(node) ? intl.formatMessage({ id: `condition.field.${node.field}` as Id }) : undefined
}

const keyOf = (sharing: Sharing): string =>
  sharing.with === 'queue' ? sharing.queueId : sharing.with === 'site' ? sharing.siteId : sharing.with

/** What it is shared with now stays a choice, also when that is out of use. */
function sharingsOf({ queues, sites }: Choices, now: Sharing): Sharing[] {
  const all: Sharing[] = [
    { with: 'owner' },
    { with: 'organization' },
    ...queues.map(({ id }) => ({ with: 'queue', queueId: id }) as const),
    ...sites.map(({ id }) => ({ with: 'site', siteId: id }) as const),
  ]
  return all.some((one) => keyOf(one) === keyOf(now)) ? all : [...all, now]
}

function optionsOf(intl: IntlShape, field: ViewField, choices: Choices): Option[] | undefined {
  const ids = (list: Choices['queues']) => list.map(({ id }) => id)
  const values =
    field === 'assignee'
      ? [ME, NONE, ...ids(choices.staff)]
      : field === 'queue'
        ? [NONE, ...ids(choices.queues), ...ids(choices.retiredQueues)]
        : field === 'site'
          ? ids(choices.sites)
          : valuesToChoose(field, VIEW_CONDITIONS.fields[field])
  return values?.map((value) => ({ value, label: nameOf(intl, field, value, choices) }))
}

function nameOf(intl: IntlShape, field: ViewField, value: string, choices: Choices): string {
  if (VIEW_CONDITIONS.fields[field].kind === 'yes-no') return yesOrNoName(intl, value)
  if (field === 'queue' && value === NONE) return intl.formatMessage({ id: 'saved-view.no-queue' })
  if (field === 'waiting-on') return intl.formatMessage({ id: `desk.waiting-on.${value}` as Id })
  if (field === 'assignee')
    return value === ME || value === NONE
      ? intl.formatMessage({ id: value === ME ? 'saved-view.me' : 'saved-view.nobody' })
      : nameAmong(intl, choices.staff, value)
  return valueName(intl, field, value, choices) ?? value
}

/** How many conversations fit now; what is not whole yet is not asked. */
function Fits({ when, choices }: { when: ViewGroup; choices: Choices }) {
  const intl = useIntl()
  const settled = useSettled(when)
  const ids = (list: Choices['queues']) => list.map(({ id }) => id)
  const isWhole = !faultOfConditions(settled, {
    queueIds: ids([...choices.queues, ...choices.retiredQueues]),
    siteIds: ids(choices.sites),
    staffIds: ids(choices.staff),
  })
  const preview = useQuery(
    api.savedView.preview.queryOptions({
      input: { when: settled as SavedView['when'] },
      enabled: isWhole,
      staleTime: 0,
      gcTime: 0,
    }),
  )
  const words = () => {
    if (settled !== when) return intl.formatMessage({ id: 'saved-view.fits.counting' })
    if (!isWhole) return intl.formatMessage({ id: 'saved-view.fits.open' })
    if (preview.isError) return intl.formatMessage({ id: 'saved-view.fits.failed' })
    if (!preview.data) return intl.formatMessage({ id: 'saved-view.fits.counting' })
    const { count } = preview.data
    if (!count) return intl.formatMessage({ id: 'saved-view.fits.slow' })
    return intl.formatMessage({ id: count.isMore ? 'saved-view.fits.more' : 'saved-view.fits' }, { count: count.count })
  }
  return (
    <p role="status" className={styles.fits}>
      {words()}
    </p>
  )
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), COUNT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
