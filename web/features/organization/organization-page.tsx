/** The organization as its administrator sees it: what is still missing, its doors, whether anything is sent, its sites. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { AboutCard } from './about-card.tsx'
import { ChannelFailuresCard } from './channel-failures-card.tsx'
import { ConsentTextsCard } from './consent-texts-card.tsx'
import { DoorsCard } from './doors-card.tsx'
import { EventSourcesCard } from './event-sources-card.tsx'
import { FirstSteps } from './first-steps.tsx'
import { HoursCard } from './hours-card.tsx'
import { MailWebhooksCard } from './mail-webhooks-card.tsx'
import type { Organization } from './organization.ts'
import { QueuesCard } from './queues-card.tsx'
import { ReopeningCard } from './reopening-card.tsx'
import { RoutingCard } from './routing-card.tsx'
import { SendingCard } from './sending-card.tsx'
import { SendingRulesCard } from './sending-rules-card.tsx'
import { SmsNumbersCard } from './sms-numbers-card.tsx'
import { SitesCard } from './sites-card.tsx'
import { VoiceLinesCard } from './voice-lines-card.tsx'
import { WidgetCard } from './widget-card.tsx'

/** The cards of other rooms: of the assistant, and of kiosks and displays, which are the front desk's. */
export function OrganizationPage({ assistant, devices }: { assistant: ReactNode; devices: ReactNode }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.organization.get.queryOptions()
  const organization = useQuery(options)
  const onChanged = (next: Organization) => {
    queries.setQueryData(options.queryKey, next)
    void queries.invalidateQueries({ queryKey: api.session.get.key() })
  }
  const { data, error } = organization
  return (
    <Page
      title={data?.name ?? intl.formatMessage({ id: 'desk.page.organization' })}
      lead={<FormattedMessage id="organization.lead" />}
      actions={
        <>
          <Link to={'/policies' as never} className={buttonClass()}>
            <FormattedMessage id="organization.policies" />
          </Link>
          <Link to={'/protocol' as never} className={buttonClass()}>
            <FormattedMessage id="organization.protocol" />
          </Link>
          <Link to={'/work' as never} className={buttonClass()}>
            <FormattedMessage id="organization.work" />
          </Link>
        </>
      }
    >
      {organization.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {error && (
        <FailedState
          title={describeProblem(intl, problemOf(error))}
          code={problemOf(error).code}
          onRetry={() => void organization.refetch()}
        />
      )}
      {data && (
        <>
          <FirstSteps organization={data} onChanged={onChanged} />
          <ChannelFailuresCard />
          <DoorsCard organization={data} onChanged={onChanged} />
          <WidgetCard />
          <MailWebhooksCard organization={data} />
          <SmsNumbersCard />
          <VoiceLinesCard />
          <EventSourcesCard />
          <SendingCard organization={data} onChanged={onChanged} />
          <SendingRulesCard />
          <ConsentTextsCard />
          <ReopeningCard />
          <QueuesCard organization={data} onChanged={onChanged} />
          <RoutingCard />
          {assistant}
          <SitesCard organization={data} onChanged={onChanged} />
          <HoursCard organization={data} />
          {devices}
          <AboutCard organization={data} onChanged={onChanged} />
        </>
      )}
    </Page>
  )
}
