/** Numbers for text messages. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { MessageSquareText } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { NumbersCard } from './numbers-card.tsx'
import { SmsNumberDialog } from './sms-number-dialog.tsx'

export function SmsNumbersCard() {
  const queries = useQueryClient()
  const options = api.smsNumber.list.queryOptions()
  return (
    <NumbersCard
      use="sms"
      icon={MessageSquareText}
      query={useQuery(options)}
      change={<FormattedMessage id="organization.sms.carrier" />}
      dialog={(number, close) => (
        <SmsNumberDialog
          number={number}
          onClose={close}
          onChanged={(numbers) => queries.setQueryData(options.queryKey, numbers)}
        />
      )}
    />
  )
}
