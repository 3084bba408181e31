/**
 * The address part of a webhook: `<organization, 32 hex digits>.<id>`. It names the organization, so that the rest is found under row
 * security and nothing in what comes decides where it goes.
 */
const ENDPOINT =
  /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const endpointOf = (organizationId: string, id: string): string => `${organizationId.replaceAll('-', '')}.${id}`

/** An address in no form of ours leads to nobody; it is looked up like any other, so that both take as long. */
export function readEndpoint(endpoint: string): { organizationId: string; id: string } {
  const parts = ENDPOINT.exec(endpoint)
  return parts?.[6] ? { organizationId: parts.slice(1, 6).join('-'), id: parts[6] } : NOBODY
}
const NOBODY = {
  organizationId: '00000000-0000-0000-0000-000000000000',
  id: '00000000-0000-0000-0000-000000000000',
}
