/** How an article stands, what keeps it back, the steps that are open to the reader, and what was said of it (understanding-D80). */
import { MessageSquareText, Stethoscope } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { mayDo } from '#engines/knowledge/article.ts'
import { client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { describeFault } from './describe-fault.ts'
import { mayPublish, mayReview, STATE_TONES, useChange, type Article, type Me } from './knowledge.ts'
import styles from './knowledge.module.css'

export function ArticleReview({ me, article }: { me: Me; article: Article }) {
  const intl = useIntl()
  const { newest, versions } = article
  const published = versions.find(({ state }) => state === 'published')
  const isAuthor = newest.authors.some(({ id }) => id === me.id)
  const isFor = newest.content.kind === 'administrative' || me.role === 'nurse' || me.role === 'clinician'
  return (
    <Card title={<FormattedMessage id="knowledge.review" />}>
      <Row>
        <Badge tone={STATE_TONES[newest.state]} strong>
          <FormattedMessage id={`knowledge.state.${newest.state}`} />
        </Badge>
        {newest.content.kind === 'clinical' && (
          <Badge tone="brand" icon={Stethoscope}>
            <FormattedMessage id="knowledge.kind.clinical" />
          </Badge>
        )}
        <span className={styles.fact}>
          <FormattedMessage
            id="knowledge.written-by"
            values={{
              version: newest.version,
              names: intl.formatList(newest.authors.map(({ name }) => name)),
              at: <Timestamp at={newest.savedAt} />,
            }}
          />
        </span>
        {newest.reviewer && newest.reviewedAt && (
          <span className={styles.fact}>
            <FormattedMessage
              id="knowledge.reviewed-by"
              values={{ name: newest.reviewer.name, at: <Timestamp at={newest.reviewedAt} /> }}
            />
          </span>
        )}
        {published && published.version !== newest.version && (
          <Badge tone="done">
            <FormattedMessage id="knowledge.published-version" values={{ version: published.version }} />
          </Badge>
        )}
      </Row>
      {newest.faults.length > 0 && newest.state !== 'withdrawn' && newest.state !== 'expired' && (
        <div>
          <p className={styles.fact}>
            <FormattedMessage id="knowledge.faults" />
          </p>
          <ul className={styles.faults}>
            {newest.faults.map((fault) => (
              <li key={`${fault.problem}-${fault.language}`}>{describeFault(intl, fault)}</li>
            ))}
          </ul>
        </div>
      )}
      {newest.state === 'in_review' && mayReview(me) && (isAuthor || !isFor) && (
        <p className={styles.fact}>
          <FormattedMessage id={isAuthor ? 'knowledge.own-words' : 'knowledge.clinical-review'} />
        </p>
      )}
      <Steps me={me} article={article} isAuthor={isAuthor} mayApprove={isFor} />
      <Thread article={article} />
    </Card>
  )
}

type StepsProps = { me: Me; article: Article; isAuthor: boolean; mayApprove: boolean }

function Steps({ me, article, isAuthor, mayApprove }: StepsProps) {
  const intl = useIntl()
  const change = useChange()
  const [comment, setComment] = useState('')
  const [asksToWithdraw, setAsksToWithdraw] = useState(false)
  const { newest, versions } = article
  const target = { articleId: newest.articleId, version: newest.version }
  // What is approved is what was read: words that came behind the reader's back are read first.
  const [read, setRead] = useState({ version: newest.version, revision: newest.revision })
  const hasChanged = read.version !== newest.version || read.revision !== newest.revision
  const published = versions.find(({ state }) => state === 'published')
  const judges = mayDo('approve', newest.state) && mayReview(me) && !isAuthor
  const buttons: ReactNode[] = []
  if (judges && mayApprove)
    buttons.push(
      <Button
        key="approve"
        tone="primary"
        disabled={hasChanged}
        onClick={() =>
          void change(
            () => client.article.approve({ ...target, ...read, ...(comment.trim() ? { comment } : {}) }),
            intl.formatMessage({ id: 'knowledge.did.approve' }),
          )
        }
      >
        <FormattedMessage id="knowledge.do.approve" />
      </Button>,
    )
  if (judges)
    buttons.push(
      <Button
        key="return"
        disabled={hasChanged || comment.trim() === ''}
        onClick={() =>
          void change(
            () => client.article.return({ ...target, ...read, comment }),
            intl.formatMessage({ id: 'knowledge.did.return' }),
          ).then((done) => done && setComment(''))
        }
      >
        <FormattedMessage id="knowledge.do.return" />
      </Button>,
    )
  if (mayDo('return', newest.state) && isAuthor)
    buttons.push(
      <Button
        key="take-back"
        onClick={() =>
          void change(() => client.article.takeBack(target), intl.formatMessage({ id: 'knowledge.did.take-back' }))
        }
      >
        <FormattedMessage id="knowledge.do.take-back" />
      </Button>,
    )
  if (mayDo('publish', newest.state) && mayPublish(me))
    buttons.push(
      <Button
        key="publish"
        tone="primary"
        onClick={() =>
          void change(() => client.article.publish(target), intl.formatMessage({ id: 'knowledge.did.publish' }))
        }
      >
        <FormattedMessage id="knowledge.do.publish" />
      </Button>,
    )
  if (published && mayReview(me))
    buttons.push(
      <Button key="withdraw" onClick={() => setAsksToWithdraw(true)}>
        <FormattedMessage id="knowledge.do.withdraw" />
      </Button>,
    )
  if (buttons.length === 0) return null
  return (
    <div className={styles.section}>
      {judges && hasChanged && (
        <Banner
          tone="warning"
          actions={
            <Button size="small" onClick={() => setRead({ version: newest.version, revision: newest.revision })}>
              <FormattedMessage id="knowledge.changed.read" />
            </Button>
          }
        >
          <FormattedMessage id="knowledge.changed" />
        </Banner>
      )}
      {judges && (
        <TextArea
          id="review-comment"
          rows={2}
          maxLength={2_000}
          label={intl.formatMessage({ id: 'knowledge.review.comment' })}
          value={comment}
          onChange={({ target: { value } }) => setComment(value)}
        />
      )}
      <Row>{buttons}</Row>
      {asksToWithdraw && published && (
        <Dialog
          title={<FormattedMessage id="knowledge.do.withdraw" />}
          size="small"
          insists
          onClose={() => setAsksToWithdraw(false)}
          actions={
            <>
              <Button
                tone="danger"
                onClick={() => {
                  setAsksToWithdraw(false)
                  void change(
                    () => client.article.withdraw({ articleId: article.articleId, version: published.version }),
                    intl.formatMessage({ id: 'knowledge.did.withdraw' }),
                  )
                }}
              >
                <FormattedMessage id="knowledge.do.withdraw" />
              </Button>
              <Button onClick={() => setAsksToWithdraw(false)}>
                <FormattedMessage id="knowledge.withdraw.keep" />
              </Button>
            </>
          }
        >
          <p>
            <FormattedMessage id="knowledge.withdraw.what" />
          </p>
        </Dialog>
      )}
    </div>
  )
}

function Thread({ article }: { article: Article }) {
  const intl = useIntl()
  const change = useChange()
  const [body, setBody] = useState('')
  const { newest, comments } = article
  const say = () =>
    change(() => client.article.comment({ articleId: newest.articleId, version: newest.version, body })).then(
      (done) => done && setBody(''),
    )
  return (
    <div className={styles.section}>
      {comments.length > 0 && (
        <ol className={styles.thread} aria-label={intl.formatMessage({ id: 'knowledge.thread' })}>
          {comments.map((comment) => (
            <li key={comment.id}>
              <p className={styles.fact}>
                <strong>{comment.author}</strong> ·{' '}
                <FormattedMessage id={`knowledge.comment.${comment.kind}`} values={{ version: comment.version }} /> ·{' '}
                <Timestamp at={comment.at} />
              </p>
              <p className={styles.told}>{comment.body}</p>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.say}>
        <TextArea
          id="article-comment"
          rows={1}
          maxLength={2_000}
          label={intl.formatMessage({ id: 'knowledge.comment.write' })}
          value={body}
          onChange={({ target }) => setBody(target.value)}
        />
        <Button icon={MessageSquareText} disabled={body.trim() === ''} onClick={() => void say()}>
          <FormattedMessage id="knowledge.comment.send" />
        </Button>
      </div>
    </div>
  )
}
