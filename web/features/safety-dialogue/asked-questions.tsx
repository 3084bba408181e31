/** Under a message: what was asked automatically because of it, and what the patient answered (understanding-D28, D31). */
import { MessageCircleQuestionMark } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Message } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import styles from './asked-questions.module.css'
import { safetyWords } from './words.ts'

type Asked = NonNullable<Message['understanding']>['asked']

export function AskedQuestions({ asked }: { asked: Asked }) {
  return (
    <PageWords parts={safetyWords}>
      <Questions asked={asked} />
    </PageWords>
  )
}

function Questions({ asked }: { asked: Asked }) {
  const intl = useIntl()
  const language = intl.locale.startsWith('es') ? 'es' : 'en'
  return (
    <section className={styles.asked} aria-label={intl.formatMessage({ id: 'safety.asked' })}>
      <p className={styles.title}>
        <MessageCircleQuestionMark aria-hidden size="1.1em" />
        <FormattedMessage id="safety.asked" />
      </p>
      <dl>
        {asked.map(({ id, answer, ...texts }) => (
          <div key={id}>
            <dt lang={language}>{texts[language]}</dt>
            <dd>
              {/* "Not sure" is read as a yes. */}
              <Badge tone={answer === 'yes' || answer === 'not_sure' ? 'urgent' : 'neutral'}>
                <FormattedMessage id={`safety.answer.${answer ?? 'none'}`} />
              </Badge>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
