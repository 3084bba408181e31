/** What stands around a place of a long conversation that somebody went to. Code and words come with the first such wish. */
import { ArrowDown } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Message } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { describeTime } from '../../ui/timestamp.tsx'
import styles from './conversation-dialogs.module.css'
import type { Shown } from './use-places.ts'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/places.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/places.json', { with: { type: 'json' } })],
}

type PlaceSaidProps = { place: Shown; messages: readonly Message[] }

/** Read aloud: which place it is, and of when. */
export const PlaceSaid = (props: PlaceSaidProps) => (
  <PageWords parts={words}>
    <Said {...props} />
  </PageWords>
)

function Said({ place, messages }: PlaceSaidProps) {
  const intl = useIntl()
  const at = messages.find(({ seq }) => seq === place.seq)?.at
  const time = at ? describeTime(intl, new Date(at), new Date(), 'full') : ''
  return place.sort === 'sent' ? null : <FormattedMessage id={`places.at.${place.sort}`} values={{ time }} />
}

type NewerMessagesProps = { isFetching: boolean; fetch: () => unknown; className: string | undefined }

export const NewerMessages = ({ isFetching, fetch, className }: NewerMessagesProps) => (
  <PageWords parts={words}>
    <Button tone="plain" size="small" busy={isFetching} className={className} onClick={() => void fetch()}>
      <FormattedMessage id="places.newer" />
    </Button>
  </PageWords>
)

export const BackToNewest = ({ className, onClick }: { className: string | undefined; onClick: () => void }) => (
  <PageWords parts={words}>
    <Button size="small" icon={ArrowDown} className={className} onClick={onClick}>
      <FormattedMessage id="places.back" />
    </Button>
  </PageWords>
)

type DayDialogProps = { onDay: (day: string) => void; onClose: () => void }

export const DayDialog = (props: DayDialogProps) => (
  <PageWords parts={words}>
    <AskDay {...props} />
  </PageWords>
)

function AskDay({ onDay, onClose }: DayDialogProps) {
  const [today] = useState(() => new Intl.DateTimeFormat('en-CA').format(new Date()))
  const [day, setDay] = useState(today)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDay(day)
  }
  return (
    <Dialog title={<FormattedMessage id="places.day.title" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <TextField
          id="place-day"
          type="date"
          required
          max={today}
          label={<FormattedMessage id="places.day" />}
          hint={<FormattedMessage id="places.day.hint" />}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <Button type="submit" tone="primary">
          <FormattedMessage id="places.day.do" />
        </Button>
      </form>
    </Dialog>
  )
}
