/** One step of a form that the server may refuse: busy, the refusal in words, and how often it was tried. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { FormProblem } from '../../ui/error-summary.tsx'
import { wasCancelled } from './passkey.ts'

export function useStep() {
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
        setProblems([{ field: problem.field ?? field, message: describeProblem(intl, problem) }])
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
