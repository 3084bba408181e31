/** Choosing a patient by the desk's own search; the chosen one stands there with a way to take another. */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import type { PatientRow } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import styles from './front-desk.module.css'

/** The server looks for nothing shorter. */
const SEARCH_MIN = 2
const FOUND_MAX = 6

type FindPatientProps = { chosen: PatientRow | null; onChoose: (patient: PatientRow | null) => void }

export function FindPatient({ chosen, onChoose }: FindPatientProps) {
  const intl = useIntl()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const isSearching = chosen === null && wanted.length >= SEARCH_MIN
  const found = useQuery(
    api.patient.search.queryOptions({ input: { text: wanted, limit: FOUND_MAX }, enabled: isSearching }),
  )
  if (chosen)
    return (
      <p className={styles.chosen}>
        <PatientFacts patient={chosen} />
        <Button size="small" tone="plain" onClick={() => onChoose(null)}>
          <FormattedMessage id="front-desk.patient.other" />
        </Button>
      </p>
    )
  return (
    <>
      <SearchField
        id="front-desk-patient"
        label={intl.formatMessage({ id: 'front-desk.patient.search' })}
        placeholder={intl.formatMessage({ id: 'front-desk.patient.search' })}
        autoComplete="off"
        value={words}
        onChange={(change) => setWords(change.target.value)}
      />
      {isSearching && found.data && (
        <ul className={styles.found}>
          {found.data.items
            .filter(({ isActive }) => isActive)
            .map((patient) => (
              <li key={patient.id}>
                <button type="button" onClick={() => onChoose(patient)}>
                  <PatientFacts patient={patient} />
                </button>
              </li>
            ))}
          {found.data.items.length === 0 && (
            <li className={styles.fact}>
              <FormattedMessage id="desk.link.nobody" />
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function PatientFacts({ patient }: { patient: PatientRow }) {
  const intl = useIntl()
  const born = intl.formatDate(`${patient.birthDate}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <span>
      <bdi>{patient.name}</bdi>{' '}
      <span className={styles.fact}>{[born, patient.recordNumber, patient.siteName].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
