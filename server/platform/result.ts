/** An expected "no" is a value with a code from a closed list; a bug is an exception. */
export type Result<T, Refusal extends string> =
  { ok: true; value: T } | { ok: false; refusal: Refusal; detail?: Record<string, unknown> }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <Refusal extends string>(
  refusal: Refusal,
  detail?: Record<string, unknown>,
): { ok: false; refusal: Refusal; detail?: Record<string, unknown> } => ({ ok: false, refusal, detail })
