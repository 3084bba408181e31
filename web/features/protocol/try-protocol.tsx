/** A text is tried: what it is read as, by which words and rules, what would be asked next, and what a patient would read. Nothing is stored. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { languageOf } from '../../i18n/locale.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { useLanguage } from '../../i18n/words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { OUTCOME_TONES } from './outcome-tones.ts'
import styles from './protocol.module.css'

type Answer = { question: string; answer: 'yes' | 'no' | 'not_sure' }
const ANSWERS = ['yes', 'no', 'not_sure'] as const
const TEXT_MAX = 4_000

export function TryProtocol() {
  const intl = useIntl()
  const { locale } = useLanguage()
  const [text, setText] = useState('')
  const [age, setAge] = useState('')
  const [pregnant, setPregnant] = useState(false)
  const [answers, setAnswers] = useState<Answer[]>([])
  const tried = useMutation({
    mutationFn: (given: Answer[]) =>
      client.protocol.try({
        text,
        language: languageOf(locale),
        answers: given,
        ...(age === '' ? {} : { age: Number(age) }),
        ...(pregnant ? { pregnant } : {}),
      }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  const run = (given: Answer[]) => {
    setAnswers(given)
    tried.mutate(given)
  }
  const { data } = tried
  const next = data?.next
  return (
    <Card title={<FormattedMessage id="protocol.try" />}>
      <form
        className={styles.trial}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) run([])
        }}
      >
        <TextArea
          id="try-text"
          label={<FormattedMessage id="protocol.text" />}
          hint={<FormattedMessage id="protocol.text-hint" />}
          maxLength={TEXT_MAX}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className={styles.fields}>
          <TextField
            id="try-age"
            type="number"
            min={0}
            max={125}
            label={<FormattedMessage id="protocol.age" />}
            value={age}
            onChange={({ target }) => setAge(target.value)}
          />
          <Checkbox
            id="try-pregnant"
            label={<FormattedMessage id="protocol.pregnant" />}
            checked={pregnant}
            onChange={({ target }) => setPregnant(target.checked)}
          />
        </div>
        <Button type="submit" busy={tried.isPending} disabled={text.trim() === ''}>
          <FormattedMessage id="protocol.try-do" />
        </Button>
      </form>
      {data && (
        <div role="status" className={styles.line}>
          <span className={styles.head}>
            <Badge tone={OUTCOME_TONES[data.urgency]} strong>
              <FormattedMessage id={`protocol.outcome.${data.urgency}`} />
            </Badge>
            {data.couldBe !== data.urgency && (
              <Badge tone={OUTCOME_TONES[data.couldBe]}>
                <FormattedMessage id="protocol.could-be" /> <FormattedMessage id={`protocol.outcome.${data.couldBe}`} />
              </Badge>
            )}
          </span>
          <p>{inWordsOf(intl, data.reason)}</p>
          {data.findings.length > 0 && (
            <List framed aria-label={intl.formatMessage({ id: 'protocol.findings' })}>
              {data.findings.map(({ name, state, words }, place) => (
                <ListRow key={place} className={styles.line}>
                  <span className={styles.fact}>
                    {words ? <q dir="auto">{words}</q> : null} {inWordsOf(intl, name)} (
                    <FormattedMessage id={`protocol.state.${state}`} />)
                  </span>
                </ListRow>
              ))}
            </List>
          )}
          {data.rules.length > 0 && (
            <List framed aria-label={intl.formatMessage({ id: 'protocol.rules' })}>
              {data.rules.map(({ id, outcome, says, source }) => (
                <ListRow key={id} className={styles.line}>
                  <span className={styles.head}>
                    <Badge tone={OUTCOME_TONES[outcome]}>{id}</Badge> {inWordsOf(intl, says)}
                  </span>
                  <a className={styles.fact} href={source.url} target="_blank" rel="noreferrer">
                    {source.publisher}, {source.title}
                  </a>
                </ListRow>
              ))}
            </List>
          )}
          {data.advice && (
            <blockquote className={styles.advice} aria-label={intl.formatMessage({ id: 'protocol.advice' })}>
              {[...data.advice.howSoon, ...data.advice.toDo, ...data.advice.avoid, data.advice.callIf ?? ''].map(
                (line) => (
                  <span key={line}>{line}</span>
                ),
              )}
            </blockquote>
          )}
        </div>
      )}
      {next && (
        <div className={styles.line}>
          <p>{next.text}</p>
          <Row>
            {ANSWERS.map((answer) => (
              <Button
                key={answer}
                size="small"
                busy={tried.isPending}
                onClick={() => run([...answers, { question: next.id, answer }])}
              >
                <FormattedMessage id={`protocol.answer.${answer}`} />
              </Button>
            ))}
          </Row>
        </div>
      )}
    </Card>
  )
}
