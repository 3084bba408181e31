/** Files in and out. A file is checked before anybody may download it, and served as an attachment from a path of its own (trust-D51). */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import {
  findServable,
  htmlOf,
  insertUpload,
  isLockedNow,
  mailPicturesOf,
  picturesOf,
  rawOf,
  scanLater,
} from '#server/modules/conversation/index.ts'
import { withImages } from '#engines/mail/html-policy.ts'
import type { Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type RouteContext, type Services } from '#server/platform/route-context.ts'
import { isHeld, NOT_SCANNED } from '#contract/held-file.ts'
import { DESK, PATIENT_SIDE } from '#contract/route.ts'
import { corridorContext } from '#server/modules/conversation/index.ts'
import { slowDown } from './guard.ts'
import { guardInTurn } from './in-turn.ts'
import type { PlainRoute } from './described-routes.ts'
import type { AppOptions } from './options.ts'

export type CheckFile = (bytes: Buffer, claimedName: string, claimedType: string) => Promise<FileVerdict>
export type FileVerdict = {
  verdict: 'clean' | 'refused' | 'held'
  type: string
  bytes: Buffer
  name: string
  reason: string | null
}

const roles = [...DESK, ...PATIENT_SIDE, 'visitor'] as const
const UPLOAD: PlainRoute = {
  roles,
  resource: 'attachment',
  patient: 'none',
  audit: 'C',
  body: { type: 'multipart/form-data', shape: z.object({ file: z.file() }) },
  summary: 'Send a file up (multipart, field `file`), to be named in a message',
}
const DOWNLOAD: PlainRoute = {
  roles,
  resource: 'attachment',
  patient: 'of-resource',
  audit: 'R',
  summary: 'A file of a message, once it was found to be clean',
}
const READ_MAIL: PlainRoute = {
  roles: DESK,
  resource: 'message',
  patient: 'of-resource',
  audit: 'R',
  summary: 'The cleaned HTML of a mail',
}
const READ_ORIGINAL: PlainRoute = { ...READ_MAIL, summary: 'A mail exactly as it came' }

export function registerFiles(app: FastifyInstance, services: Services, options: AppOptions): void {
  const enter = (request: FastifyRequest, reply: FastifyReply, describes: PlainRoute): Promise<RouteContext> =>
    guardInTurn(services, options.emergencies.places, { request, reply, describes })

  app.post('/files', { config: { describes: UPLOAD } }, async (request, reply) => {
    const route = await enter(request, reply, UPLOAD)
    const { organizationId, actor } = route.context
    const wait = services.rates.admit('upload', `${organizationId}/${actor.kind}/${actor.id}`, services.now())
    if (wait > 0) throw slowDown(request.id, wait)
    // What is left of the disk is for messages.
    if ((await options.freeDisk().catch(() => 1)) < DISK_FREE_FOR_FILES) throw refusalError('FILE_REFUSED', request.id)

    const part = await fileOf(request)
    if (!part) throw refusalError('INVALID_INPUT', request.id, { field: 'file' })
    const { bytes } = part
    const full = actor.kind === 'visitor' ? waitOfVisitors(services, route.context, bytes.length) : 0
    if (full > 0) throw slowDown(request.id, full)
    const checked = await options.checkFile(bytes, part.name, part.type)
    const storageKey = checked.verdict === 'refused' ? null : await options.files.put(checked.bytes)
    const stored = await services.db.transaction(corridorContext(route.context), async (tx) => {
      const row = await insertUpload(
        tx,
        {
          name: checked.name,
          type: checked.type,
          size: checked.bytes.length,
          sha256: createHash('sha256').update(checked.bytes).digest(),
          verdict: checked.verdict === 'held' ? 'waiting' : checked.verdict,
          reason: checked.reason,
          storageKey,
        },
        services.now(),
      )
      if (row.reason === NOT_SCANNED) await scanLater({ tx, jobs: services.jobs, now: services.now() }, row.id)
      await journal(
        tx,
        {
          event: 'attachment.uploaded',
          action: 'C',
          resourceKind: 'attachment',
          resourceId: row.id,
          detail: { verdict: row.verdict, size: row.size },
        },
        services.now(),
      )
      return row
    })
    return reply.code(checked.verdict === 'refused' ? 422 : 201).send(stored)
  })

  app.get<{ Params: { id: string } }>('/files/:id', { config: { describes: DOWNLOAD } }, async (request, reply) => {
    const route = await enter(request, reply, DOWNLOAD)
    if (!UUID.test(request.params.id)) throw refusalError('NOT_FOUND', request.id)
    const isLocked =
      route.context.actor.kind === 'visitor' &&
      (await services.db.transaction(corridorContext(route.context), (tx) =>
        isLockedNow(tx, request.params.id, services.now()),
      ))
    const file = await services.db.transaction(route.context, async (tx) => {
      const found = await findServable(tx, request.params.id)
      if (!found || isLocked) return found
      await journal(
        tx,
        {
          event: 'attachment.read',
          action: 'R',
          resourceKind: 'attachment',
          resourceId: found.id,
          conversationId: found.conversationId,
          patientIds: [found.patientId],
          fieldClasses: ['clinical'],
        },
        services.now(),
      )
      return found
    })
    if (!file) throw refusalError('NOT_FOUND', request.id)
    if (isLocked) throw refusalError('IDENTITY_TOO_LOW', request.id)
    if (file.verdict === 'waiting' && !isHeld(file)) throw refusalError('SCAN_PENDING', request.id)
    if (file.verdict !== 'clean' || !file.storageKey) throw refusalError('FILE_REFUSED', request.id)
    const bytes = await options.files.get(file.storageKey)
    return reply
      .header('content-type', file.type)
      .header('content-disposition', contentDisposition(file.name))
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .send(bytes)
  })

  app.get<{ Params: { id: string } }>('/mail/:id', { config: { describes: READ_MAIL } }, async (request, reply) => {
    const { html, pictures } = await readOriginal(request, reply, readShown, 'message.html-read')
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', MAIL_POLICY)
      .header('x-frame-options', 'SAMEORIGIN')
      .send(withImages(html, await picturesAsData(pictures, options.files)))
  })

  app.get<{ Params: { id: string } }>(
    '/mail/:id/original',
    { config: { describes: READ_ORIGINAL } },
    async (request, reply) => {
      const raw = await readOriginal(request, reply, rawOf, 'message.original-read')
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', contentDisposition('message.eml'))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(raw)
    },
  )

  async function readOriginal<T>(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    read: (tx: Transaction, messageId: string) => Promise<Read<T> | undefined>,
    event: string,
  ): Promise<T> {
    const route = await enter(request, reply, READ_ORIGINAL)
    if (!UUID.test(request.params.id)) throw refusalError('NOT_FOUND', request.id)
    const found = await services.db.transaction(route.context, async (tx) => {
      const row = await read(tx, request.params.id)
      if (row) {
        await journal(
          tx,
          {
            event,
            action: 'R',
            resourceKind: 'message',
            resourceId: request.params.id,
            conversationId: row.conversationId,
            patientIds: [row.patientId],
            fieldClasses: ['clinical'],
          },
          services.now(),
        )
      }
      return row
    })
    if (!found) throw refusalError('NOT_FOUND', request.id)
    return found.content
  }
}

/** Below this share of free disk no file is taken any more; messages go on, and what is ready says so only later (health.ts). */
const DISK_FREE_FOR_FILES = 0.06
const BYTES_COUNTED = 1_000_000

/** Nobody knows who visitors are: what they send up is bounded by where it comes from and where it goes. */
function waitOfVisitors({ rates, now }: Services, { organizationId, sourceAddress }: Context, bytes: number): number {
  const count = Math.ceil(bytes / BYTES_COUNTED)
  return (
    rates.admit('visitor-upload-address', sourceAddress ?? 'none', now(), count) ||
    rates.admit('visitor-upload', organizationId, now(), count)
  )
}

type Read<T> = { content: T; conversationId: string; patientId: string | null }

/** The cleaned HTML of a mail with the pictures it shows. */
async function readShown(tx: Transaction, messageId: string) {
  const html = await htmlOf(tx, messageId)
  if (!html) return undefined
  const remote = await mailPicturesOf(tx, messageId)
  const pictures = [
    ...(await picturesOf(tx, messageId)),
    ...remote.map(({ url, ...picture }) => ({ ...picture, contentId: url })),
  ]
  return { ...html, content: { html: html.content, pictures } }
}

/** A picture travels inside the page, as the new image it was made into; the page itself fetches nothing (trust-D50). */
async function picturesAsData(
  pictures: Awaited<ReturnType<typeof picturesOf>>,
  files: AppOptions['files'],
): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  for (const { contentId, type, storageKey } of pictures) {
    const bytes = await files.get(storageKey).catch(() => undefined)
    if (bytes) sources.set(contentId, `data:${type};base64,${bytes.toString('base64')}`)
  }
  return sources
}

/** The one file of the form. A form that breaks off or is none is no file; what is too large says so itself. */
async function fileOf(request: FastifyRequest): Promise<{ bytes: Buffer; name: string; type: string } | undefined> {
  try {
    const part = await request.file()
    return part && { bytes: await part.toBuffer(), name: part.filename, type: part.mimetype }
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) throw error
    return undefined
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Mail is shown in a frame without scripts and without our origin; its own style attributes are allowed, nothing is fetched (trust-D50). */
const MAIL_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** RFC 6266 with an ASCII fallback; the name was cleaned when it came in. */
const contentDisposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.\- ]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`
