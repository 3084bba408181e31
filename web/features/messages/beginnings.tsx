/** What most people write about, in one press, where nothing is written yet; the words can be changed before they are sent (understanding section 4). */
import { FormattedMessage, useIntl } from 'react-intl'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { choicesWords } from './choices-words.ts'
import styles from './choices.module.css'

const COMMON = ['book', 'refill', 'bill', 'hours'] as const

type BeginningsProps = { onPick: (words: string) => void }

export const Beginnings = (props: BeginningsProps) => (
  <PageWords parts={choicesWords}>
    <Group {...props} />
  </PageWords>
)

function Group({ onPick }: BeginningsProps) {
  const intl = useIntl()
  return (
    <div role="group" aria-label={intl.formatMessage({ id: 'choices.begin' })} className={styles.choices}>
      {COMMON.map((one) => (
        <Button key={one} size="small" onClick={() => onPick(intl.formatMessage({ id: `choices.begin.${one}` }))}>
          <FormattedMessage id={`choices.begin.${one}`} />
        </Button>
      ))}
    </div>
  )
}
