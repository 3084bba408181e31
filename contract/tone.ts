/** How a message sounds, as staff see it (understanding.md 2). */
import * as z from 'zod'
import { TONES } from '#engines/emotion/tones.ts'

export const Tone = z.enum(TONES)
