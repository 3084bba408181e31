/** Initials of a person. A decoration: the name stands beside it. */
import { UserRound } from 'lucide-react'
import styles from './avatar.module.css'
import { classNames } from './class-names.ts'

type AvatarProps = { name: string | null; tone?: 'person' | 'staff'; size?: 'small' | 'normal' | 'large' }

export function Avatar({ name, tone = 'person', size = 'normal' }: AvatarProps) {
  return (
    <span aria-hidden className={classNames(styles.avatar, styles[tone], styles[size])}>
      {name ? initialsOf(name) : <UserRound size="1.2em" strokeWidth={1.8} />}
    </span>
  )
}

/** First letters of the first and the last word; one letter for scripts that write names as one word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('')
}
