/** What the store knows of a mail's references: which conversation, whether the token is ours, who is a party there (desk-D49). */
import { readToken, messageIdOf, tokenIsOurs, type TokenKey } from '#engines/mail/token.ts'
import { keyOfReference, type KnownReference, type Reference } from '#engines/mail/threading.ts'
import { grantCovers } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type KnownReferences = Map<string, KnownReference>

/** The MAC of a token is checked against each live party of the conversation it names. */
export async function knownReferences(
  tx: Transaction,
  references: readonly Reference[],
  { domain, keys, now }: { domain: string; keys: TokenKey[]; now: Date },
): Promise<KnownReferences> {
  const known: KnownReferences = new Map()
  if (references.length === 0) return known
  const { organizationId } = tx.context
  const idOf = (reference: Reference): string =>
    reference.kind === 'token' ? messageIdOf(reference.token, domain) : `<${reference.messageId.replace(/^<|>$/g, '')}>`
  const rows = await tx.run<ReferenceRow>(REFERENCES, [organizationId, references.map(idOf), now])
  for (const reference of references) {
    const row = rows.find(({ externalId }) => externalId === idOf(reference))
    if (!row) continue
    const { conversationId } = row
    const parties = row.parties ?? []
    const token = reference.kind === 'token' ? readToken(reference.token) : undefined
    known.set(keyOfReference(reference), {
      conversationId,
      // A party who left, or whose grant ended, still proves that the token is ours; as a sender it joins nothing.
      isVerified:
        token !== undefined &&
        parties.some(({ id }) => tokenIsOurs(token, keys, { organizationId, conversationId, partyId: id }, now)),
      liveParties: parties.flatMap(({ address, isLive }) => (address && isLive ? [address] : [])),
    })
  }
  return known
}

type ReferenceRow = {
  externalId: string
  conversationId: string
  parties: { id: string; address: string | null; isLive: boolean }[] | null
}

// A moved message names the conversation it was written in: its token is bound to that one, and leads on from there.
// A party's addresses: the one it wrote from, and those on file of the person it is.
const REFERENCES = `
  select m.external_id as "externalId", coalesce(m.origin_id, m.conversation_id) as "conversationId",
         (select json_agg(json_build_object('id', y.id, 'address', a.value, 'isLive', y.left_at is null and y.role in ('author', 'patient', 'proxy')
             and (y.related_person_id is null or exists (select from proxy_link l where l.organization_id = $1
               and l.related_person_id = y.related_person_id and l.patient_id = coalesce(c.patient_id, l.patient_id) and ${grantCovers('$3')}))))
            from party y
            join conversation c on c.organization_id = $1 and c.id = y.conversation_id
            left join lateral (
              select y.address as value where y.address is not null
              union select p.value from contact_point p where p.organization_id = $1 and p.system = 'email' and p.state in ('active', 'bouncing')
                and ((y.related_person_id is null and p.patient_id = y.patient_id) or p.related_person_id = y.related_person_id)
            ) a on true
           where y.organization_id = $1 and y.conversation_id = coalesce(m.origin_id, m.conversation_id)) as parties
    from message m
   where m.organization_id = $1 and m.external_id = any ($2::text[])
   limit 50`

/** What was written before in these conversations, the newest first: what a mail that leads there may quote of us or of its writer. */
export async function textsBefore(tx: Transaction, conversationIds: readonly string[]): Promise<string[]> {
  if (conversationIds.length === 0) return []
  const rows = await tx.run<{ text: string }>(TEXTS_BEFORE, [tx.context.organizationId, conversationIds, TEXTS_BEFORE_MAX]) // prettier-ignore
  return rows.map(({ text }) => text)
}

const TEXTS_BEFORE_MAX = 40

const TEXTS_BEFORE = sqlText`
  select coalesce(m.trimmed, m.text) as text from message m
   where m.organization_id = $1 and (m.conversation_id = any ($2::uuid[]) or m.origin_id = any ($2::uuid[])) and btrim(coalesce(m.trimmed, m.text)) <> ''
   order by m.received_at desc, m.seq desc limit $3`
