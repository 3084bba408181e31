/**
 * One step of a form that the server may refuse: busy, the refusal in words, and how often it was tried.
 *
 * `fields` says under which id of the page a field of the server stands, where the two differ.
 */
import { useState } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { FormProblem } from '../../ui/error-summary.tsx'
import { wasCancelled } from './passkey.ts'

/** Why a value was not taken. The server names one of these. */
const REASONS = ['too-short', 'too-long', 'too-common', 'own-words', 'taken', 'too-many'] as const

function describeReason(intl: IntlShape, reason: unknown): string | undefined {
  const known = REASONS.find((one) => one === reason)
  return known && intl.formatMessage({ id: `desk.problem.${known}` })
}

export function useStep(fields: Record<string, string> = {}) {
  const intl = useIntl()
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)

  async function run<T>(step: () => Promise<T>, then: (result: T) => void, field?: string) {
    setIsBusy(true)
    try {
      const result = await step()
      setProblems([])
      then(result)
    } catch (error) {
      const problem = problemOf(error)
      if (!wasCancelled(error))
        setProblems([
          {
            field: (problem.field && (fields[problem.field] ?? problem.field)) ?? field,
            message: describeReason(intl, problem.detail?.reason) ?? describeProblem(intl, problem),
          },
        ])
      setAttempt((count) => count + 1)
    } finally {
      setIsBusy(false)
    }
  }

  const refuse = (found: FormProblem[]) => {
    setProblems(found)
    setAttempt((count) => count + 1)
  }
  return { isBusy, problems, attempt, run, refuse, clear: () => setProblems([]) }
}
