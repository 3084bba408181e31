/** Whether anything leaves the building. Off at first, so that a new installation writes to nobody by mistake (decision 0003). */
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row } from '../../ui/page.tsx'
import styles from './organization.module.css'
import { useChange, type CardProps } from './organization.ts'

export function SendingCard({ organization, onChanged }: CardProps) {
  const change = useChange(onChanged)
  const { outboundOn } = organization
  return (
    <Card
      title={<FormattedMessage id="organization.sending" />}
      actions={
        <Badge tone={outboundOn ? 'done' : 'waiting'}>
          <FormattedMessage id={outboundOn ? 'organization.sending.is-on' : 'organization.sending.is-off'} />
        </Badge>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id={outboundOn ? 'organization.sending.on-text' : 'organization.sending.off-text'} />
      </p>
      <Row>
        <Button
          tone={outboundOn ? 'secondary' : 'primary'}
          onClick={() => void change(() => client.organization.setOutbound({ on: !outboundOn }))}
        >
          <FormattedMessage id={outboundOn ? 'organization.sending.off' : 'organization.sending.on'} />
        </Button>
      </Row>
    </Card>
  )
}
