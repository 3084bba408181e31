/** What the pages of the desk use of this feature. */
export { leaveAtEnd, sessionHere, staffOf, useSession, useSignOut, type Me } from './session.ts'
export { StepProblems } from './step-problems.tsx'
export { StepUp, useStepUp } from './step-up.tsx'
export { useStep } from './use-step.ts'
