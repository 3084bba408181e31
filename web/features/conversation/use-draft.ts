/**
 * What is being written: kept on the device at each key, on the server half a second after the last one (desk-D13).
 *
 * One per conversation and mode. The newer of device and server is opened; what another device wrote is offered, never
 * thrown away.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { KeptFile } from '../../api/kept-file.ts'
import type { Attachment } from '../../api/types.ts'
import type { Refusal } from '#contract/refusal.ts'
import { writtenSince } from './composer-rules.ts'
import { DRAFT as KIND, draftKey, type Mode, type OnDevice } from './device-drafts.ts'
import { giveFilesBack } from './waiting-files.ts'

export type DraftState = 'empty' | 'unsaved' | 'saved' | 'on-device'

/** Source: desk-D13. */
const SAVE_AFTER_MS = 500

const givenBack = new EventTarget()

/**
 * Puts a text back into the composer of a conversation, as after an undo or a refusal, with the files that waited beside it; what was
 * written there since stays below it.
 */
export async function keepDraft(
  conversationId: string,
  mode: Mode,
  text: string,
  { refusal, files = [] }: { refusal?: Refusal; files?: readonly KeptFile[] } = {},
) {
  const key = draftKey(conversationId, mode)
  if (files.length > 0) await giveFilesBack(key, files)
  const detail: OnDevice = { text, refusal }
  const isTaken = !givenBack.dispatchEvent(new CustomEvent(key, { detail, cancelable: true }))
  if (isTaken) return
  const kept = await deviceStore.get<OnDevice>(KIND, key)
  await deviceStore.put<OnDevice>(KIND, key, { text: joinTexts(text, kept?.value.text), refusal })
}

const saving = new Set<() => Promise<void>>()

/** Brings every open draft to the server now, as when the session is about to end (trust-D21). */
export const saveDrafts = async (): Promise<void> => void (await Promise.all([...saving].map((save) => save())))

const joinTexts = (first: string, second: string | undefined) =>
  second && second !== first ? `${first}\n\n${second}` : first

export function useDraft(conversationId: string, mode: Mode, fileIds: readonly string[]) {
  const queries = useQueryClient()
  const options = api.conversation.drafts.queryOptions({ input: { conversationId }, staleTime: 0, gcTime: 0 })
  const server = useQuery(options)
  const key = draftKey(conversationId, mode)
  const [text, setShown] = useState('')
  const [state, setState] = useState<DraftState>('empty')
  const [otherVersion, setOtherVersion] = useState<{ text: string; savedAt: string } | null>(null)
  const hasTyped = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsaved = useRef<string | null>(null)
  // What this device has seen: a save that another device was faster with keeps that one as the other version.
  const version = useRef(0)
  const latest = useRef({ key, text, fileIds })
  useEffect(() => {
    latest.current = { key, text, fileIds }
  })
  /** Why the text came back from the queue. */
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  /** By draft: the files that the server knows to be its own. */
  const savedFiles = useRef(new Map<string, string>())

  const onServer = server.data?.find((draft) => draft.mode === mode)

  useEffect(() => {
    version.current = Math.max(version.current, onServer?.deviceVersion ?? 0)
  }, [onServer?.deviceVersion])

  const save = async () => {
    const toSave = unsaved.current
    if (toSave === null) return
    unsaved.current = null
    try {
      const saved = await client.conversation.saveDraft({
        conversationId,
        mode,
        text: toSave,
        deviceVersion: (version.current += 1),
        attachmentIds: [...latest.current.fileIds],
      })
      setOtherVersion(saved.otherVersion)
      if (unsaved.current === null) {
        setState(toSave ? 'saved' : 'empty')
        await deviceStore.remove(KIND, key)
      }
    } catch {
      // The device has it; the next key or the next opening tries again.
      unsaved.current ??= toSave
      setState(toSave ? 'on-device' : 'empty')
    }
  }

  const saveSoon = (next: string) => {
    unsaved.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), SAVE_AFTER_MS)
  }

  const setText = (next: string) => {
    hasTyped.current = true
    setShown(next)
    setState(next ? 'unsaved' : 'empty')
    void deviceStore.put<OnDevice>(KIND, key, { text: next })
    saveSoon(next)
  }

  const filesOnServer = onServer?.attachments.map(({ id }) => id).join()
  useEffect(() => {
    if (filesOnServer !== undefined) savedFiles.current.set(key, filesOnServer)
  }, [key, filesOnServer])
  const filesHere = fileIds.join()
  useEffect(() => {
    if (filesHere === (savedFiles.current.get(key) ?? '')) return
    savedFiles.current.set(key, filesHere)
    saveSoon(latest.current.text)
  }, [key, filesHere])

  /** It is being sent: a save that came behind the sending would bring back as a draft what has left. */
  const leaves = () => {
    clearTimeout(timer.current)
    unsaved.current = null
  }
  /** It was not sent after all. */
  const stays = () => saveSoon(latest.current.text)

  /** The server deletes its draft in the sending transaction. What was written meanwhile stays: it is the next message. */
  const sent = (sentText: string) => {
    const rest = writtenSince(sentText, latest.current.text)
    queries.setQueryData(options.queryKey, (drafts) => drafts?.filter((draft) => draft.mode !== mode))
    savedFiles.current.delete(key)
    void deviceStore.remove(KIND, key)
    clearTimeout(timer.current)
    unsaved.current = null
    setShown('')
    setState('empty')
    setOtherVersion(null)
    setRefusal(null)
    if (rest) setText(rest)
  }

  // What the device kept stands at once; the server's is taken when it is newer and nobody has typed meanwhile.
  useEffect(() => {
    hasTyped.current = false
    setShown('')
    setState('empty')
    setOtherVersion(null)
    setRefusal(null)
    const takeBack = (event: Event) => {
      event.preventDefault()
      const { text: back, refusal: why } = (event as CustomEvent<OnDevice>).detail
      setText(joinTexts(back, latest.current.text))
      setRefusal(why ?? null)
    }
    givenBack.addEventListener(key, takeBack)
    saving.add(save)
    void deviceStore.get<OnDevice>(KIND, key).then((kept) => {
      if (!kept?.value.text || hasTyped.current) return
      setShown(kept.value.text)
      setState('on-device')
      setRefusal(kept.value.refusal ?? null)
      unsaved.current = kept.value.text
    })
    return () => {
      givenBack.removeEventListener(key, takeBack)
      saving.delete(save)
      clearTimeout(timer.current)
      void save()
    }
  }, [key])

  const serverText = onServer?.text
  const serverSavedAt = onServer?.savedAt
  useEffect(() => {
    if (!serverText || !serverSavedAt || hasTyped.current) return
    void deviceStore.get<OnDevice>(KIND, key).then((kept) => {
      if (hasTyped.current) return
      if (kept?.value.text && kept.keptAt > Date.parse(serverSavedAt)) return
      setShown(serverText)
      setState('saved')
      unsaved.current = null
      setOtherVersion(onServer?.otherVersion ?? null)
    })
  }, [key, serverText, serverSavedAt])

  const attachments: Attachment[] = onServer?.attachments ?? []
  const reload = () => queries.invalidateQueries({ queryKey: options.queryKey })
  return {
    text,
    /** Of what the server has of it, or is about to have. */
    version: () => version.current,
    setText,
    state,
    refusal,
    dropRefusal: () => setRefusal(null),
    leaves,
    stays,
    sent,
    attachments,
    otherVersion,
    dropOther: () => setOtherVersion(null),
    reload,
  }
}
