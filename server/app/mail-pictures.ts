/**
 * Pictures that a mail shows from elsewhere (desk-D56, trust-D50). Nothing is asked of anybody until somebody at the desk wants them.
 *
 * Then this server fetches them, not the browser: by the one way out, without a redirect, a cookie or a name of who asks, and with no
 * exception for hosts of our own network, since the addresses are a stranger's words. What comes passes the check of every other file,
 * is made new and kept for this mail, so that it is fetched once whoever opens it later.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DESK } from '#contract/route.ts'
import { remotePictures } from '#engines/mail/html-policy.ts'
import {
  htmlOf,
  keepMailPicture,
  MAIL_PICTURES_MAX_BYTES,
  mailPicturesOf,
  type MailPicture,
} from '#server/modules/conversation/index.ts'
import { journal } from '#server/platform/journal.ts'
import type { HttpAnswer, HttpRefusal } from '#server/platform/outbound.ts'
import type { Result } from '#server/platform/result.ts'
import { refusalError, type RouteContext, type Services } from '#server/platform/route-context.ts'
import type { PlainRoute } from './described-routes.ts'
import { slowDown } from './guard.ts'
import { guardInTurn } from './in-turn.ts'
import type { AppOptions } from './options.ts'

export type FetchPicture = (url: URL) => Promise<Result<HttpAnswer, HttpRefusal>>

const SHOW: PlainRoute = {
  roles: DESK,
  resource: 'message',
  patient: 'of-resource',
  audit: 'E',
  summary:
    'Fetch the pictures that a mail shows from elsewhere, and keep them for it: how many are shown, how many not',
}
const COUNT: PlainRoute = {
  ...SHOW,
  audit: 'R',
  summary: 'How many pictures a mail shows from elsewhere: those fetched, and those that are not',
}

/** Pictures fetched at once, and milliseconds after which no further one is begun. */
const AT_ONCE = 6
const BEGIN_WITHIN_MS = 15_000
const SHOWN_TYPES = ['image/jpeg', 'image/png', 'image/webp']

export function registerMailPictures(
  app: FastifyInstance,
  services: Services,
  {
    fetchPicture,
    checkFile,
    files,
    emergencies,
  }: Pick<AppOptions, 'fetchPicture' | 'checkFile' | 'files' | 'emergencies'>,
): void {
  type Request = FastifyRequest<{ Params: { id: string } }>
  const enter = async (request: Request, reply: FastifyReply, describes: PlainRoute): Promise<RouteContext> => {
    const route = await guardInTurn(services, emergencies.places, { request, reply, describes })
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(request.params.id))
      throw refusalError('NOT_FOUND', request.id)
    return route
  }

  app.get<{ Params: { id: string } }>(
    '/mail/:id/pictures',
    { config: { describes: COUNT } },
    async (request, reply) => {
      const route = await enter(request, reply, COUNT)
      const { wanted, have } = await picturesOf(route, request.params.id, 'message.html-read')
      return { shown: have.length, hidden: wanted.length }
    },
  )

  app.post<{ Params: { id: string } }>(
    '/mail/:id/pictures',
    { config: { describes: SHOW } },
    async (request, reply) => {
      const route = await enter(request, reply, SHOW)
      const { id } = request.params
      const { wanted, have } = await picturesOf(route, id, 'message.pictures-asked')
      const wait = services.rates.admit('mail-pictures', route.context.organizationId, services.now())
      if (wait > 0) throw slowDown(request.id, wait)
      const room = MAIL_PICTURES_MAX_BYTES - have.reduce((sum, { size }) => sum + size, 0)
      const found = await fetchAll(wanted, room)
      await services.db.transaction(route.context, async (tx) => {
        for (const picture of found) await keepMailPicture(tx, id, picture, services.now())
      })
      return { shown: have.length + found.length, hidden: wanted.length - found.length }
    },
  )

  /** The pictures of a mail that the caller may read: those we have, and the addresses of the others. */
  async function picturesOf(
    route: RouteContext,
    messageId: string,
    event: string,
  ): Promise<{ wanted: string[]; have: MailPicture[] }> {
    return services.db.transaction(route.context, async (tx) => {
      const mail = await htmlOf(tx, messageId)
      if (!mail) throw refusalError('NOT_FOUND', route.context.requestId)
      const have = await mailPicturesOf(tx, messageId)
      const wanted = remotePictures(mail.content).filter((url) => !have.some((picture) => picture.url === url))
      await journal(
        tx,
        {
          event,
          action: event === 'message.pictures-asked' ? 'E' : 'R',
          resourceKind: 'message',
          resourceId: messageId,
          conversationId: mail.conversationId,
          patientIds: [mail.patientId],
          fieldClasses: ['clinical'],
          detail: { pictures: wanted.length },
        },
        services.now(),
      )
      return { wanted, have }
    })
  }

  async function fetchAll(urls: readonly string[], room: number): Promise<MailPicture[]> {
    const until = Date.now() + BEGIN_WITHIN_MS
    const queue = [...urls]
    const found: MailPicture[] = []
    let left = room
    const work = async (): Promise<void> => {
      for (let url = queue.shift(); url !== undefined && Date.now() < until; url = queue.shift()) {
        const picture = await fetchOne(url)
        if (!picture || picture.bytes.length > left) continue
        left -= picture.bytes.length
        const storageKey = await files.put(picture.bytes)
        found.push({ url, type: picture.type, size: picture.bytes.length, storageKey })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return found
  }

  async function fetchOne(address: string): Promise<{ type: string; bytes: Buffer } | undefined> {
    const answer = await fetchPicture(new URL(address))
    if (!answer.ok || answer.value.status !== 200) return undefined
    const checked = await checkFile(answer.value.body, 'picture', '')
    return checked.verdict === 'clean' && SHOWN_TYPES.includes(checked.type) ? checked : undefined
  }
}
