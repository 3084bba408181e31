/** Reviewed texts: the variant by the patient's language and reading level, variables filled within what the identity level allows (desk-D19). */
import type { IdentityLevel } from '#contract/role.ts'
import { identityLevelSql, isSure } from '#server/modules/identity/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type CannedReplyRow = {
  id: string
  key: string
  title: string
  topic: string | null
  isClinical: boolean
  isExpired: boolean
  validUntil: string | null
  languages: string[]
}

export const listCannedReplies = (tx: Transaction, search: string | undefined): Promise<CannedReplyRow[]> =>
  tx.run<CannedReplyRow>(LIST, [tx.context.organizationId, search ? `%${search.toLowerCase()}%` : null])

const LIST = sqlText`
  select r.id, r.key, r.title, r.topic, r.is_clinical as "isClinical", coalesce(r.valid_until < current_date, false) as "isExpired",
         to_char(r.valid_until, 'YYYY-MM-DD') as "validUntil",
         coalesce((select array_agg(distinct v.language order by v.language) from canned_reply_variant v
           where v.organization_id = $1 and v.canned_reply_id = r.id and v.is_reviewed), '{}') as languages
    from canned_reply r
   where r.organization_id = $1 and ($2::text is null or lower(r.title) like $2 or r.key like $2)
   order by r.title
   limit 200`

export type Variant = { language: string; readingLevel: string; text: string }
export type Variables = Record<string, string | null>

export type Filled = { text: string; language: string; isFallbackLanguage: boolean; missing: string[] }

const VARIABLE = /\{\{\s*([a-z_]{1,40})\s*\}\}/g

/** Fills a text; a variable without a value stays visible and is named, so that it cannot be sent by oversight. */
export function fillText(text: string, variables: Variables): { text: string; missing: string[] } {
  const missing = new Set<string>()
  const filled = text.replace(VARIABLE, (whole, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : null
    if (value) return value
    missing.add(name)
    return whole
  })
  return { text: filled, missing: [...missing] }
}

/** The language asked for, else English as the reviewed fallback; the reading level asked for, else any. Never a machine translation. */
export function chooseVariant(
  variants: readonly Variant[],
  language: string,
  readingLevel: string,
): Variant | undefined {
  const score = (variant: Variant): number =>
    (variant.language === language ? 4 : variant.language === 'en' ? 2 : 0) +
    (variant.readingLevel === readingLevel ? 1 : 0)
  return variants
    .filter((variant) => variant.language === language || variant.language === 'en')
    .toSorted((a, b) => score(b) - score(a))[0]
}

export async function fillCannedReply(
  tx: Transaction,
  {
    cannedReplyId,
    conversationId,
    staffName,
    now,
  }: { cannedReplyId: string; conversationId: string; staffName: string; now: Date },
): Promise<Result<Filled & { patientId: string | null }, 'NOT_FOUND' | 'TEXT_EXPIRED'>> {
  const { organizationId } = tx.context
  const [[reply], variants, [about]] = await Promise.all([
    tx.run<{ isClinical: boolean; isExpired: boolean }>(
      `select is_clinical as "isClinical", coalesce(valid_until < current_date, false) as "isExpired" from canned_reply where organization_id = $1 and id = $2`,
      [organizationId, cannedReplyId],
    ),
    tx.run<Variant>(
      `select language, reading_level as "readingLevel", text from canned_reply_variant where organization_id = $1 and canned_reply_id = $2 and is_reviewed`,
      [organizationId, cannedReplyId],
    ),
    tx.run<About>(ABOUT, [organizationId, conversationId, now]),
  ])
  if (!reply || !about) return refuse('NOT_FOUND')
  if (reply.isClinical && reply.isExpired) return refuse('TEXT_EXPIRED')
  const language = about.patientLanguage ?? about.language
  const variant = chooseVariant(variants, language, about.readingLevel ?? 'plain')
  if (!variant) return refuse('NOT_FOUND')

  // Below verified nothing of a record is filled in, the name neither: the address may be somebody else's (desk-D8).
  const { text, missing } = fillText(variant.text, {
    patient_first_name: isSure(about.level) ? about.given : null,
    site_name: about.siteName,
    site_phone: about.sitePhone,
    site_address: about.siteAddress,
    organization_name: about.organizationName,
    staff_name: staffName,
  })
  return ok({
    text,
    language: variant.language,
    isFallbackLanguage: variant.language !== language,
    missing,
    patientId: about.patientId,
  })
}

type About = {
  language: string
  patientLanguage: string | null
  readingLevel: string | null
  given: string | null
  patientId: string | null
  siteName: string | null
  sitePhone: string | null
  siteAddress: string | null
  organizationName: string
  level: IdentityLevel
}

const ABOUT = `
  select c.language, p.language as "patientLanguage", p.reading_level as "readingLevel", p.given, c.patient_id as "patientId",
         s.name as "siteName", s.phone as "sitePhone", s.address as "siteAddress", o.name as "organizationName",
         ${identityLevelSql('$3')} as level
    from conversation c
    join organization o on o.organization_id = $1
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join site s on s.organization_id = $1 and s.id = coalesce(c.site_id, p.site_id)
   where c.organization_id = $1 and c.id = $2`
