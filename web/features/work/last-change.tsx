/** Who set something last, and when. */
import { FormattedMessage } from 'react-intl'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './work.module.css'

type Changed = { version: number; author: string | null; changedAt: string | null }

export const LastChange = ({ version, author, changedAt }: Changed) =>
  author && changedAt ? (
    <span className={styles.fact}>
      <FormattedMessage id="work.by" values={{ version, author, age: <Timestamp at={changedAt} style="age" /> }} />
    </span>
  ) : null
