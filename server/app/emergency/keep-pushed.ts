/**
 * What carriers, mail servers and mail providers push while nothing can be stored: when the words are an emergency it is kept and told on,
 * and the answer stays what it was, so that the sender comes again (trust-D66, D75). Who pushed is proved as always, by what is remembered of the door.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isCarrierSignature, type FormField } from '#engines/sms/carrier-signature.ts'
import { isRedFlagMail } from '#server/channels/email/receive-mail.ts'
import type { HandOver } from '#server/channels/email/mail-webhook.ts'
import type { Mailbox } from '#server/channels/email/mailbox.ts'
import { isSignedBy, type SignedHeaders } from '#server/channels/email/webhook-signature.ts'
import type { Place } from '#server/channels/voice/receive-call.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { formValues } from '#server/channels/form-values.ts'
import { toRefusal } from '../answer.ts'
import type { Channel } from './duty-mail.ts'
import type { Emergencies } from './emergencies.ts'
import type { FormHand, Hand } from './hand.ts'

/** A disk that does not answer holds no sender up for longer, in milliseconds. */
const KEEP_MAX_MS = 1_000

export type SignedForm = {
  endpoint: string
  url: string
  signature: string
  fields: readonly FormField[]
  /** Of words in a call. */
  place?: Place
}
export type SignedMail = { endpoint: string; signed: SignedHeaders; raw: Buffer }

const NOWHERE: Place = { turn: 'away', isSilent: false }
/** By which part of a form the words come. */
const WORDS_IN = { text: 'Body', 'words-of-call': 'SpeechResult', transcript: 'TranscriptionText' } as const

export function keeperOfPushed(services: Services, emergencies: Emergencies) {
  const { places } = emergencies

  /** Runs `work`; what it could not store is looked at before its error goes on. */
  async function orKeep<T>(requestId: string, work: () => Promise<T>, keep: () => Promise<void>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (toRefusal(error, requestId).status >= 500) await inTime(keep)
      throw error
    }
  }

  async function inTime(keep: () => Promise<void>): Promise<void> {
    const keeping = keep().catch((error: unknown) => services.log.error('emergency.not-kept', errorFields(error)))
    await Promise.race([keeping, sleep(KEEP_MAX_MS, undefined, { ref: false })])
  }

  async function form(
    by: FormHand['by'],
    { endpoint, url, signature, fields, place = NOWHERE }: SignedForm,
  ): Promise<void> {
    const door = by === 'text' ? places.number(endpoint) : places.line(endpoint)
    if (!door || !isCarrierSignature(signature, door.secret, url, fields)) return
    const values = formValues(fields)
    const words = values.get(WORDS_IN[by]) ?? ''
    const { organizationId, accountId } = door
    if (!emergencies.helpFor(words, organizationId)) return
    const language = places.find(organizationId)?.language ?? 'en'
    const channel = by === 'text' ? 'sms' : 'voice'
    const key = [by, accountId, values.get('MessageSid') ?? values.get('CallSid') ?? '', String(place.turn), words]
    await keep(
      { organizationId, from: values.get('From') ?? '', channel, key },
      { by, organizationId, accountId, fields, place, language },
    )
  }

  async function mail(
    mailbox: Mailbox,
    raw: Buffer,
    envelopeTo: readonly string[],
    handOver: HandOver | null,
  ): Promise<void> {
    if (!isRedFlagMail(services, mailbox, raw)) return
    const { organizationId, accountId } = mailbox
    const key = ['mail', accountId, createHash('sha256').update(raw).digest('hex')]
    await keep(
      { organizationId, from: accountId, channel: 'email', key },
      { by: 'mail', mailbox, raw: raw.toString('base64'), envelopeTo, handOver },
    )
  }

  async function keep(
    { organizationId, from, channel, key }: { organizationId: string; from: string; channel: Channel; key: string[] },
    hand: Hand,
  ): Promise<void> {
    const { rates, now } = services
    const admits = () => rates.admit('emergency-kept', `${organizationId}/${from}`, now()) === 0
    await emergencies.keep(organizationId, { key, admits, at: now(), channel, hand })
  }

  return {
    orKeep,
    form: (by: FormHand['by'], signed: SignedForm) => inTime(() => form(by, signed)),
    /** What a provider pushed. */
    async mailPush({ endpoint, signed, raw }: SignedMail): Promise<void> {
      const webhook = places.mailWebhook(endpoint)
      if (!webhook || !isSignedBy(webhook.secrets, signed, raw)) return
      await mail(webhook.mailbox, raw, [], { webhookId: webhook.webhookId, id: signed.id })
    },
    /** What a mail server brought for a mailbox that is remembered. */
    smtp: {
      mailboxOf: (address: string) => places.mailbox(address),
      keep: (mailbox: Mailbox, raw: Buffer, envelopeTo: readonly string[]) =>
        inTime(() => mail(mailbox, raw, envelopeTo, null)),
    },
  }
}
