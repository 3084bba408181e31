/** What a patient said at the counter or on the phone is written down: the question is read out, with its version and language as proof (desk-D38). */
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, use, useState, type FormEvent } from 'react'
import { FormattedMessage, IntlProvider, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import type { Consent, ConsentChoice, PersonPane } from '../../api/types.ts'
import { loadMessages, type CatalogueParts, type Messages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import { languageName } from './badges.tsx'
import styles from './consent-card.module.css'
import dialog from './conversation-dialogs.module.css'

/** The words of the house, as the portal asks them: in the language of whoever listens, not of whoever reads out. */
const asked: CatalogueParts = {
  en: [() => import('../../i18n/en/privacy.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/privacy.json', { with: { type: 'json' } })],
}
const HOUSE_LANGUAGES = ['en', 'es'] as const
type HouseLanguage = (typeof HOUSE_LANGUAGES)[number]

const WAYS = ['in-person', 'phone', 'paper'] as const satisfies Consent['told'][]
type Told = (typeof WAYS)[number]
type Line = NonNullable<Consent['line']>
/** In place of an id: for all of our lines, and said by the patient. */
const ALL = ''
const THE_PATIENT = ''

/** `ending`: what was agreed to and is taken back now. */
type WriteConsentProps = {
  patient: PersonPane
  choice: ConsentChoice
  lines: readonly Line[]
  ending: Consent | null
  onDone: () => void
  onClose: () => void
}

export function WriteConsentDialog({ patient, choice, lines, ending, onDone, onClose }: WriteConsentProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { kind, purpose, channel, textVersion, texts } = choice
  const languages: readonly string[] = texts ? Object.keys(texts) : HOUSE_LANGUAGES
  const [language, setLanguage] = useState(languages.find((one) => one === patient.language.slice(0, 2)) ?? 'en')
  const [provision, setProvision] = useState<Consent['provision'] | undefined>(ending ? 'deny' : undefined)
  const [lineId, setLineId] = useState(ending?.line?.id ?? ALL)
  const [told, setTold] = useState<Told>()
  const [saidBy, setSaidBy] = useState(THE_PATIENT)
  const step = useStep({ lineId: 'consent-line', relatedPersonId: 'consent-said-by' })
  const ofChannel = kind === 'channel_purpose' ? lines.filter((line) => line.channel === channel) : []
  const speaking = patient.relatedPersons.filter(({ proxy }) => proxy?.state === 'active')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!provision || !told) {
      step.refuse([
        ...(provision
          ? []
          : [{ field: 'consent-answer-permit', message: intl.formatMessage({ id: 'consents.write.no-answer' }) }]),
        ...(told
          ? []
          : [{ field: 'consent-told-in-person', message: intl.formatMessage({ id: 'consents.write.no-told' }) }]),
      ])
      return
    }
    void step.run(
      () =>
        client.consent.record({
          patientId: patient.id,
          kind,
          purpose,
          channel,
          provision,
          textVersion,
          language,
          told,
          ...(lineId === ALL ? {} : { lineId }),
          ...(saidBy === THE_PATIENT ? {} : { relatedPersonId: saidBy }),
        }),
      () => {
        void queries.invalidateQueries({ queryKey: api.consent.key() })
        // By which ways the patient may be answered now.
        void queries.invalidateQueries({ queryKey: api.conversation.key() })
        showToast({ text: intl.formatMessage({ id: 'consents.write.done' }) })
        onDone()
        onClose()
      },
    )
  }

  return (
    <Dialog title={<FormattedMessage id={ending ? 'consents.end.title' : 'consents.write.title'} />} onClose={onClose}>
      <form onSubmit={submit} className={dialog.form}>
        <StepProblems step={step} />
        <Select
          id="consent-language"
          label={<FormattedMessage id="consents.write.language" />}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: languageName(intl, value) }))}
        />
        <Suspense>
          <ReadOut choice={choice} language={language} />
        </Suspense>
        {!ending && (
          <Choice<Consent['provision']>
            name="consent-answer"
            legend={<FormattedMessage id="consents.write.answer" />}
            value={provision}
            onChange={setProvision}
            options={[
              { value: 'permit', label: <FormattedMessage id="consents.permit" /> },
              { value: 'deny', label: <FormattedMessage id="consents.deny" /> },
            ]}
          />
        )}
        {!ending && ofChannel.length > 0 && (
          <Select
            id="consent-line"
            label={<FormattedMessage id="consents.write.line" />}
            hint={<FormattedMessage id="consents.write.line.hint" />}
            value={lineId}
            onChange={setLineId}
            options={[
              { value: ALL, label: intl.formatMessage({ id: 'consents.write.line.all' }) },
              ...ofChannel.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` })),
            ]}
          />
        )}
        {ending?.line && (
          <p>
            <FormattedMessage id="consents.end.line" values={{ address: <bdi>{ending.line.address}</bdi> }} />
          </p>
        )}
        <Choice<Told>
          name="consent-told"
          legend={<FormattedMessage id="consents.write.told" />}
          value={told}
          onChange={setTold}
          options={WAYS.map((value) => ({ value, label: <FormattedMessage id={`consents.told.${value}`} /> }))}
        />
        {speaking.length > 0 && (
          <Select
            id="consent-said-by"
            label={<FormattedMessage id="consents.write.said-by" />}
            value={saidBy}
            onChange={setSaidBy}
            options={[
              { value: THE_PATIENT, label: `${patient.given} ${patient.family}` },
              ...speaking.map(({ id, given, family, relationship }) => ({
                value: id,
                label: `${given} ${family}, ${relationship}`,
              })),
            ]}
          />
        )}
        <p className={dialog.fact}>
          <FormattedMessage id="consents.write.kept" values={{ version: textVersion }} />
        </p>
        <Button type="submit" tone={ending ? 'danger' : 'primary'} busy={step.isBusy}>
          <FormattedMessage id={ending ? 'consents.end.do' : 'consents.write.do'} />
        </Button>
      </form>
    </Dialog>
  )
}

/** The question in the language of the house that is nearest, and what the organization asks beside it in its own words. */
function ReadOut({ choice: { kind, purpose, channel, texts }, language }: { choice: ConsentChoice; language: string }) {
  const house = HOUSE_LANGUAGES.find((one) => one === language) ?? 'en'
  const messages = use(wordsIn(house))
  const own = texts?.[language]
  return (
    <blockquote className={styles.readOut}>
      <IntlProvider locale={house} messages={messages} defaultLocale="en">
        <p lang={house}>
          <FormattedMessage
            id={`privacy.consent.question.${kind}`}
            values={{ purpose, channel: channel.replace('-', '') }}
          />
        </p>
        {own === undefined && (
          <p lang={house}>
            <FormattedMessage id={`privacy.consent.text.${kind}`} values={{ channel }} />
          </p>
        )}
      </IntlProvider>
      {own !== undefined && (
        <p lang={language} dir="auto">
          {own}
        </p>
      )}
    </blockquote>
  )
}

const loaded = new Map<HouseLanguage, Promise<Messages>>()

function wordsIn(language: HouseLanguage): Promise<Messages> {
  const words = loaded.get(language) ?? loadMessages(asked, language)
  loaded.set(language, words)
  // Without a network once is not without words for ever.
  words.catch(() => loaded.delete(language))
  return words
}
