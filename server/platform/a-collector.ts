/** For tests: a collector that speaks OTLP/HTTP in JSON. What is no export request, letter by letter, it answers with 400 and keeps apart. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import * as z from 'zod'

const hex = (length: number) => z.string().regex(new RegExp(`^(?!0+$)[0-9a-f]{${length}}$`))
const nano = z.string().regex(/^[1-9]\d{18}$/)
const attribute = z.strictObject({ key: z.string().min(1), value: z.strictObject({ stringValue: z.string() }) })
const CollectedSpan = z.strictObject({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: hex(16).optional(),
  name: z.string().min(1),
  kind: z.number().int().min(1).max(5),
  startTimeUnixNano: nano,
  endTimeUnixNano: nano,
  attributes: z.array(attribute),
  status: z.strictObject({ code: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
})
/** As opentelemetry-proto writes it in JSON; what we do not send is not in it. */
export const ExportRequest = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: z.array(attribute).min(1) }),
      scopeSpans: z.array(
        z.strictObject({ scope: z.strictObject({ name: z.string().min(1) }), spans: z.array(CollectedSpan) }),
      ),
    }),
  ),
})
export type CollectedSpan = z.infer<typeof CollectedSpan>

export const attributesOf = ({ attributes }: CollectedSpan): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]))

export async function aCollector() {
  const spans: CollectedSpan[] = []
  const asked: { path: string; headers: Record<string, unknown>; spans: number }[] = []
  const faults: string[] = []
  let status = 200
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const read = ExportRequest.safeParse(JSON.parse(Buffer.concat(parts).toString()))
      const isAsked = request.method === 'POST' && request.headers['content-type'] === 'application/json'
      if (!read.success || !isAsked) faults.push(read.error?.message ?? `${request.method} ${request.url}`)
      const found = read.data?.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
      asked.push({ path: request.url ?? '', headers: request.headers, spans: found?.length ?? 0 })
      if (status === 200) spans.push(...(found ?? []))
      response.writeHead(faults.length > 0 ? 400 : status, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    asked,
    faults,
    answers: (code: number) => void (status = code),
  }
}
