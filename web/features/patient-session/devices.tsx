/** Where this account is signed in, the ways in, and how to end all of it at once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page, Row, Stack } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { passkeysWork } from './passkey.ts'
import { signOut } from './sign-out.ts'
import { StepUpClosed, useStepUp } from './step-up.tsx'
import { useAddPasskey } from './use-add-passkey.ts'
import styles from './devices.module.css'

export function Devices() {
  const intl = useIntl()
  const queries = useQueryClient()
  const [asksEverywhere, setAsksEverywhere] = useState(false)
  const everywhere = useMutation({ mutationFn: () => signOut(queries, 'everywhere') })
  return (
    <Page
      title={intl.formatMessage({ id: 'portal.devices.title' })}
      lead={<FormattedMessage id="portal.devices.lead" />}
    >
      <Card title={<FormattedMessage id="portal.devices.list" />}>
        <DeviceList />
        <div>
          <Button tone="danger" onClick={() => setAsksEverywhere(true)}>
            <FormattedMessage id="portal.devices.everywhere" />
          </Button>
        </div>
      </Card>
      <Card title={<FormattedMessage id="portal.passkeys.title" />}>
        <Passkeys />
      </Card>
      {asksEverywhere && (
        <Dialog
          size="small"
          title={<FormattedMessage id="portal.devices.everywhere" />}
          onClose={() => setAsksEverywhere(false)}
          actions={
            <Row>
              <Button onClick={() => setAsksEverywhere(false)}>
                <FormattedMessage id="portal.back" />
              </Button>
              <Button tone="danger" busy={everywhere.isPending} onClick={() => everywhere.mutate()}>
                <FormattedMessage id="portal.devices.everywhere.yes" />
              </Button>
            </Row>
          }
        >
          <p>
            <FormattedMessage id="portal.devices.everywhere.text" />
          </p>
          {everywhere.error && (
            <Banner tone="warning" announce="alert">
              {describeProblem(intl, problemOf(everywhere.error))}
            </Banner>
          )}
        </Dialog>
      )}
    </Page>
  )
}

function DeviceList() {
  const intl = useIntl()
  const queries = useQueryClient()
  const devices = useQuery(api.session.devices.queryOptions())
  const end = useMutation({
    mutationFn: (sessionId: string) => client.session.endDevice({ sessionId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.session.devices.key() }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  if (devices.isPending)
    return (
      <Skeleton>
        <SkeletonBar width="long" />
        <SkeletonBar width="middle" />
      </Skeleton>
    )
  if (devices.isError) return <Failed error={devices.error} onRetry={() => void devices.refetch()} />
  return (
    <List aria-label={intl.formatMessage({ id: 'portal.devices.list' })}>
      {devices.data.map((device) => (
        <ListRow key={device.sessionId} className={styles.device}>
          <MonitorSmartphone aria-hidden size="1.4em" strokeWidth={1.7} />
          <div className={styles.words}>
            <p className={styles.name}>
              <FormattedMessage id="portal.devices.on" values={{ browser: device.browser, system: device.system }} />{' '}
              {device.isThisOne && (
                <Badge tone="brand">
                  <FormattedMessage id="portal.devices.this-one" />
                </Badge>
              )}
            </p>
            <p className={styles.fact}>
              <FormattedMessage
                id="portal.devices.last-used"
                values={{ when: <Timestamp at={device.lastActiveAt} style="short" /> }}
              />
            </p>
          </div>
          {!device.isThisOne && (
            <Button
              size="small"
              busy={end.isPending && end.variables === device.sessionId}
              onClick={() => end.mutate(device.sessionId)}
            >
              <FormattedMessage id="portal.devices.end" />
            </Button>
          )}
        </ListRow>
      ))}
    </List>
  )
}

function Passkeys() {
  const intl = useIntl()
  const queries = useQueryClient()
  const withStepUp = useStepUp()
  const factors = useQuery(api.factor.list.queryOptions())
  const refresh = () => queries.invalidateQueries({ queryKey: api.factor.list.key() })
  const tellProblem = (error: Error) => {
    if (!(error instanceof StepUpClosed)) showToast({ text: describeProblem(intl, problemOf(error)) })
  }

  const add = useAddPasskey()
  const remove = useMutation({
    mutationFn: (passkeyId: string) => withStepUp(() => client.factor.removePasskey({ passkeyId })),
    onSuccess: refresh,
    onError: tellProblem,
  })

  if (factors.isError) return <Failed error={factors.error} onRetry={() => void factors.refetch()} />
  return (
    <Stack gap={4}>
      <p>
        <FormattedMessage id="portal.passkeys.what" />
      </p>
      {factors.data && factors.data.passkeys.length > 0 && (
        <List aria-label={intl.formatMessage({ id: 'portal.passkeys.title' })}>
          {factors.data.passkeys.map((passkey) => (
            <ListRow key={passkey.id} className={styles.device}>
              <KeyRound aria-hidden size="1.3em" strokeWidth={1.7} />
              <div className={styles.words}>
                <p className={styles.name}>{passkey.name}</p>
                {passkey.lastUsedAt && (
                  <p className={styles.fact}>
                    <FormattedMessage
                      id="portal.devices.last-used"
                      values={{ when: <Timestamp at={passkey.lastUsedAt} /> }}
                    />
                  </p>
                )}
              </div>
              <Button
                size="small"
                busy={remove.isPending && remove.variables === passkey.id}
                onClick={() => remove.mutate(passkey.id)}
              >
                <FormattedMessage id="portal.remove" />
              </Button>
            </ListRow>
          ))}
        </List>
      )}
      {passkeysWork() && (
        <div>
          <Button icon={KeyRound} busy={add.isPending} onClick={() => add.mutate()}>
            <FormattedMessage id="portal.passkeys.add" />
          </Button>
        </div>
      )}
    </Stack>
  )
}
