/** A member of staff's own settings: how the desk looks and behaves for them, how they sign in, and where. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound, ListOrdered, MonitorSmartphone, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { tellSignedOut } from '../../api/signed-out.ts'
import { isOfferedLocale, OFFERED_LOCALES } from '../../i18n/locale.ts'
import { useLanguage } from '../../i18n/words.tsx'
import { CONTRASTS, rememberAppearance, rememberedAppearance, THEMES, type Appearance } from '../../theme/appearance.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { nativeName } from '../../i18n/native-name.ts'
import { addPasskey, canUsePasskeys, wasCancelled } from './passkey.ts'
import styles from './session.module.css'
import { AuthenticatorApp, RecoveryCodes, type TotpSecret } from './set-up-second-factor.tsx'
import { useStepUp } from './step-up.tsx'

export function SettingsPage() {
  const intl = useIntl()
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.settings' })}
      actions={
        <Link to={'/protocol' as never} className={buttonClass()}>
          <FormattedMessage id="settings.protocol" />
        </Link>
      }
    >
      <WorkCard />
      <LookCard />
      <FactorsCard />
      <DevicesCard />
    </Page>
  )
}

const UNDO_CHOICES = [0, 5, 10, 20, 30]

type MySettings = Parameters<typeof client.staff.saveMySettings>[0]

function WorkCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.staff.mySettings.queryOptions()
  const settings = useQuery(options)
  const { mutate: save } = useMutation({
    // One after the other, so that the last answer is the newest: a click that leaves a field changes both.
    scope: { id: 'my-settings' },
    mutationFn: (part: MySettings) => client.staff.saveMySettings(part),
    onSuccess: (saved) => {
      queries.setQueryData(options.queryKey, saved)
      showToast({ text: intl.formatMessage({ id: 'settings.saved' }) })
    },
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  if (!settings.data) return null
  const choices = [...new Set([...UNDO_CHOICES, settings.data.undoSeconds])].sort((a, b) => a - b)
  return (
    <Card title={<FormattedMessage id="settings.work" />}>
      <div className={styles.settings}>
        <Checkbox
          id="on-duty"
          checked={settings.data.onDuty}
          onChange={(change) => save({ onDuty: change.target.checked })}
          label={<FormattedMessage id="settings.on-duty" />}
          hint={<FormattedMessage id="settings.on-duty-hint" />}
        />
        <OnCallNumber number={settings.data.onCallNumber} onChange={(onCallNumber) => save({ onCallNumber })} />
        <Accepting isAccepting={settings.data.isAccepting} onChange={(isAccepting) => save({ isAccepting })} />
        <Select
          id="undo-seconds"
          label={intl.formatMessage({ id: 'settings.undo' })}
          hint={<FormattedMessage id="settings.undo-hint" />}
          value={String(settings.data.undoSeconds)}
          onChange={(seconds) => save({ undoSeconds: Number(seconds) })}
          options={choices.map((seconds) => ({
            value: String(seconds),
            label: intl.formatMessage({ id: 'settings.undo-seconds' }, { seconds }),
          }))}
        />
      </div>
    </Card>
  )
}

/** Saved when the field is left. People write a number with spaces and dashes. */
function OnCallNumber({ number, onChange }: { number: string | null; onChange: (number: string | null) => void }) {
  const intl = useIntl()
  return (
    <TextField
      id="on-call-number"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      dir="ltr"
      maxLength={30}
      label={intl.formatMessage({ id: 'settings.on-call-number' })}
      hint={<FormattedMessage id="settings.on-call-number-hint" />}
      defaultValue={number ?? ''}
      onBlur={(change) => {
        const next = change.target.value.replace(/[\s().-]/g, '') || null
        if (next !== number) onChange(next)
      }}
    />
  )
}

const AWAY_REASONS = ['break', 'meal', 'meeting', 'training', 'paperwork', 'other'] as const

/** Where work is given out by itself, somebody who takes none says why. */
function Accepting({ isAccepting, onChange }: { isAccepting: boolean; onChange: (isAccepting: boolean) => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const routing = useQuery(api.workload.settings.queryOptions())
  const options = api.workload.mine.queryOptions({ enabled: routing.data?.isAutomatic ?? false, retry: false })
  const mine = useQuery(options)
  if (!mine.data) {
    return (
      <Checkbox
        id="accepting"
        checked={isAccepting}
        onChange={(change) => onChange(change.target.checked)}
        label={<FormattedMessage id="settings.accepting" />}
      />
    )
  }
  const set = async (value: string) => {
    try {
      const awayReason = AWAY_REASONS.find((reason) => reason === value) ?? null
      queries.setQueryData(options.queryKey, await client.workload.setMine({ awayReason }))
      void queries.invalidateQueries({ queryKey: api.staff.mySettings.key() })
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
  }
  const { awayReason } = mine.data
  return (
    <Select
      id="availability"
      label={intl.formatMessage({ id: 'settings.availability' })}
      hint={<FormattedMessage id="settings.availability-hint" />}
      value={awayReason ?? (mine.data.isAccepting ? 'here' : 'other')}
      onChange={(value) => void set(value)}
      options={(['here', ...AWAY_REASONS] as const).map((value) => ({
        value,
        label: intl.formatMessage({ id: `settings.availability.${value}` }),
      }))}
    />
  )
}

function LookCard() {
  const intl = useIntl()
  const { locale, setLocale } = useLanguage()
  const [appearance, setAppearance] = useState(rememberedAppearance)
  const change = (part: Partial<Appearance>) => {
    const next = { ...appearance, ...part }
    setAppearance(next)
    rememberAppearance(next)
  }
  return (
    <Card title={<FormattedMessage id="settings.look" />}>
      <div className={styles.settings}>
        <Select
          id="settings-language"
          label={intl.formatMessage({ id: 'desk.language' })}
          value={isOfferedLocale(locale) ? locale : 'en'}
          onChange={setLocale}
          options={OFFERED_LOCALES.map((value) => ({ value, label: nativeName(value) }))}
        />
        <Select
          id="settings-theme"
          label={intl.formatMessage({ id: 'settings.theme' })}
          value={appearance.theme}
          onChange={(theme) => change({ theme })}
          options={THEMES.map((value) => ({ value, label: intl.formatMessage({ id: `settings.theme.${value}` }) }))}
        />
        <Select
          id="settings-contrast"
          label={intl.formatMessage({ id: 'settings.contrast' })}
          value={appearance.contrast}
          onChange={(contrast) => change({ contrast })}
          options={CONTRASTS.map((value) => ({
            value,
            label: intl.formatMessage({ id: `settings.contrast.${value}` }),
          }))}
        />
      </div>
    </Card>
  )
}

type Adding = { what: 'app'; begun: TotpSecret } | { what: 'codes'; codes: string[] } | null

function FactorsCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  const factors = useQuery(api.factor.list.queryOptions())
  const [adding, setAdding] = useState<Adding>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: api.factor.key() })
  const tell = (error: unknown) => {
    if (!wasCancelled(error)) showToast({ text: describeProblem(intl, problemOf(error)) })
  }
  const act = async (run: () => Promise<unknown>) => {
    await guard(run).then(refresh, tell)
  }
  if (factors.isError && !factors.data)
    return (
      <Card title={<FormattedMessage id="settings.factors" />}>
        <Failed error={factors.error} onRetry={() => void factors.refetch()} />
      </Card>
    )
  if (!factors.data) return null
  return (
    <Card title={<FormattedMessage id="settings.factors" />}>
      <List framed aria-label={intl.formatMessage({ id: 'settings.factors' })}>
        {factors.data.passkeys.map((passkey) => (
          <ListRow key={passkey.id} className={styles.line}>
            <KeyRound aria-hidden size="1.25em" />
            <span className={styles.words}>
              {passkey.name}
              <span className={styles.fact}>
                <FormattedMessage
                  id="settings.factor.added"
                  values={{ time: <Timestamp key="time" at={passkey.addedAt} /> }}
                />
              </span>
            </span>
            <Button
              size="small"
              tone="plain"
              onClick={() => void act(() => client.factor.removePasskey({ passkeyId: passkey.id }))}
            >
              <FormattedMessage id="settings.factor.remove" />
            </Button>
          </ListRow>
        ))}
        <ListRow className={styles.line}>
          <Smartphone aria-hidden size="1.25em" />
          <span className={styles.words}>
            <FormattedMessage id="factor.app" />
            <span className={styles.fact}>
              <FormattedMessage id={factors.data.hasTotp ? 'settings.factor.is-set' : 'settings.factor.not-set'} />
            </span>
          </span>
          <Button
            size="small"
            onClick={() =>
              void act(async () => {
                // Asked for once before the dialog opens, so that a stale factor is asked for here and not inside it.
                const begun = await client.factor.beginTotp()
                setAdding({ what: 'app', begun })
              })
            }
          >
            <FormattedMessage id={factors.data.hasTotp ? 'settings.factor.renew' : 'settings.factor.add'} />
          </Button>
        </ListRow>
        {(factors.data.hasTotp || factors.data.passkeys.length > 0) && (
          <ListRow className={styles.line}>
            <ListOrdered aria-hidden size="1.25em" />
            <span className={styles.words}>
              <FormattedMessage id="factor.codes" />
              <span className={styles.fact}>
                <FormattedMessage id="settings.factor.codes-left" values={{ count: factors.data.recoveryCodesLeft }} />
              </span>
            </span>
            <Button
              size="small"
              onClick={() =>
                void act(async () => {
                  const { recoveryCodes } = await client.factor.renewRecoveryCodes()
                  setAdding({ what: 'codes', codes: recoveryCodes })
                })
              }
            >
              <FormattedMessage id="settings.factor.renew" />
            </Button>
          </ListRow>
        )}
      </List>
      {canUsePasskeys() && (
        <div>
          <Button
            icon={KeyRound}
            onClick={() => void act(() => addPasskey(new Date().toLocaleDateString(intl.locale)))}
          >
            <FormattedMessage id="settings.factor.add-passkey" />
          </Button>
        </div>
      )}
      {adding && (
        <Dialog title={<FormattedMessage id="settings.factors" />} onClose={() => setAdding(null)}>
          {adding.what === 'app' ? (
            <AuthenticatorApp
              begun={adding.begun}
              onBack={() => setAdding(null)}
              onDone={(codes) => setAdding({ what: 'codes', codes })}
            />
          ) : (
            <RecoveryCodes
              codes={adding.codes}
              onDone={() => {
                setAdding(null)
                void refresh()
              }}
            />
          )}
        </Dialog>
      )}
    </Card>
  )
}

function DevicesCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const devices = useQuery(api.session.devices.queryOptions())
  const end = (sessionId: string) =>
    client.session
      .endDevice({ sessionId })
      .catch((error: unknown) => showToast({ text: describeProblem(intl, problemOf(error)) }))
      .then(() => queries.invalidateQueries({ queryKey: api.session.devices.key() }))
  const [asksEverywhere, setAsksEverywhere] = useState(false)
  const everywhere = () =>
    client.session.signOutEverywhere().then(tellSignedOut, (error: unknown) => {
      setAsksEverywhere(false)
      showToast({ text: describeProblem(intl, problemOf(error)) })
    })
  if (devices.isError && !devices.data)
    return (
      <Card title={<FormattedMessage id="settings.devices" />}>
        <Failed error={devices.error} onRetry={() => void devices.refetch()} />
      </Card>
    )
  if (!devices.data) return null
  return (
    <Card title={<FormattedMessage id="settings.devices" />}>
      <List framed aria-label={intl.formatMessage({ id: 'settings.devices' })}>
        {devices.data.map((device) => (
          <ListRow key={device.sessionId} className={styles.line}>
            <MonitorSmartphone aria-hidden size="1.25em" />
            <span className={styles.words}>
              <FormattedMessage id="settings.device.on" values={{ browser: device.browser, system: device.system }} />
              <span className={styles.fact}>
                <FormattedMessage
                  id="settings.device.active"
                  values={{ time: <Timestamp key="time" at={device.lastActiveAt} style="age" /> }}
                />
              </span>
            </span>
            {device.isThisOne ? (
              <Badge tone="brand">
                <FormattedMessage id="settings.device.this" />
              </Badge>
            ) : (
              <Button size="small" tone="plain" onClick={() => void end(device.sessionId)}>
                <FormattedMessage id="desk.action.sign-out" />
              </Button>
            )}
          </ListRow>
        ))}
      </List>
      <div>
        <Button tone="danger" onClick={() => setAsksEverywhere(true)}>
          <FormattedMessage id="settings.device.everywhere" />
        </Button>
      </div>
      {asksEverywhere && (
        <Dialog
          size="small"
          title={<FormattedMessage id="settings.device.everywhere" />}
          onClose={() => setAsksEverywhere(false)}
          actions={
            <Button tone="danger" onClick={() => void everywhere()}>
              <FormattedMessage id="settings.device.everywhere" />
            </Button>
          }
        >
          <p>
            <FormattedMessage id="settings.device.everywhere-what" />
          </p>
        </Dialog>
      )}
    </Card>
  )
}
