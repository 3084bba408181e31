/** What is being written, kept on this device from the first key on, and what came back unsent, with the reason. */
import { client } from '../../api/client.ts'
import { deviceStore, type DeviceStore } from '../../api/device-store.ts'
import type { Problem } from '../../api/refusal.ts'
import type { Attachment } from '../../api/types.ts'

export type Draft = {
  personId: string
  subject: string
  text: string
  attachments: Attachment[]
  refused?: Problem['code']
}

const KIND = 'my-draft'
/** A new matter has no conversation yet. */
const NEW = 'new'

export async function readDraft(
  store: DeviceStore,
  personId: string,
  conversationId: string | undefined,
): Promise<Draft | null> {
  const kept = await store.get<Draft>(KIND, conversationId ?? NEW)
  return kept?.value.personId === personId ? kept.value : null
}

export async function keepDraft(store: DeviceStore, conversationId: string | undefined, draft: Draft): Promise<void> {
  const isEmpty = !draft.text.trim() && !draft.subject.trim() && draft.attachments.length === 0
  if (isEmpty) await store.remove(KIND, conversationId ?? NEW)
  else await store.put(KIND, conversationId ?? NEW, draft)
}

/**
 * The session is about to end and takes what this device keeps with it: the words go to the server first (trust-D21). What was
 * attached is left out; the files stay on the server until they are attached again.
 */
export async function saveDrafts(store: DeviceStore = deviceStore): Promise<void> {
  const kept = await store.all<Draft>(KIND)
  await Promise.all(
    kept.map(({ id, value: { subject, text } }) =>
      client.myConversation.saveDraft({ ...(id === NEW ? {} : { conversationId: id }), subject, text }).catch(() => {}),
    ),
  )
}

/** What waited on the server since the last session: it moves to this device, and only then goes there. */
export async function takeDraftBack(personId: string, conversationId: string | undefined): Promise<Draft | null> {
  const waiting = await client.myConversation.draft({ conversationId }).catch(() => null)
  if (!waiting) return null
  const draft = { personId, subject: waiting.subject, text: waiting.text, attachments: [] }
  await keepDraft(deviceStore, conversationId, draft)
  void client.myConversation.saveDraft({ conversationId, subject: '', text: '' }).catch(() => {})
  return draft
}

type Unsent = {
  personId: string
  conversationId?: string | undefined
  subject?: string | undefined
  text: string
  attachments: Attachment[]
}

/** An unsent message becomes a draft again, before whatever was begun meanwhile. */
export async function giveBack(store: DeviceStore, message: Unsent, { code }: Pick<Problem, 'code'>): Promise<void> {
  const { personId, conversationId, subject, text, attachments } = message
  const begun = await readDraft(store, personId, conversationId)
  const isSame = !begun || begun.text.trim() === text
  await keepDraft(store, conversationId, {
    personId,
    subject: subject || begun?.subject || '',
    text: isSame ? text : `${text}\n\n${begun.text}`,
    attachments: isSame ? attachments : [...attachments, ...begun.attachments],
    refused: code,
  })
}
