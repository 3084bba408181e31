/**
 * The name under which a file is shown. It is normalised first and checked then, and never normalised again (desk D55).
 * A name is for people only: where bytes are stored is never decided by it.
 */

/** Longest shown name, in characters; the ending is kept. */
export const MAX_NAME_CHARACTERS = 150

/** Control, bidi, zero-width and other characters that hide what a name is. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufff0-\uffff]/gu

/** @returns the shown name, or undefined if nothing is left of it. */
export function fileName(raw: string | undefined): string | undefined {
  if (!raw) return undefined
  const normal = raw.slice(0, 4_000).normalize('NFKC').replace(invisible, '').normalize('NFC')
  // A path tells the sender's folders; only its last piece is a name. Full-width separators became plain ones above.
  const last = normal.split(/[/\\]/).findLast((piece) => piece.trim() !== '') ?? ''
  const clean = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '')
  return clean === '' ? undefined : shortened(trimDots(clean))
}

/** The ending in lower case without its dot, or empty. */
export const fileEnding = (name: string): string => /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** Names that lead a file to be run: by themselves or through a second ending. */
export const runnableEndings = new Set(
  'exe scr com bat cmd pif msi msp msix appx jar js jse vbs vbe ws wsf wsh ps1 psm1 hta cpl lnk url reg dll sys drv gadget inf scf chm app dmg pkg deb rpm apk sh bash command run elf iso img vhd vhdx one docm dotm xlsm xltm xlam pptm potm ppam sldm xll'.split(
    ' ',
  ),
)

const trimDots = (name: string): string => {
  let end = name.length
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end--
  return name.slice(0, end)
}

function shortened(name: string): string | undefined {
  if (name === '') return undefined
  const characters = Array.from(name)
  if (characters.length <= MAX_NAME_CHARACTERS) return name
  const ending = fileEnding(name)
  const tail = ending ? `.${ending}` : ''
  return characters.slice(0, MAX_NAME_CHARACTERS - tail.length).join('') + tail
}
