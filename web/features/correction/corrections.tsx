/** Under a message: what a person would have read in it, beside what the engines read (understanding-D7). A choice is kept at once. */
import { useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { TONES } from '#engines/emotion/tones.ts'
import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Message } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { Button } from '../../ui/button.tsx'
import { Select, type Option } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { languageName } from '../conversation/badges.tsx'
import styles from './corrections.module.css'
import { correctionWords } from './words.ts'

type Correction = Parameters<typeof client.correction.save>[0]['correction']
type Corrected = NonNullable<Message['understanding']>['corrected']
type Intent = NonNullable<Corrected['intent']>
type Tone = NonNullable<Corrected['tone']>

type CorrectionsProps = { messageId: string; corrected: Corrected }

export function Corrections(props: CorrectionsProps) {
  return (
    <PageWords parts={correctionWords}>
      <Panel {...props} />
    </PageWords>
  )
}

function Panel({ messageId, corrected }: CorrectionsProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const panel = useId()
  const [isOpen, setOpen] = useState(false)
  const names = [
    ...(corrected.intent ? [intl.formatMessage({ id: `desk.intent.${corrected.intent}` })] : []),
    ...(corrected.language ? [languageName(intl, corrected.language)] : []),
    ...(corrected.tone ? [intl.formatMessage({ id: `desk.tone.${corrected.tone}` })] : []),
  ]

  const keep = async (correction: Correction) => {
    try {
      await client.correction.save({ messageId, correction })
      showToast({ text: intl.formatMessage({ id: 'correction.kept' }) })
      await queries.invalidateQueries({ queryKey: api.conversation.key() })
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
  }

  return (
    <div className={styles.corrections}>
      {names.length > 0 && (
        <span>
          <FormattedMessage id="correction.shown" values={{ what: intl.formatList(names) }} />
        </span>
      )}
      <Button
        tone="plain"
        size="small"
        icon={Pencil}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <FormattedMessage id="correction.open" />
      </Button>
      <div id={panel} hidden={!isOpen} className={styles.panel}>
        {isOpen && <Choices messageId={messageId} corrected={corrected} onChoice={(chosen) => void keep(chosen)} />}
      </div>
    </div>
  )
}

/** Languages of other codes are rare, and are named in the note of a hand-off. */
function Choices({
  messageId,
  corrected,
  onChoice,
}: CorrectionsProps & { onChoice: (correction: Correction) => void }) {
  const intl = useIntl()
  const asRead: Option = { value: '', label: intl.formatMessage({ id: 'correction.as-read' }) }
  const sorted = (options: Option[]): Option[] => [
    asRead,
    ...options.toSorted((a, b) => a.label.localeCompare(b.label, intl.locale)),
  ]
  return (
    <>
      <Select
        id={`intent-${messageId}`}
        label={intl.formatMessage({ id: 'correction.intent' })}
        value={corrected.intent ?? ''}
        options={sorted(
          INTENT_NAMES.map((value) => ({ value, label: intl.formatMessage({ id: `desk.intent.${value}` }) })),
        )}
        onChange={(value) => onChoice({ what: 'intent', value: value === '' ? null : (value as Intent) })}
      />
      <Select
        id={`language-${messageId}`}
        label={intl.formatMessage({ id: 'correction.language' })}
        value={corrected.language ?? ''}
        options={sorted(SPOKEN_LANGUAGES.map((value) => ({ value, label: languageName(intl, value) })))}
        onChange={(value) => onChoice({ what: 'language', value: value === '' ? null : value })}
      />
      <Select
        id={`tone-${messageId}`}
        label={intl.formatMessage({ id: 'correction.tone' })}
        value={corrected.tone ?? ''}
        options={sorted(TONES.map((value) => ({ value, label: intl.formatMessage({ id: `desk.tone.${value}` }) })))}
        onChange={(value) => onChoice({ what: 'tone', value: value === '' ? null : (value as Tone) })}
      />
    </>
  )
}
