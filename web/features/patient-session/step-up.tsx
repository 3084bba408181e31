/**
 * "Confirm that it is you", for what needs a fresh factor. The form behind the dialog stays as it was; once confirmed, the
 * step that was refused is taken again.
 */
import { createContext, lazy, Suspense, useContext, useRef, useState, type ReactNode } from 'react'
import { problemOf } from '../../api/refusal.ts'

const StepUpDialog = lazy(async () => ({ default: (await import('./step-up-dialog.tsx')).StepUpDialog }))

/** Takes a step; where the server first wants to know who is there, asks, and takes it again. */
type WithStepUp = <T>(step: () => Promise<T>) => Promise<T>

const StepUpContext = createContext<WithStepUp | null>(null)

export function useStepUp(): WithStepUp {
  const withStepUp = useContext(StepUpContext)
  if (!withStepUp) throw new Error('useStepUp needs a StepUp above it')
  return withStepUp
}

/** The person closed the dialog: nothing was done, and nothing went wrong. */
export class StepUpClosed extends Error {}

type Asked = { resolve: () => void; reject: (error: Error) => void }

export function StepUp({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const withStepUp = useRef<WithStepUp>(async (step) => {
    try {
      return await step()
    } catch (error) {
      if (problemOf(error).code !== 'STEP_UP_NEEDED') throw error
      await new Promise<void>((resolve, reject) => setAsked({ resolve, reject }))
      return step()
    }
  })
  const settle = (settled: (asked: Asked) => void) => {
    if (asked) settled(asked)
    setAsked(null)
  }
  return (
    <StepUpContext value={withStepUp.current}>
      {children}
      <Suspense>
        {asked && (
          <StepUpDialog
            onConfirmed={() => settle(({ resolve }) => resolve())}
            onClose={() => settle(({ reject }) => reject(new StepUpClosed()))}
          />
        )}
      </Suspense>
    </StepUpContext>
  )
}
