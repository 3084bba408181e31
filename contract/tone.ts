/** How a message sounds, as staff see it (understanding.md 2). */
import * as z from 'zod'

export const Tone = z.enum([
  'anxiety',
  'anger',
  'frustration',
  'sadness',
  'confusion',
  'gratitude',
  'relief',
  'joy',
  'embarrassment',
  'pain_distress',
  'neutral',
])
