/** Files of a draft that wait on this device for a connection (desk-D72). Where the device has no room, they last as long as the page. */
import { deviceStore } from '../../api/device-store.ts'
import { fileOf, keptFiles, type KeptFile } from '../../api/kept-file.ts'

const KIND = 'draft-files'

const comesBack = new EventTarget()

export async function waitingFiles(draft: string): Promise<File[]> {
  const kept = await deviceStore.get<KeptFile[]>(KIND, draft)
  return (kept?.value ?? []).map(fileOf)
}

export async function keepWaitingFiles(draft: string, files: readonly File[]): Promise<void> {
  if (files.length === 0) return deviceStore.remove(KIND, draft)
  await deviceStore.put(KIND, draft, (await keptFiles(files)).kept).catch(() => {})
}

/** To the composer that is open for this draft, else to the device for when it is opened. */
export async function giveFilesBack(draft: string, files: readonly KeptFile[]): Promise<void> {
  const isTaken = !comesBack.dispatchEvent(new CustomEvent(draft, { detail: files.map(fileOf), cancelable: true }))
  if (!isTaken) await keepWaitingFiles(draft, [...files.map(fileOf), ...(await waitingFiles(draft))])
}

/** @returns how to stop listening. */
export function onFilesBack(draft: string, take: (files: File[]) => void): () => void {
  const listener = (event: Event) => {
    event.preventDefault()
    take((event as CustomEvent<File[]>).detail)
  }
  comesBack.addEventListener(draft, listener)
  return () => comesBack.removeEventListener(draft, listener)
}
