/** What is being written, kept on this device from the first key on, and what came back unsent, with the reason. */
import { client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { DeviceStore } from '../../api/memory-store.ts'
import type { Problem } from '../../api/refusal.ts'
import type { Attachment } from '../../api/types.ts'
import type { KeptFile } from '../../api/kept-file.ts'

/** A conversation, or a new matter: absent, the writer's own, else of the patient they act for. One patient's words are not another's. */
export type Place = { conversationId?: string | undefined; patientId?: string | undefined }

export type Draft = Place & {
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
const keyOf = ({ conversationId, patientId }: Place) => conversationId ?? `new:${patientId ?? ''}`

const OWN_NEW = keyOf({})
/** What was begun as a new matter before words were kept by patient. No draft said its place then but by its key. */
const OLD_NEW = 'new'
const placeOf = (key: string): Place =>
  key.startsWith(OLD_NEW) ? { patientId: key.slice(OWN_NEW.length) || undefined } : { conversationId: key }

export async function readDraft(store: DeviceStore, personId: string, place: Place): Promise<Draft | null> {
  if (keyOf(place) === OWN_NEW) await takeOld(store, personId)
  const kept = await store.get<Draft>(KIND, keyOf(place))
  return kept?.value.personId === personId ? kept.value : null
}

async function takeOld(store: DeviceStore, personId: string): Promise<void> {
  const old = await store.get<Draft>(KIND, OLD_NEW)
  if (old?.value.personId !== personId) return
  const begun = await store.get<Draft>(KIND, OWN_NEW)
  await keepDraft(store, joinDrafts(old.value, begun?.value.personId === personId ? begun.value : null))
  await store.remove(KIND, OLD_NEW)
}

export async function keepDraft(store: DeviceStore, draft: Draft): Promise<void> {
  const isEmpty = !draft.text.trim() && !draft.subject.trim() && draft.attachments.length === 0
  if (isEmpty) await store.remove(KIND, keyOf(draft))
  else await store.put(KIND, keyOf(draft), draft)
}

/**
 * The session is about to end and takes what this device keeps with it: the words go to the server first (trust-D21). What was
 * attached is left out; the files stay on the server until they are attached again.
 */
export async function saveDrafts(
  store: DeviceStore = deviceStore,
  saveDraft: (draft: Place & Pick<Draft, 'subject' | 'text'>) => Promise<unknown> = client.myConversation.saveDraft,
): Promise<void> {
  const kept = await store.all<Draft>(KIND)
  const save = ({ id, value: { subject, text } }: (typeof kept)[number]) => saveDraft({ ...placeOf(id), subject, text })
  // The server may have the old one at the same place as one begun since, which stands.
  const old = kept.find(({ id }) => id === OLD_NEW)
  if (old)
    await save(old).then(
      () => store.remove(KIND, OLD_NEW),
      () => {},
    )
  await Promise.all(kept.filter((one) => one !== old).map((one) => save(one).catch(() => {})))
}

/** What waited on the server since the last session. It stays there until this device has it. */
export async function draftOnServer(personId: string, place: Place): Promise<Draft | null> {
  const waiting = await client.myConversation.draft(place).catch(() => null)
  return waiting && { personId, ...place, subject: waiting.subject, text: waiting.text, attachments: [] }
}

export const dropOnServer = (place: Place): void =>
  void client.myConversation.saveDraft({ ...place, subject: '', text: '' }).catch(() => {})

/** Words that come back stand before whatever was begun meanwhile. */
export function joinDrafts(back: Draft, begun: Draft | null): Draft {
  const meanwhile = begun && begun.text.trim() !== back.text.trim() ? begun.text : ''
  const isKnown = ({ id }: Attachment) => back.attachments.some((other) => other.id === id)
  return {
    ...back,
    subject: back.subject || begun?.subject || '',
    text: [back.text, meanwhile].filter((text) => text.trim()).join('\n\n'),
    attachments: [...back.attachments, ...(begun?.attachments ?? []).filter((file) => !isKnown(file))],
    files: [...(back.files ?? []), ...(begun?.files ?? [])],
  }
}

const comesBack = new EventTarget()

/** An open composer takes back what comes to its place. @returns the end of it. */
export function onComingBack(place: Place, take: (draft: Draft) => void): () => void {
  const listener = (event: Event) => {
    event.preventDefault()
    take((event as CustomEvent<Draft>).detail)
  }
  comesBack.addEventListener(keyOf(place), listener)
  return () => comesBack.removeEventListener(keyOf(place), listener)
}

type Unsent = Place & {
  personId: string
  subject?: string | undefined
  text: string
  attachments: Attachment[]
  files: KeptFile[]
}

/** An unsent message becomes a draft again, in the composer that is open for it or for the next one that is: one after the other, since each is joined to what is there. */
export function giveBack(store: DeviceStore, message: Unsent, problem: Pick<Problem, 'code'>): Promise<void> {
  const done = turn.then(() => giveOneBack(store, message, problem))
  turn = done.catch(() => undefined)
  return done
}

let turn: Promise<unknown> = Promise.resolve()

async function giveOneBack(store: DeviceStore, message: Unsent, { code }: Pick<Problem, 'code'>): Promise<void> {
  const { personId, conversationId, patientId, subject = '', text, attachments, files } = message
  const detail: Draft = { personId, conversationId, patientId, subject, text, attachments, files, refused: code }
  const isTaken = !comesBack.dispatchEvent(new CustomEvent(keyOf(message), { detail, cancelable: true }))
  if (isTaken) return
  await keepDraft(store, joinDrafts(detail, await readDraft(store, personId, message)))
}
