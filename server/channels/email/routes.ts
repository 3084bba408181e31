/** Procedures of the mail webhooks: an administrator opens one, renews its secret, closes it. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { mailWebhook, type MailWebhook } from '#contract/mail-webhook.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { closeMailWebhook, mailWebhooks, openMailWebhook, rotateSecret } from './mail-webhook.ts'

const on = implement(mailWebhook).$context<RouteContext>()

export const mailWebhookRoutes = on.router({
  list: on.list.handler(({ context: route }) => route.db.transaction(route.context, (tx) => present(tx, route))),

  open: on.open.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const { mailboxId } = input
      const known = await present(tx, route)
      if (known.some((webhook) => webhook.mailboxId === mailboxId))
        throw refusalError('STATE_NOT_ALLOWED', route.context.requestId)
      const secret = await openMailWebhook(tx, route.keys, mailboxId, route.now())
      if (!secret) throw refusalError('NOT_FOUND', route.context.requestId)
      const webhooks = await present(tx, route)
      await changed(tx, 'opened', webhooks.find((webhook) => webhook.mailboxId === mailboxId)?.id ?? null, route.now())
      return { webhooks, secret }
    }),
  ),

  rotate: on.rotate.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const { mailWebhookId, keepsOld } = input
      const secret = await rotateSecret(tx, route.keys, { webhookId: mailWebhookId, keepsOld }, route.now())
      if (!secret) throw refusalError('NOT_FOUND', route.context.requestId)
      await changed(tx, 'secret-renewed', mailWebhookId, route.now())
      return { webhooks: await present(tx, route), secret }
    }),
  ),

  close: on.close.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      if (!(await closeMailWebhook(tx, input.mailWebhookId))) throw refusalError('NOT_FOUND', route.context.requestId)
      await changed(tx, 'closed', input.mailWebhookId, route.now())
      return present(tx, route)
    }),
  ),
})

const changed = (
  tx: Transaction,
  what: 'opened' | 'secret-renewed' | 'closed',
  resourceId: string | null,
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event: `mail-webhook.${what}`,
      action: what === 'opened' ? 'C' : what === 'closed' ? 'D' : 'U',
      resourceKind: 'mail-webhook',
      resourceId,
    },
    now,
  )

async function present(tx: Transaction, { publicUrl, now }: RouteContext): Promise<z.infer<typeof MailWebhook>[]> {
  const rows = await mailWebhooks(tx, now())
  return rows.map(({ id, accountId, mailbox, createdAt, oldSecretUntil, lastSuccessAt, ...counts }) => ({
    id,
    mailboxId: accountId,
    mailbox,
    url: `${publicUrl}/hooks/email/${endpointOf(tx.context.organizationId, id)}`,
    createdAt: createdAt.toISOString(),
    oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    counts,
  }))
}
