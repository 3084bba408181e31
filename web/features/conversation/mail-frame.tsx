/** A mail as it was laid out, in a frame that runs nothing. Its pictures from elsewhere are fetched when somebody asks for them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Image } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { mailFrameUrl } from '../../api/links.ts'
import { countMailPictures, fetchMailPictures } from '../../api/mail-pictures.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './mail-frame.module.css'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/mail-frame.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/mail-frame.json', { with: { type: 'json' } })],
}

export const MailFrame = (props: { messageId: string }) => (
  <PageWords parts={words}>
    <Framed {...props} />
  </PageWords>
)

function Framed({ messageId }: { messageId: string }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const queryKey = ['mail-pictures', messageId]
  const counted = useQuery({ queryKey, queryFn: () => countMailPictures(messageId) })
  const fetching = useMutation({
    mutationFn: () => fetchMailPictures(messageId),
    onSuccess: (next) => queries.setQueryData(queryKey, next),
  })
  const { shown = 0, hidden = 0 } = counted.data ?? {}
  return (
    <>
      {hidden > 0 && (
        <p className={styles.pictures}>
          <span role="status">
            {fetching.isError ? (
              describeProblem(intl, problemOf(fetching.error))
            ) : fetching.isSuccess ? (
              <FormattedMessage id="mail-frame.pictures-missing" values={{ count: hidden }} />
            ) : (
              <FormattedMessage id="mail-frame.pictures-hidden" values={{ count: hidden }} />
            )}
          </span>
          <Button size="small" icon={Image} busy={fetching.isPending} onClick={() => fetching.mutate()}>
            <FormattedMessage id="mail-frame.show-pictures" />
          </Button>
        </p>
      )}
      <iframe
        // A page that has more pictures now is loaded afresh.
        key={shown}
        className={styles.frame}
        title={intl.formatMessage({ id: 'mail-frame.formatted-title' })}
        src={mailFrameUrl(messageId)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
    </>
  )
}
