/** Files chosen for the next message: sent up at once, each with its progress, its refusal and a way back (desk-D55). */
import { FILE_MAX_BYTES, FILES_MAX, type FileAnswer, type Sending } from '../api/send-file.ts'

export type ChosenFile = { key: string; name: string } & (
  | { step: 'uploading'; share: number }
  | { step: 'stored'; id: string; reason: string | null }
  | { step: 'refused'; code: string }
)
export type StoredFile = Extract<ChosenFile, { step: 'stored' }>

type Deps = {
  /** @returns undefined when nobody can be reached. */
  send: (file: File, onProgress: (share: number) => void) => Promise<Sending | undefined>
  newKey: () => string
  onChange: (files: ChosenFile[]) => void
}

export function chosenFiles({ send, newKey, onChange }: Deps) {
  let files: ChosenFile[] = []
  const cancels = new Map<string, () => void>()
  const set = (next: ChosenFile[]) => {
    files = next
    onChange(files)
  }
  /** Of a file that was taken away meanwhile nothing is told any more. */
  const change = (next: ChosenFile) => set(files.map((file) => (file.key === next.key ? next : file)))

  async function add(file: File): Promise<void> {
    const about = { key: newKey(), name: file.name }
    const isTooMuch = files.length >= FILES_MAX || file.size > FILE_MAX_BYTES
    set([
      ...files,
      isTooMuch ? { ...about, step: 'refused', code: 'TOO_LARGE' } : { ...about, step: 'uploading', share: 0 },
    ])
    if (isTooMuch) return
    const sending = await send(file, (share) => change({ ...about, step: 'uploading', share }))
    if (!sending) return change({ ...about, step: 'refused', code: 'OFFLINE' })
    if (!files.some(({ key }) => key === about.key)) return sending.cancel()
    cancels.set(about.key, sending.cancel)
    const answer: FileAnswer | undefined = await sending.done.catch(() => undefined)
    cancels.delete(about.key)
    if (!answer) change({ ...about, step: 'refused', code: 'OFFLINE' })
    else if (answer.ok) change({ ...about, step: 'stored', id: answer.attachment.id, reason: answer.attachment.reason })
    else change({ ...about, step: 'refused', code: answer.code })
  }

  return {
    list: () => files,
    add: (chosen: Iterable<File>) => void Promise.all([...chosen].map(add)),
    remove(key: string) {
      cancels.get(key)?.()
      set(files.filter((file) => file.key !== key))
    },
    /** What goes out with a message; the place is empty then. */
    take(): StoredFile[] {
      const stored = files.filter((file) => file.step === 'stored')
      set([])
      return stored
    },
    giveBack: (stored: readonly StoredFile[]) => set([...stored, ...files]),
    isUploading: () => files.some(({ step }) => step === 'uploading'),
  }
}
