/** Content-Transfer-Encoding: base64, quoted-printable, uuencode and the plain ones. Broken input gives what is readable. */

export function decodeContent(bytes: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      return decodeBase64(bytes)
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes)
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return findUuencoded(bytes.toString('latin1'))[0]?.bytes ?? bytes
    default:
      return bytes
  }
}

/** "Quoted-Printable (comment)", "base-64", "base64;" and the like. */
export function normaliseEncoding(raw: string | undefined): string {
  const word = /[a-z0-9-]+/i.exec(raw ?? '')?.[0].toLowerCase() ?? ''
  if (word === 'base-64' || word === 'x-base64' || word === 'b64') return 'base64'
  if (/^(quoted-?print|qp$|quotedprintable|x-quoted)/.test(word)) return 'quoted-printable'
  return word
}

/** Ends at the padding, so that a footer which a list appended behind it is not read as data. */
function decodeBase64(bytes: Buffer): Buffer {
  const padding = bytes.indexOf(0x3d)
  if (padding === -1) return Buffer.from(bytes.toString('latin1'), 'base64')
  const decoded = Buffer.from(bytes.toString('latin1', 0, padding), 'base64')
  const rest = bytes.toString('latin1', padding)
  // Several blocks one after the other, each padded: some programs write them so. Words of a footer have spaces.
  if (!/[A-Za-z0-9+/]{4}/.test(rest) || /[^A-Za-z0-9+/=\r\n]/.test(rest.trim())) return decoded
  const blocks = rest.split('=').filter((block) => block.trim() !== '')
  return Buffer.concat([decoded, ...blocks.map((block) => Buffer.from(block, 'base64'))])
}

const hexValue = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57
  return -1
}

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  let at = 0
  while (at < bytes.length) {
    const equals = bytes.indexOf(0x3d, at)
    const stop = equals === -1 ? bytes.length : equals
    if (stop > at) {
      bytes.copy(out, length, at, stop)
      length += stop - at
      at = stop
    }
    if (at >= bytes.length) break
    const high = hexValue(bytes[at + 1])
    const low = hexValue(bytes[at + 2])
    if (high >= 0 && low >= 0) {
      out[length++] = (high << 4) | low
      at += 3
      continue
    }
    // Soft line break, with trailing space allowed.
    let end = at + 1
    while (bytes[end] === 0x20 || bytes[end] === 0x09) end++
    if (bytes[end] === 0x0d && bytes[end + 1] === 0x0a) at = end + 2
    else if (bytes[end] === 0x0a || bytes[end] === 0x0d) at = end + 1
    else if (end >= bytes.length) at = end
    else {
      out[length++] = 0x3d
      at++
    }
  }
  return out.subarray(0, length)
}

export type UuencodedFile = { name: string; bytes: Buffer; start: number; end: number }

/** Most files read out of one text. */
const MAX_UUENCODED_FILES = 100

/** Files written into a text as `begin 644 name` … `end`. Offsets are those of the text given. */
export function findUuencoded(text: string): UuencodedFile[] {
  const files: UuencodedFile[] = []
  const opening = /^begin(?:-base64)? ([0-7]{3,4}) ([^\r\n]{1,255})\r?\n/gm
  for (let found = opening.exec(text); found && files.length < MAX_UUENCODED_FILES; found = opening.exec(text)) {
    const isBase64 = found[0].startsWith('begin-base64')
    const chunks: Buffer[] = []
    let at = opening.lastIndex
    let isClosed = false
    while (at < text.length) {
      const newline = text.indexOf('\n', at)
      const end = newline === -1 ? text.length : newline
      const line = text.slice(at, end).replace(/\r$/, '')
      at = end + 1
      if (line === 'end' || (isBase64 && line === '====')) {
        isClosed = true
        break
      }
      if (isBase64) chunks.push(Buffer.from(line, 'base64'))
      else if (line === '' || line === '`') continue
      else {
        const decoded = uudecodeLine(line)
        if (!decoded) break
        chunks.push(decoded)
      }
    }
    // A sentence that begins with "begin 123" is not a file.
    if (!isClosed || chunks.length === 0) continue
    files.push({
      name: found[2]!.trim(),
      bytes: Buffer.concat(chunks),
      start: found.index,
      end: Math.min(at, text.length),
    })
    opening.lastIndex = at
  }
  return files
}

function uudecodeLine(line: string): Buffer | undefined {
  const count = (line.charCodeAt(0) - 32) & 63
  const groups = Math.ceil(count / 3)
  // Some programs drop trailing spaces, and some add one check character.
  if (count === 0 || line.length > 1 + groups * 4 + 2 || !/^[\x20-\x60]+$/.test(line)) return undefined
  const out = Buffer.alloc(groups * 3)
  for (let group = 0; group < groups; group++) {
    const value = [0, 1, 2, 3].map((position) => {
      const code = line.charCodeAt(1 + group * 4 + position)
      return Number.isNaN(code) ? 0 : (code - 32) & 63
    })
    const [a, b, c, d] = value as [number, number, number, number]
    out[group * 3] = ((a << 2) | (b >> 4)) & 255
    out[group * 3 + 1] = ((b << 4) | (c >> 2)) & 255
    out[group * 3 + 2] = ((c << 6) | d) & 255
  }
  return out.subarray(0, count)
}
