/** A file as the device's own store can hold it. */
export type KeptFile = { name: string; type: string; base64: string }

/** Bytes of files kept with one message that waits; more must wait for a connection. */
export const KEPT_FILES_MAX_BYTES = 10_000_000

/** A file that was moved or changed since it was chosen can be read no more. */
export async function keptFiles(files: readonly File[]): Promise<{ kept: KeptFile[]; unreadable: File[] }> {
  const unreadable: File[] = []
  const read = await Promise.all(files.map((file) => keptFile(file).catch(() => void unreadable.push(file))))
  return { kept: read.filter((one) => one !== undefined), unreadable }
}

async function keptFile(file: File): Promise<KeptFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return { name: file.name, type: file.type, base64: btoa(binary) }
}

export function fileOf({ name, type, base64 }: KeptFile): File {
  return new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type })
}
