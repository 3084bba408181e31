/**
 * Questions of the same kind that come at once are asked at once: those of one turn of the event loop go together, and who comes while an
 * answer is under way waits for it, at most `waitMaxMs`, and then goes with all who have come meanwhile. Nobody is given an answer that was
 * asked for before he came.
 */

type Waiting<Question, Answer> = {
  question: Question
  answered: (answer: Answer) => void
  failed: (error: unknown) => void
}

export type Together = { atOnceMax: number; waitMaxMs: number }

/** @param ask gives the answers in the order of its questions; when it fails, each of them fails. */
export function askTogether<Question, Answer>(
  { atOnceMax, waitMaxMs }: Together,
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let underWay = 0
  let waiting: Waiting<Question, Answer>[] = []
  let late: NodeJS.Timeout | undefined
  let soon: NodeJS.Immediate | undefined

  const leave = (): void => {
    clearTimeout(late)
    late = undefined
    clearImmediate(soon)
    soon = undefined
    const group = waiting.slice(0, atOnceMax)
    waiting = waiting.slice(atOnceMax)
    if (group.length === 0) return
    underWay += 1
    ask(group.map(({ question }) => question))
      .then(
        (answers) => group.forEach(({ answered }, at) => answered(answers[at] as Answer)),
        (error: unknown) => group.forEach(({ failed }) => failed(error)),
      )
      .finally(() => {
        underWay -= 1
        leave()
      })
    if (waiting.length > 0) late = setTimeout(leave, waitMaxMs)
  }

  return (question) =>
    new Promise((answered, failed) => {
      waiting.push({ question, answered, failed })
      if (waiting.length >= atOnceMax) leave()
      else if (underWay === 0) soon ??= setImmediate(leave)
      else late ??= setTimeout(leave, waitMaxMs)
    })
}
