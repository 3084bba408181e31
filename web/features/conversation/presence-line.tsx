/** Who else is here now. A hint against answering twice; the server checks at send. */
import { useQuery } from '@tanstack/react-query'
import { Eye, PenLine } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import type { Attendance, Present } from '../../api/realtime.ts'
import { Badge } from '../../ui/badge.tsx'

export function PresenceLine({ present: { staff, others } }: { present: Attendance }) {
  const intl = useIntl()
  const colleagues = useQuery(api.desk.colleagues.queryOptions({ enabled: staff.length > 0 }))
  const namesOf = (doing: Present['doing']) =>
    staff
      .filter((person) => person.doing === doing)
      .map((person) => colleagues.data?.find((colleague) => colleague.id === person.id)?.name)
      .filter((name) => name !== undefined)
  const typing = namesOf('typing')
  const viewing = namesOf('viewing')
  const theirs = others.some(({ doing }) => doing === 'typing') ? 'typing' : others.length > 0 ? 'here' : null
  return (
    <span role="status">
      {theirs === 'typing' && (
        <Badge tone="brand" icon={PenLine}>
          <FormattedMessage id="desk.presence.patient-typing" />
        </Badge>
      )}
      {theirs === 'here' && (
        <Badge icon={Eye}>
          <FormattedMessage id="desk.presence.patient-here" />
        </Badge>
      )}
      {typing.length > 0 && (
        <Badge tone="urgent" icon={PenLine}>
          <FormattedMessage
            id="desk.presence.typing"
            values={{ names: intl.formatList(typing), count: typing.length }}
          />
        </Badge>
      )}
      {typing.length === 0 && viewing.length > 0 && (
        <Badge icon={Eye}>
          <FormattedMessage
            id="desk.presence.viewing"
            values={{ names: intl.formatList(viewing), count: viewing.length }}
          />
        </Badge>
      )}
    </span>
  )
}
