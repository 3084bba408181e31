/**
 * One call of one procedure, as oRPC's RPC protocol writes it for plain JSON: POST /rpc/<path>, `{ json }` there and back.
 *
 * The library's own link (8 kB) also carries dates, files and streams, which our contract does not use.
 */
export type ProcedureRefusal = { code: string; status: number; defined: boolean; message: string; data: unknown }
export type ProcedureAnswer = { ok: true; output: unknown } | { ok: false; refusal: ProcedureRefusal }

type CallOptions = { headers?: Record<string, string>; signal?: AbortSignal | undefined }

/** Rejects only when the server was not reached. */
export async function callProcedure(
  path: readonly string[],
  input: unknown,
  { headers, signal }: CallOptions = {},
): Promise<ProcedureAnswer> {
  const response = await fetch(`/rpc/${path.map(encodeURIComponent).join('/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json: input }),
    ...(signal && { signal }),
  })
  const body = (await response.json().catch(() => {
    // Half an answer is none.
    signal?.throwIfAborted()
    return {}
  })) as { json?: unknown }
  if (response.ok) return { ok: true, output: body.json }
  const told = (body.json ?? {}) as Partial<ProcedureRefusal>
  return {
    ok: false,
    refusal: {
      code: told.code ?? httpCodes[response.status] ?? 'INTERNAL',
      status: response.status,
      defined: told.defined ?? false,
      message: told.message ?? '',
      data: told.data,
    },
  }
}

/** For answers that come from something between us and the server, which knows no codes of ours. */
const httpCodes: Record<number, string> = {
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'SLOW_DOWN',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
}
