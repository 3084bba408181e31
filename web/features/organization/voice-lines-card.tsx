/** Numbers that take calls, each also with where its carrier tells how a call went, and which telephone rings. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { Copied } from './copied.tsx'
import { NumbersCard } from './numbers-card.tsx'
import styles from './organization.module.css'
import { VoiceLineDialog, type VoiceLine } from './voice-line-dialog.tsx'

export function VoiceLinesCard() {
  const queries = useQueryClient()
  const options = api.voiceLine.list.queryOptions()
  return (
    <NumbersCard
      use="voice"
      icon={Phone}
      query={useQuery(options)}
      change={<FormattedMessage id="organization.voice.change" />}
      facts={(line) => <LineFacts line={line} />}
      dialog={(line, close) => (
        <VoiceLineDialog
          line={line}
          onClose={close}
          onChanged={(lines) => queries.setQueryData(options.queryKey, lines)}
        />
      )}
    />
  )
}

function LineFacts({ line: { statusUrl, deskNumber } }: { line: VoiceLine }) {
  return (
    <>
      <span className={styles.fact}>
        <FormattedMessage id="organization.voice.status-url" />
      </span>
      <Copied text={statusUrl} />
      <span className={styles.fact}>
        {deskNumber ? (
          <FormattedMessage id="organization.voice.rings" values={{ number: <bdi key="number">{deskNumber}</bdi> }} />
        ) : (
          <FormattedMessage id="organization.voice.rings-nowhere" />
        )}
      </span>
    </>
  )
}
