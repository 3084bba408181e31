/** The patient's own details: what the practice has on file, how to be reached, in which language, and who acts for them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Patient, RelatedPerson } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Facts, List, ListRow } from '../../ui/list.tsx'
import { Card, Page, Stack } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { usePatientSession, useWhose } from '../patient-session/patient-session.tsx'
import { ContactPoints } from './contact-points.tsx'
import styles from './my-details.module.css'

export function MyDetails() {
  const intl = useIntl()
  const { patientId } = usePatientSession()
  const whose = useWhose()
  const profile = useQuery(api.myProfile.get.queryOptions({ input: { patientId } }))
  return (
    <Page
      title={intl.formatMessage({ id: 'profile.details.title' }, whose)}
      lead={<FormattedMessage id="profile.details.lead" values={whose} />}
    >
      {profile.isPending && (
        <Skeleton>
          <SkeletonBar width="middle" height="heading" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {profile.isError && !profile.data && <Failed error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.data && (
        <>
          <OnFile patient={profile.data} />
          <ContactPoints patient={profile.data} />
          <LanguageAndReading key={profile.data.version} patient={profile.data} />
          <ActingForMe patient={profile.data} />
        </>
      )}
    </Page>
  )
}

function OnFile({ patient }: { patient: Patient }) {
  const intl = useIntl()
  const birthDate = intl.formatDate(`${patient.birthDate}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Card title={<FormattedMessage id="profile.details.on-file" />}>
      <Facts
        facts={[
          {
            term: <FormattedMessage id="profile.details.name" />,
            value: <bdi>{`${patient.given} ${patient.family}`}</bdi>,
          },
          { term: <FormattedMessage id="portal.birth-date" />, value: birthDate },
          { term: <FormattedMessage id="profile.details.record-number" />, value: <bdi>{patient.recordNumber}</bdi> },
          ...(patient.siteName
            ? [{ term: <FormattedMessage id="profile.details.site" />, value: <bdi>{patient.siteName}</bdi> }]
            : []),
        ]}
      />
      <p className={styles.hint}>
        <FormattedMessage id="profile.details.correct" />
      </p>
    </Card>
  )
}

function LanguageAndReading({ patient }: { patient: Patient }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { organization, patientId } = usePatientSession()
  const languages = [...new Set([...organization.languages, patient.language])]
  const save = useMutation({
    mutationFn: (change: Partial<Pick<Patient, 'language' | 'readingLevel'>>) =>
      client.myProfile.update({
        patientId,
        version: patient.version,
        language: patient.language,
        readingLevel: patient.readingLevel,
        ...change,
      }),
    onSuccess: (saved) => {
      queries.setQueryData(api.myProfile.get.queryKey({ input: { patientId } }), saved)
      showToast({ text: intl.formatMessage({ id: 'portal.saved' }) })
    },
    onError: (error) => {
      showToast({ text: describeProblem(intl, problemOf(error)) })
      void queries.invalidateQueries({ queryKey: api.myProfile.get.key() })
    },
  })
  return (
    <Card title={<FormattedMessage id="profile.details.words" />}>
      <Stack gap={4}>
        <Select
          id="language"
          label={<FormattedMessage id="profile.details.language" />}
          hint={<FormattedMessage id="profile.details.language.hint" />}
          value={save.variables?.language ?? patient.language}
          options={languages.map((language) => ({ value: language, label: ownLanguageName(language) }))}
          disabled={save.isPending}
          onChange={(language) => save.mutate({ language })}
        />
        <Choice
          name="reading-level"
          legend={<FormattedMessage id="profile.details.reading" />}
          value={save.variables?.readingLevel ?? patient.readingLevel}
          options={[
            { value: 'plain', label: <FormattedMessage id="profile.details.reading.plain" /> },
            { value: 'standard', label: <FormattedMessage id="profile.details.reading.standard" /> },
          ]}
          onChange={(readingLevel) => save.mutate({ readingLevel })}
        />
      </Stack>
    </Card>
  )
}

/** Each language by its own name: that is the one its speakers look for. */
const ownLanguageName = (language: string): string => {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

function ActingForMe({ patient }: { patient: Patient }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { patient: shown } = usePatientSession()
  const whose = useWhose()
  const acting = patient.relatedPersons.flatMap((person) =>
    [person.proxy, person.nextProxy].flatMap((proxy) => (proxy?.state === 'active' ? { person, proxy } : [])),
  )
  const end = useMutation({
    mutationFn: (proxyId: string) => client.myProfile.endProxy({ proxyId }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.myProfile.get.key() })
      showToast({ text: intl.formatMessage({ id: 'profile.proxy.ended' }) })
    },
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  return (
    <Card title={<FormattedMessage id="profile.proxy.title" values={whose} />}>
      {acting.length === 0 ? (
        <p>
          <FormattedMessage id="profile.proxy.none" />
        </p>
      ) : (
        <List aria-label={intl.formatMessage({ id: 'profile.proxy.title' }, whose)}>
          {acting.map(({ person, proxy }) => (
            <ListRow key={proxy.id} className={styles.row}>
              <div className={styles.words}>
                <p className={styles.strong}>
                  <bdi>{`${person.given} ${person.family}`}</bdi>
                </p>
                <p className={styles.hint}>
                  <ProxyScope proxy={proxy} from={proxy === person.nextProxy ? patient.timeZone : undefined} />
                </p>
              </div>
              {shown?.isSelf && (
                <Button
                  size="small"
                  busy={end.isPending && end.variables === proxy.id}
                  onClick={() => end.mutate(proxy.id)}
                >
                  <FormattedMessage id="profile.proxy.end" />
                </Button>
              )}
            </ListRow>
          ))}
        </List>
      )}
    </Card>
  )
}

/** `from`: it begins on a later day of this zone. */
type ProxyScopeProps = { proxy: NonNullable<RelatedPerson['proxy']>; from: string | null | undefined }

function ProxyScope({ proxy, from }: ProxyScopeProps) {
  const intl = useIntl()
  const may = intl.formatList(proxy.scope.map((scope) => intl.formatMessage({ id: `profile.proxy.scope.${scope}` })))
  if (from !== undefined)
    return (
      <FormattedMessage
        id="profile.proxy.from"
        values={{ may, day: intl.formatDate(proxy.startsAt, { dateStyle: 'long', timeZone: from ?? undefined }) }}
      />
    )
  return <FormattedMessage id="profile.proxy.may" values={{ may }} />
}
