/** Addresses elsewhere that rules tell: added with a secret that is shown once, switched off, and failed calls made again (trust-D59). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { useStepUp } from '../session/index.ts'
import { useRuleChange } from './rule.ts'
import styles from './rule.module.css'

export function WebhooksCard() {
  const intl = useIntl()
  const change = useRuleChange()
  const [isAdding, setIsAdding] = useState(false)
  const [renewed, setRenewed] = useState<string | null>(null)
  const webhooks = useQuery(api.rule.webhooks.queryOptions())
  return (
    <Card
      title={<FormattedMessage id="rules.webhooks" />}
      actions={
        <Button size="small" onClick={() => setIsAdding(true)}>
          <FormattedMessage id="rules.webhooks.add" />
        </Button>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="rules.webhooks.lead" />
      </p>
      {webhooks.isError && <Failed error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.data && webhooks.data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'rules.webhooks' })}>
          {webhooks.data.map(({ id: webhookId, name, url, state, calls, earlierUntil }) => (
            <ListRow key={webhookId} className={styles.row}>
              <div className={styles.words}>
                <Row>
                  <strong>{name}</strong>
                  <Badge tone={state === 'active' ? 'done' : 'waiting'}>
                    <FormattedMessage id={`rules.webhook-state.${state}`} />
                  </Badge>
                </Row>
                <bdi className={styles.fact}>{url}</bdi>
                {earlierUntil && (
                  <Row>
                    <span className={styles.fact}>
                      <FormattedMessage
                        id="rules.webhooks.earlier"
                        values={{ until: <Timestamp at={earlierUntil} style="full" /> }}
                      />
                    </span>
                    <Button
                      size="small"
                      tone="plain"
                      onClick={() => void change(() => client.rule.endEarlierSecret({ webhookId }))}
                    >
                      <FormattedMessage id="rules.webhooks.earlier.end" />
                    </Button>
                  </Row>
                )}
                {calls.slice(0, 5).map(({ id: callId, at, state: callState, answer }) => (
                  <Row key={callId}>
                    <span className={styles.fact}>
                      <Timestamp at={at} /> · <FormattedMessage id={`rules.call.${callState}`} />
                      {answer && (
                        <>
                          {' · '}
                          <FormattedMessage id="rules.call.answer" values={{ answer }} />
                        </>
                      )}
                    </span>
                    {callState === 'failed' && state === 'active' && (
                      <Button
                        size="small"
                        tone="plain"
                        onClick={() => void change(() => client.rule.tellAgain({ callId }))}
                      >
                        <FormattedMessage id="rules.webhooks.again" />
                      </Button>
                    )}
                  </Row>
                ))}
              </div>
              <Row>
                {!earlierUntil && (
                  <Button
                    size="small"
                    aria-label={intl.formatMessage({ id: 'rules.webhooks.renew-of' }, { name })}
                    onClick={() => setRenewed(webhookId)}
                  >
                    <FormattedMessage id="rules.webhooks.renew" />
                  </Button>
                )}
                <Button
                  size="small"
                  onClick={() =>
                    void change(() =>
                      client.rule.setWebhook({ webhookId, state: state === 'active' ? 'disabled' : 'active' }),
                    )
                  }
                >
                  <FormattedMessage id={state === 'active' ? 'rules.off' : 'rules.webhooks.on'} />
                </Button>
              </Row>
            </ListRow>
          ))}
        </List>
      )}
      {isAdding && <AddWebhook onClose={() => setIsAdding(false)} />}
      {renewed && <RenewSigningSecret webhookId={renewed} onClose={() => setRenewed(null)} />}
    </Card>
  )
}

function RenewSigningSecret({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const change = useRuleChange()
  const [secret, setSecret] = useState<string | null>(null)
  const renew = async () => setSecret((await client.rule.renewSecret({ webhookId })).secret)
  return (
    <Dialog title={<FormattedMessage id="rules.webhooks.renew" />} onClose={onClose}>
      <div className={styles.form}>
        <p>
          <FormattedMessage id="rules.webhooks.renew.text" />
        </p>
        {secret ? (
          <Secret secret={secret} />
        ) : (
          <Button tone="primary" onClick={() => void change(renew)}>
            <FormattedMessage id="rules.webhooks.renew" />
          </Button>
        )}
      </div>
    </Dialog>
  )
}

const Secret = ({ secret }: { secret: string }) => (
  <div className={styles.form} role="status">
    <p>
      <FormattedMessage id="rules.webhooks.secret" />
    </p>
    <code className={styles.code}>{secret}</code>
  </div>
)

function AddWebhook({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('https://')
  const [secret, setSecret] = useState<string | null>(null)
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      setSecret((await guard(() => client.rule.addWebhook({ name, url }))).secret)
      await queries.invalidateQueries({ queryKey: api.rule.key() })
    } catch (error) {
      const problem = problemOf(error)
      const id = `rules.fault.${String(problem.detail?.reason)}` as FormatjsIntl.Message['ids']
      const message = id in intl.messages ? intl.formatMessage({ id }) : describeProblem(intl, problem)
      setProblems([{ ...(problem.field ? { field: `webhook-${problem.field}` } : {}), message }])
      setAttempt(attempt + 1)
    }
  }
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <Dialog title={<FormattedMessage id="rules.webhooks.add" />} onClose={onClose}>
      {secret ? (
        <Secret secret={secret} />
      ) : (
        <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
          <ErrorSummary title={intl.formatMessage({ id: 'desk.form.problem' })} problems={problems} attempt={attempt} />
          <TextField
            id="webhook-name"
            required
            maxLength={80}
            label={<FormattedMessage id="rules.name" />}
            error={errorAt('webhook-name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <TextField
            id="webhook-url"
            type="url"
            required
            dir="ltr"
            maxLength={500}
            label={<FormattedMessage id="rules.webhooks.url" />}
            error={errorAt('webhook-url')}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
          <Button type="submit" tone="primary">
            <FormattedMessage id="desk.save" />
          </Button>
        </form>
      )}
    </Dialog>
  )
}
