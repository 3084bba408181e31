/** Reviewed texts, found by typing. The server fills in what the identity level allows and picks the patient's language. */
import { useQuery } from '@tanstack/react-query'
import { Stethoscope } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { CannedReply } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import { FileText } from 'lucide-react'
import { languageName } from './badges.tsx'
import styles from './conversation-dialogs.module.css'

type Filled = Awaited<ReturnType<typeof client.desk.fillCannedReply>>

type CannedReplyPickerProps = { conversationId: string; onInsert: (text: string) => void; onClose: () => void }

export function CannedReplyPicker({ conversationId, onInsert, onClose }: CannedReplyPickerProps) {
  const intl = useIntl()
  const [words, setWords] = useState('')
  const [filled, setFilled] = useState<{ reply: CannedReply; text: Filled } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const list = useQuery(api.desk.cannedReplies.queryOptions({ input: {} }))
  const wanted = words.trim().toLocaleLowerCase()
  const matches = (list.data ?? []).filter((reply) =>
    `${reply.title} ${reply.topic ?? ''} ${reply.key}`.toLocaleLowerCase().includes(wanted),
  )

  const fill = async (reply: CannedReply) => {
    setProblem(null)
    try {
      const text = await client.desk.fillCannedReply({ cannedReplyId: reply.id, conversationId })
      if (text.missing.length === 0 && !text.isFallbackLanguage) {
        onInsert(text.text)
        onClose()
      } else setFilled({ reply, text })
    } catch (error) {
      setProblem(describeProblem(intl, problemOf(error)))
    }
  }

  if (filled)
    return (
      <Dialog
        title={filled.reply.title}
        onClose={onClose}
        actions={
          <>
            <Button onClick={() => setFilled(null)}>
              <FormattedMessage id="desk.canned.another" />
            </Button>
            <Button
              tone="primary"
              onClick={() => {
                onInsert(filled.text.text)
                onClose()
              }}
            >
              <FormattedMessage id="desk.canned.insert" />
            </Button>
          </>
        }
      >
        {filled.text.isFallbackLanguage && (
          <Banner tone="warning" announce="never">
            <FormattedMessage
              id="desk.canned.fallback"
              values={{ language: languageName(intl, filled.text.language) }}
            />
          </Banner>
        )}
        {filled.text.missing.length > 0 && (
          <Banner tone="warning" announce="never">
            <FormattedMessage id="desk.canned.missing" values={{ names: intl.formatList(filled.text.missing) }} />
          </Banner>
        )}
        <p className={styles.preview} dir="auto" lang={filled.text.language}>
          {filled.text.text}
        </p>
      </Dialog>
    )

  return (
    <Dialog title={<FormattedMessage id="desk.canned.title" />} size="wide" onClose={onClose}>
      <SearchField
        id="canned-search"
        autoFocus
        label={intl.formatMessage({ id: 'desk.canned.search' })}
        placeholder={intl.formatMessage({ id: 'desk.canned.search' })}
        value={words}
        onChange={(change) => setWords(change.target.value)}
        onKeyDown={(press) => {
          const first = matches.find((reply) => !reply.isExpired)
          if (press.key === 'Enter' && first) void fill(first)
        }}
      />
      {problem && (
        <Banner tone="warning" announce="alert">
          {problem}
        </Banner>
      )}
      {list.isPending && (
        <Skeleton>
          <SkeletonBar width="long" />
          <SkeletonBar width="middle" />
        </Skeleton>
      )}
      {list.isError && <FailedState code={problemOf(list.error).code} onRetry={() => void list.refetch()} />}
      {list.isSuccess && matches.length === 0 && (
        <EmptyState icon={FileText} title={<FormattedMessage id="desk.canned.nothing" />} />
      )}
      <ul className={styles.choices}>
        {matches.map((reply) => (
          <li key={reply.id}>
            <button type="button" className={styles.choice} disabled={reply.isExpired} onClick={() => void fill(reply)}>
              <span className={styles.person}>
                <span>{reply.title}</span>
                <span className={styles.fact}>
                  {[reply.topic, intl.formatList(reply.languages.map((language) => languageName(intl, language)))]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {reply.isClinical && (
                <Badge tone="brand" icon={Stethoscope}>
                  <FormattedMessage id="desk.canned.clinical" />
                </Badge>
              )}
              {reply.isExpired && (
                <Badge tone="urgent">
                  <FormattedMessage id="desk.canned.expired" />
                </Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
