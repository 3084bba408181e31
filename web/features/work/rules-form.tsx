/** Weights, points, offer times and limits of routing, as numbers with their names. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './work.module.css'

type Settings = Awaited<ReturnType<typeof client.workload.settings>>

const FIELDS = {
  weights: ['continuity', 'nativeLanguage', 'freeLoad', 'skillFit', 'idleTime'],
  points: ['call', 'video', 'live-chat', 'front-desk', 'async'],
  offerSeconds: ['stat', 'live', 'other'],
  limits: ['distressFactor', 'occupancyCapPercent', 'occupancyMin', 'shiftEndHalvesMin', 'shiftEndNoLiveMin', 'recoveryMin', 'idleFullMin', 'returnMax', 'returnMin'], // prettier-ignore
} as const
type Group = keyof typeof FIELDS
const GROUPS = Object.keys(FIELDS) as Group[]

type RulesFormProps = { settings: Settings; mayChange: boolean; onSaved: () => void }

export function RulesForm({ settings, mayChange, onSaved }: RulesFormProps) {
  const intl = useIntl()
  const [values, setValues] = useState(() => textsOf(settings))
  const [wrong, setWrong] = useState<{ field: string | undefined; words: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong(null)
    try {
      await client.workload.saveSettings({ ...settings, policy: policyOf(values) })
      showToast({ text: intl.formatMessage({ id: 'work.saved' }) })
      onSaved()
    } catch (error) {
      const problem = problemOf(error)
      setWrong({ field: problem.field?.replace('policy.', ''), words: describeProblem(intl, problem) })
    } finally {
      setBusy(false)
    }
  }
  const fieldOf = (group: Group, name: string) => (group === 'limits' ? name : `${group}.${name}`)
  const isPlaced = GROUPS.some((group) => FIELDS[group].some((name) => fieldOf(group, name) === wrong?.field))
  return (
    <Card title={<FormattedMessage id="work.rules" />}>
      {!mayChange && (
        <p className={styles.fact}>
          <FormattedMessage id="work.rules-for" />
        </p>
      )}
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        {wrong && !isPlaced && <p role="alert">{wrong.words}</p>}
        {GROUPS.map((group) => (
          <fieldset key={group} className={styles.group} disabled={!mayChange}>
            <legend>
              <FormattedMessage id={`work.group.${group}`} />
            </legend>
            {FIELDS[group].map((name) => {
              const field = fieldOf(group, name)
              return (
                <TextField
                  key={field}
                  id={`rule-${field}`}
                  type="number"
                  step="any"
                  min={0}
                  label={<FormattedMessage id={`work.field.${name}`} />}
                  error={wrong?.field === field ? wrong.words : undefined}
                  value={values[field] ?? ''}
                  onChange={({ target }) => setValues({ ...values, [field]: target.value })}
                />
              )
            })}
          </fieldset>
        ))}
        {mayChange && (
          <Button type="submit" tone="primary" busy={busy}>
            <FormattedMessage id="work.save" />
          </Button>
        )}
      </form>
    </Card>
  )
}

type Policy = Settings['policy']

function textsOf({ policy }: Settings): Record<string, string> {
  const { weights, points, offerSeconds, ...limits } = policy
  const named = (group: string, part: object) => Object.entries(part).map(([name, value]) => [`${group}.${name}`, String(value)]) // prettier-ignore
  return Object.fromEntries([
    ...named('weights', weights),
    ...named('points', points),
    ...named('offerSeconds', offerSeconds),
    ...Object.entries(limits).map(([name, value]) => [name, String(value)]),
  ])
}

function policyOf(values: Record<string, string>): Policy {
  const number = (field: string): number => Number(values[field] || NaN) || (values[field]?.trim() === '0' ? 0 : -1)
  const part = (group: 'weights' | 'points' | 'offerSeconds') =>
    Object.fromEntries(FIELDS[group].map((name) => [name, number(`${group}.${name}`)]))
  return {
    weights: part('weights'),
    points: part('points'),
    offerSeconds: part('offerSeconds'),
    ...Object.fromEntries(FIELDS.limits.map((name) => [name, number(name)])),
  } as Policy
}
