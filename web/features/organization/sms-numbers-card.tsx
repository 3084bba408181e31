/** Numbers for text messages. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { MessageSquareText, Send } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { NumbersCard } from './numbers-card.tsx'
import { SmsNumberDialog, type SmsNumber } from './sms-number-dialog.tsx'
import { SmsTestDialog } from './sms-test-dialog.tsx'

export function SmsNumbersCard() {
  const queries = useQueryClient()
  const options = api.smsNumber.list.queryOptions()
  const [tried, setTried] = useState<SmsNumber | null>(null)
  return (
    <>
      <NumbersCard
        use="sms"
        icon={MessageSquareText}
        query={useQuery(options)}
        change={<FormattedMessage id="organization.sms.carrier" />}
        more={(number) =>
          number.isLive && (
            <Button size="small" icon={Send} onClick={() => setTried(number)}>
              <FormattedMessage id="organization.sms.test" />
            </Button>
          )
        }
        dialog={(number, close) => (
          <SmsNumberDialog
            number={number}
            onClose={close}
            onChanged={(numbers) => queries.setQueryData(options.queryKey, numbers)}
          />
        )}
      />
      {tried && <SmsTestDialog number={tried} onClose={() => setTried(null)} />}
    </>
  )
}
