/** Chosen messages become a conversation of their own, also of another patient (desk-D22, D5). */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import type { ConversationDetail, Message } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SearchField, TextField } from '../../ui/text-field.tsx'
import { describeTime } from '../../ui/timestamp.tsx'
import styles from './conversation-dialogs.module.css'
import { useConversation } from './use-conversation.ts'
import { useMoves } from './use-moves.ts'

/** Characters of a message by which it is known again. */
const WORDS_SHOWN = 90
/** The server looks for nothing shorter. */
const SEARCH_MIN = 2

const isOnItsWay = ({ deliveries }: Message): boolean =>
  deliveries.some(({ state }) => state === 'held' || state === 'queued' || state === 'sending')

export function SplitDialog({ conversation, onClose }: { conversation: ConversationDetail; onClose: () => void }) {
  const intl = useIntl()
  const { messages, timeline } = useConversation(conversation.id)
  const { split, isMoving } = useMoves(conversation)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [whose, setWhose] = useState<'same' | 'other' | 'nobody'>('same')
  const [other, setOther] = useState<{ id: string; name: string } | null>(null)
  const [subject, setSubject] = useState('')

  const written = messages.filter(({ direction }) => direction !== 'event').sort((a, b) => a.seq - b.seq)
  const isWhole = chosen.size === written.length && !timeline.hasNextPage
  const canSplit = chosen.size > 0 && !isWhole && (whose !== 'other' || other !== null)
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const submit = (form: FormEvent) => {
    form.preventDefault()
    if (!canSplit) return
    const patientId = whose === 'other' ? other?.id : whose === 'nobody' ? null : undefined
    split(
      { messageIds: [...chosen], subject: subject.trim(), ...(patientId === undefined ? {} : { patientId }) },
      onClose,
    )
  }

  return (
    <Dialog title={<FormattedMessage id="moving.split.title" />} size="wide" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <fieldset className={styles.messages}>
          <legend>
            <FormattedMessage id="moving.split.which" />
          </legend>
          {timeline.hasNextPage && (
            <Button
              size="small"
              tone="plain"
              busy={timeline.isFetchingNextPage}
              onClick={() => void timeline.fetchNextPage()}
            >
              <FormattedMessage id="desk.timeline.older" />
            </Button>
          )}
          {written.map((message, index) => (
            <Checkbox
              key={message.id}
              id={`split-${message.id}`}
              autoFocus={index === 0}
              disabled={isOnItsWay(message)}
              checked={chosen.has(message.id)}
              onChange={(change) => choose(message.id, change.target.checked)}
              label={
                <>
                  <bdi>{(message.trimmed ?? message.text).slice(0, WORDS_SHOWN) || message.subject}</bdi>{' '}
                  <span className={styles.fact}>
                    {[
                      message.author.name ?? intl.formatMessage({ id: `desk.author.${message.author.kind}` }),
                      describeTime(intl, new Date(message.at), new Date(), 'short'),
                    ].join(' · ')}
                  </span>
                </>
              }
              hint={isOnItsWay(message) ? <FormattedMessage id="moving.split.on-its-way" /> : undefined}
            />
          ))}
        </fieldset>
        <Choice
          name="split-whose"
          legend={<FormattedMessage id="moving.split.whose" />}
          value={whose}
          onChange={setWhose}
          options={(['same', 'other', 'nobody'] as const).map((value) => ({
            value,
            label:
              value === 'same'
                ? (conversation.patient?.name ?? intl.formatMessage({ id: 'moving.split.same' }))
                : intl.formatMessage({ id: `moving.split.${value}` }),
            hint: value === 'other' ? <FormattedMessage id="moving.split.other-hint" /> : undefined,
          }))}
        />
        {whose === 'other' && <OtherPatient chosen={other} onChoose={setOther} exceptId={conversation.patient?.id} />}
        <TextField
          id="split-subject"
          maxLength={200}
          label={<FormattedMessage id="moving.split.subject" />}
          hint={<FormattedMessage id="moving.split.subject-hint" />}
          value={subject}
          onChange={(change) => setSubject(change.target.value)}
        />
        <p role="status" className={styles.fact}>
          <FormattedMessage
            id={isWhole ? 'moving.split.all-chosen' : 'moving.split.chosen'}
            values={{ count: chosen.size }}
          />
        </p>
        <Button type="submit" tone="primary" busy={isMoving} disabled={!canSplit}>
          <FormattedMessage id="moving.split.do" />
        </Button>
      </form>
    </Dialog>
  )
}

type OtherPatientProps = {
  chosen: { id: string; name: string } | null
  onChoose: (patient: { id: string; name: string } | null) => void
  exceptId: string | undefined
}

function OtherPatient({ chosen, onChoose, exceptId }: OtherPatientProps) {
  const intl = useIntl()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const found = useQuery(
    api.patient.search.queryOptions({ input: { text: wanted, limit: 10 }, enabled: wanted.length >= SEARCH_MIN }),
  )
  if (chosen)
    return (
      <p className={styles.chosen}>
        <bdi>{chosen.name}</bdi>
        <Button size="small" tone="plain" onClick={() => onChoose(null)}>
          <FormattedMessage id="moving.split.change-patient" />
        </Button>
      </p>
    )
  const people = (found.data?.items ?? []).filter(({ id }) => id !== exceptId)
  return (
    <div>
      <SearchField
        id="split-patient"
        label={intl.formatMessage({ id: 'desk.link.search' })}
        placeholder={intl.formatMessage({ id: 'desk.link.search' })}
        value={words}
        onChange={(change) => setWords(change.target.value)}
        onKeyDown={(press) => {
          if (press.key !== 'Enter') return
          // Enter chooses the patient; it does not send the form around it.
          press.preventDefault()
          if (people[0]) onChoose(people[0])
        }}
      />
      <ul className={styles.choices}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={styles.choice} onClick={() => onChoose(person)}>
              <span>{person.name}</span>
              <span className={styles.fact}>
                {[
                  intl.formatDate(`${person.birthDate}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
                  person.recordNumber,
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {found.data && people.length === 0 && (
          <li className={styles.fact}>
            <FormattedMessage id="desk.link.nobody" />
          </li>
        )}
      </ul>
    </div>
  )
}
