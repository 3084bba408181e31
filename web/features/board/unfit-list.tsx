/** Work that nobody fits, in the words of who plans: which language, which queue, until when (desk-D34). */
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { BUSY } from '#engines/routing/conditions.ts'
import { nativeName } from '../../i18n/native-name.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import type { Board } from './board-page.tsx'
import styles from './board.module.css'
import { FigureLink } from './figure-link.tsx'

type Unfit = Board['unfit'][number]

export function UnfitList({ unfit, mayOpen }: { unfit: Board['unfit']; mayOpen: boolean }) {
  const intl = useIntl()
  return (
    <List framed aria-label={intl.formatMessage({ id: 'board.unfit' })}>
      {unfit.map((one) => {
        const what = whatOf(intl, one)
        const isOnlyBusy = one.missing.every(({ code }) => BUSY.has(code))
        return (
          <ListRow key={`${one.queueId} ${one.language}`} className={styles.unfit}>
            <span className={styles.stacked}>
              <strong>
                {one.nextAt ? (
                  <FormattedMessage
                    id="board.unfit-until"
                    values={{ what, time: <Timestamp at={one.nextAt} style="exact" /> }}
                  />
                ) : (
                  <FormattedMessage id={isOnlyBusy ? 'board.unfit-now' : 'board.unfit-none'} values={{ what }} />
                )}
              </strong>
              {one.missing.length > 0 && (
                <span className={styles.fact}>
                  <FormattedMessage
                    id="board.unfit-why"
                    values={{ reasons: intl.formatList(one.missing.map((reason) => wordOf(intl, reason))) }}
                  />
                </span>
              )}
            </span>
            <span className={styles.fact}>
              <FormattedMessage id="board.count" values={{ count: one.count }} />{' '}
              <FigureLink
                count={one.count}
                figure={{ name: 'nobody-fits', queue: one.queueId ?? 'none', language: one.language }}
                mayOpen={mayOpen}
                label={what}
              />
            </span>
          </ListRow>
        )
      })}
    </List>
  )
}

const whatOf = (intl: IntlShape, { language, queueName }: Unfit): string =>
  [
    language === 'und' ? null : (intl.formatDisplayName(language, { type: 'language' }) ?? language),
    queueName ?? intl.formatMessage({ id: 'board.no-queue' }),
  ]
    .filter(Boolean)
    .join(' + ')

const wordOf = (intl: IntlShape, { code, values }: Unfit['missing'][number]): string =>
  intl.formatMessage(
    { id: `routing.reason.${code}` },
    { ...values, ...(typeof values.language === 'string' ? { language: nativeName(values.language) } : {}) },
  )
