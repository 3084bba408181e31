/** What the assistant says in a conversation: in a chat it is there at once, a text message goes through the gate like every other. */
import type { Line } from '#engines/assistant/decide-turn.ts'
import { PLAIN_SLOTS, type SlotName } from '#engines/assistant/task-kinds.ts'
import { hasLinesIn } from '#engines/assistant/other-languages.ts'
import { smsTextOf, SPOKEN, textOf } from '#engines/assistant/texts.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import {
  factsOfAnswer,
  insertAutomaticMessage,
  loadRouting,
  replyWays,
  storeAutomaticMessage,
  type LockedConversation,
} from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { lastHeard, type Heard } from './store.ts'

type Said = {
  /** The message it answers: it is said on that channel, whatever the conversation began on, and by text to that number and no other (D66). */
  answers: Heard
  lines: readonly Line[]
  /** ISO 639-1, of who reads it; where there are no reviewed texts in it, the English stands below a line of it. */
  language: string
  /** Values that were said elsewhere, and are not shown here before it is proved who reads (D66). */
  hidden?: readonly SlotName[]
  choices?: readonly string[]
  areNumbered?: boolean
}

/** `messageId`: of what stands in a chat now. Nothing is said where the gate refused, or there is no way: then nobody was told anything. */
export async function say(
  deps: { tx: Transaction; jobs: Jobs; now: Date },
  conversation: LockedConversation,
  { lines, language, answers: { channel, sender }, choices, areNumbered, hidden = [] }: Said,
): Promise<{ isSaid: boolean; messageId: string | null }> {
  const { tx, now } = deps
  // Who has hung up hears nothing more.
  if (channel === 'voice') return UNSAID
  const { sites } = await loadRouting(tx, now)
  const site = sites.find(({ id }) => id === conversation.siteId) ?? sites[0]
  const isText = channel === 'sms'
  const numberIn = (code: string) => emergencyNumberOf(site?.country ?? 'US', code)
  const written = SPOKEN.find((one) => one === language)
  const days = new Intl.DateTimeFormat(written ?? 'en', { dateStyle: isText ? 'medium' : 'long', timeZone: 'UTC' })
  const told = {
    language: written ?? 'en',
    other: written ? null : { language, emergencyNumber: numberIn(language) },
    emergencyNumber: numberIn(written ?? 'en'),
    day: (iso: string) => days.format(new Date(iso)),
  }
  const message = {
    conversationId: conversation.id,
    language: hasLinesIn(language) ? language : told.language,
    purpose: 'reply',
    kind: 'assistant',
  } as const
  if (isText) {
    const number = sender?.startsWith(TEXTED) ? sender.slice(TEXTED.length) : null
    const ways = await replyWays(tx, conversation, now)
    const way = ways.find((one) => one.channel === 'sms' && one.address === number)
    if (!way || number === null) return UNSAID
    // What tells of somebody's health is not repeated where plain texts were not agreed to (D70).
    const isHidden = (slot: SlotName) => hidden.includes(slot) || (!way.carriesText && !PLAIN_SLOTS.has(slot))
    const text = smsTextOf(lines, told, { ...offeringOf({ lines, choices, areNumbered }), isHidden })
    if (text === null) return UNSAID
    const isSaid = await insertAutomaticMessage(deps, {
      ...message,
      text,
      channel: 'sms',
      address: number,
      receiverIsAutomatic: false,
      facts: factsOfAnswer(way),
    })
    return { isSaid, messageId: null }
  }
  if (channel !== 'portal-chat' && channel !== 'widget') return UNSAID
  const text = textOf(lines, told, (slot) => hidden.includes(slot))
  const said = { ...message, text, channel, address: null, choices: choices ?? null } as const
  return { isSaid: true, messageId: await storeAutomaticMessage(deps, said, 'delivered') }
}

const UNSAID = { isSaid: false, messageId: null }

/** A number that is surely of whoever wrote from it (`senderName` in server/modules/conversation). */
const TEXTED = 'address:'

/** What whoever waits is told unasked is told where he wrote last. */
export const heardLast = async (tx: Transaction, { id, channel }: LockedConversation): Promise<Heard> =>
  (await lastHeard(tx, id)) ?? { channel, sender: null }

/** A text has no buttons: what a figure stands for is numbered, and of requests that are open one is named by its words. */
function offeringOf({ lines, choices = [], areNumbered = false }: Pick<Said, 'lines' | 'choices' | 'areNumbered'>) {
  const asksWhich = lines.some((line) => line.says === 'task' && line.task.tells === 'too-many')
  return areNumbered || asksWhich ? { choices, areNumbered } : {}
}
