/** The first set-up: the organization, its first site and its first administrator, by the one-time link of the first start. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { SignInStep } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { nativeName } from '../../i18n/native-name.ts'
import { timeZones } from '../../i18n/time-zones.ts'
import { Entrance } from './entrance.tsx'
import { LinkOver } from './link-over.tsx'
import { NewPassword } from './new-password.tsx'
import { sessionOptions } from './session.ts'
import styles from './session.module.css'
import { slugOf } from './slug.ts'
import { SignInFlow } from './sign-in-flow.tsx'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

/** Countries whose emergency number and rules the product knows; others can be set later. */
const COUNTRIES = ['US', 'PR', 'CA', 'MX', 'GB', 'IE', 'ES', 'DE', 'FR', 'AU', 'NZ'] as const
const LANGUAGES = ['en', 'es'] as const

export function SetUpPage({ token, onDone }: { token: string; onDone: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const look = useQuery(api.setup.look.queryOptions({ input: { token }, retry: false, staleTime: Infinity }))
  const [organization, setOrganization] = useState({ name: '', country: 'US' as string, language: 'en' as string })
  const [site, setSite] = useState({ name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  const [administrator, setAdministrator] = useState({ given: '', family: '', email: '', password: '' })
  const [taken, setTaken] = useState<SignInStep | null>(null)
  const step = useStep({
    'organization.slug': 'organization-name',
    'organization.name': 'organization-name',
    'site.name': 'site-name',
    'site.timeZone': 'site-zone',
    'administrator.email': 'email',
    'administrator.password': 'new-password',
  })

  const onStep = async (next: SignInStep | null) => {
    setTaken(next)
    if (next?.next !== 'done') return
    await queries.fetchQuery({ ...sessionOptions(), staleTime: 0 })
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () =>
        client.setup.create({
          token,
          organization: { ...organization, slug: slugOf(organization.name), languages: [organization.language] },
          site,
          administrator,
        }),
      (answer) => void onStep(answer.step),
    )
  }
  const text = <Part extends object>(part: Part, set: (next: Part) => void, key: keyof Part & string, id: string) => ({
    id,
    required: true,
    value: String(part[key]),
    onChange: (change: { target: { value: string } }) => set({ ...part, [key]: change.target.value }),
  })
  return (
    <Entrance
      title={intl.formatMessage({ id: 'entrance.set-up.title' })}
      lead={taken === null && look.data && <FormattedMessage id="entrance.set-up.lead" />}
    >
      {look.isError &&
        (problemOf(look.error).code === 'LINK_USED' ? (
          <LinkOver />
        ) : (
          <FailedState title={describeProblem(intl, problemOf(look.error))} code={problemOf(look.error).code} />
        ))}
      {look.data && (
        <SignInFlow step={taken} onStep={(next) => void onStep(next)} onOrganization={() => undefined}>
          <form onSubmit={submit} className={styles.form}>
            <StepProblems step={step} />
            <fieldset className={styles.part}>
              <legend>
                <FormattedMessage id="entrance.set-up.organization" />
              </legend>
              <TextField
                {...text(organization, setOrganization, 'name', 'organization-name')}
                maxLength={200}
                autoComplete="organization"
                label={<FormattedMessage id="entrance.set-up.organization-name" />}
              />
              <Select
                id="organization-country"
                label={intl.formatMessage({ id: 'desk.set-up.country' })}
                hint={<FormattedMessage id="entrance.set-up.country-hint" />}
                value={organization.country}
                onChange={(country) => setOrganization({ ...organization, country })}
                options={COUNTRIES.map((value) => ({
                  value,
                  label: intl.formatDisplayName(value, { type: 'region' }) ?? value,
                }))}
              />
              <Select
                id="organization-language"
                label={intl.formatMessage({ id: 'desk.set-up.language' })}
                value={organization.language}
                onChange={(language) => setOrganization({ ...organization, language })}
                options={LANGUAGES.map((value) => ({ value, label: nativeName(value) }))}
              />
            </fieldset>
            <fieldset className={styles.part}>
              <legend>
                <FormattedMessage id="entrance.set-up.site" />
              </legend>
              <TextField
                {...text(site, setSite, 'name', 'site-name')}
                maxLength={200}
                label={<FormattedMessage id="desk.set-up.site-name" />}
                hint={<FormattedMessage id="entrance.set-up.site-hint" />}
              />
              <Select
                id="site-zone"
                label={intl.formatMessage({ id: 'desk.set-up.zone' })}
                value={site.timeZone}
                onChange={(timeZone) => setSite({ ...site, timeZone })}
                options={timeZones(site.timeZone)}
              />
            </fieldset>
            <fieldset className={styles.part}>
              <legend>
                <FormattedMessage id="entrance.set-up.administrator" />
              </legend>
              <TextField
                {...text(administrator, setAdministrator, 'given', 'given-name')}
                maxLength={100}
                autoComplete="given-name"
                label={<FormattedMessage id="desk.set-up.given" />}
              />
              <TextField
                {...text(administrator, setAdministrator, 'family', 'family-name')}
                maxLength={100}
                autoComplete="family-name"
                label={<FormattedMessage id="desk.set-up.family" />}
              />
              <TextField
                {...text(administrator, setAdministrator, 'email', 'email')}
                type="email"
                autoComplete="username"
                dir="ltr"
                label={<FormattedMessage id="desk.sign-in.email" />}
              />
              <NewPassword
                id="new-password"
                value={administrator.password}
                onChange={(password) => setAdministrator({ ...administrator, password })}
              />
            </fieldset>
            <Button type="submit" tone="primary" wide busy={step.isBusy}>
              <FormattedMessage id="entrance.set-up.do" />
            </Button>
          </form>
        </SignInFlow>
      )}
    </Entrance>
  )
}
