/** How much each person takes, when, and how work is given out (desk-D31): each save is a version with its author. */
import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Pencil } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page, Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { LastChange } from './last-change.tsx'
import { MemberForm } from './member-form.tsx'
import { RulesForm } from './rules-form.tsx'
import { WeekForm } from './week-form.tsx'
import styles from './work.module.css'
import { writeSkills } from './skills-text.ts'

export type Member = Awaited<ReturnType<typeof client.workload.members>>[number]

export function WorkPage({ role }: { role: string }) {
  const intl = useIntl()
  const members = useQuery(api.workload.members.queryOptions())
  const settings = useQuery(api.workload.settings.queryOptions())
  const [editing, setEditing] = useState<{ what: 'member' | 'week'; member: Member } | null>(null)
  const failed = members.error ?? settings.error
  const close = () => {
    setEditing(null)
    void members.refetch()
  }
  return (
    <Page title={intl.formatMessage({ id: 'work.title' })} lead={<FormattedMessage id="work.lead" />}>
      {failed && (
        <FailedState
          title={describeProblem(intl, problemOf(failed))}
          code={problemOf(failed).code}
          onRetry={() => void Promise.all([members.refetch(), settings.refetch()])}
        />
      )}
      {(members.isPending || settings.isPending) && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {members.data && (
        <Card title={<FormattedMessage id="work.people" />}>
          <List framed aria-label={intl.formatMessage({ id: 'work.people' })}>
            {members.data.map((member) => (
              <ListRow key={member.staffId} className={styles.person}>
                <span className={styles.words}>
                  <strong>{member.name}</strong>
                  <span className={styles.fact}>
                    <FormattedMessage
                      id="work.capacity-of"
                      values={{
                        capacity: member.capacity,
                        skills: writeSkills(member.skills) || intl.formatMessage({ id: 'work.no-skills' }),
                      }}
                    />
                  </span>
                  <LastChange {...member} />
                </span>
                <Row>
                  <Button
                    size="small"
                    icon={Pencil}
                    aria-label={intl.formatMessage({ id: 'work.change' }, { name: member.name })}
                    onClick={() => setEditing({ what: 'member', member })}
                  >
                    <FormattedMessage id="desk.change" />
                  </Button>
                  <Button
                    size="small"
                    icon={CalendarClock}
                    aria-label={intl.formatMessage({ id: 'work.week-of' }, { name: member.name })}
                    onClick={() => setEditing({ what: 'week', member })}
                  >
                    <FormattedMessage id="work.week" />
                  </Button>
                </Row>
              </ListRow>
            ))}
          </List>
        </Card>
      )}
      {settings.data && (
        <RulesForm
          key={settings.data.version}
          settings={settings.data}
          mayChange={role === 'administrator'}
          onSaved={() => void settings.refetch()}
        />
      )}
      {editing?.what === 'member' && <MemberForm member={editing.member} onClose={close} />}
      {editing?.what === 'week' && <WeekForm member={editing.member} onClose={close} />}
    </Page>
  )
}
