/** What a new organization still needs before patients are answered. It goes away when all of it is there. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { AddMailbox } from './add-mailbox.tsx'
import styles from './organization.module.css'
import { useChange, type CardProps } from './organization.ts'

export function FirstSteps({ organization, onChanged }: CardProps) {
  const staff = useQuery(api.staff.list.queryOptions())
  const change = useChange(onChanged)
  const [isAdding, setIsAdding] = useState(false)
  const steps = [
    {
      key: 'sending',
      isDone: organization.outboundOn,
      action: (
        <Button size="small" onClick={() => void change(() => client.organization.setOutbound({ on: true }))}>
          <FormattedMessage id="organization.sending.on" />
        </Button>
      ),
    },
    {
      key: 'mailbox',
      isDone: organization.doors.some(({ channel }) => channel === 'email'),
      action: (
        <Button size="small" onClick={() => setIsAdding(true)}>
          <FormattedMessage id="organization.mailbox.add" />
        </Button>
      ),
    },
    {
      key: 'staff',
      // The administrator who looks at this page is one of them.
      isDone: (staff.data ?? []).filter(({ state }) => state !== 'ended').length > 1,
      action: (
        <Link to={'/staff' as never} className={buttonClass('secondary', 'small')}>
          <FormattedMessage id="desk.staff.invite" />
        </Link>
      ),
    },
  ] as const
  if (!staff.data || steps.every(({ isDone }) => isDone)) return null
  return (
    <Card title={<FormattedMessage id="organization.steps" />}>
      <ol className={styles.steps}>
        {steps.map(({ key, isDone, action }) => (
          <li key={key} className={styles.step} data-done={isDone || undefined}>
            {isDone ? <CircleCheck aria-hidden size="1.3em" /> : <CircleDashed aria-hidden size="1.3em" />}
            <span className={styles.words}>
              <strong>
                <FormattedMessage id={`organization.step.${key}`} />
              </strong>
              <span className={styles.fact}>
                <FormattedMessage id={isDone ? 'organization.step.done' : `organization.step.${key}.why`} />
              </span>
            </span>
            {!isDone && action}
          </li>
        ))}
      </ol>
      {isAdding && <AddMailbox onClose={() => setIsAdding(false)} onChanged={onChanged} />}
    </Card>
  )
}
