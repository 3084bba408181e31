/** How the change of a number is told. Pure. */

/** From so many times more or less on, per cent say nothing. */
const TIMES_MAX = 10
/** Of fewer than so many, one more is a great part. */
const PERCENT_FROM = 10

/** `numbers`: the two numbers themselves, in place of per cent. `share`: of the time before, not negative. */
export type Change = { is: 'same' | 'numbers' } | { is: 'more' | 'less'; share: number }

export function changeOf(count: number, before: number): Change {
  // Nothing before: the page says so itself.
  if (before === 0 || count === before) return { is: 'same' }
  const [least, most] = count < before ? [count, before] : [before, count]
  if (least < PERCENT_FROM || most >= least * TIMES_MAX) return { is: 'numbers' }
  return { is: count > before ? 'more' : 'less', share: Math.abs(count / before - 1) }
}
