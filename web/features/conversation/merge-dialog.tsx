/** Making this conversation part of another: which one, what will happen, then once yes (desk-D22). */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, ConversationRow } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './conversation-dialogs.module.css'
import { StateBadge } from './badges.tsx'
import { senderNameOf } from './sender-name.ts'
import { useMoves } from './use-moves.ts'

/** Conversations shown to choose from; who looks for another types its number. */
const SHOWN = 10

export function MergeDialog({ conversation, onClose }: { conversation: ConversationDetail; onClose: () => void }) {
  const intl = useIntl()
  const [words, setWords] = useState('')
  const [into, setInto] = useState<ConversationRow | null>(null)
  const wanted = useDeferredValue(words.trim())
  const patientId = conversation.patient?.id
  const isSure = conversation.identityLevel === 'verified' || conversation.identityLevel === 'verified_for'
  // What else the patient wrote is shown to whom it may be shown here; a number finds any that the reader may open.
  const own = useQuery(
    api.conversation.list.queryOptions({
      input: { view: 'all', patientId, conversationId: conversation.id, limit: SHOWN + 1 },
      enabled: patientId !== undefined && isSure && wanted === '',
    }),
  )
  const found = useQuery(
    api.conversation.list.queryOptions({
      input: { view: 'all', search: wanted, limit: SHOWN + 1 },
      enabled: wanted.length > 1,
    }),
  )
  const listed = wanted === '' ? own : found
  const rows = (listed.data?.items ?? []).filter(({ id, state }) => id !== conversation.id && state !== 'merged')

  return (
    <Dialog title={<FormattedMessage id="moving.merge.title" />} onClose={onClose}>
      {into ? (
        <MergePreview conversation={conversation} into={into} onBack={() => setInto(null)} onClose={onClose} />
      ) : (
        <>
          <SearchField
            id="merge-search"
            autoFocus
            label={intl.formatMessage({ id: 'moving.merge.search' })}
            placeholder={intl.formatMessage({ id: 'moving.merge.search' })}
            value={words}
            onChange={(change) => setWords(change.target.value)}
          />
          {listed.isError && (
            <Banner tone="warning" announce="alert">
              {describeProblem(intl, problemOf(listed.error))}
            </Banner>
          )}
          {listed.isLoading && (
            <Skeleton>
              <SkeletonBar width="long" />
              <SkeletonBar width="long" />
            </Skeleton>
          )}
          {rows.length > 0 ? (
            <ul className={styles.choices}>
              {rows.slice(0, SHOWN).map((row) => (
                <li key={row.id}>
                  <button type="button" className={styles.choice} onClick={() => setInto(row)}>
                    <span className={styles.person}>
                      <span>{row.subject || row.lastWords || <FormattedMessage id="desk.no-subject" />}</span>
                      <span className={styles.fact}>{[row.number, senderNameOf(row)].filter(Boolean).join(' · ')}</span>
                    </span>
                    <StateBadge conversation={row} />
                    <Timestamp at={row.lastMessageAt} className={styles.fact} />
                  </button>
                </li>
              ))}
            </ul>
          ) : (
            !listed.isLoading && (
              <p className={styles.fact}>
                <FormattedMessage id={wanted === '' ? 'moving.merge.type-number' : 'moving.merge.none'} />
              </p>
            )
          )}
        </>
      )}
    </Dialog>
  )
}

type MergePreviewProps = {
  conversation: ConversationDetail
  into: ConversationRow
  onBack: () => void
  onClose: () => void
}

function MergePreview({ conversation, into, onBack, onClose }: MergePreviewProps) {
  const intl = useIntl()
  const { merge, isMoving } = useMoves(conversation)
  const preview = useQuery({
    ...api.conversation.previewMerge.queryOptions({ input: { conversationId: conversation.id, intoId: into.id } }),
    staleTime: 0,
    gcTime: 0,
  })
  const facts = preview.data
  return (
    <div className={styles.form} aria-live="polite">
      <p>
        <FormattedMessage id="moving.merge.into" values={{ number: into.number, name: senderNameOf(into) }} />
      </p>
      {preview.isError && (
        <Banner tone="warning" announce="alert">
          {describeProblem(intl, problemOf(preview.error))}
        </Banner>
      )}
      {facts?.obstacle && (
        <Banner tone="warning" announce="alert">
          <FormattedMessage id={`moving.merge.obstacle.${facts.obstacle}`} />
        </Banner>
      )}
      {facts && !facts.obstacle && (
        <ul className={styles.preview}>
          <li>
            <FormattedMessage id="moving.merge.messages" values={{ count: facts.messages }} />
          </li>
          <li>
            <FormattedMessage id="moving.merge.leads" />
          </li>
          {facts.openAlerts > 0 && (
            <li>
              <FormattedMessage id="moving.merge.alerts" values={{ count: facts.openAlerts }} />
            </li>
          )}
          {facts.onTheirWay > 0 && (
            <li>
              <FormattedMessage id="moving.merge.on-their-way" values={{ count: facts.onTheirWay }} />
            </li>
          )}
          {facts.drafts > 0 && (
            <li>
              <FormattedMessage id="moving.merge.drafts" values={{ count: facts.drafts }} />
            </li>
          )}
          {facts.linksPatient && (
            <li>
              <FormattedMessage id="moving.merge.links" />
            </li>
          )}
          <li>
            <FormattedMessage id="moving.merge.undo" />
          </li>
        </ul>
      )}
      <div className={styles.chosen}>
        <Button onClick={onBack} autoFocus>
          <FormattedMessage id="moving.merge.back" />
        </Button>
        <Button
          tone="primary"
          busy={isMoving}
          disabled={!facts || facts.obstacle !== null}
          onClick={() => facts && merge({ intoId: into.id, intoVersion: facts.intoVersion }, onClose)}
        >
          <FormattedMessage id="moving.merge.do" />
        </Button>
      </div>
    </div>
  )
}
