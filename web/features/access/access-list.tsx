/** "Who saw my record": each look at it, in plain words, the newest first (trust-D33). */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Eye, ShieldAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import type { Access } from '../../api/types.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { describeTime, useNow } from '../../ui/timestamp.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { usePatientSession, useWhose } from '../patient-session/patient-session.tsx'
import styles from './access-list.module.css'

type Show = 'others' | 'all'

export function AccessList() {
  const intl = useIntl()
  const { patientId } = usePatientSession()
  const title = intl.formatMessage({ id: 'privacy.access.title' }, useWhose())
  const [show, setShow] = useState<Show>('others')
  const list = useInfiniteQuery(
    api.myAccess.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ patientId, show, cursor }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const accesses = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={title} lead={<FormattedMessage id="privacy.access.lead" />}>
      <Card>
        <Choice<Show>
          name="show"
          legend={<FormattedMessage id="privacy.access.show" />}
          value={show}
          options={[
            { value: 'others', label: <FormattedMessage id="privacy.access.show.others" /> },
            { value: 'all', label: <FormattedMessage id="privacy.access.show.all" /> },
          ]}
          onChange={setShow}
        />
      </Card>
      {list.isPending && (
        <Skeleton>
          <SkeletonBar width="long" />
          <SkeletonBar width="middle" />
          <SkeletonBar width="long" />
        </Skeleton>
      )}
      {list.isError && accesses.length === 0 && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && accesses.length === 0 && (
        <EmptyState icon={Eye} title={<FormattedMessage id="privacy.access.empty" />}>
          <FormattedMessage id="privacy.access.empty.hint" />
        </EmptyState>
      )}
      {accesses.length > 0 && (
        <List framed aria-label={title}>
          {accesses.map((access) => (
            <AccessRow key={access.id} access={access} />
          ))}
        </List>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="portal.more" />
        </Button>
      )}
      <p>
        <FormattedMessage
          id="privacy.access.question"
          values={{ write: (text) => <PlaceLink to={{ name: 'new-message' }}>{text}</PlaceLink> }}
        />
      </p>
    </Page>
  )
}

function AccessRow({ access }: { access: Access }) {
  const intl = useIntl()
  return (
    <ListRow className={styles.access}>
      <p className={styles.what}>
        <FormattedMessage
          id="privacy.access.sentence"
          values={{ who: <strong>{whoOf(intl, access)}</strong>, action: access.action, thing: thingOf(access) }}
        />
      </p>
      <p className={styles.fact}>
        <When access={access} />
        {!access.who.isMe && (
          <>
            {' · '}
            <FormattedMessage id="privacy.access.purpose" values={{ purpose: access.purpose }} />
          </>
        )}
      </p>
      {access.isBreakTheGlass && (
        <Badge tone="urgent" icon={TriangleAlert}>
          <FormattedMessage id="privacy.access.emergency" />
        </Badge>
      )}
      {access.wasRefused && (
        <Badge icon={ShieldAlert}>
          <FormattedMessage id="privacy.access.refused" />
        </Badge>
      )}
    </ListRow>
  )
}

/** Once, or from when to when and how often. */
function When({ access: { at, until, count } }: { access: Access }) {
  const intl = useIntl()
  const now = useNow()
  const begun = <time dateTime={at}>{describeTime(intl, new Date(at), now, 'full')}</time>
  if (count === 1) return begun
  const [first, last] = [at, until].map((one) => describeTime(intl, new Date(one), now, 'clock'))
  return first === last ? (
    <FormattedMessage id="privacy.access.times" values={{ at: begun, count }} />
  ) : (
    <FormattedMessage
      id="privacy.access.times.between"
      values={{ from: begun, until: <time dateTime={until}>{last}</time>, count }}
    />
  )
}

function whoOf(intl: IntlShape, { who }: Access): string {
  if (who.isMe) return intl.formatMessage({ id: 'privacy.access.me' })
  const role = intl.formatMessage({ id: `privacy.access.role.${who.role}` })
  return who.name ? intl.formatMessage({ id: 'privacy.access.named' }, { name: who.name, role }) : role
}

const THINGS = [
  'conversation',
  'message',
  'patient',
  'contact-point',
  'consent',
  'attachment',
  'session',
  'proxy-link',
  'journal',
] as const

/** What was looked at or changed; anything else is "your record". */
const thingOf = ({ resourceKind }: Access): string =>
  (THINGS as readonly string[]).includes(resourceKind) ? resourceKind.replace('-', '') : 'other'
