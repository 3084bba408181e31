/** The article as it is written: what it is and for whom, and its texts side by side, each with its grade while it is typed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { AUDIENCES, ARTICLE_KINDS } from '#engines/knowledge/article.ts'
import { api, client } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { FormProblem } from '../../ui/error-summary.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ArticleTexts } from './article-texts.tsx'
import { describeFault } from './describe-fault.ts'
import { toKnowledge, type Content, type Fault, type Me, type Version } from './knowledge.ts'
import { templatesFor } from './template-questions.ts'
import styles from './knowledge.module.css'

/** What keeps an article from being saved, or, once it is, from being reviewed; `attempt` grows with each try. */
export type Refused = { articleId: string | null; isSaved: boolean; problems: FormProblem[]; attempt: number }

/** The words that the writer began from: what is saved stands in their place, or is refused. */
type Base = { version: number; revision: number; content: Content }

type FormProps = {
  me: Me
  newest: Version | null
  template?: number | null
  onRefused: (refused: Omit<Refused, 'attempt'>) => void
}

export function ArticleForm({ me, newest, template = null, onRefused }: FormProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [newId] = useState(newMessageId)
  const [base, setBase] = useState<Base>(() =>
    newest
      ? baseOf(newest)
      : { version: 0, revision: 0, content: { ...emptyFor(me), texts: [textFrom(template, intl.locale)] } },
  )
  const [content, setContent] = useState(base.content)
  /** How often words of somebody else took the place of what stood here, and whether that was done unasked. */
  const [adopted, setAdopted] = useState(0)
  const [isSurprise, setIsSurprise] = useState(false)
  const colleagues = useQuery(api.desk.colleagues.queryOptions())
  const organization = useQuery(api.organization.get.queryOptions())
  const articleId = newest?.articleId ?? newId
  const isInReview = newest?.state === 'in_review'
  const set = (over: Partial<Content>) => setContent({ ...content, ...over })
  const refuse = (problems: FormProblem[], isSaved = false) => onRefused({ articleId, isSaved, problems })
  const adopt = (other: Version) => {
    setBase(baseOf(other))
    setContent(writtenOf(other))
    setAdopted(adopted + 1)
  }
  const newer = newest && isNewer(newest, base) ? newest : null
  const isDirty = JSON.stringify(content) !== JSON.stringify(base.content)
  if (newer && !isDirty) {
    adopt(newer)
    setIsSurprise(true)
  }

  const save = useMutation({
    mutationFn: async ({ forReview }: { forReview: boolean }) => {
      const sources = content.sources.filter(({ title, url }) => title.trim() || url.trim())
      const { version, revision } = base
      const saved = await client.article.save({ articleId, version, revision, content: { ...content, sources } })
      setBase({ ...saved, content })
      setIsSurprise(false)
      // What was saved stays saved when it is not ready for a review.
      if (forReview)
        await client.article.submit(saved).catch((error: unknown) => {
          const { code, detail } = problemOf(error)
          const faults = Array.isArray(detail?.problems) ? (detail.problems as Fault[]) : []
          const problems = faults.map((fault) => ({ field: fieldOf(fault), message: describeFault(intl, fault) }))
          refuse(problems.length > 0 ? problems : [{ message: describeProblem(intl, { code }) }], true)
        })
      return saved
    },
    onMutate: () => refuse([]),
    onSuccess: async ({ version }, { forReview }) => {
      showToast({ text: intl.formatMessage({ id: forReview ? 'knowledge.sent' : 'knowledge.saved' }, { version }) })
      await queries.invalidateQueries({ queryKey: api.article.key() })
      if (!newest) void navigate({ ...(toKnowledge({ article: articleId }) as object), replace: true } as never)
    },
    onError: (error) => {
      const { code, field } = problemOf(error)
      // Somebody was faster: their words are fetched, and offered below.
      if (code === 'CHANGED_MEANWHILE') void queries.invalidateQueries({ queryKey: api.article.key() })
      refuse([{ field: field ? `article-${field}` : undefined, message: describeProblem(intl, { code }) }])
    },
  })

  const people = (colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  // Whoever left stays named until somebody else is chosen.
  const owners = people.some(({ value }) => value === content.ownerId)
    ? people
    : [{ value: content.ownerId, label: '–' }, ...people]
  return (
    <form
      onSubmit={(form) => {
        form.preventDefault()
        save.mutate({ forReview: false })
      }}
      className={styles.form}
    >
      {isInReview && (
        <Banner tone="info" announce="never">
          <FormattedMessage id="knowledge.in-review" />
        </Banner>
      )}
      {newest && newest.state !== 'draft' && !isInReview && (
        <Banner tone="info" announce="never">
          <FormattedMessage id="knowledge.begins-version" values={{ version: newest.version + 1 }} />
        </Banner>
      )}
      {newer && (
        <Banner
          tone="warning"
          announce="status"
          actions={
            <>
              <Button size="small" onClick={() => adopt(newer)}>
                <FormattedMessage id="knowledge.newer.take" />
              </Button>
              <Button size="small" tone="plain" onClick={() => setBase({ ...baseOf(newer), content: base.content })}>
                <FormattedMessage id="knowledge.newer.keep" />
              </Button>
            </>
          }
        >
          <FormattedMessage id="knowledge.newer" />
        </Banner>
      )}
      {!newer && isSurprise && (
        <Banner announce="status">
          <FormattedMessage id="knowledge.newer.shown" />
        </Banner>
      )}
      <fieldset disabled={isInReview} className={styles.form}>
        <legend className="visually-hidden">
          <FormattedMessage id="knowledge.about" />
        </legend>
        <Card title={<FormattedMessage id="knowledge.about" />}>
          <div className={styles.fields}>
            <Select
              id="article-kind"
              label={intl.formatMessage({ id: 'knowledge.kind' })}
              value={content.kind}
              onChange={(kind) => set({ kind, waiverReason: kind === 'clinical' ? content.waiverReason : null })}
              options={ARTICLE_KINDS.map((value) => ({
                value,
                label: intl.formatMessage({ id: `knowledge.kind.${value}` }),
              }))}
            />
            <Select
              id="article-ownerId"
              label={intl.formatMessage({ id: 'knowledge.owner' })}
              value={content.ownerId}
              onChange={(ownerId) => set({ ownerId })}
              options={owners}
            />
            <TextField
              id="article-expiresOn"
              type="date"
              label={intl.formatMessage({ id: 'knowledge.expires' })}
              value={content.expiresOn ?? ''}
              onChange={({ target }) => set({ expiresOn: target.value || null })}
            />
          </div>
          <p className={styles.fact}>
            <FormattedMessage id={`knowledge.expires.${content.kind}`} />
          </p>
          {content.kind === 'clinical' && (
            <TextField
              id="article-waiverReason"
              maxLength={500}
              label={intl.formatMessage({ id: 'knowledge.waiver' })}
              hint={<FormattedMessage id="knowledge.waiver.hint" />}
              value={content.waiverReason ?? ''}
              onChange={({ target }) => set({ waiverReason: target.value || null })}
            />
          )}
          <fieldset id="article-audience" tabIndex={-1} className={styles.choices}>
            <legend>
              <FormattedMessage id="knowledge.audience" />
            </legend>
            {AUDIENCES.map((one) => (
              <Checkbox
                key={one}
                id={`article-audience-${one}`}
                checked={content.audience.includes(one)}
                onChange={({ target }) => set({ audience: toggled(content.audience, one, target.checked) })}
                label={<FormattedMessage id={`knowledge.audience.${one}`} />}
              />
            ))}
          </fieldset>
          {(organization.data?.sites.length ?? 0) > 1 && (
            <fieldset id="article-siteIds" tabIndex={-1} className={styles.choices}>
              <legend>
                <FormattedMessage id="knowledge.sites" />
              </legend>
              {organization.data?.sites.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  id={`article-site-${id}`}
                  checked={content.siteIds.includes(id)}
                  onChange={({ target }) => set({ siteIds: toggled(content.siteIds, id, target.checked) })}
                  label={name}
                />
              ))}
            </fieldset>
          )}
          <Sources sources={content.sources} onChange={(sources) => set({ sources })} />
        </Card>
      </fieldset>
      <ArticleTexts
        // What is not controlled begins from the words of somebody else.
        key={adopted}
        texts={content.texts}
        newest={newest}
        revision={base.revision}
        isLocked={isInReview}
        onChange={(texts) => set({ texts })}
      />
      {!isInReview && (
        <Row>
          <Button type="submit" tone="primary" busy={save.isPending}>
            <FormattedMessage id="knowledge.save" />
          </Button>
          <Button busy={save.isPending} onClick={() => save.mutate({ forReview: true })}>
            <FormattedMessage id="knowledge.save-and-submit" />
          </Button>
        </Row>
      )}
    </form>
  )
}

function Sources({ sources, onChange }: { sources: Content['sources']; onChange: (next: Content['sources']) => void }) {
  const intl = useIntl()
  const set = (place: number, over: Partial<Content['sources'][number]>) =>
    onChange(sources.map((source, n) => (n === place ? { ...source, ...over } : source)))
  return (
    <fieldset id="article-sources" tabIndex={-1} className={styles.sources}>
      <legend>
        <FormattedMessage id="knowledge.sources" />
      </legend>
      {sources.map((source, n) => (
        <div key={n} className={styles.source}>
          <TextField
            id={`article-source-title-${n}`}
            maxLength={200}
            label={intl.formatMessage({ id: 'knowledge.source.title' })}
            value={source.title}
            onChange={({ target }) => set(n, { title: target.value })}
          />
          <TextField
            id={`article-source-url-${n}`}
            type="url"
            maxLength={500}
            placeholder="https://"
            label={intl.formatMessage({ id: 'knowledge.source.link' })}
            value={source.url}
            onChange={({ target }) => set(n, { url: target.value })}
          />
          <IconButton
            icon={Trash2}
            aria-label={intl.formatMessage({ id: 'knowledge.source.remove' }, { n: n + 1 })}
            onClick={() => onChange(sources.filter((_, other) => other !== n))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={Plus} onClick={() => onChange([...sources, { title: '', url: '' }])}>
          <FormattedMessage id="knowledge.source.add" />
        </Button>
      </div>
    </fieldset>
  )
}

const toggled = <T,>(list: readonly T[], one: T, isIn: boolean): T[] =>
  isIn ? [...list, one] : list.filter((other) => other !== one)

/** Where the reader finds what a fault is about. */
const fieldOf = ({ problem, language }: Fault): string => {
  if (language !== null)
    return problem === 'few-questions'
      ? `article-questions-${language}`
      : problem === 'no-title'
        ? `article-title-${language}`
        : `article-body-${language}`
  if (problem === 'no-audience') return 'article-audience'
  if (problem.endsWith('source')) return 'article-sources'
  return problem.startsWith('waiver') ? 'article-kind' : 'article-expiresOn'
}

const emptyFor = ({ id }: Me): Content => ({
  kind: 'administrative',
  ownerId: id,
  audience: [...AUDIENCES],
  siteIds: [],
  sources: [{ title: '', url: '' }],
  expiresOn: null,
  waiverReason: null,
  texts: [],
})

function textFrom(template: number | null, locale: string): Content['texts'][number] {
  const { language, all } = templatesFor(locale)
  const asked = template === null ? undefined : all[template]
  return asked
    ? { language, title: asked.title, body: '', questions: [...asked.questions], isMachine: false }
    : { language: 'en', title: '', body: '', questions: [], isMachine: false }
}

const isNewer = (one: Pick<Base, 'version' | 'revision'>, than: Pick<Base, 'version' | 'revision'>): boolean =>
  one.version > than.version || (one.version === than.version && one.revision > than.revision)

const baseOf = (newest: Version): Base => ({
  version: newest.version,
  revision: newest.revision,
  content: writtenOf(newest),
})

const writtenOf = ({ content }: Version): Content => ({
  ...content,
  texts: content.texts.map(({ language, title, body, questions, isMachine }) => ({
    language,
    title,
    body,
    questions,
    isMachine,
  })),
})
