/** The triage protocol: who signed it, a box to try a text, and what it knows (understanding section 4). Read-only but for a clinician's signature. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { useStepUp } from '../session/step-up.tsx'
import { FamilyKnowledge } from './family-knowledge.tsx'
import styles from './protocol.module.css'
import { TryProtocol } from './try-protocol.tsx'

type State = Awaited<ReturnType<typeof client.protocol.get>>

export function ProtocolPage({ isClinician }: { isClinician: boolean }) {
  const intl = useIntl()
  const state = useQuery(api.protocol.get.queryOptions())
  return (
    <Page title={intl.formatMessage({ id: 'protocol.title' })} lead={<FormattedMessage id="protocol.lead" />}>
      {state.data ? (
        <>
          <Signature state={state.data} isClinician={isClinician} />
          <TryProtocol />
          <Families state={state.data} />
        </>
      ) : state.error ? (
        <FailedState
          title={describeProblem(intl, problemOf(state.error))}
          code={problemOf(state.error).code}
          onRetry={() => void state.refetch()}
        />
      ) : (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
    </Page>
  )
}

function Signature({ state, isClinician }: { state: State; isClinician: boolean }) {
  const intl = useIntl()
  const [isAsking, setIsAsking] = useState(false)
  const { version, signature, history } = state
  const maySign = isClinician && !signature
  const earlier = history.filter((one) => one.version !== version)
  return (
    <>
      <Banner
        tone={signature ? 'done' : 'warning'}
        announce="never"
        title={<FormattedMessage id={signature ? 'protocol.signed' : 'protocol.unsigned'} values={{ version }} />}
        actions={
          maySign && (
            <Button tone="primary" onClick={() => setIsAsking(true)}>
              <FormattedMessage id="protocol.sign" />
            </Button>
          )
        }
      >
        {signature ? (
          <>
            <FormattedMessage id="protocol.signed-by" values={{ name: signature.by ?? '–' }} />{' '}
            <Timestamp at={signature.at} style="full" />
          </>
        ) : (
          <FormattedMessage id="protocol.unsigned-means" />
        )}
      </Banner>
      {earlier.length > 0 && (
        <Card title={<FormattedMessage id="protocol.history" />}>
          <List framed aria-label={intl.formatMessage({ id: 'protocol.history' })}>
            {earlier.map((one) => (
              <ListRow key={one.version} className={styles.line}>
                <strong>{one.version}</strong>
                <span className={styles.fact}>
                  {one.by ?? '–'} · <Timestamp at={one.at} style="full" />
                </span>
              </ListRow>
            ))}
          </List>
        </Card>
      )}
      {isAsking && <SignDialog version={version} onClose={() => setIsAsking(false)} />}
    </>
  )
}

function SignDialog({ version, onClose }: { version: string; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  const sign = useMutation({
    mutationFn: () => guard(() => client.protocol.sign({ version })),
    onSuccess: (next) => {
      queries.setQueryData(api.protocol.get.queryOptions().queryKey, next)
      showToast({ text: intl.formatMessage({ id: 'protocol.signed-now' }) })
      onClose()
    },
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  return (
    <Dialog
      title={intl.formatMessage({ id: 'protocol.sign-title' })}
      onClose={onClose}
      actions={
        <Button tone="primary" busy={sign.isPending} onClick={() => sign.mutate()}>
          <FormattedMessage id="protocol.sign" />
        </Button>
      }
    >
      <p>
        <FormattedMessage id="protocol.sign-means" values={{ version }} />
      </p>
    </Dialog>
  )
}

function Families({ state }: { state: State }) {
  const intl = useIntl()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  return (
    <Card title={<FormattedMessage id="protocol.families" />}>
      {state.families.map(({ id, title, redFlags, concepts, rules }) => (
        <details
          key={id}
          className={styles.family}
          onToggle={({ currentTarget }) => currentTarget.open && setOpen(new Set([...open, id]))}
        >
          <summary>
            <strong>{inWordsOf(intl, title)}</strong>{' '}
            <span className={styles.fact}>
              <FormattedMessage id="protocol.counts" values={{ concepts, redFlags, rules }} />
            </span>
          </summary>
          {open.has(id) && <FamilyKnowledge familyId={id} />}
        </details>
      ))}
    </Card>
  )
}
