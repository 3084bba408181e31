/**
 * One JSON line per event: a code, ids, numbers and durations. Strings of people do not type-check (trust-D79).
 */
export type LogFields = Record<string, number | boolean | null | undefined | LogCode>

/** A string that is known to be a code, an id or an address of our own: made by `code()`, which refuses anything else. */
export type LogCode = string & { readonly isCode: unique symbol }

const CODE = /^[\w.:+@/\-[\]]{0,120}$/

export const code = (text: string): LogCode => (CODE.test(text) ? text : 'withheld') as LogCode

export type Log = {
  info(event: LogEvent, fields?: LogFields): void
  error(event: LogEvent, fields?: LogFields): void
}

/** `area.what-happened`, a literal in the code. */
export type LogEvent = `${string}.${string}`

export const jsonLog = (write: (line: string) => void): Log => ({
  info: (event, fields) => write(JSON.stringify({ at: new Date().toISOString(), level: 'info', event, ...fields })),
  error: (event, fields) => write(JSON.stringify({ at: new Date().toISOString(), level: 'error', event, ...fields })),
})

export const silentLog: Log = { info: () => undefined, error: () => undefined }

/** What may be told of an exception: its class, SQLSTATE or system code, never its message. */
export function errorFields(error: unknown): LogFields {
  const {
    name,
    code: systemCode,
    sqlstate,
    constraint,
  } = error as { name?: string; code?: string; sqlstate?: string; constraint?: string }
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').find((line) => line.includes('/server/')) : undefined
  return {
    error: code(name ?? 'Error'),
    ...(typeof systemCode === 'string' ? { systemCode: code(systemCode) } : {}),
    ...(sqlstate ? { sqlstate: code(sqlstate) } : {}),
    ...(constraint ? { constraint: code(constraint) } : {}),
    ...(stack
      ? {
          at: code(
            stack
              .trim()
              .replace(/^at\s+/, '')
              .replace(/.*\/server\//, 'server/')
              .replace(/[()]/g, '')
              .replaceAll(' ', ''),
          ),
        }
      : {}),
  }
}
