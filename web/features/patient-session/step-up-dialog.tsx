/** Asks for a fresh code or a passkey. Fetched only when something needs it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { KeyRound, Mail } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { CodeField } from '../../ui/text-field.tsx'
import { answerPasskey, passkeysWork } from './passkey.ts'

export function StepUpDialog({ onConfirmed, onClose }: { onConfirmed: () => void; onClose: () => void }) {
  const intl = useIntl()
  const ways = useQuery({ ...api.stepUp.ways.queryOptions(), staleTime: 0 })
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [code, setCode] = useState('')

  const send = useMutation({
    mutationFn: (to: { contactPointId: string; masked: string }) =>
      client.stepUp.requestCode({ contactPointId: to.contactPointId }),
    onSuccess: (_, to) => setSentTo(to.masked),
  })
  const confirm = useMutation({
    mutationFn: () => client.stepUp.confirm({ way: 'code', code }),
    onSuccess: onConfirmed,
  })
  const passkey = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await client.stepUp.passkeyChallenge()
      const response = await answerPasskey(options)
      if (!response) return
      await client.stepUp.confirm({ way: 'passkey', challengeId, response })
      onConfirmed()
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (/^\d{6}$/.test(code)) confirm.mutate()
  }
  const error = confirm.error ?? send.error ?? passkey.error ?? ways.error

  return (
    <Dialog size="small" title={<FormattedMessage id="portal.step-up.title" />} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <p>
            <FormattedMessage id="portal.step-up.why" />
          </p>
          {error && (
            <Banner tone="warning" announce="alert">
              {describeProblem(intl, problemOf(error))}
            </Banner>
          )}
          {ways.isPending && (
            <Skeleton>
              <SkeletonBar height="control" />
            </Skeleton>
          )}
          {sentTo === null && ways.data?.ways.includes('passkey') && passkeysWork() && (
            <Button icon={KeyRound} wide busy={passkey.isPending} onClick={() => passkey.mutate()}>
              <FormattedMessage id="portal.sign-in.passkey" />
            </Button>
          )}
          {sentTo === null &&
            ways.data?.codeTo.map((to) => (
              <Button key={to.contactPointId} icon={Mail} wide busy={send.isPending} onClick={() => send.mutate(to)}>
                <FormattedMessage id="portal.step-up.send-to" values={{ address: <bdi>{to.masked}</bdi> }} />
              </Button>
            ))}
          {sentTo === null && ways.data?.codeTo.length === 0 && !ways.data.ways.includes('passkey') && (
            <p>
              <FormattedMessage id="portal.step-up.no-way" />
            </p>
          )}
          {sentTo !== null && (
            <>
              <CodeField
                id="step-up-code"
                autoFocus
                label={<FormattedMessage id="portal.code" />}
                hint={<FormattedMessage id="portal.step-up.sent" values={{ address: <bdi>{sentTo}</bdi> }} />}
                value={code}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
              />
              <Button type="submit" tone="primary" wide busy={confirm.isPending} disabled={!/^\d{6}$/.test(code)}>
                <FormattedMessage id="portal.step-up.confirm" />
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
