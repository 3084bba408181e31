/** What a file is by its first bytes: our own table, to be compared with another sniffer's answer (desk D55, trust D51). */

export type FileKind =
  'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'zip' | 'ics' | 'xml' | 'text' | 'program' | 'office' | 'other'

/** Kinds that may be stored and given out, with their type and endings; the first ending is the usual one. */
export const allowedKinds: Partial<Record<FileKind, { type: string; endings: string[] }>> = {
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { type: 'image/png', endings: ['png'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  zip: { type: 'application/zip', endings: ['zip'] },
  ics: { type: 'text/calendar', endings: ['ics', 'ical'] },
  xml: { type: 'application/xml', endings: ['xml', 'ccd', 'cda'] },
  text: { type: 'text/plain', endings: ['txt', 'csv', 'text', 'log', 'md'] },
}

/** Sound of a telephone. Only voicemails are taken in these forms; they are no files that people send. */
export function sniffSound(bytes: Buffer): { type: string; ending: string } | undefined {
  if (starts(bytes, 'RIFF') && starts(bytes, 'WAVE', 8)) return { type: 'audio/wav', ending: 'wav' }
  if (starts(bytes, 'ID3') || /^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]/.test(bytes.toString('latin1', 0, 2)))
    return { type: 'audio/mpeg', ending: 'mp3' }
  return undefined
}

const starts = (bytes: Buffer, magic: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + magic.length) === magic

export function sniffKind(bytes: Buffer): FileKind {
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'webp'
  if (starts(bytes, 'ftyp', 4) && /^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/.test(bytes.toString('latin1', 8, 12)))
    return 'heic'
  if (starts(bytes, '%PDF-')) return 'pdf'
  if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) return 'zip'
  if (
    starts(bytes, 'MZ') ||
    starts(bytes, '\x7fELF') ||
    starts(bytes, '#!') ||
    starts(bytes, '\xca\xfe\xba\xbe') ||
    /^[\xce\xcf]\xfa\xed\xfe/.test(bytes.toString('latin1', 0, 4)) ||
    starts(bytes, 'L\0\0\0\x01\x14\x02\0')
  )
    return 'program'
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') || starts(bytes, '{\\rtf')) return 'office'
  return sniffText(bytes)
}

/** Bytes read to tell text from binary. */
const TEXT_SAMPLE_BYTES = 256 * 1024

function sniffText(bytes: Buffer): FileKind {
  const sample = bytes.toString('latin1', 0, TEXT_SAMPLE_BYTES)
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(sample)) return 'other'
  const beginning = sample
    .slice(0, 1_024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (/^BEGIN:VCALENDAR/i.test(beginning)) return 'ics'
  if (/^<\?xml|^<(?:\w{1,20}:)?ClinicalDocument[\s>]/.test(beginning)) return 'xml'
  // Markup that a browser would run is not text, whatever its name says.
  if (
    /^(?:<!--|<!doctype|<(?:html|head|body|script|svg|iframe|img|a|table|style|meta|object|embed)[\s>/])/i.test(
      beginning,
    )
  )
    return 'other'
  return 'text'
}

/** C-CDA: the root element of a clinical document in HL7's namespace, and no document type declaration. */
export function isClinicalDocument(bytes: Buffer): boolean {
  const beginning = bytes.toString('utf8', 0, 64 * 1024)
  return /<(?:\w{1,20}:)?ClinicalDocument[\s>]/.test(beginning) && beginning.includes('urn:hl7-org:v3')
}

/** A DOCTYPE anywhere before the root leads parsers to fetch and expand. */
export const hasDoctype = (bytes: Buffer): boolean => /<!DOCTYPE|<!ENTITY/i.test(bytes.toString('latin1'))

/** The harmless file that every scanner must find (EICAR, 1999), put together so that this source is not one. */
const TEST_SIGNATURE = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('')
export const hasTestSignature = (bytes: Buffer): boolean => bytes.includes(TEST_SIGNATURE, 0, 'latin1')
