/** A question tried on the articles: which one wins, how sure that is, and why. Nothing of it is kept unless somebody keeps it (understanding-D82). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { AUDIENCES, type Audience } from '#engines/knowledge/article.ts'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { languageName } from '../conversation/badges.tsx'
import { toKnowledge, useChange, type Tried } from './knowledge.ts'
import styles from './knowledge.module.css'

const TONES: Record<Tried['outcome'], BadgeTone> = {
  answer: 'done',
  'english-only': 'waiting',
  disagree: 'urgent',
  unknown: 'neutral',
}

/** `article`: its newest version takes part, and a question can be kept for it. */
export function TestBox({ article }: { article?: string }) {
  const intl = useIntl()
  const change = useChange()
  const [question, setQuestion] = useState('')
  const [language, setLanguage] = useState<string>('en')
  const [audience, setAudience] = useState<Audience>('patient')
  const [siteId, setSiteId] = useState('')
  const organization = useQuery(api.organization.get.queryOptions())
  const asked = { question: question.trim(), language, audience, siteId: siteId || null }
  const tried = useMutation({ mutationFn: () => client.article.tryOut({ ...asked, withDraft: article }) })
  const submit = (form: FormEvent) => {
    form.preventDefault()
    if (asked.question) tried.mutate()
  }
  return (
    <Card title={<FormattedMessage id="knowledge.try.title" />}>
      <form onSubmit={submit} className={styles.section}>
        <TextField
          id="try-question"
          maxLength={500}
          label={intl.formatMessage({ id: 'knowledge.try.question' })}
          hint={<FormattedMessage id={article ? 'knowledge.try.with-draft' : 'knowledge.try.hint'} />}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <div className={styles.fields}>
          <Select
            id="try-language"
            label={intl.formatMessage({ id: 'knowledge.language' })}
            value={language}
            onChange={setLanguage}
            options={SPOKEN_LANGUAGES.map((value) => ({ value: value as string, label: languageName(intl, value) }))}
          />
          <Select
            id="try-audience"
            label={intl.formatMessage({ id: 'knowledge.try.audience' })}
            value={audience}
            onChange={setAudience}
            options={AUDIENCES.map((value) => ({
              value,
              label: intl.formatMessage({ id: `knowledge.audience.${value}` }),
            }))}
          />
          <Select
            id="try-site"
            label={intl.formatMessage({ id: 'knowledge.try.site' })}
            value={siteId}
            onChange={setSiteId}
            options={[
              { value: '', label: intl.formatMessage({ id: 'knowledge.try.no-site' }) },
              ...(organization.data?.sites ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
        <Row>
          <Button type="submit" tone="primary" busy={tried.isPending}>
            <FormattedMessage id="knowledge.try.run" />
          </Button>
          {article && (
            <Button
              disabled={!asked.question}
              onClick={() =>
                void change(
                  () => client.article.addTrial({ articleId: article, ...asked }),
                  intl.formatMessage({ id: 'knowledge.trial.kept' }),
                )
              }
            >
              <FormattedMessage id="knowledge.trial.keep" />
            </Button>
          )}
        </Row>
      </form>
      <div role="status" className={styles.section}>
        {tried.isError && <Failed error={tried.error} onRetry={() => tried.mutate()} />}
        {tried.data && <Outcome tried={tried.data} />}
      </div>
    </Card>
  )
}

function Outcome({ tried }: { tried: Tried }) {
  const intl = useIntl()
  const { outcome, answer, threshold, scored } = tried
  const number = (score: number) => intl.formatNumber(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <>
      <Row>
        <Badge tone={TONES[outcome]} strong>
          <FormattedMessage id={`knowledge.outcome.${outcome}`} />
        </Badge>
        <span className={styles.fact}>
          <FormattedMessage id={`knowledge.outcome.${outcome}.what`} />
        </span>
      </Row>
      {answer && (
        <blockquote className={styles.answer}>
          <p lang={answer.language} dir="auto" className={styles.told}>
            {answer.text}
          </p>
          <p className={styles.fact}>
            <FormattedMessage
              id="knowledge.cited"
              values={{
                // A draft may name a link that is none yet.
                source: answer.citation.link.startsWith('https://') ? (
                  <a href={answer.citation.link} target="_blank" rel="noreferrer">
                    {answer.citation.title}
                  </a>
                ) : (
                  answer.citation.title
                ),
                date: intl.formatDate(answer.reviewedOn, { dateStyle: 'long', timeZone: 'UTC' }),
              }}
            />
          </p>
        </blockquote>
      )}
      {scored.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="scored-caption">
          <table className={styles.table}>
            <caption id="scored-caption">
              <FormattedMessage id="knowledge.scored" values={{ threshold: number(threshold) }} />
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="knowledge.scored.article" />
                </th>
                <th scope="col">
                  <FormattedMessage id="knowledge.scored.score" />
                </th>
                <th scope="col">
                  <FormattedMessage id="knowledge.scored.nearest" />
                </th>
                <th scope="col">
                  <FormattedMessage id="knowledge.scored.missing" />
                </th>
              </tr>
            </thead>
            <tbody>
              {scored.map((one) => (
                <tr key={`${one.articleId}-${one.version}`}>
                  <td>
                    <Link {...toKnowledge({ article: one.articleId })}>{one.title}</Link>
                  </td>
                  <td className={styles.number}>{number(one.score)}</td>
                  <td>{one.nearest ?? '–'}</td>
                  <td>{one.missing.length > 0 ? intl.formatList(one.missing) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
