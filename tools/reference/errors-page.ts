/** Every refusal with its status and what it says, from `contract/refusal.ts`. */
import { REFUSALS } from '#contract/refusal.ts'
import { tableRows } from './table-rows.ts'

export const errorsPage = (): string => `# Refusals

Every expected "no" of the product. An answer holds \`code\`, \`message\` and \`requestId\`, and \`detail\` where a form or a screen needs
more. Screens show their own words for a code (\`refusal.<CODE>\` of the catalogues); quote the code and the request id to support.
Written by \`npm run reference\`.

${tableRows(
  ['code', 'HTTP status', 'message'],
  Object.entries(REFUSALS)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, message }]) => [`\`${code}\``, String(status), message]),
)}
`
