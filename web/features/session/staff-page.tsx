/** Who works here: members with role and state, invitations, and the end of a membership. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { MailWarning, ShieldOff, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { StaffMember } from '../../api/types.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { EndMemberDialog } from './end-member-dialog.tsx'
import { MemberDialog } from './member-dialog.tsx'
import styles from './session.module.css'
import { useStepUp } from './step-up.tsx'

export function StaffPage({ role, meId }: { role: string; meId: string }) {
  const intl = useIntl()
  const [isInviting, setIsInviting] = useState(false)
  const members = useQuery(api.staff.list.queryOptions())
  const organization = useQuery(api.organization.get.queryOptions())
  const isAdministrator = role === 'administrator'
  const waiting = (members.data ?? []).filter(({ invitationMail }) => invitationMail === 'waiting').length
  const sorted = [...(members.data ?? [])].sort(
    (a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || a.family.localeCompare(b.family),
  )
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.staff' })}
      actions={
        isAdministrator && (
          <Button tone="primary" icon={UserPlus} onClick={() => setIsInviting(true)}>
            <FormattedMessage id="desk.staff.invite" />
          </Button>
        )
      }
    >
      {members.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {members.isError && (
        <FailedState
          title={describeProblem(intl, problemOf(members.error))}
          code={problemOf(members.error).code}
          onRetry={() => void members.refetch()}
        />
      )}
      {organization.data && !organization.data.outboundOn && waiting > 0 && (
        <Banner tone="warning">
          <FormattedMessage id="staff.mail-off" values={{ count: waiting }} />
        </Banner>
      )}
      {members.data && (
        <List framed aria-label={intl.formatMessage({ id: 'desk.page.staff' })}>
          {sorted.map((member) => (
            <MemberRow key={member.id} member={member} isAdministrator={isAdministrator} isMe={member.id === meId} />
          ))}
        </List>
      )}
      {isInviting && <MemberDialog onClose={() => setIsInviting(false)} />}
    </Page>
  )
}

type MemberRowProps = { member: StaffMember; isAdministrator: boolean; isMe: boolean }

function MemberRow({ member, isAdministrator, isMe }: MemberRowProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  const [asked, setAsked] = useState<'end' | 'factors' | null>(null)
  const [isChanging, setIsChanging] = useState(false)
  const name = `${member.given} ${member.family}`
  const act = (run: () => Promise<unknown>, done: string) =>
    guard(run).then(
      () => {
        showToast({ text: done })
        return queries.invalidateQueries({ queryKey: api.staff.list.key() })
      },
      (error) => {
        const problem = problemOf(error)
        const isElsewhere = problem.detail?.reason === 'works-elsewhere'
        const text = isElsewhere ? intl.formatMessage({ id: 'staff.factors-elsewhere' }, { name }) : undefined
        showToast({ text: text ?? describeProblem(intl, problem) })
      },
    )
  return (
    <ListRow className={styles.line}>
      <Avatar name={name} tone="staff" />
      <span className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.fact}>
          <bdi>{member.email}</bdi> ·{' '}
          {intl.formatList(
            member.languages.map((language) => intl.formatDisplayName(language, { type: 'language' }) ?? language),
          )}
        </span>
      </span>
      <Row>
        <Badge>
          <FormattedMessage id={`desk.role.${member.role}`} />
        </Badge>
        {member.state === 'active' && member.onDuty && (
          <Badge tone="done">
            <FormattedMessage id="desk.assign.on-duty" />
          </Badge>
        )}
        {member.state === 'active' && !member.hasSecondFactor && (
          <Badge tone="urgent" icon={ShieldOff}>
            <FormattedMessage id="staff.no-second-factor" />
          </Badge>
        )}
        {member.state === 'planned' && (
          <Badge tone="waiting">
            {member.invitedUntil ? (
              <FormattedMessage
                id="staff.invited-until"
                values={{ time: <Timestamp key="time" at={member.invitedUntil} style="exact" /> }}
              />
            ) : (
              <FormattedMessage id="staff.invited" />
            )}
          </Badge>
        )}
        {member.invitationMail === 'not-sent' && (
          <Badge tone="urgent" icon={MailWarning}>
            <FormattedMessage id="staff.mail-not-sent" />
          </Badge>
        )}
        {member.state === 'ended' && (
          <Badge>
            <FormattedMessage id="staff.ended" />
          </Badge>
        )}
      </Row>
      {isAdministrator && member.state !== 'ended' && (
        <Row>
          {member.state === 'planned' && (
            <Button
              size="small"
              onClick={() =>
                void act(
                  () => client.staff.inviteAgain({ staffId: member.id }),
                  intl.formatMessage({ id: 'staff.sent' }),
                )
              }
            >
              <FormattedMessage id="staff.invite-again" />
            </Button>
          )}
          <Button
            size="small"
            aria-label={intl.formatMessage({ id: 'staff.change-whom' }, { name })}
            onClick={() => setIsChanging(true)}
          >
            <FormattedMessage id="desk.change" />
          </Button>
          {!isMe && member.state === 'active' && member.hasSecondFactor && (
            <Button
              size="small"
              tone="plain"
              aria-label={intl.formatMessage({ id: 'staff.factors-whom' }, { name })}
              onClick={() => setAsked('factors')}
            >
              <FormattedMessage id="staff.factors" />
            </Button>
          )}
          {!isMe && (
            <Button size="small" tone="plain" onClick={() => setAsked('end')}>
              <FormattedMessage id="staff.end" />
            </Button>
          )}
        </Row>
      )}
      {isChanging && <MemberDialog member={member} onClose={() => setIsChanging(false)} />}
      {asked === 'factors' && (
        <Dialog
          title={<FormattedMessage id="staff.factors-title" values={{ name }} />}
          size="small"
          onClose={() => setAsked(null)}
          actions={
            <Button
              tone="danger"
              onClick={() => {
                setAsked(null)
                void act(
                  () => client.factor.removeOf({ staffId: member.id }),
                  intl.formatMessage({ id: 'staff.did-factors' }, { name }),
                )
              }}
            >
              <FormattedMessage id="staff.factors" />
            </Button>
          }
        >
          <p>
            <FormattedMessage id="staff.factors-what" />
          </p>
        </Dialog>
      )}
      {asked === 'end' && <EndMemberDialog member={member} onClose={() => setAsked(null)} />}
    </ListRow>
  )
}
