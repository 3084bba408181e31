/** What was called since the board was last looked at: a new number, or one that is called again. Pure. */
export type Called = { number: string; room: string; calls: number }

export const newCalls = (before: readonly Called[], now: readonly Called[]): Called[] =>
  now.filter(
    ({ number, room, calls }) =>
      !before.some((one) => one.number === number && one.room === room && one.calls === calls),
  )
