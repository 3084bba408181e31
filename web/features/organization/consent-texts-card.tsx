/** What patients are asked to agree to: an organization's own words in place of those of the house, in versions (desk-D38). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { languageName } from '../conversation/badges.tsx'
import { CardStates } from './card-states.tsx'
import { EarlierVersions } from './earlier-versions.tsx'
import styles from './organization.module.css'

type Asked = Awaited<ReturnType<typeof client.consentText.list>>[number]
type Texts = Record<string, string>

/** Both are always there; the portal speaks them. */
const NEEDED = ['en', 'es'] as const

export function ConsentTextsCard() {
  const intl = useIntl()
  const options = api.consentText.list.queryOptions()
  const asked = useQuery(options)
  const [edited, setEdited] = useState<string | null>(null)
  const open = asked.data?.find(({ key }) => key === edited)
  return (
    <Card title={<FormattedMessage id="organization.consent" />}>
      <p className={styles.fact}>
        <FormattedMessage id="organization.consent.text" />
      </p>
      <CardStates query={asked} />
      {asked.data && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.consent' })}>
          {asked.data.map((one) => (
            <ListRow key={one.key} className={styles.door}>
              <span className={styles.words}>
                {questionOf(intl, one)}
                <span className={styles.fact}>
                  {one.texts ? (
                    <FormattedMessage
                      id="organization.consent.own"
                      values={{
                        version: one.version,
                        languages: intl.formatList(
                          Object.keys(one.texts).map((language) => languageName(intl, language)),
                        ),
                      }}
                    />
                  ) : (
                    <FormattedMessage id="organization.consent.house" />
                  )}
                </span>
              </span>
              <Button
                size="small"
                aria-label={intl.formatMessage(
                  { id: 'organization.consent.change-of' },
                  { question: questionOf(intl, one) },
                )}
                onClick={() => setEdited(one.key)}
              >
                <FormattedMessage id="organization.consent.change" />
              </Button>
            </ListRow>
          ))}
        </List>
      )}
      {open && <ConsentTextDialog key={open.version} asked={open} onClose={() => setEdited(null)} />}
    </Card>
  )
}

const questionOf = (intl: IntlShape, { kind, purpose, channel }: Asked): string =>
  intl.formatMessage({ id: 'organization.consent.question' }, { kind, purpose, channel })

function ConsentTextDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [texts, setTexts] = useState<Texts>(() => ({ en: '', es: '', ...asked.texts }))
  const publish = useMutation({
    mutationFn: (wanted: Texts | null) =>
      client.consentText.publish({ key: asked.key, version: asked.version, texts: wanted }),
    onSuccess: (next) => {
      queries.setQueryData(api.consentText.list.queryOptions().queryKey, next)
      showToast({ text: intl.formatMessage({ id: 'organization.consent.published' }) })
      onClose()
    },
  })
  const problem = publish.error ? problemOf(publish.error) : null
  const wrong = problem?.field?.startsWith('texts.') ? problem.field.slice('texts.'.length) : null
  const languages = Object.keys(texts)
  const others = SPOKEN_LANGUAGES.filter((one) => !languages.includes(one))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publish.mutate(
      Object.fromEntries(Object.entries(texts).filter(([language, text]) => isNeeded(language) || text.trim() !== '')),
    )
  }
  return (
    <Dialog title={questionOf(intl, asked)} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {problem && wrong === null && <p role="alert">{describeProblem(intl, problem)}</p>}
        {languages.map((language) => (
          <TextArea
            key={language}
            id={`consent-${language}`}
            lang={language}
            rows={3}
            maxLength={600}
            required={isNeeded(language)}
            label={languageName(intl, language)}
            error={
              wrong === language ? (
                problem?.detail?.['reason'] === 'too-hard' ? (
                  <FormattedMessage
                    id="organization.consent.too-hard"
                    values={{ suggestion: String(problem.detail['suggestion'] ?? '') }}
                  />
                ) : (
                  <FormattedMessage id="organization.consent.needed" />
                )
              ) : undefined
            }
            value={texts[language] ?? ''}
            onChange={({ target }) => setTexts({ ...texts, [language]: target.value })}
          />
        ))}
        {others.length > 0 && (
          <Select
            id="consent-add-language"
            label={intl.formatMessage({ id: 'organization.consent.add-language' })}
            value=""
            onChange={(language) => language !== '' && setTexts({ ...texts, [language]: '' })}
            options={[
              { value: '', label: '–' },
              ...others.map((value) => ({ value: value as string, label: languageName(intl, value) })),
            ]}
          />
        )}
        <Button type="submit" tone="primary" wide busy={publish.isPending}>
          <FormattedMessage id="organization.consent.publish" />
        </Button>
        {asked.texts && (
          <Button wide busy={publish.isPending} onClick={() => publish.mutate(null)}>
            <FormattedMessage id="organization.consent.to-house" />
          </Button>
        )}
      </form>
      <EarlierVersions
        history={asked.history}
        isBusy={publish.isPending}
        says={(one) => one.texts?.['en'] ?? <FormattedMessage id="organization.consent.house" />}
        onBack={(one) => publish.mutate(one.texts)}
      />
    </Dialog>
  )
}

const isNeeded = (language: string): boolean => (NEEDED as readonly string[]).includes(language)
