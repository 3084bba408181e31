/**
 * The files inside a `winmail.dat` (TNEF, MS-OXTNEF): a flat list of attributes, of which the attachments are read.
 * Anything that does not fit its own lengths ends the reading; what was read until then is given.
 */
import { withoutEnd } from '../text/without-end.ts'

export type TnefContent = { attachments: { name: string; type?: string; bytes: Buffer }[] }

const SIGNATURE = 0x223e9f78
const ATTACH_TITLE = 0x8010
const ATTACH_DATA = 0x800f
const ATTACH_RENDER = 0x9002
const ATTACH_PROPERTIES = 0x9005
/** MAPI properties of an attachment. Source: MS-OXPROPS. */
const LONG_FILE_NAME = 0x3707
const MIME_TAG = 0x370e
const MAX_ATTACHMENTS = 100
const MAX_PROPERTIES = 200

export function readTnef(bytes: Buffer): TnefContent | undefined {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return undefined
  const attachments: TnefContent['attachments'] = []
  let current: { name: string; type?: string; bytes?: Buffer } | undefined
  const close = () => {
    if (current?.bytes && attachments.length < MAX_ATTACHMENTS)
      attachments.push({ name: current.name, type: current.type, bytes: current.bytes })
    current = undefined
  }
  let at = 6
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const start = at + 9
    if (length > bytes.length - start) break
    const value = bytes.subarray(start, start + length)
    if (id === ATTACH_RENDER) {
      close()
      current = { name: '' }
    } else if (current && id === ATTACH_TITLE) current.name ||= zeroEnded(value)
    else if (current && id === ATTACH_DATA) current.bytes = value
    else if (current && id === ATTACH_PROPERTIES) {
      const properties = readProperties(value)
      current.name = properties.name ?? current.name
      current.type = properties.type
    }
    at = start + length + 2
  }
  close()
  return { attachments }
}

const zeroEnded = (value: Buffer): string => {
  const end = value.indexOf(0)
  return value.toString('latin1', 0, end === -1 ? value.length : end)
}

/** Text properties are found by walking the list; a property of unknown size ends the walk. */
function readProperties(value: Buffer): { name?: string; type?: string } {
  const found: { name?: string; type?: string } = {}
  if (value.length < 4) return found
  const count = Math.min(value.readUInt32LE(0), MAX_PROPERTIES)
  let at = 4
  for (let index = 0; index < count && at + 4 <= value.length; index++) {
    const kind = value.readUInt16LE(at)
    const id = value.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) {
      // A named property: 16 bytes of set, then a number or a name.
      if (at + 24 > value.length) return found
      const isNumber = value.readUInt32LE(at + 16) === 0
      at += isNumber ? 24 : 24 + padded(value.readUInt32LE(at + 20))
    }
    const isMany = (kind & 0x1000) !== 0
    const base = kind & 0x0fff
    const fixed = (
      { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 } as Record<number, number>
    )[base]
    if (fixed !== undefined && !isMany) {
      at += fixed
      continue
    }
    if (at + 4 > value.length) return found
    const values = value.readUInt32LE(at)
    at += 4
    if (values > MAX_PROPERTIES) return found
    for (let number = 0; number < values; number++) {
      if (fixed !== undefined) {
        at += fixed
        continue
      }
      if (at + 4 > value.length) return found
      const length = value.readUInt32LE(at)
      at += 4
      if (length > value.length - at) return found
      const text = value.subarray(at, at + length)
      const asText = base === 0x1f ? withoutEnd(text.toString('utf16le'), '\0') : zeroEnded(text)
      if (id === LONG_FILE_NAME && (base === 0x1e || base === 0x1f)) found.name = asText
      if (id === MIME_TAG && (base === 0x1e || base === 0x1f)) found.type = asText.toLowerCase()
      at += padded(length)
    }
  }
  return found
}

const padded = (length: number): number => Math.ceil(length / 4) * 4
