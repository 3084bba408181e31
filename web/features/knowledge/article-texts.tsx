/** The texts of an article side by side, each with its grade and its hard sentences while it is typed (understanding-D41, D81). */
import { CircleCheck, Plus, TriangleAlert, Trash2 } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { gradeOf, QUESTIONS_MIN, toldOf, type Grade } from '#engines/knowledge/article.ts'
import { client } from '../../api/client.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { languageName } from '../conversation/badges.tsx'
import { useChange, type Text, type Version } from './knowledge.ts'
import styles from './knowledge.module.css'

type Props = {
  texts: Text[]
  newest: Version | null
  /** Of the words that are shown. */
  revision: number
  /** Nobody writes now; a translation is checked all the same. */
  isLocked: boolean
  onChange: (next: Text[]) => void
}

export function ArticleTexts({ texts, newest, revision, isLocked, onChange }: Props) {
  const intl = useIntl()
  const others = SPOKEN_LANGUAGES.filter((one) => texts.every(({ language }) => language !== one))
  const [wanted, setWanted] = useState<string>(others.find((one) => one === 'es') ?? others[0] ?? '')
  const chosen = others.find((one) => one === wanted) ?? others[0]
  return (
    <Card
      title={<FormattedMessage id="knowledge.texts" />}
      actions={
        chosen &&
        !isLocked && (
          <div className={styles.add}>
            <Select
              id="article-add-language"
              labelHidden
              label={intl.formatMessage({ id: 'knowledge.text.language' })}
              value={chosen as string}
              onChange={setWanted}
              options={others.map((value) => ({ value: value as string, label: languageName(intl, value) }))}
            />
            <Button
              size="small"
              icon={Plus}
              onClick={() =>
                onChange([...texts, { language: chosen, title: '', body: '', questions: [], isMachine: false }])
              }
            >
              <FormattedMessage id="knowledge.text.add" />
            </Button>
          </div>
        )
      }
    >
      <div className={styles.texts}>
        {texts.map((text, place) => (
          <TextFields
            key={text.language}
            text={text}
            newest={newest}
            revision={revision}
            isLocked={isLocked}
            onChange={(over) => onChange(texts.map((one, n) => (n === place ? { ...one, ...over } : one)))}
            onRemove={texts.length > 1 && !isLocked ? () => onChange(texts.filter((_, n) => n !== place)) : undefined}
          />
        ))}
      </div>
    </Card>
  )
}

type FieldsProps = {
  text: Text
  newest: Version | null
  revision: number
  isLocked: boolean
  onChange: (over: Partial<Text>) => void
  onRemove: (() => void) | undefined
}

function TextFields({ text, newest, revision, isLocked, onChange, onRemove }: FieldsProps) {
  const intl = useIntl()
  const { language } = text
  const name = languageName(intl, language)
  const stored = newest?.content.texts.find((one) => one.language === language)
  return (
    <section className={styles.text} aria-label={name}>
      <header className={styles.line}>
        <h3>{name}</h3>
        {onRemove && (
          <Button size="small" tone="plain" icon={Trash2} onClick={onRemove}>
            <FormattedMessage id="knowledge.text.remove" />
          </Button>
        )}
      </header>
      <fieldset disabled={isLocked} className={styles.section}>
        <legend className="visually-hidden">{name}</legend>
        <TextField
          id={`article-title-${language}`}
          lang={language}
          dir="auto"
          required
          maxLength={120}
          label={intl.formatMessage({ id: 'knowledge.text.title' })}
          value={text.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
        <TextArea
          id={`article-body-${language}`}
          lang={language}
          rows={9}
          maxLength={10_000}
          label={intl.formatMessage({ id: 'knowledge.text.body' })}
          hint={<FormattedMessage id="knowledge.text.body-hint" />}
          value={text.body}
          onChange={({ target }) => onChange({ body: target.value })}
        />
        <LiveGrade body={text.body} language={language} />
        <Preview body={text.body} language={language} />
        <TextArea
          id={`article-questions-${language}`}
          lang={language}
          rows={4}
          label={intl.formatMessage({ id: 'knowledge.text.questions' })}
          hint={<FormattedMessage id="knowledge.text.questions-hint" values={{ least: QUESTIONS_MIN }} />}
          defaultValue={text.questions.join('\n')}
          onChange={({ target }) =>
            onChange({
              questions: target.value
                .split('\n')
                .map((line) => line.trim())
                .filter(Boolean),
            })
          }
        />
        <Checkbox
          id={`article-machine-${language}`}
          checked={text.isMachine}
          onChange={({ target }) => onChange({ isMachine: target.checked })}
          label={<FormattedMessage id="knowledge.text.machine" />}
          hint={<FormattedMessage id="knowledge.text.machine-hint" />}
        />
      </fieldset>
      {/* What is checked is what was saved, so that nobody checks words that they see changed. */}
      {text.isMachine &&
        newest &&
        stored?.isMachine &&
        text.title.trim() === stored.title &&
        text.body === stored.body && <Translation newest={newest} revision={revision} stored={stored} />}
    </section>
  )
}

type TranslationProps = { newest: Version; revision: number; stored: Version['content']['texts'][number] }

function Translation({ newest, revision, stored }: TranslationProps) {
  const intl = useIntl()
  const change = useChange()
  const { articleId, version } = newest
  if (stored.checkedAt)
    return (
      <Badge tone="done" icon={CircleCheck}>
        <FormattedMessage id="knowledge.text.checked" values={{ name: stored.checkedBy ?? '–' }} />
      </Badge>
    )
  return (
    <Row>
      <Badge tone="waiting">
        <FormattedMessage id="knowledge.text.unchecked" />
      </Badge>
      {(newest.state === 'draft' || newest.state === 'in_review') && (
        <Button
          size="small"
          onClick={() =>
            void change(
              () => client.article.check({ articleId, version, revision, language: stored.language }),
              intl.formatMessage({ id: 'knowledge.text.check-done' }),
            )
          }
        >
          <FormattedMessage id="knowledge.text.check" />
        </Button>
      )}
    </Row>
  )
}

/** Characters of a text message. Source: understanding-D70. */
const SMS_MAX = 320

/** As people will read it: whole in a chat, in its short form as a text message. */
function Preview({ body, language }: { body: string; language: string }) {
  const { text, short } = toldOf(useDeferredValue(body))
  if (text === '') return null
  const brief = short ?? text
  return (
    <details className={styles.grade}>
      <summary>
        <FormattedMessage id="knowledge.preview" />
      </summary>
      <p className={styles.fact}>
        <FormattedMessage id="knowledge.preview.chat" />
      </p>
      <blockquote lang={language} dir="auto" className={styles.answer}>
        <p className={styles.told}>{text}</p>
      </blockquote>
      <p className={styles.fact}>
        <FormattedMessage
          id={brief.length > SMS_MAX ? 'knowledge.preview.sms-long' : 'knowledge.preview.sms'}
          values={{ count: brief.length, most: SMS_MAX }}
        />
      </p>
      <blockquote lang={language} dir="auto" className={styles.answer}>
        <p className={styles.told}>{brief}</p>
      </blockquote>
    </details>
  )
}

const TONES: Record<Grade['verdict'], BadgeTone> = { plain: 'done', waivable: 'waiting', hard: 'urgent' }

function LiveGrade({ body, language }: { body: string; language: string }) {
  const intl = useIntl()
  const read = useDeferredValue(body)
  if (read.trim() === '') return null
  const { measure, value, limit, verdict, hardSentences } = gradeOf(read, language)
  return (
    <div className={styles.grade}>
      <Badge tone={TONES[verdict]} icon={verdict === 'plain' ? CircleCheck : TriangleAlert}>
        <FormattedMessage id={`knowledge.measure.${measure}`} values={{ value: intl.formatNumber(value), limit }} />
      </Badge>
      <span className={styles.fact}>
        <FormattedMessage id={`knowledge.verdict.${verdict}`} />
      </span>
      {hardSentences.length > 0 && (
        <details open={verdict !== 'plain'}>
          <summary>
            <FormattedMessage id="knowledge.hard-sentences" values={{ count: hardSentences.length }} />
          </summary>
          <ul className={styles.hard}>
            {hardSentences.map(({ span: [from, to], words, grade }) => (
              <li key={from} lang={language}>
                {read.slice(from, to).trim()}{' '}
                <span className={styles.fact} lang={intl.locale}>
                  <FormattedMessage
                    id="knowledge.hard-sentence"
                    values={{ words, grade: grade === null ? '–' : intl.formatNumber(grade) }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
