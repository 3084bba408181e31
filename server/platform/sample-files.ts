/** For tests: files as they come, good and hostile, each with the verdict it must get whichever way it came (trust-D51). */
import { deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { MAX_OBJECT_STREAMS } from '#engines/file/pdf-content.ts'
import { MAX_FILE_BYTES } from './file-check.ts'

/** What it is, its name, its bytes, the verdict, and the reason. */
export type SampleFile = readonly [
  what: string,
  name: string,
  bytes: Buffer,
  verdict: 'clean' | 'held' | 'refused',
  reason: string | null,
]

/** The test signature that every scanner knows; in parts, so that none stops at this file. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('')

type Entry = { name: string; content: Buffer; bytes?: number; flags?: number; mode?: number }
function zip(entries: Entry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const { name, content, bytes = content.length, flags = 0, mode = 0 } of entries) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(bytes, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(bytes, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    centrals.push(central, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
const pdf = (inside: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`)
const text = { name: 'a.txt', content: Buffer.from('hello') }
const zero = Buffer.alloc(1_000_000)
const objects = (words: string, type = '/ObjStm', more = '') => {
  const packed = deflateSync(Buffer.from(words))
  const dictionary = `1 0 obj\n<< /Type ${type} /Filter /FlateDecode /Length ${packed.length} ${more}>>\nstream\n`
  return Buffer.concat([Buffer.from(dictionary), packed, Buffer.from('\nendstream\nendobj\n')])
}
const pdfWithObjects = (...streams: Buffer[]) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...streams, Buffer.from('%%EOF')])
const packedScript = '<< /S /JavaScript /JS (app.alert(1)) >>'
const manyObjects = Array.from({ length: MAX_OBJECT_STREAMS }, () => objects('<< >>'))

const image = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#fff' } })
  .png()
  .toBuffer()

export const SAMPLE_FILES: readonly SampleFile[] = [
  ['a text', 'note.txt', Buffer.from('I take 5 mg.'), 'clean', null],
  ['a table', 'values.csv', Buffer.from('day,value\n1,120'), 'clean', null],
  ['a calendar', 'visit.ics', Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'), 'clean', null],
  [
    'a clinical document',
    'c.xml',
    Buffer.from('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>'),
    'clean',
    null,
  ],
  ['a plain PDF', 'a.pdf', pdf(''), 'clean', null],
  ['a ZIP of texts', 'a.zip', zip([text]), 'clean', null],
  ['nothing', 'a.txt', Buffer.alloc(0), 'refused', 'empty'],
  ['too much', 'a.txt', Buffer.alloc(MAX_FILE_BYTES + 1, 32), 'refused', 'too_large'],
  ['the scanner test file', 'a.txt', Buffer.from(eicar), 'refused', 'infected'],
  [
    'the scanner test file in a ZIP',
    'a.zip',
    zip([{ name: 'a.txt', content: Buffer.from(eicar) }]),
    'refused',
    'infected',
  ],
  ['a page named text', 'a.txt', Buffer.from('<html><script>alert(1)</script>'), 'refused', 'type_not_allowed'],
  [
    'a drawing',
    'a.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'refused',
    'type_not_allowed',
  ],
  ['other XML', 'a.xml', Buffer.from('<?xml version="1.0"?><a/>'), 'refused', 'type_not_allowed'],
  [
    'XML with entities',
    'a.xml',
    Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><ClinicalDocument xmlns="urn:hl7-org:v3"/>'),
    'refused',
    'doctype',
  ],
  ['a program', 'a.pdf', Buffer.from('MZ\x90\0\x03\0\0\0'), 'held', 'program'],
  ['a program by name', 'a.exe', Buffer.from('hello'), 'held', 'program'],
  ['a script in a ZIP', 'a.zip', zip([{ name: 'x.js', content: Buffer.from('1') }]), 'held', 'program'],
  ['a PDF that runs', 'a.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert) >>'), 'refused', 'pdf_active'],
  ['a PDF that runs, escaped', 'a.pdf', pdf('/OpenAction << /S /J#61vaScript >>'), 'refused', 'pdf_active'],
  ['a PDF that runs, packed', 'a.pdf', pdfWithObjects(objects(packedScript)), 'refused', 'pdf_active'],
  [
    'packed under an escaped name',
    'a.pdf',
    pdfWithObjects(objects(packedScript, '/O#62jStm')),
    'refused',
    'pdf_active',
  ],
  ['packed under another', 'a.pdf', pdfWithObjects(objects(packedScript, '/Obj#53tm')), 'refused', 'pdf_active'],
  [
    'packed, with a long word beside it',
    'a.pdf',
    pdfWithObjects(objects(packedScript, '/ObjStm', `/X (${'x'.repeat(2_000)} 1 0 obj) `)),
    'refused',
    'pdf_active',
  ],
  ['a PDF of many packed objects', 'a.pdf', pdfWithObjects(...manyObjects), 'clean', null],
  [
    'packed behind as many as are looked into',
    'a.pdf',
    pdfWithObjects(...manyObjects, objects(packedScript)),
    'refused',
    'pdf_unreadable',
  ],
  ['a PDF that starts programs', 'a.pdf', pdf('/A << /S /Launch >>'), 'refused', 'pdf_active'],
  ['a PDF with a password', 'a.pdf', pdf('/Encrypt 2 0 R'), 'held', 'password'],
  ['a PDF that is a ZIP', 'a.pdf', Buffer.concat([pdf(''), zip([text])]), 'refused', 'pdf_polyglot'],
  ['a ZIP with a password', 'a.zip', zip([{ ...text, flags: 1 }]), 'held', 'password'],
  ['a ZIP that unpacks a thousandfold', 'a.zip', zip([{ name: 'z', content: zero }]), 'refused', 'zip_ratio'],
  ['a ZIP that lies about sizes', 'a.zip', zip([{ name: 'z', content: zero, bytes: 10 }]), 'refused', 'zip_ratio'],
  ['a ZIP with a way out', 'a.zip', zip([{ ...text, name: '../../a.txt' }]), 'refused', 'zip_path'],
  ['a ZIP with a link', 'a.zip', zip([{ ...text, mode: 0o120777 }]), 'refused', 'zip_link'],
  [
    'a ZIP in a ZIP in a ZIP',
    'a.zip',
    zip([{ name: 'b.zip', content: zip([{ name: 'c.zip', content: zip([text]) }]) }]),
    'refused',
    'zip_too_deep',
  ],
  [
    '1,001 files',
    'a.zip',
    zip(Array.from({ length: 1_001 }, (_, index) => ({ ...text, name: `${index}` }))),
    'refused',
    'zip_too_many_entries',
  ],
  [
    'something before a ZIP',
    'a.zip',
    Buffer.concat([Buffer.from('PK\x03\x04 '), zip([text])]),
    'refused',
    'zip_polyglot',
  ],
  ['a broken image', 'a.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'refused', 'image_damaged'],
  [
    'half a ZIP',
    'a.zip',
    zip([text, { name: 'b.txt', content: Buffer.from('more words') }]).subarray(0, 60),
    'refused',
    'zip_damaged',
  ],
  ['half an image', 'a.png', image.subarray(0, 45), 'refused', 'image_damaged'],
  ['an image named PDF', 'a.pdf', image, 'clean', null],
  ['a PDF named text', 'a.txt', pdf(''), 'clean', null],
]
