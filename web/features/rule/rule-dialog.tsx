/** One rule: tried on past days, published, its versions, and what it did (desk-D69). */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Row } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { describeOutcome, describeRule } from './rule-words.ts'
import { definitionOf, useRuleChange, type Choices, type Outcome, type Rule } from './rule.ts'
import styles from './rule.module.css'

const DAYS_AT_FIRST = 7
const DAYS_MAX = 90
/** While a trial runs it is asked how far it is, in milliseconds. */
const PROGRESS_EVERY_MS = 500
const PAGE = 10

type Props = { rule: Rule; choices: Choices; mayChange: boolean; onClose: () => void }

export function RuleDialog({ rule, choices, mayChange, onClose }: Props) {
  const intl = useIntl()
  const { newest } = rule
  return (
    <Dialog title={newest.definition.name} size="wide" onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.summary}>{describeRule(intl, definitionOf(newest), choices)}</p>
        <Trial rule={rule} mayChange={mayChange} />
        <Versions rule={rule} choices={choices} mayChange={mayChange} />
        <Runs ruleId={rule.id} mayOpen={!mayChange} />
      </div>
    </Dialog>
  )
}

function Trial({ rule, mayChange }: { rule: Rule; mayChange: boolean }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const change = useRuleChange()
  const [days, setDays] = useState(DAYS_AT_FIRST)
  const { id: ruleId, newest } = rule
  const query = useQuery(
    api.rule.simulation.queryOptions({
      input: { ruleId },
      refetchInterval: ({ state: { data } }) => (isRunning(data?.simulation?.state) ? PROGRESS_EVERY_MS : false),
    }),
  )
  const simulation = query.data?.simulation
  const runs = isRunning(simulation?.state)
  // What it found, and that the version may act now, is news to the rest of the page.
  const doneId = simulation?.state === 'done' ? simulation.id : undefined
  useEffect(() => {
    if (!doneId) return
    void queries.invalidateQueries({ queryKey: api.rule.list.key() })
    void queries.invalidateQueries({ queryKey: api.rule.hits.key() })
    void queries.invalidateQueries({ queryKey: api.rule.versions.key() })
  }, [doneId, queries])
  const isTried =
    newest.state === 'simulated' ||
    newest.state === 'off' ||
    (simulation?.state === 'done' && simulation.version === newest.version)
  // Who only reads is not shown where others try.
  if (!mayChange && !simulation && !query.isError) return null
  return (
    <section className={styles.section}>
      <h3>
        <FormattedMessage id="rules.try" />
      </h3>
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {mayChange && (
        <div className={styles.try}>
          <TextField
            id="simulation-days"
            type="number"
            min={1}
            max={DAYS_MAX}
            label={<FormattedMessage id="rules.try.days" />}
            value={days}
            onChange={({ target }) => setDays(Math.min(DAYS_MAX, Math.max(1, target.valueAsNumber || 1)))}
          />
          <Button
            busy={runs}
            onClick={() => void change(() => client.rule.simulate({ ruleId, version: newest.version, days }))}
          >
            <FormattedMessage id="rules.try.run" values={{ version: newest.version }} />
          </Button>
          {runs && (
            <Button tone="plain" onClick={() => void change(() => client.rule.cancelSimulation({ ruleId }))}>
              <FormattedMessage id="rules.try.cancel" />
            </Button>
          )}
        </div>
      )}
      {simulation && runs && (
        <label>
          <FormattedMessage
            id="rules.try.progress"
            values={{ read: simulation.conversationsRead, all: simulation.conversations }}
          />
          <progress
            className={styles.progress}
            value={simulation.conversationsRead}
            max={Math.max(1, simulation.conversations)}
          />
        </label>
      )}
      <div role="status" className={styles.form}>
        {simulation?.state === 'done' && (
          <>
            <p>
              <FormattedMessage id="rules.try.hits" values={simulation as never} />
              {simulation.replies > 0 && (
                <>
                  {' '}
                  <FormattedMessage
                    id="rules.try.replies"
                    values={{ count: simulation.replies, refused: simulation.repliesRefused }}
                  />
                </>
              )}
            </p>
            {simulation.isCut && (
              <Banner tone="warning" announce="never">
                <FormattedMessage id="rules.try.cut" />
              </Banner>
            )}
            <p className={styles.fact}>
              <FormattedMessage id="rules.try.today" />
            </p>
          </>
        )}
        {(simulation?.state === 'cancelled' || simulation?.state === 'failed') && (
          <p>
            <FormattedMessage id={`rules.try.${simulation.state}`} />
          </p>
        )}
      </div>
      {simulation?.state === 'done' && simulation.hits > 0 && <Hits ruleId={ruleId} mayOpen={!mayChange} />}
      {mayChange && newest.state !== 'live' && (
        <Row>
          <Button
            tone="primary"
            disabled={!isTried}
            onClick={() =>
              void change(
                () => client.rule.publish({ ruleId, version: newest.version }),
                intl.formatMessage({ id: 'rules.published' }, { version: newest.version }),
              )
            }
          >
            <FormattedMessage id="rules.publish" values={{ version: newest.version }} />
          </Button>
          {!isTried && (
            <span className={styles.fact}>
              <FormattedMessage id="rules.publish.first" />
            </span>
          )}
        </Row>
      )}
    </section>
  )
}

const isRunning = (state: string | undefined): boolean => state === 'waiting' || state === 'running'

function Hits({ ruleId, mayOpen }: { ruleId: string; mayOpen: boolean }) {
  const hits = useInfiniteQuery(
    api.rule.hits.infiniteOptions({
      input: (cursor: string | undefined) => ({ ruleId, cursor, limit: PAGE }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  return (
    <Acted
      caption={<FormattedMessage id="rules.try" />}
      rows={hits.data?.pages.flatMap(({ items }) => items.map((hit) => ({ ...hit, key: String(hit.n) }))) ?? []}
      mayOpen={mayOpen}
      failed={hits.isError ? <Failed error={hits.error} onRetry={() => void hits.refetch()} /> : null}
      more={hits.hasNextPage ? () => void hits.fetchNextPage() : undefined}
    />
  )
}

function Runs({ ruleId, mayOpen }: { ruleId: string; mayOpen: boolean }) {
  const runs = useInfiniteQuery(
    api.rule.runs.infiniteOptions({
      input: (cursor: string | undefined) => ({ ruleId, cursor, limit: PAGE }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const rows = runs.data?.pages.flatMap(({ items }) => items.map((run) => ({ ...run, key: run.id }))) ?? []
  return (
    <section className={styles.section}>
      <h3>
        <FormattedMessage id="rules.did" />
      </h3>
      {runs.isSuccess && rows.length === 0 ? (
        <p className={styles.fact}>
          <FormattedMessage id="rules.did.nothing" />
        </p>
      ) : (
        <Acted
          caption={<FormattedMessage id="rules.did" />}
          rows={rows}
          mayOpen={mayOpen}
          failed={runs.isError ? <Failed error={runs.error} onRetry={() => void runs.refetch()} /> : null}
          more={runs.hasNextPage ? () => void runs.fetchNextPage() : undefined}
        />
      )}
    </section>
  )
}

type ActedProps = {
  caption: ReactNode
  rows: { key: string; conversationId: string; number: string; at: string; outcomes: Outcome[] }[]
  /** Supervisors open conversations; an administrator reads their numbers. */
  mayOpen: boolean
  failed: ReactNode
  more: (() => void) | undefined
}

/** Where it acted, or would have, with what became of each action. */
function Acted({ caption, rows, mayOpen, failed, more }: ActedProps) {
  const intl = useIntl()
  if (failed) return failed
  if (rows.length === 0) return null
  return (
    <>
      <div className={styles.scroll} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="rules.did.when" />
              </th>
              <th scope="col">
                <FormattedMessage id="rules.did.where" />
              </th>
              <th scope="col">
                <FormattedMessage id="rules.did.actions" />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, conversationId, number, at, outcomes }) => (
              <tr key={key}>
                <td>
                  <Timestamp at={at} />
                </td>
                <td>
                  {mayOpen ? (
                    <Link to="/inbox/$view/$conversationId" params={{ view: 'all', conversationId } as never}>
                      {number}
                    </Link>
                  ) : (
                    number
                  )}
                </td>
                <td>{outcomes.map((outcome) => describeOutcome(intl, outcome)).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <Button size="small" onClick={more}>
          <FormattedMessage id="desk.list.more" />
        </Button>
      )}
    </>
  )
}

function Versions({ rule, choices, mayChange }: Pick<Props, 'rule' | 'choices' | 'mayChange'>) {
  const intl = useIntl()
  const change = useRuleChange()
  const { id: ruleId } = rule
  const versions = useQuery(api.rule.versions.queryOptions({ input: { ruleId } }))
  if (versions.isError) return <Failed error={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data || versions.data.length < 2) return null
  return (
    <section className={styles.section}>
      <h3>
        <FormattedMessage id="rules.versions" />
      </h3>
      <List framed aria-label={intl.formatMessage({ id: 'rules.versions' })}>
        {versions.data.map((version) => (
          <ListRow key={version.version} className={styles.row}>
            <div className={styles.words}>
              <Row>
                <strong>
                  <FormattedMessage id="rules.version" values={{ version: version.version }} />
                </strong>
                <Badge tone={version.state === 'live' ? 'done' : 'neutral'}>
                  <FormattedMessage id={`rules.state.${version.state}`} />
                </Badge>
                <span className={styles.fact}>
                  <FormattedMessage
                    id="rules.version.by"
                    values={{ name: version.authorName ?? '–', at: <Timestamp at={version.savedAt} /> }}
                  />
                </span>
              </Row>
              <p className={styles.fact}>{describeRule(intl, definitionOf(version), choices)}</p>
            </div>
            {mayChange && version.state === 'off' && (
              <Button
                size="small"
                onClick={() =>
                  void change(
                    () => client.rule.publish({ ruleId, version: version.version }),
                    intl.formatMessage({ id: 'rules.published' }, { version: version.version }),
                  )
                }
              >
                <FormattedMessage id="rules.version.back" />
              </Button>
            )}
          </ListRow>
        ))}
      </List>
    </section>
  )
}
