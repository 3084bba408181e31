/**
 * "Confirm that it is you": what needs a fresh factor is tried, and where the server asks for it, the factor is shown and
 * the same thing done again.
 */
import { createContext, lazy, Suspense, useContext, useRef, useState, type ReactNode } from 'react'
import { problemOf } from '../../api/refusal.ts'

/** Rarely needed: it comes when it is. */
const loadDialog = () => import('./step-up-dialog.tsx')
const StepUpDialog = lazy(() => loadDialog().then((one) => ({ default: one.StepUpDialog })))

type Guard = <T>(run: () => Promise<T>) => Promise<T>

const StepUpContext = createContext<Guard>((run) => run())

/** Wraps a call that may answer STEP_UP_NEEDED. */
export const useStepUp = () => useContext(StepUpContext)

export function StepUp({ children }: { children: ReactNode }) {
  const [isAsking, setIsAsking] = useState(false)
  const answer = useRef<(confirmed: boolean) => void>(undefined)

  const guard: Guard = async (run) => {
    try {
      return await run()
    } catch (error) {
      if (problemOf(error).code !== 'STEP_UP_NEEDED') throw error
      // Where it cannot be fetched, the call has failed as one without a connection does.
      await loadDialog()
      const confirmed = await new Promise<boolean>((resolve) => {
        answer.current = resolve
        setIsAsking(true)
      })
      if (!confirmed) throw error
      return run()
    }
  }
  const close = (confirmed: boolean) => {
    setIsAsking(false)
    answer.current?.(confirmed)
  }
  return (
    <StepUpContext value={guard}>
      {children}
      {isAsking && (
        <Suspense>
          <StepUpDialog onClose={close} />
        </Suspense>
      )}
    </StepUpContext>
  )
}
