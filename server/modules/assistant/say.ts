/** What the assistant says in a conversation, as one automatic message that is there at once. */
import type { Line } from '#engines/assistant/decide-turn.ts'
import { textOf, type Spoken } from '#engines/assistant/texts.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { loadRouting, storeAutomaticMessage, type LockedConversation } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'

export async function say(
  { tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date },
  conversation: LockedConversation,
  { lines, language, choices }: { lines: readonly Line[]; language: Spoken; choices?: readonly string[] },
): Promise<void> {
  const { sites } = await loadRouting(tx, now)
  const site = sites.find(({ id }) => id === conversation.siteId) ?? sites[0]
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  await storeAutomaticMessage(
    { tx, jobs, now },
    {
      conversationId: conversation.id,
      text: textOf(lines, {
        language,
        emergencyNumber: emergencyNumberOf(site?.country ?? 'US'),
        day: (iso) => days.format(new Date(iso)),
      }),
      language,
      purpose: 'reply',
      channel: conversation.channel as 'portal-chat' | 'widget',
      address: null,
      kind: 'assistant',
      choices: choices ?? null,
    },
    'delivered',
  )
}
