/** Three boxes, so that nobody has to turn a calendar back eighty years. */
import { CircleAlert } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import control from '../../ui/control.module.css'
import { dateOrderOf, type DatePart, type DateWords } from './birth-date.ts'
import styles from './birth-date-field.module.css'

type BirthDateFieldProps = {
  id: string
  value: DateWords
  onChange: (value: DateWords) => void
  hint?: string
  error?: string | undefined
}

const digits: Record<DatePart, number> = { month: 2, day: 2, year: 4 }
const fills: Record<DatePart, string> = { month: 'bday-month', day: 'bday-day', year: 'bday-year' }

export function BirthDateField({ id, value, onChange, hint, error }: BirthDateFieldProps) {
  const intl = useIntl()
  const order = dateOrderOf(intl.locale === 'en' ? 'en-US' : intl.locale)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={error ? styles.wrong : undefined} aria-describedby={described}>
      <legend className={styles.legend}>
        <FormattedMessage id="portal.birth-date" />
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <CircleAlert aria-hidden size="1.1em" />
          <span>{error}</span>
        </p>
      )}
      <div className={styles.parts}>
        {order.map((part, place) => {
          const partId = place === 0 ? id : `${id}-${part}`
          return (
            <div key={part} className={styles[part]}>
              <label htmlFor={partId} className={styles.label}>
                <FormattedMessage id={`portal.birth-date.${part}`} />
              </label>
              <input
                id={partId}
                type="text"
                inputMode="numeric"
                maxLength={digits[part]}
                autoComplete={fills[part]}
                dir="ltr"
                aria-invalid={error ? true : undefined}
                className={control.control}
                value={value[part]}
                onChange={(event) => onChange({ ...value, [part]: event.target.value.replace(/\D/g, '') })}
              />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
