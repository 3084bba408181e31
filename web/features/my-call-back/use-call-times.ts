/** The free times of a day, and what a refusal of a time says. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { FormProblem } from '../../ui/error-summary.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'

export type MyCall = Awaited<ReturnType<typeof client.myCallBack.list>>[number]

const DAY_MS = 86_400_000
/** Days that are looked at by themselves for a first free time, and how far ahead somebody may choose. */
const LOOKED_AHEAD = 7
const DAYS_AHEAD = 30

export function useCallTimes() {
  const { patientId } = usePatientSession()
  const [today] = useState(() => Date.now())
  const [chosenDay, setDay] = useState<string | null>(null)
  const [ahead, setAhead] = useState(0)
  const [time, setTime] = useState<string | null>(null)
  const day = chosenDay ?? dayOf(today + ahead * DAY_MS)
  const offer = useQuery({
    ...api.myCallBack.offer.queryOptions({ input: { patientId, day } }),
    placeholderData: (before) => before,
    staleTime: 0,
    enabled: day !== '',
  })
  const times = (!offer.isPlaceholderData && offer.data?.times) || []
  const isFruitless = offer.isSuccess && !offer.isPlaceholderData && times.length === 0
  if (isFruitless && chosenDay === null && ahead < LOOKED_AHEAD && offer.data.isOffered) setAhead(ahead + 1)
  return {
    offer,
    day,
    setDay,
    first: dayOf(today),
    last: dayOf(today + DAYS_AHEAD * DAY_MS),
    times,
    at: time !== null && times.includes(time) ? time : (times[0] ?? ''),
    setTime,
  }
}

/** The reader's day, as a field for dates writes it. */
const dayOf = (at: number): string => new Intl.DateTimeFormat('en-CA').format(new Date(at))

/** Does something once at a time; what is refused stands above the form, with its field. */
export function useAttempt(fields: Record<string, string>) {
  const intl = useIntl()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const refuse = (problem: FormProblem) => {
    setProblems([problem])
    setAttempt((before) => before + 1)
  }
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    try {
      await work()
      setProblems([])
    } catch (error) {
      const problem = problemOf(error)
      const id = `calls.fault.${String(problem.detail?.reason)}` as FormatjsIntl.Message['ids']
      const field = fields[problem.field ?? '']
      const message = id in intl.messages ? intl.formatMessage({ id }) : describeProblem(intl, problem)
      refuse({ ...(field ? { field } : {}), message })
    } finally {
      setIsBusy(false)
    }
  }
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message
  return { run, refuse, isBusy, problems, attempt, errorAt }
}
