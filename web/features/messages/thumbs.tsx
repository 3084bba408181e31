/** Whether an answer from an article helped: one press, and one press takes it back (understanding-D75). */
import { useQueryClient } from '@tanstack/react-query'
import { ThumbsDown, ThumbsUp, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { thumbsWords } from './thumbs-words.ts'
import styles from './thumbs.module.css'

type Thumb = 'none' | 'up' | 'down'
type ThumbsProps = {
  messageId: string
  thumb: Thumb
  /** Its article is told no more (D80). */
  isUnderReview: boolean
}

const ICONS = { up: ThumbsUp, down: ThumbsDown } as const

export function Thumbs(props: ThumbsProps) {
  return (
    <PageWords parts={thumbsWords}>
      {props.isUnderReview && (
        <p className={styles.review}>
          <TriangleAlert aria-hidden size="1.1em" />
          <FormattedMessage id="thumbs.under-review" />
        </p>
      )}
      <Group {...props} />
    </PageWords>
  )
}

function Group({ messageId, thumb }: ThumbsProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const label = useId()
  const [said, setSaid] = useState(thumb)
  const [heard, setHeard] = useState<'thanks' | 'undone' | 'not-saved' | null>(null)

  const say = async (next: Thumb) => {
    const before = said
    setSaid(next)
    setHeard(null)
    try {
      await client.myAnswer.rate({ messageId, thumb: next === 'none' ? null : next })
      setHeard(next === 'none' ? 'undone' : 'thanks')
      await queries.invalidateQueries({ queryKey: api.myConversation.key() })
    } catch {
      setSaid(before)
      setHeard('not-saved')
    }
  }

  return (
    <div role="group" aria-labelledby={label} className={styles.thumbs}>
      <span id={label}>
        <FormattedMessage id="thumbs.label" />
      </span>
      {(['up', 'down'] as const).map((one) => (
        <IconButton
          key={one}
          icon={ICONS[one]}
          tone={said === one ? 'primary' : 'plain'}
          aria-pressed={said === one}
          aria-label={intl.formatMessage({ id: `thumbs.${one}` })}
          onClick={() => void say(said === one ? 'none' : one)}
        />
      ))}
      <span role="status">{heard && <FormattedMessage id={`thumbs.${heard}`} />}</span>
      {heard === 'thanks' && (
        <Button tone="plain" onClick={() => void say('none')}>
          <FormattedMessage id="thumbs.undo" />
        </Button>
      )}
    </div>
  )
}
