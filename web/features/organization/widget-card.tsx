/**
 * On which web sites the chat is shown. The list stands beside the secret that signs who a visitor is, so the server asks for a fresh
 * factor, and the card asks for it only when somebody wants to see it.
 */
import { ExternalLink, Globe, Plus, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepProblems, useStep, useStepUp } from '../session/index.ts'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'
import { useChange } from './organization.ts'
import { readOrigin } from './widget-origin.ts'

type Settings = Awaited<ReturnType<typeof client.widget.settings>>

export function WidgetCard() {
  const [settings, setSettings] = useState<Settings>()
  const change = useChange(setSettings)
  return (
    <Card title={<FormattedMessage id="organization.widget" />}>
      <p className={styles.fact}>
        <FormattedMessage id="organization.widget.lead" />
      </p>
      {settings ? (
        <Sites settings={settings} onChanged={setSettings} />
      ) : (
        <Row>
          <Button onClick={() => void change(() => client.widget.settings())}>
            <FormattedMessage id="organization.widget.show" />
          </Button>
        </Row>
      )}
    </Card>
  )
}

type SitesProps = { settings: Settings; onChanged: (next: Settings) => void }

function Sites({ settings, onChanged }: SitesProps) {
  const intl = useIntl()
  const change = useChange(onChanged)
  const { origins } = settings
  const remove = (origin: string) =>
    change(async () => {
      const next = await client.widget.saveOrigins({ origins: origins.filter((other) => other !== origin) })
      showToast({
        text: intl.formatMessage({ id: 'organization.widget.removed' }, { site: origin }),
        action: {
          label: <FormattedMessage id="desk.undo" />,
          run: () => void change(() => client.widget.saveOrigins({ origins })),
        },
      })
      // The place that had the focus is gone; the field is the nearest that stays.
      document.getElementById(FIELD)?.focus()
      return next
    })
  return (
    <>
      {origins.length === 0 && (
        <p>
          <FormattedMessage id="organization.widget.none" />
        </p>
      )}
      {origins.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.widget' })}>
          {origins.map((origin) => (
            <ListRow key={origin} className={styles.door}>
              <Globe aria-hidden size="1.3em" strokeWidth={1.8} />
              <bdi className={styles.words}>{origin}</bdi>
              <IconButton
                icon={Trash2}
                size="small"
                aria-label={intl.formatMessage({ id: 'organization.widget.remove' }, { site: origin })}
                onClick={() => void remove(origin)}
              />
            </ListRow>
          ))}
        </List>
      )}
      <AddSite settings={settings} onChanged={onChanged} />
      <p className={styles.fact}>
        <FormattedMessage id="organization.widget.snippet" />
      </p>
      <Copied text={settings.scriptTag} />
      <Row>
        <a
          className={buttonClass('secondary')}
          href={`/widget/sample?bedside-key=${settings.widgetKey}`}
          target="_blank"
          rel="noreferrer"
        >
          <ExternalLink aria-hidden size="1.15em" />
          <FormattedMessage id="organization.widget.preview" />
        </a>
      </Row>
      <details>
        <summary>
          <FormattedMessage id="organization.widget.secret" />
        </summary>
        <p className={styles.fact}>
          <FormattedMessage id="organization.widget.secret-what" />
        </p>
        <Copied text={settings.identitySecret} />
      </details>
    </>
  )
}

const FIELD = 'widget-origin'

function AddSite({ settings: { origins }, onChanged }: SitesProps) {
  const intl = useIntl()
  const guard = useStepUp()
  const [text, setText] = useState('')
  const step = useStep({ origins: FIELD })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const origin = readOrigin(text)
    const problem = !origin ? 'not-a-site' : origins.includes(origin) ? 'listed' : undefined
    if (!origin || problem)
      return step.refuse([
        { field: FIELD, message: intl.formatMessage({ id: `organization.widget.${problem ?? 'not-a-site'}` }) },
      ])
    return void step.run(
      () => guard(() => client.widget.saveOrigins({ origins: [...origins, origin] })),
      (next) => {
        setText('')
        onChanged(next)
      },
      FIELD,
    )
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <StepProblems step={step} />
      <div className={styles.add}>
        <TextField
          id={FIELD}
          type="url"
          dir="ltr"
          maxLength={260}
          label={<FormattedMessage id="organization.widget.address" />}
          hint={<FormattedMessage id="organization.widget.hint" />}
          error={step.problems[0]?.message}
          value={text}
          onChange={(change) => setText(change.target.value)}
        />
        <Button type="submit" icon={Plus} busy={step.isBusy}>
          <FormattedMessage id="organization.widget.add" />
        </Button>
      </div>
    </form>
  )
}
