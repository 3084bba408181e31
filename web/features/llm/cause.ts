/** Why a language model gave nothing, in words; a draft that failed one of the checks says only that. */
import type { IntlShape } from 'react-intl'
import { LLM_FAULTS } from '#contract/llm-fault.ts'

const TOLD = ['none', 'switched-off', 'one-reader', 'script', ...LLM_FAULTS] as const

export const describeLlmCause = (intl: IntlShape, cause: string): string =>
  intl.formatMessage({ id: `llm.cause.${TOLD.find((one) => one === cause) ?? 'not-kept'}` })
