/** What is being written, kept on this device from the first key on, and what came back unsent, with the reason. */
import { client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { DeviceStore } from '../../api/memory-store.ts'
import type { Problem } from '../../api/refusal.ts'
import type { Attachment } from '../../api/types.ts'
import type { KeptFile } from '../../api/kept-file.ts'

export type Draft = {
  personId: string
  subject: string
  text: string
  attachments: Attachment[]
  /** Chosen without a connection, and come back unsent. */
  files?: KeptFile[]
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

/** What waited on the server since the last session. It stays there until this device has it. */
export async function draftOnServer(personId: string, conversationId: string | undefined): Promise<Draft | null> {
  const waiting = await client.myConversation.draft({ conversationId }).catch(() => null)
  return waiting && { personId, subject: waiting.subject, text: waiting.text, attachments: [] }
}

export const dropOnServer = (conversationId: string | undefined): void =>
  void client.myConversation.saveDraft({ conversationId, subject: '', text: '' }).catch(() => {})

/** Words that come back stand before whatever was begun meanwhile. */
export function joinDrafts(back: Draft, begun: Draft | null): Draft {
  const meanwhile = begun && begun.text.trim() !== back.text.trim() ? begun.text : ''
  const isKnown = ({ id }: Attachment) => back.attachments.some((other) => other.id === id)
  return {
    ...back,
    subject: back.subject || begun?.subject || '',
    text: [back.text, meanwhile].filter((text) => text.trim()).join('\n\n'),
    attachments: [...back.attachments, ...(begun?.attachments ?? []).filter((file) => !isKnown(file))],
  }
}

const comesBack = new EventTarget()

/** An open composer takes back what comes to its place. @returns the end of it. */
export function onComingBack(conversationId: string | undefined, take: (draft: Draft) => void): () => void {
  const listener = (event: Event) => {
    event.preventDefault()
    take((event as CustomEvent<Draft>).detail)
  }
  comesBack.addEventListener(conversationId ?? NEW, listener)
  return () => comesBack.removeEventListener(conversationId ?? NEW, listener)
}

type Unsent = {
  personId: string
  conversationId?: string | undefined
  subject?: string | undefined
  text: string
  attachments: Attachment[]
  files: KeptFile[]
}

/** An unsent message becomes a draft again, in the composer that is open for it or for the next one that is. */
export async function giveBack(store: DeviceStore, message: Unsent, { code }: Pick<Problem, 'code'>): Promise<void> {
  const { personId, conversationId, subject = '', text, attachments, files } = message
  const detail: Draft = { personId, subject, text, attachments, files, refused: code }
  const isTaken = !comesBack.dispatchEvent(new CustomEvent(conversationId ?? NEW, { detail, cancelable: true }))
  if (isTaken) return
  await keepDraft(store, conversationId, joinDrafts(detail, await readDraft(store, personId, conversationId)))
}
