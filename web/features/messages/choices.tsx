/**
 * What can be answered with one press under the newest message, and the way to a person (understanding.md 4). A press sends the words of the
 * button as any message, so everything can be typed as well. Arrows go from one to the next; a figure presses the one at its place.
 */
import { User } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { newMessageId } from '../../api/message-id.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { placeAfterKey } from '../../ui/place-after-key.ts'
import { showToast } from '../../ui/toast.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import { choicesWords } from './choices-words.ts'
import styles from './choices.module.css'
import { OUTBOX_MAX, outbox } from './outbox.ts'

type ChoicesProps = {
  conversationId: string
  /** At most three; none: only the way to a person. */
  choices: readonly string[]
  language: string
  onSent: () => void
}

export function Choices(props: ChoicesProps) {
  return (
    <PageWords parts={choicesWords}>
      <Group {...props} />
    </PageWords>
  )
}

function Group({ conversationId, choices, language, onSent }: ChoicesProps) {
  const intl = useIntl()
  const { person, patientId } = usePatientSession()
  const group = useRef<HTMLDivElement>(null)

  const send = async (text: string) => {
    // The buttons go, so the focus goes to where an answer is written.
    document.getElementById('message')?.focus()
    const messageId = newMessageId()
    const isKept = await outbox.add({
      messageId,
      personId: person.id,
      conversationId,
      patientId,
      text,
      attachments: [],
      files: [],
      writtenAt: Date.now(),
    })
    if (!isKept) return showToast({ text: intl.formatMessage({ id: 'portal.outbox.full' }, { max: OUTBOX_MAX }) })
    const outcome = await outbox.sendNow(messageId)
    if (outcome.kind === 'sent') onSent()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const here = buttons.findIndex((button) => button === document.activeElement)
    const isRightToLeft = document.documentElement.dir === 'rtl'
    const led = placeAfterKey(event, { here, count: buttons.length, isRightToLeft })
    if (!led) return
    event.preventDefault()
    if (led.isPress) buttons[led.place]?.click()
    else buttons[led.place]?.focus()
  }

  return (
    <div
      ref={group}
      role="group"
      aria-label={intl.formatMessage({ id: 'choices.label' })}
      className={styles.choices}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice) => (
        <Button key={choice} lang={language} dir="auto" onClick={() => void send(choice)}>
          {choice}
        </Button>
      ))}
      <Button tone="plain" icon={User} onClick={() => void send(intl.formatMessage({ id: 'choices.person.message' }))}>
        <FormattedMessage id="choices.person" />
      </Button>
    </div>
  )
}
