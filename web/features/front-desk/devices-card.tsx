/** Kiosks and public displays: added by a link that is shown once, listed with their last use, shut out with one press. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Copy, MonitorSmartphone, Plus, Tv } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { client } from '../../api/client.ts'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './front-desk.module.css'

type Device = Awaited<ReturnType<typeof client.frontDesk.devices>>[number]

export function DevicesCard() {
  return (
    <Card title={<FormattedMessage id="front-desk.devices" />}>
      <Devices />
    </Card>
  )
}

export const DevicesDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={<FormattedMessage id="front-desk.devices" />} size="wide" onClose={onClose}>
    <Devices />
  </Dialog>
)

function Devices() {
  const intl = useIntl()
  const queries = useQueryClient()
  const devices = useQuery(api.frontDesk.devices.queryOptions())
  const [isAdding, setIsAdding] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: api.frontDesk.devices.key() })
  const onError = (error: unknown) => showToast({ text: describeProblem(intl, problemOf(error)) })
  const given = async (opened: { link: string }) => {
    setLink(opened.link)
    setIsAdding(false)
    await refresh()
  }
  const add = useMutation(api.frontDesk.addDevice.mutationOptions({ onError, onSuccess: given }))
  const renew = useMutation(api.frontDesk.renewDevice.mutationOptions({ onError, onSuccess: given }))
  const revoke = useMutation(api.frontDesk.revokeDevice.mutationOptions({ onError, onSuccess: refresh }))
  return (
    <div className={styles.form}>
      <p className={styles.fact}>
        <FormattedMessage id="front-desk.devices.lead" />
      </p>
      {devices.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {devices.error && <Failed error={devices.error} onRetry={() => void devices.refetch()} />}
      {devices.data?.length === 0 && (
        <p>
          <FormattedMessage id="front-desk.devices.none" />
        </p>
      )}
      {devices.data && devices.data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'front-desk.devices' })}>
          {devices.data.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              onRenew={() => renew.mutate({ deviceId: device.id })}
              onRevoke={() => revoke.mutate({ deviceId: device.id })}
            />
          ))}
        </List>
      )}
      {link && <NewLink link={link} />}
      {isAdding ? (
        <AddDevice isBusy={add.isPending} onAdd={(device) => add.mutate(device)} />
      ) : (
        <Row>
          <Button icon={Plus} onClick={() => setIsAdding(true)}>
            <FormattedMessage id="front-desk.devices.add" />
          </Button>
        </Row>
      )}
    </div>
  )
}

function DeviceRow({ device, onRenew, onRevoke }: { device: Device; onRenew: () => void; onRevoke: () => void }) {
  const Icon = device.kind === 'kiosk' ? MonitorSmartphone : Tv
  return (
    <ListRow className={styles.turn}>
      <Icon aria-hidden size="1.5em" strokeWidth={1.7} />
      <div className={styles.words}>
        <p>
          <bdi>{device.name}</bdi>
        </p>
        <p className={styles.fact}>
          <FormattedMessage id={`front-desk.devices.kind.${device.kind}`} /> · {device.siteName} ·{' '}
          {device.lastUsedAt ? (
            <FormattedMessage
              id="front-desk.devices.used"
              values={{ time: <Timestamp key="time" at={device.lastUsedAt} style="age" /> }}
            />
          ) : (
            <FormattedMessage id="front-desk.devices.unused" />
          )}
        </p>
      </div>
      <div className={styles.actions}>
        <Button size="small" tone="plain" onClick={onRenew}>
          <FormattedMessage id="front-desk.devices.renew" />
        </Button>
        <Button size="small" tone="plain" onClick={onRevoke}>
          <FormattedMessage id="front-desk.devices.revoke" />
        </Button>
      </div>
    </ListRow>
  )
}

function NewLink({ link }: { link: string }) {
  const intl = useIntl()
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => showToast({ text: intl.formatMessage({ id: 'front-desk.copied' }) }),
      () => undefined,
    )
  return (
    <div className={styles.link} role="status">
      <p>
        <FormattedMessage id="front-desk.devices.link" />
      </p>
      <code dir="ltr">{link}</code>
      <Row>
        <Button size="small" icon={Copy} onClick={() => void copy()}>
          <FormattedMessage id="front-desk.copy" />
        </Button>
      </Row>
    </div>
  )
}

type NewDevice = { siteId: string; kind: Device['kind']; name: string }

function AddDevice({ isBusy, onAdd }: { isBusy: boolean; onAdd: (device: NewDevice) => void }) {
  const intl = useIntl()
  const organization = useQuery(api.organization.get.queryOptions())
  const sites = organization.data?.sites ?? []
  const [chosenSite, setChosenSite] = useState('')
  const siteId = chosenSite || sites[0]?.id || ''
  const [kind, setKind] = useState<Device['kind']>('kiosk')
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAdd({ siteId, kind, name: name.trim() })
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <Select
        id="device-kind"
        label={<FormattedMessage id="front-desk.devices.kind" />}
        value={kind}
        options={(['kiosk', 'display'] as const).map((value) => ({
          value,
          label: intl.formatMessage({ id: `front-desk.devices.kind.${value}` }),
        }))}
        onChange={setKind}
      />
      <Select
        id="device-site"
        label={<FormattedMessage id="front-desk.place.site" />}
        value={siteId}
        options={sites.map((site) => ({ value: site.id, label: site.name }))}
        onChange={setChosenSite}
      />
      <TextField
        id="device-name"
        required
        maxLength={60}
        autoComplete="off"
        label={<FormattedMessage id="front-desk.devices.name" />}
        hint={<FormattedMessage id="front-desk.devices.name-hint" />}
        value={name}
        onChange={(change) => setName(change.target.value)}
      />
      <Button type="submit" tone="primary" busy={isBusy} disabled={siteId === '' || name.trim() === ''}>
        <FormattedMessage id="front-desk.devices.add" />
      </Button>
    </form>
  )
}
