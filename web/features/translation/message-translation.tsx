/** Under a message in a language that its reader does not read: what a machine made of it, or the way to it (decision 0247). */
import { useMutation } from '@tanstack/react-query'
import { Languages } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Message } from '../../api/types.ts'
import { languageOf } from '../../i18n/locale.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { useLanguage } from '../../i18n/words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useForeign, useTranslations } from './use-translations.ts'
import styles from './message-translation.module.css'
import { translationWords } from './words.ts'

export function MessageTranslation({ message }: { message: Message }) {
  const isForeign = useForeign()
  if (!isForeign(message)) return null
  return (
    <PageWords parts={translationWords}>
      <Beside message={message} />
    </PageWords>
  )
}

function Beside({ message }: { message: Message }) {
  const intl = useIntl()
  const mark = useId()
  const { locale } = useLanguage()
  const translations = useTranslations(message.conversationId, true)
  const ask = useMutation({ mutationFn: () => translations.translate(message) })
  const kept = translations.of(message)
  const box = useRef<HTMLElement>(null)
  // The button that was pressed is gone: what it was pressed for has the focus.
  const isThere = ask.isSuccess && kept !== undefined
  useEffect(() => {
    if (isThere) box.current?.focus({ preventScroll: true })
  }, [isThere])
  if (kept)
    return (
      <section ref={box} tabIndex={-1} className={styles.translation} aria-labelledby={mark}>
        <p id={mark} className={styles.mark}>
          <Languages aria-hidden size="1.1em" />
          <FormattedMessage id="translation.mark" />
        </p>
        <div className={styles.text} dir="auto" lang={languageOf(locale)}>
          {kept.text}
        </div>
        {!kept.isWhole && (
          <p className={styles.mark}>
            <FormattedMessage id="translation.not-whole" />
          </p>
        )}
        <p className={styles.use}>
          <FormattedMessage id="translation.use" />
        </p>
      </section>
    )
  if (!translations.isOn) return null
  return (
    <>
      <p>
        <Button size="small" icon={Languages} busy={ask.isPending} onClick={() => ask.mutate()}>
          <FormattedMessage id="translation.translate" />
        </Button>
      </p>
      {(ask.data || ask.error) && (
        <Banner tone="warning">
          {ask.error ? (
            describeProblem(intl, problemOf(ask.error))
          ) : (
            <FormattedMessage id={`translation.cause.${ask.data ?? 'none'}`} />
          )}
        </Banner>
      )}
    </>
  )
}
