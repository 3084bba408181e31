import { FormattedMessage, useIntl } from 'react-intl'
import { usePatientSession } from '../features/patient-session/patient-session.tsx'
import { goTo } from '../places/place-link.tsx'
import { Select } from '../ui/select.tsx'
import styles from './frame.module.css'

/** For those who speak for somebody: whose matters are on the screen. */
export function PersonSwitch() {
  const intl = useIntl()
  const me = usePatientSession()
  if (!me.patient) return null
  if (me.patients.length < 2)
    return (
      <p className={styles.person}>
        <FormattedMessage
          id="portal.for-other"
          values={{ name: me.patient.name, b: (text) => <strong>{text}</strong> }}
        />
      </p>
    )
  return (
    <div className={styles.person}>
      <Select
        id="for-whom"
        label={<FormattedMessage id="portal.for-whom" />}
        value={me.patient.id}
        options={me.patients.map(({ id, name, isSelf }) => ({
          value: id,
          label: isSelf ? intl.formatMessage({ id: 'portal.for-me' }, { name }) : name,
        }))}
        onChange={(id) => {
          const isSelf = me.patients.find((patient) => patient.id === id)?.isSelf
          goTo({ name: 'home' }, { patientId: isSelf ? null : id })
        }}
      />
    </div>
  )
}
