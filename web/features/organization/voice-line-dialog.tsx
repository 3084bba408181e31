/** A number starts to take calls, or gets another telephone at the desk. The secret is written only, never shown. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { IS_REVIEWED, SPOKEN, type Spoken } from '#engines/ivr/languages.ts'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageName } from '../conversation/badges.tsx'
import { StepProblems, useStep, useStepUp } from '../session/index.ts'
import styles from './organization.module.css'

export type VoiceLine = Awaited<ReturnType<typeof client.voiceLine.list>>[number]

type VoiceLineDialogProps = {
  /** Null: a new one. */
  line: VoiceLine | null
  onClose: () => void
  onChanged: (lines: VoiceLine[]) => void
}

export function VoiceLineDialog({ line, onClose, onChanged }: VoiceLineDialogProps) {
  const intl = useIntl()
  const guard = useStepUp()
  const [values, setValues] = useState({
    number: '',
    deskNumber: line?.deskNumber ?? '',
    callsAtOnce: String(line?.callsAtOnce ?? 1),
    carrierAccount: '',
    secret: '',
    apiUrl: '',
  })
  const [isTranscribed, setIsTranscribed] = useState(line?.isTranscribed ?? false)
  const [languages, setLanguages] = useState<Spoken[]>(line?.languages ?? ['en', 'es'])
  const [hasCarrier, setHasCarrier] = useState(false)
  const step = useStep({
    number: 'voice-number',
    deskNumber: 'voice-deskNumber',
    callsAtOnce: 'voice-callsAtOnce',
    languages: `voice-language-${SPOKEN[0]}`,
    carrier: 'voice-has-carrier',
    'carrier.carrierAccount': 'voice-carrierAccount',
    'carrier.secret': 'voice-secret',
    'carrier.apiUrl': 'voice-apiUrl',
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { number, carrierAccount, secret, apiUrl } = values
    const wanted = {
      deskNumber: values.deskNumber.trim() || null,
      callsAtOnce: Number(values.callsAtOnce),
      isTranscribed,
      languages,
      carrier: hasCarrier ? { carrierAccount, secret, apiUrl } : null,
    }
    void step.run(
      () =>
        guard(() =>
          line
            ? client.voiceLine.change({ voiceLineId: line.id, ...wanted })
            : client.voiceLine.add({ number, name: number, ...wanted }),
        ),
      (lines) => {
        onChanged(lines)
        onClose()
      },
      line ? 'voice-deskNumber' : 'voice-number',
    )
  }
  const field = (name: keyof typeof values, type: 'tel' | 'text' | 'password' | 'url' | 'number', required = true) => (
    <TextField
      id={`voice-${name}`}
      type={type}
      required={required}
      dir="ltr"
      autoComplete="off"
      {...(type === 'number' ? { min: 1, max: 50 } : { maxLength: type === 'url' ? 500 : 200 })}
      label={<FormattedMessage id={`organization.voice.field.${name}`} />}
      value={values[name]}
      onChange={(change) => setValues({ ...values, [name]: change.target.value })}
    />
  )
  return (
    <Dialog
      title={<FormattedMessage id={line ? 'organization.voice.change' : 'organization.voice.add'} />}
      onClose={onClose}
    >
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        {!line && field('number', 'tel')}
        {field('deskNumber', 'tel', false)}
        {field('callsAtOnce', 'number')}
        <Choices
          name="voice-language"
          legend={<FormattedMessage id="organization.voice.languages" />}
          values={languages}
          onChange={setLanguages}
          options={SPOKEN.map((value) => ({
            value,
            label: IS_REVIEWED[value] ? (
              languageName(intl, value)
            ) : (
              <FormattedMessage
                id="organization.voice.language-unreviewed"
                values={{ language: languageName(intl, value) }}
              />
            ),
          }))}
        />
        <Checkbox
          id="voice-transcribed"
          label={<FormattedMessage id="organization.voice.transcribed" />}
          checked={isTranscribed}
          onChange={(change) => setIsTranscribed(change.target.checked)}
        />
        <Checkbox
          id="voice-has-carrier"
          label={<FormattedMessage id="organization.voice.own-carrier" />}
          hint={line ? undefined : <FormattedMessage id="organization.voice.own-carrier-hint" />}
          checked={hasCarrier}
          onChange={(change) => setHasCarrier(change.target.checked)}
        />
        {hasCarrier && (
          <>
            {field('carrierAccount', 'text')}
            {field('secret', 'password')}
            {field('apiUrl', 'url')}
          </>
        )}
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="organization.sms.save" />
        </Button>
      </form>
    </Dialog>
  )
}
