/** Of a file that came in: kept, and nobody here can open it (a password, a program, a photo that is not read). The scanner alone looks again. */
export const NOT_SCANNED = 'scanner_unreachable'

export const isHeld = ({ verdict, reason }: { verdict: string; reason: string | null }): boolean =>
  verdict === 'waiting' && reason !== null && reason !== NOT_SCANNED
