/**
 * What a carrier lists of one number, by the interface that carriers share: `GET <api>/2010-04-01/Accounts/<account>/Messages.json`,
 * `Calls.json` and, of all numbers of the account, `Recordings.json`, page by page.
 *
 * Sources: https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/voice/api/call-resource,
 * https://www.twilio.com/docs/voice/api/recording
 */
import * as z from 'zod'
import { exchangeHttp, type OutboundRules } from '#server/platform/outbound.ts'
import { credentialsOf, type Carrier } from './carrier.ts'

export type ListedText = { sid: string; from: string; body: string; files: number; at: Date }
export type ListedCall = { sid: string; from: string; at: Date }
/** `callSid`: of a call of any number of the account. */
export type ListedRecording = { sid: string; callSid: string; url: string; seconds: number; at: Date }

const PAGE_SIZE = 200
/** Pages of one look; what is behind them is not compared, and told as a failure. */
const PAGES_MAX = 100

const sid = z.string().regex(/^[A-Za-z0-9]{2,64}$/)
/** What people wrote, as the database can hold it (trust-D56). */
const words = z.string().transform((text) => text.replaceAll('\0', '').toWellFormed())
/** What lies behind it is no date of the database. */
const LATEST = Date.UTC(9999, 0)
/** Carriers write dates as mails do (RFC 2822). */
const moment = z.string().transform((text, context) => {
  const at = new Date(text)
  if (!(at.getTime() > 0 && at.getTime() < LATEST)) context.addIssue('no date')
  return at
})
const Text = z.object({
  sid,
  from: words,
  body: words.nullable(),
  direction: z.string(),
  num_media: z.coerce.number().int().min(0).max(100),
  date_created: moment,
})
const Call = z.object({ sid, from: words, direction: z.string(), date_created: moment })
const Recording = z.object({
  sid,
  call_sid: sid,
  uri: words.pipe(z.string().startsWith('/').max(1_500)),
  duration: z.coerce.number().min(0),
  status: z.string(),
  date_created: moment,
})
const Files = z.object({ media_list: z.array(z.object({ uri: words, content_type: words })) })

type Asked = { to: string; since: Date; outbound: OutboundRules }

/** Texts that came to the number since, the carrier's order; undefined when the list cannot be had whole. */
export async function listTexts(carrier: Carrier, { to, since, outbound }: Asked): Promise<ListedText[] | undefined> {
  const rows = await pages(
    carrier,
    'Messages',
    { To: to, 'DateSent>': dayOf(since) },
    z.object({ messages: z.array(Text) }),
    outbound,
  )
  return rows
    ?.flatMap(({ messages }) => messages)
    .filter((one) => one.direction === 'inbound' && one.date_created >= since)
    .map((one) => ({ sid: one.sid, from: one.from, body: one.body ?? '', files: one.num_media, at: one.date_created }))
}

export async function listCalls(carrier: Carrier, { to, since, outbound }: Asked): Promise<ListedCall[] | undefined> {
  const rows = await pages(
    carrier,
    'Calls',
    { To: to, 'StartTime>': dayOf(since) },
    z.object({ calls: z.array(Call) }),
    outbound,
  )
  return rows
    ?.flatMap(({ calls }) => calls)
    .filter((one) => one.direction === 'inbound' && one.date_created >= since)
    .map((one) => ({ sid: one.sid, from: one.from, at: one.date_created }))
}

/** Sounds of the whole account that can be fetched; those without a second of sound are left out. */
export async function listRecordings(
  carrier: Carrier,
  { since, outbound }: Omit<Asked, 'to'>,
): Promise<ListedRecording[] | undefined> {
  const shape = z.object({ recordings: z.array(Recording) })
  const rows = await pages(carrier, 'Recordings', { 'DateCreated>': dayOf(since) }, shape, outbound)
  const { origin } = new URL(carrier.apiUrl)
  return rows
    ?.flatMap(({ recordings }) => recordings)
    .filter((one) => one.status === 'completed' && one.duration > 0 && one.date_created >= since)
    .map((one) => ({
      sid: one.sid,
      callSid: one.call_sid,
      url: `${origin}${one.uri.replace(/\.json$/, '')}`,
      seconds: one.duration,
      at: one.date_created,
    }))
}

/** The files of a text as its webhook would have named them; undefined when they cannot be had. */
export async function listFiles(
  carrier: Carrier,
  textSid: string,
  outbound: OutboundRules,
): Promise<{ url: string; type: string }[] | undefined> {
  const answer = await get(carrier, `${base(carrier)}/Messages/${textSid}/Media.json`, outbound)
  const read = Files.safeParse(answer)
  const { origin } = new URL(carrier.apiUrl)
  return read.success
    ? read.data.media_list.map(({ uri, content_type: type }) => ({
        url: `${origin}${uri.replace(/\.json$/, '')}`,
        type,
      }))
    : undefined
}

async function pages<Page extends object>(
  carrier: Carrier,
  list: 'Messages' | 'Calls' | 'Recordings',
  query: Record<string, string>,
  shape: z.ZodType<Page>,
  outbound: OutboundRules,
): Promise<Page[] | undefined> {
  const found: Page[] = []
  let next: string | null =
    `${base(carrier)}/${list}.json?${new URLSearchParams({ ...query, PageSize: String(PAGE_SIZE) })}`
  for (let page = 0; next !== null; page++) {
    if (page >= PAGES_MAX) return undefined
    const answer: unknown = await get(carrier, next, outbound)
    const read = shape.safeParse(answer)
    if (!read.success) return undefined
    found.push(read.data)
    const uri = Next.safeParse(answer).data?.next_page_uri ?? null
    // Only on the carrier's own host: our credentials go along.
    next = uri === null ? null : new URL(carrier.apiUrl).origin + uri
    if (uri !== null && !uri.startsWith('/')) return undefined
  }
  return found
}
const Next = z.object({ next_page_uri: z.string().nullish() })

const base = ({ apiUrl, carrierAccount }: Carrier): string =>
  `${apiUrl}/2010-04-01/Accounts/${encodeURIComponent(carrierAccount)}`

async function get(carrier: Carrier, url: string, outbound: OutboundRules): Promise<unknown> {
  const answer = await exchangeHttp(new URL(url), { headers: { authorization: credentialsOf(carrier) } }, outbound)
  if (!answer.ok || answer.value.status !== 200) return undefined
  try {
    return JSON.parse(answer.value.body.toString()) as unknown
  } catch {
    return undefined
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
