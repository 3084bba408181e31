/**
 * What a PDF would do when opened. Names are compared after their `#xx` escapes; names inside compressed object streams are
 * looked for by the caller, who unpacks them (`objectStreams`).
 */

export type PdfFinding = 'pdf_active' | 'pdf_encrypted' | 'pdf_polyglot'

/** Actions and contents that run or carry programs. */
const active = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'ImportData',
  'SubmitForm',
  'Movie',
  'Sound',
])

export function findPdfContent(bytes: Buffer): PdfFinding | undefined {
  // A ZIP directory at the end makes the same bytes an archive.
  const tail = bytes.subarray(Math.max(0, bytes.length - 66_000))
  if (tail.includes('PK\x05\x06', 0, 'latin1')) return 'pdf_polyglot'
  return findNames(bytes.toString('latin1'))
}

export function findNames(text: string): PdfFinding | undefined {
  let isEncrypted = false
  const name = /\/([A-Za-z#][A-Za-z0-9#]{1,60})/g
  for (let found = name.exec(text); found; found = name.exec(text)) {
    const plain = withoutEscapes(found[1]!)
    if (active.has(plain)) return 'pdf_active'
    if (plain === 'Encrypt') isEncrypted = true
  }
  return isEncrypted ? 'pdf_encrypted' : undefined
}

const withoutEscapes = (name: string): string =>
  name.includes('#')
    ? name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : name

/** Most object streams that are unpacked to be looked into. */
export const MAX_OBJECT_STREAMS = 2_000

/**
 * The packed bytes of each compressed object stream, or `too_many`. What stands between one `stream` and the next tells what the next one is: all
 * of it is read, so that nothing is hidden by a long dictionary or by a word of it.
 */
export function objectStreams(bytes: Buffer): Buffer[] | 'too_many' {
  const found: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const isOfObjects = saysObjectStream(bytes.toString('latin1', from, at))
    from = at
    if (!isOfObjects) continue
    if (found.length === MAX_OBJECT_STREAMS) return 'too_many'
    let start = at + 6
    if (bytes[start] === 13) start++
    if (bytes[start] === 10) start++
    const end = bytes.indexOf('endstream', start)
    found.push(bytes.subarray(start, end === -1 ? bytes.length : end))
  }
  return found
}

const saysObjectStream = (text: string): boolean => {
  for (const [, name = ''] of text.matchAll(/\/((?:O|#)[A-Za-z0-9#]{5,17})(?![A-Za-z0-9#])/g))
    if (withoutEscapes(name) === 'ObjStm') return true
  return false
}
