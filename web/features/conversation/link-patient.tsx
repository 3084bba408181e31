/** Saying whose conversation this is: candidates with their reasons, a search, never automatic (desk-D4). */
import { useQuery } from '@tanstack/react-query'
import { Link2Off, UserSearch } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { Section } from './pane-section.tsx'
import styles from './person-pane.module.css'
import { useConversationActions } from './use-conversation-actions.ts'

/** The server looks for nothing shorter. */
const SEARCH_MIN = 2

export function LinkPatient({ conversation }: { conversation: ConversationDetail }) {
  const intl = useIntl()
  const { linkPatient, conflict, closeConflict } = useConversationActions(conversation)
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const panel = useQuery(api.identity.get.queryOptions({ input: { conversationId: conversation.id } }))
  const found = useQuery(
    api.patient.search.queryOptions({ input: { text: wanted, limit: 10 }, enabled: wanted.length >= SEARCH_MIN }),
  )

  if (conversation.patient)
    return (
      <section className={styles.card}>
        <div className={styles.actions}>
          <Button size="small" tone="plain" icon={Link2Off} onClick={() => linkPatient(null)}>
            <FormattedMessage id="desk.link.remove" />
          </Button>
        </div>
      </section>
    )

  const candidates = panel.data?.candidates ?? []
  return (
    <Section title={<FormattedMessage id="desk.link.title" />}>
      {conflict && <ChangedMeanwhile conflict={conflict} onClose={closeConflict} />}
      <p>
        <FormattedMessage id="desk.link.explain" />
      </p>
      {candidates.length > 0 && (
        <ul className={styles.lines}>
          {candidates.map((person) => (
            <li key={`${person.kind}-${person.id}`} className={styles.result}>
              <span>
                {person.name}{' '}
                <span className={styles.fact}>
                  <FormattedMessage id={`desk.link.because-${person.kind}`} values={{ year: person.birthYear ?? '' }} />
                </span>
              </span>
              <Button size="small" onClick={() => linkPatient(person.patientId, person.name)}>
                <FormattedMessage id="desk.link.do" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SearchField
        id="patient-search"
        label={intl.formatMessage({ id: 'desk.link.search' })}
        placeholder={intl.formatMessage({ id: 'desk.link.search' })}
        value={words}
        onChange={(change) => setWords(change.target.value)}
      />
      {found.data && (
        <ul className={styles.lines}>
          {found.data.items.map((person) => (
            <li key={person.id} className={styles.result}>
              <span>
                {person.name}{' '}
                <span className={styles.fact}>
                  {[
                    intl.formatDate(`${person.birthDate}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
                    person.recordNumber,
                    person.siteName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Button size="small" onClick={() => linkPatient(person.id, person.name)}>
                <FormattedMessage id="desk.link.do" />
              </Button>
            </li>
          ))}
          {found.data.items.length === 0 && (
            <li className={styles.fact}>
              <UserSearch aria-hidden size="1.1em" /> <FormattedMessage id="desk.link.nobody" />
            </li>
          )}
        </ul>
      )}
    </Section>
  )
}
