/** A number that opens exactly what it counts. Who may not open conversations sees the number alone. */
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { writeFigure, type Figure } from '#engines/figure/figure.ts'
import styles from './board.module.css'

type FigureLinkProps = { count: number; figure: Figure; mayOpen: boolean; label: string }

export function FigureLink({ count, figure, mayOpen, label }: FigureLinkProps) {
  const intl = useIntl()
  const shown = intl.formatNumber(count)
  if (!mayOpen || count === 0) return <span className={styles.number}>{shown}</span>
  return (
    <Link
      to="/inbox/$view"
      params={{ view: 'all' } as never}
      search={{ figure: writeFigure(figure) } as never}
      className={styles.numberLink}
      aria-label={`${label}: ${shown}`}
    >
      {shown}
    </Link>
  )
}
