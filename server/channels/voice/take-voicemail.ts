/** A recording becomes a message of its call's conversation, with the sound as a checked file and the carrier's words, if it has any (desk-D63). */
import { createHash } from 'node:crypto'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import {
  addCallEvent,
  keepVoicemail,
  lockCall,
  lockCallById,
  lockVoicemail,
  saveCall,
  voicemailNotHad,
  voicemailTaken,
  voicemailWordsTaken,
  type Voicemail,
} from '#server/modules/call/index.ts'
import { isRedFlag, type InboundAttachment } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import { newId } from '#server/platform/id.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { Services } from '#server/platform/route-context.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { fetchFromCarrier } from '../carrier.ts'
import { formValues } from '../form-values.ts'
import { arrivingCall, fromOf } from './arriving-call.ts'
import { lineEvenClosed, sourceOf, type OwnLine } from './own-line.ts'
import { receiveFromCall } from './receive-call.ts'

export type VoicemailDeps = { services: Services; outbound: OutboundRules; checkSound: FileCheck['checkSound'] }

/** The carrier is asked for a recording so often, each time after so many seconds: for about five minutes in which we are up. */
const FETCHES_MAX = 10
const FETCH_AGAIN_SECONDS = 30
const TRANSCRIPT_MAX = 20_000

/** The job. A voicemail that is a message already is left as it is. */
export async function takeVoicemail(deps: VoicemailDeps, organizationId: string, id: string): Promise<void> {
  const { services } = deps
  const { db, jobs, keys } = services
  const context = systemContext(organizationId, newId(), 'job voicemail')
  const found = await db.transaction(context, async (tx) => {
    const voicemail = await lockVoicemail(tx, id)
    const call = voicemail && (await lockCallById(tx, voicemail.callId))
    const line = call && (await lineEvenClosed(tx, keys, call.accountId))
    return voicemail && line && { voicemail, line }
  })
  if (!found || found.voicemail.messageId !== null) return
  const { line } = found
  const bytes = await fetchFromCarrier(line, found.voicemail.url, deps.outbound)
  if (!bytes) {
    const isDanger = () => isRedFlag({ subject: null, text: found.voicemail.transcript ?? '' })
    const isAgain = await transactionOrSpool(services, context, isDanger, async (tx) => {
      if ((await voicemailNotHad(tx, id)) >= FETCHES_MAX) return false
      const startAfter = new Date(services.now().getTime() + FETCH_AGAIN_SECONDS * 1000)
      await jobs.send(tx, 'voicemail', { organizationId, id }, { startAfter })
      if (isDanger()) await receiveWordsFirst(services, tx, line, id)
      return true
    })
    if (isAgain) return
  }
  const sound = await soundOf(deps, found.voicemail, bytes)
  const words = (await db.transaction(context, (tx) => lockVoicemail(tx, id)))?.transcript ?? ''
  await transactionOrSpool(
    services,
    context,
    () => isRedFlag({ subject: null, text: words }),
    async (tx) => {
      const voicemail = await lockVoicemail(tx, id)
      if (!voicemail || voicemail.messageId !== null) return
      const { transcript, recordingId } = voicemail
      const flags = transcript === null ? ['voicemail', 'listen'] : ['voicemail']
      const messageId = await receive(services, tx, line, voicemail, {
        key: `voicemail:${recordingId}`,
        text: transcript ?? '',
        flags,
        isUnheard: transcript === null,
        attachments: [sound],
      })
      await voicemailTaken(tx, id, messageId)
    },
  )
}

/** Danger does not wait for its sound: the words are a message of their own, and the sound is one without words once it is had. */
async function receiveWordsFirst(services: Services, tx: Transaction, line: OwnLine, id: string): Promise<void> {
  const voicemail = await lockVoicemail(tx, id)
  if (!voicemail || voicemail.messageId !== null || voicemail.transcript === null) return
  const { recordingId, transcript } = voicemail
  await receive(services, tx, line, voicemail, { ...LATE, key: wordsKey(recordingId), text: transcript })
  await voicemailWordsTaken(tx, id)
}

async function receive(
  services: Services,
  tx: Transaction,
  line: OwnLine,
  voicemail: Voicemail,
  of: Omit<Parameters<typeof receiveFromCall>[3], 'isOnThePhone'>,
): Promise<string> {
  const now = services.now()
  const call = await lockCallById(tx, voicemail.callId)
  if (!call) throw new Error('a voicemail without its call')
  const deps = { tx, jobs: services.jobs, hub: services.hub, now }
  const received = await receiveFromCall(deps, line, call, { ...of, isOnThePhone: false })
  await saveCall(tx, { ...call, conversationId: received.conversationId }, now)
  return received.messageId
}

async function soundOf(
  { services, checkSound }: VoicemailDeps,
  voicemail: Voicemail,
  bytes: Buffer | undefined,
): Promise<InboundAttachment> {
  const head = { disposition: 'attachment', contentId: null } as const
  if (!bytes) {
    const sha256 = createHash('sha256').update(voicemail.url).digest()
    return {
      ...head,
      name: 'voicemail',
      type: 'audio/wav',
      size: 0,
      sha256,
      verdict: 'unreadable',
      reason: 'not_fetched',
      storageKey: null,
    }
  }
  const checked = await checkSound(bytes, 'voicemail')
  return {
    ...head,
    name: checked.name,
    type: checked.type,
    size: checked.bytes.length,
    sha256: createHash('sha256').update(checked.bytes).digest(),
    verdict: checked.verdict === 'held' ? 'waiting' : checked.reason === 'infected' ? 'infected' : checked.verdict,
    reason: checked.reason,
    storageKey: checked.verdict === 'refused' ? null : await services.files.put(checked.bytes),
  }
}

/** What a carrier understood of a recording. Late words are a message of their own, so that they are understood too (desk-D2). */
export async function takeTranscript(services: Services, line: OwnLine, fields: readonly FormField[]): Promise<void> {
  const { db, jobs } = services
  const values = formValues(fields)
  const carrierCallId = values.get('CallSid') ?? ''
  const recordingId = values.get('RecordingSid') ?? ''
  const words = (values.get('TranscriptionText') ?? '').replaceAll('\0', '').toWellFormed().normalize('NFC').trim()
  const text = words.slice(0, TRANSCRIPT_MAX)
  const source = sourceOf(line)
  const key = `${carrierCallId.slice(0, 64)}:transcript:${recordingId.slice(0, 64)}`
  const context = systemContext(line.organizationId, newId(), source)
  await db.transaction(context, (tx) => seeArrivals(tx, source, [key], services.now()))
  const work = async (tx: Transaction): Promise<Outcome> => {
    const now = services.now()
    const isId = (id: string) => /^[A-Za-z0-9]{2,64}$/.test(id)
    if (!isId(carrierCallId) || !isId(recordingId)) return 'refused'
    const { call } = await lockCall(tx, arrivingCall(line, { carrierCallId, from: fromOf(values) }, 'en'), now)
    const event = { key: wordsKey(recordingId), kind: 'transcribed' } as const
    if (!(await addCallEvent(tx, call.id, event, now))) return 'duplicate'
    if (text === '') return 'stored'
    const url = (values.get('RecordingUrl') ?? '').slice(0, 2_000)
    const voicemail = await keepVoicemail(tx, { callId: call.id, recordingId, url, seconds: 0, transcript: text }, now)
    if (voicemail.messageId === null)
      await jobs.send(tx, 'voicemail', { organizationId: line.organizationId, id: voicemail.id })
    else await receive(services, tx, line, voicemail, { ...LATE, key: event.key, text })
    return 'stored'
  }
  await transactionOrSpool(
    services,
    context,
    () => isRedFlag({ subject: null, text }),
    async (tx) => settleArrival(tx, source, key, await work(tx), services.now()),
  )
}

/** Words without their sound, whichever came first. */
const wordsKey = (recordingId: string): string => `transcript:${recordingId}`
const LATE = { flags: ['transcript'], isUnheard: false } as const
