/** What the composer may do with a text. Pure. */
import { variablesIn } from '#engines/macro/variables.ts'
import { LONGEST_SMS } from '#engines/sms/segments.ts'
import type { ConversationDetail, Message } from '../../api/types.ts'
import type { Mode } from './device-drafts.ts'
import type { SendInput } from './reply-queue.ts'

/** Characters of one message (contract: conversation.send). */
export const TEXT_MAX = 100_000

/** What was written by others after the point that the writer has seen. */
export const newerThan = (messages: readonly Message[], seq: number): Message[] =>
  messages.filter((message) => message.seq > seq && message.direction !== 'event').sort((a, b) => a.seq - b.seq)

export type ReplyWay = ConversationDetail['replyChannels'][number]

/** By the address, which is also there where it is nobody's on file. */
export const wayKey = ({ channel, address }: Pick<ReplyWay, 'channel' | 'address'>) => `${channel}:${address}`

/** The chosen way if it is still there, else the best that is open, else the best. Where a mail only asks to be answered, nobody goes unasked. */
export function chosenWay(ways: readonly ReplyWay[], chosen: string | null): ReplyWay | undefined {
  const own = ways.filter(({ isAskedFor }) => !isAskedFor)
  return ways.find((way) => wayKey(way) === chosen) ?? own.find((way) => !closes(way.refusal)) ?? own[0]
}

/** Quiet hours make a message wait; every other refusal keeps it from going. */
export const closes = (refusal: string | null): boolean => refusal !== null && refusal !== 'QUIET_HOURS'

export type NotReady = 'empty' | 'too-long' | 'too-long-for-sms' | 'variables' | 'no-way' | 'uploading' | null

export function whyNotReady(draft: {
  mode: Mode
  text: string
  way: ReplyWay | undefined
  isUploading: boolean
}): NotReady {
  if (!draft.text.trim()) return 'empty'
  if (draft.text.length > TEXT_MAX) return 'too-long'
  if (draft.isUploading) return 'uploading'
  if (draft.mode === 'note') return null
  if (variablesIn(draft.text).known.length > 0) return 'variables'
  if (draft.way?.channel === 'sms' && draft.way.carriesText && draft.text.length > LONGEST_SMS)
    return 'too-long-for-sms'
  return !draft.way || closes(draft.way.refusal) ? 'no-way' : null
}

/** What the writer answered of a message that was not sent holds for these words on this way: of others it is asked anew. */
export const answeredOf = (
  { confirmed, disclosure, ...sent }: Pick<SendInput, 'text' | 'channel' | 'address' | 'confirmed' | 'disclosure'>,
  text: string,
  way: Partial<Pick<ReplyWay, 'channel' | 'address'>> = {},
): Pick<SendInput, 'confirmed' | 'disclosure'> =>
  sent.text === text && sent.channel === way.channel && sent.address === way.address ? { confirmed, disclosure } : {}

/** What was written while a message was on its way: it stays in the composer. */
export function writtenSince(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now
}

type Colleague = { id: string; name: string }

/** Persons one note may mention (contract: conversation.send). */
const MENTIONS_MAX = 20

/**
 * The colleagues whose `@name` stands in a note; a longer name is not taken for the shorter one it begins with. Of several with one name
 * those who were `picked` from the list are meant, and where nobody was, all of them: nobody is called in vain.
 */
export function mentionsIn(text: string, colleagues: readonly Colleague[], picked: readonly string[] = []): string[] {
  let rest = text
  const found: string[] = []
  const names = new Set(colleagues.map(({ name }) => name))
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(`@${name}`)) continue
    rest = rest.replaceAll(`@${name}`, ' ')
    const ids = colleagues.filter((colleague) => colleague.name === name).map(({ id }) => id)
    const meant = ids.filter((id) => picked.includes(id))
    found.push(...(meant.length > 0 ? meant : ids))
  }
  return found.slice(0, MENTIONS_MAX)
}

/** Whom a note calls that was written before the list of colleagues was here: it is fetched where a name may stand in the note. */
export async function mentionsOf(
  { mode, text, mentions }: { mode: Mode; text: string; mentions?: string[] | undefined },
  colleagues: () => Promise<readonly Colleague[]>,
): Promise<string[]> {
  return mentions ?? (mode === 'note' && text.includes('@') ? mentionsIn(text, await colleagues()) : [])
}
