import type { BadgeTone } from '../../ui/badge.tsx'

export const OUTCOME_TONES = {
  emergency: 'emergency',
  urgent: 'urgent',
  soon: 'waiting',
  routine: 'neutral',
  self_care: 'done',
  not_clinical: 'neutral',
} as const satisfies Record<string, BadgeTone>
