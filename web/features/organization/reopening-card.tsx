/** How long a new message opens a resolved conversation again: at most as long as the house allows. Each save is a version. */
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

type Saved = Awaited<ReturnType<typeof client.reopening.get>>

export function ReopeningCard() {
  const saved = useQuery(api.reopening.get.queryOptions())
  return (
    <Card title={<FormattedMessage id="organization.reopening" />}>
      <p className={styles.fact}>
        <FormattedMessage id="organization.reopening.text" />
      </p>
      <CardStates query={saved} />
      {saved.data && <ReopeningForm key={saved.data.version} saved={saved.data} />}
    </Card>
  )
}

function ReopeningForm({ saved: { version, days, limits, history } }: { saved: Saved }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [value, setValue] = useState(String(days))
  const save = useMutation({
    mutationFn: (wanted: number) => client.reopening.save({ version, days: wanted }),
    onSuccess: (next) => {
      showToast({ text: intl.formatMessage({ id: 'organization.rules.saved' }) })
      queries.setQueryData(api.reopening.get.queryOptions().queryKey, next)
    },
  })
  const problem = save.error ? problemOf(save.error) : null
  const isWrong = problem?.field === 'days'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // What is no number is sent as one that no limit takes, so that the server names the field.
    save.mutate(/^\d{1,3}$/.test(value.trim()) ? Number(value) : 0)
  }
  const range = <FormattedMessage id="organization.rules.limits" values={limits} />
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        {problem && !isWrong && <p role="alert">{describeProblem(intl, problem)}</p>}
        <TextField
          id="reopening-days"
          type="number"
          step={1}
          min={limits.least}
          max={limits.most}
          label={<FormattedMessage id="organization.reopening.days" />}
          hint={range}
          error={isWrong ? range : undefined}
          readOnly={save.isPending}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <Button type="submit" tone="primary" busy={save.isPending}>
          <FormattedMessage id="organization.rules.save" />
        </Button>
      </form>
      <EarlierVersions
        history={history}
        isBusy={save.isPending}
        says={(one) => <FormattedMessage id="organization.reopening.was" values={{ days: one.days }} />}
        onBack={(one) => save.mutate(one.days)}
      />
    </>
  )
}
