/** Which site and which counter or room this device stands at; asked once. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './front-desk.module.css'
import { isRoom, type Place } from './place.ts'

type ChoosePlaceProps = {
  sites: readonly { id: string; name: string }[]
  before: Place | null
  onChosen: (place: Place) => void
}

export function ChoosePlace({ sites, before, onChosen }: ChoosePlaceProps) {
  const [siteId, setSiteId] = useState(sites.find(({ id }) => id === before?.siteId)?.id ?? sites[0]?.id ?? '')
  const [room, setRoom] = useState(before?.room ?? '')
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isRoom(room.trim())) return setIsWrong(true)
    onChosen({ siteId, room: room.trim() })
  }
  return (
    <Card>
      <form onSubmit={submit} className={styles.form} noValidate>
        <Select
          id="place-site"
          label={<FormattedMessage id="front-desk.place.site" />}
          value={siteId}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setSiteId}
        />
        <TextField
          id="place-room"
          required
          maxLength={20}
          autoComplete="off"
          label={<FormattedMessage id="front-desk.place.room" />}
          hint={<FormattedMessage id="front-desk.place.room-hint" />}
          error={isWrong && <FormattedMessage id="front-desk.place.room-wrong" />}
          value={room}
          onChange={(change) => setRoom(change.target.value)}
        />
        <Button type="submit" tone="primary" disabled={siteId === ''}>
          <FormattedMessage id="front-desk.place.choose" />
        </Button>
      </form>
    </Card>
  )
}
