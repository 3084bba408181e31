/** A row of bars: this time, and below it the time before. A drawing of what the table says; its sentence is its name. */
import { useIntl } from 'react-intl'
import styles from './report.module.css'

/** Without a value there is no bar. */
type Amount = { value: number | null; text: string }
type Bar = { name: string; now: Amount; before: Amount | null }

const WIDTH = 1_000

/** @param caption what the bars show; one word or two. */
export function BarChart({ bars, label, caption }: { bars: readonly Bar[]; label: string; caption: string }) {
  const intl = useIntl()
  const most = Math.max(...bars.flatMap(({ now, before }) => [now.value ?? 0, before?.value ?? 0]))
  // A column of nothing needs no drawing.
  if (most <= 0) return null
  return (
    <div role="img" aria-label={label} className={styles.chart}>
      <span className={styles.fact}>{caption}</span>
      {bars.map(({ name, now, before }) => (
        <div key={name} className={styles.bar}>
          <span className={styles.barName}>{name}</span>
          <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" className={styles.drawn}>
            <rect className={styles.now} y={before ? 1 : 5} height={14} width={(WIDTH * (now.value ?? 0)) / most} />
            {before && <rect className={styles.past} y={17} height={6} width={(WIDTH * (before.value ?? 0)) / most} />}
          </svg>
          <span className={styles.barValue}>
            {now.text}
            {before && (
              <span className={styles.fact}>
                {' '}
                {intl.formatMessage({ id: 'report.before' }, { value: before.text })}
              </span>
            )}
          </span>
        </div>
      ))}
    </div>
  )
}
