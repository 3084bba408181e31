/** A row of bars: this time, and below it the time before. A drawing of what the table says; its sentence is its name. */
import { useIntl } from 'react-intl'
import styles from './report.module.css'

type Bar = { name: string; value: number; before: number; text: string; beforeText: string }

const WIDTH = 1_000

export function BarChart({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const intl = useIntl()
  const most = Math.max(...bars.flatMap(({ value, before }) => [value, before]), 1)
  return (
    <div role="img" aria-label={label} className={styles.chart}>
      {bars.map(({ name, value, before, text, beforeText }) => (
        <div key={name} className={styles.bar}>
          <span className={styles.barName}>{name}</span>
          <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" className={styles.drawn}>
            <rect className={styles.now} y={1} height={13} rx={2} width={(WIDTH * value) / most} />
            <rect className={styles.past} y={17} height={6} rx={2} width={(WIDTH * before) / most} />
          </svg>
          <span className={styles.barValue}>
            {text}
            <span className={styles.fact}> {intl.formatMessage({ id: 'report.before' }, { value: beforeText })}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
