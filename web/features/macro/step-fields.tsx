/** The steps of a macro in their order, each with what it needs to know. */
import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { kindOf, NOTE_READERS } from '#engines/macro/macro.ts'
import { api } from '../../api/client.ts'
import { IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { WAITING_ON } from '../conversation/conversation-dialogs.tsx'
import { describeStep } from './describe-step.ts'
import styles from './macros-page.module.css'
import type { MacroStep } from './use-macro-list.ts'

type Person = { value: string; label: string }
type StepFieldsProps = {
  steps: MacroStep[]
  people: readonly Person[]
  error: string | undefined
  onChange: (steps: MacroStep[]) => void
}

/** A new step of each kind, in the order in which they are offered. */
const NEW_STEPS: readonly MacroStep[] = [
  { do: 'text' },
  { do: 'tags', add: [], remove: [] },
  { do: 'queue', queueId: '' },
  { do: 'take' },
  { do: 'assign', staffId: null },
  { do: 'wait', on: 'patient' },
  { do: 'snooze', hours: 24 },
  { do: 'resolve' },
  { do: 'note', text: '', readers: ['service'] },
]

export function StepFields({ steps, people, error, onChange }: StepFieldsProps) {
  const intl = useIntl()
  const organization = useQuery(api.organization.get.queryOptions())
  const queues = organization.data?.queues ?? []
  const nameOf = (step: MacroStep) =>
    step.do === 'queue'
      ? ([...queues, ...(organization.data?.retiredQueues ?? [])].find(({ id }) => id === step.queueId)?.name ?? null)
      : step.do === 'assign'
        ? (people.find(({ value }) => value === step.staffId)?.label ?? null)
        : null
  // Two of one kind would contradict each other.
  const offered = NEW_STEPS.filter((step) => !steps.some((one) => kindOf(one) === kindOf(step)))
  const put = (place: number, step: MacroStep) => onChange(steps.map((one, at) => (at === place ? step : one)))
  const swap = (place: number, other: number) =>
    onChange(steps.map((one, at) => (at === place ? steps[other]! : at === other ? steps[place]! : one)))
  return (
    <Card title={<FormattedMessage id="macro.edit.steps" />}>
      <ol className={styles.steps} id="macro-steps" tabIndex={-1}>
        {steps.map((step, place) => (
          <li key={step.do}>
            <div className={styles.step}>
              <div className={styles.head}>
                <strong>
                  {describeStep(intl, step, nameOf(step)) || intl.formatMessage({ id: 'desk.action.tag' })}
                </strong>
                <span>
                  <IconButton
                    icon={ArrowUp}
                    size="small"
                    disabled={place === 0}
                    aria-label={intl.formatMessage({ id: 'macro.edit.up' })}
                    onClick={() => swap(place, place - 1)}
                  />
                  <IconButton
                    icon={ArrowDown}
                    size="small"
                    disabled={place === steps.length - 1}
                    aria-label={intl.formatMessage({ id: 'macro.edit.down' })}
                    onClick={() => swap(place, place + 1)}
                  />
                  <IconButton
                    icon={Trash2}
                    size="small"
                    aria-label={intl.formatMessage({ id: 'macro.edit.remove' })}
                    onClick={() => onChange(steps.filter((_, at) => at !== place))}
                  />
                </span>
              </div>
              <OneStep step={step} people={people} queues={queues} onChange={(next) => put(place, next)} />
            </div>
          </li>
        ))}
      </ol>
      {error && <p role="alert">{error}</p>}
      <div className={styles.add}>
        <Select
          id="macro-add-step"
          label={intl.formatMessage({ id: 'macro.edit.add-step' })}
          value=""
          onChange={(kind) => {
            const step = NEW_STEPS.find((one) => one.do === kind)
            if (step) onChange([...steps, step.do === 'queue' ? { ...step, queueId: queues[0]?.id ?? '' } : step])
          }}
          options={[
            { value: '', label: intl.formatMessage({ id: 'macro.edit.add-step-none' }) },
            ...offered.map((step) => ({
              value: step.do,
              label: describeStep(intl, step, '…') || intl.formatMessage({ id: 'desk.action.tag' }),
            })),
          ]}
        />
      </div>
    </Card>
  )
}

type OneStepProps = {
  step: MacroStep
  people: readonly Person[]
  queues: readonly { id: string; name: string }[]
  onChange: (step: MacroStep) => void
}

function OneStep({ step, people, queues, onChange }: OneStepProps) {
  const intl = useIntl()
  switch (step.do) {
    case 'tags':
      return (
        <div className={styles.pair}>
          <TagsField
            id="macro-add-tags"
            label={intl.formatMessage({ id: 'macro.edit.add-tags' })}
            tags={step.add}
            onChange={(add) => onChange({ ...step, add })}
          />
          <TagsField
            id="macro-remove-tags"
            label={intl.formatMessage({ id: 'macro.edit.remove-tags' })}
            tags={step.remove}
            onChange={(remove) => onChange({ ...step, remove })}
          />
        </div>
      )
    case 'queue':
      return (
        <Select
          id="macro-queue"
          label={intl.formatMessage({ id: 'macro.edit.queue' })}
          value={step.queueId}
          onChange={(queueId) => onChange({ ...step, queueId })}
          options={queues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )
    case 'assign':
      return (
        <Select
          id="macro-assignee"
          label={intl.formatMessage({ id: 'macro.edit.assignee' })}
          value={step.staffId ?? ''}
          onChange={(staffId) => onChange({ ...step, staffId: staffId || null })}
          options={[{ value: '', label: intl.formatMessage({ id: 'macro.edit.nobody' }) }, ...people]}
        />
      )
    case 'wait':
      return (
        <Select
          id="macro-wait"
          label={intl.formatMessage({ id: 'macro.edit.wait' })}
          value={step.on}
          onChange={(on) => onChange({ ...step, on })}
          options={WAITING_ON.map((value) => ({
            value,
            label: intl.formatMessage({ id: `desk.waiting-on.${value}` }),
          }))}
        />
      )
    case 'snooze':
      return (
        <TextField
          id="macro-hours"
          type="number"
          min={1}
          max={8_760}
          required
          label={intl.formatMessage({ id: 'macro.edit.hours' })}
          value={step.hours}
          onChange={(change) => onChange({ ...step, hours: Math.max(1, Math.round(Number(change.target.value))) })}
        />
      )
    case 'note':
      return (
        <>
          <TextArea
            id="macro-note"
            required
            maxLength={10_000}
            label={intl.formatMessage({ id: 'macro.edit.note' })}
            value={step.text}
            onChange={(change) => onChange({ ...step, text: change.target.value })}
          />
          <fieldset className={styles.add}>
            <legend>
              <FormattedMessage id="macro.edit.readers" />
            </legend>
            {NOTE_READERS.map((reader) => (
              <Checkbox
                key={reader}
                id={`macro-reader-${reader}`}
                checked={step.readers.includes(reader)}
                label={<FormattedMessage id={`desk.reader.${reader}`} />}
                onChange={(change) => {
                  const readers = NOTE_READERS.filter((one) =>
                    one === reader ? change.target.checked : step.readers.includes(one),
                  )
                  if (readers.length > 0) onChange({ ...step, readers })
                }}
              />
            ))}
          </fieldset>
        </>
      )
    default:
      return null
  }
}

type TagsFieldProps = { id: string; label: string; tags: string[]; onChange: (tags: string[]) => void }

/** Tags with commas between; read when the field is left, so that a comma can be typed. */
const TagsField = ({ id, label, tags, onChange }: TagsFieldProps) => (
  <TextField
    id={id}
    label={label}
    defaultValue={tags.join(', ')}
    onBlur={(left) =>
      onChange(
        [
          ...new Set(
            left.target.value
              .split(',')
              .map((tag) => tag.trim().slice(0, 40))
              .filter(Boolean),
          ),
        ].slice(0, 20),
      )
    }
  />
)
