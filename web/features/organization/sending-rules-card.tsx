/** How much is sent by itself, and when it is night: stricter than the house, never looser (desk-D41, D42). Each save is a version. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CardStates } from './card-states.tsx'
import { EarlierVersions } from './earlier-versions.tsx'
import styles from './organization.module.css'

type Saved = Awaited<ReturnType<typeof client.sendingRules.get>>
type Rules = Saved['rules']

const FIELDS = ['quietFromHour', 'quietToHour', 'automaticPerDay', 'automaticSmsPerDay', 'automaticSmsPerWeek', 'automaticMailPerHour', 'automaticMailPerMailboxMinute'] as const satisfies (keyof Rules)[] // prettier-ignore

export function SendingRulesCard() {
  const saved = useQuery(api.sendingRules.get.queryOptions())
  return (
    <Card title={<FormattedMessage id="organization.rules" />}>
      <p className={styles.fact}>
        <FormattedMessage id="organization.rules.text" />
      </p>
      <CardStates query={saved} />
      {/* A new version is another form. */}
      {saved.data && <RulesForm key={saved.data.version} saved={saved.data} />}
    </Card>
  )
}

function RulesForm({ saved }: { saved: Saved }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [values, setValues] = useState(() => textsOf(saved.rules))
  const save = useMutation({
    mutationFn: (rules: Rules) => client.sendingRules.save({ version: saved.version, rules }),
    onSuccess: (next) => {
      showToast({ text: intl.formatMessage({ id: 'organization.rules.saved' }) })
      queries.setQueryData(api.sendingRules.get.queryOptions().queryKey, next)
    },
  })
  const problem = save.error ? problemOf(save.error) : null
  const wrong = FIELDS.find((field) => problem?.field === `rules.${field}`)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(rulesOf(values))
  }
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        {problem && !wrong && <p role="alert">{describeProblem(intl, problem)}</p>}
        <div className={styles.numbers}>
          {FIELDS.map((field) => {
            const { least, most } = saved.limits[field]
            return (
              <TextField
                key={field}
                id={`sending-${field}`}
                type="number"
                step={1}
                min={least}
                max={most}
                label={<FormattedMessage id={`organization.rules.${field}`} />}
                hint={<FormattedMessage id="organization.rules.limits" values={{ least, most }} />}
                error={
                  wrong === field ? (
                    <FormattedMessage id="organization.rules.limits" values={{ least, most }} />
                  ) : undefined
                }
                readOnly={save.isPending}
                value={values[field]}
                onChange={({ target }) => setValues({ ...values, [field]: target.value })}
              />
            )
          })}
        </div>
        <div>
          <Button type="submit" tone="primary" busy={save.isPending}>
            <FormattedMessage id="organization.rules.save" />
          </Button>
        </div>
      </form>
      <EarlierVersions history={saved.history} isBusy={save.isPending} onBack={({ rules }) => save.mutate(rules)} />
    </>
  )
}

const textsOf = (rules: Rules) =>
  Object.fromEntries(FIELDS.map((field) => [field, String(rules[field])])) as Record<keyof Rules, string>

/** What is no number is sent as one that no limit takes, so that the server names its field. */
const rulesOf = (values: Record<keyof Rules, string>): Rules =>
  Object.fromEntries(
    FIELDS.map((field) => [field, /^\d{1,3}$/.test(values[field].trim()) ? Number(values[field]) : 1_000]),
  ) as Rules
