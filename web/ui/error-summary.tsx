/**
 * What stops a form, at its top: each problem links to its field.
 *
 * Focus comes here when a form is refused, so that nobody has to hunt for what is wrong.
 */
import { useEffect, useRef, type MouseEvent } from 'react'
import styles from './error-summary.module.css'

export type FormProblem = { field?: string; message: string }

/** `attempt` grows with each refused try, so that the second refusal is told as well as the first. */
export function ErrorSummary({
  title,
  problems,
  attempt,
}: {
  title: string
  problems: FormProblem[]
  attempt: number
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [attempt, problems.length])

  if (problems.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title" className={styles.summary}>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field}-${problem.message}`}>
            {problem.field ? (
              <a href={`#${problem.field}`} onClick={(event) => goToField(event, problem.field!)}>
                {problem.message}
              </a>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

// Focus without touching the address: the address belongs to the router.
function goToField(event: MouseEvent, field: string) {
  event.preventDefault()
  document.getElementById(field)?.focus()
}
