/** Everything a macro would do in one conversation, before it does it (desk-D19). */
import { chooseVariant, isExpired, primaryOf, type MacroContent, type MacroStep } from '#engines/macro/macro.ts'
import { fillText, type MissingVariable, type VariableName, type VariableValues } from '#engines/macro/variables.ts'
import type { IdentityLevel } from '#contract/role.ts'
import {
  factsForChange,
  foresee,
  targetOf,
  type Change,
  type ChangeFacts,
  type Foreseen,
} from '#server/modules/conversation/index.ts'
import { identityLevelSql, isSure, VISITOR_OF_CHAT } from '#server/modules/identity/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import * as store from './store.ts'

export type FilledText = {
  text: string
  language: string
  readingLevel: 'plain' | 'standard'
  isFallbackLanguage: boolean
  interpreterOffer: string | null
  missing: MissingVariable[]
}

export type ForeseenStep = Foreseen & {
  step: MacroStep
  when: 'now' | 'with-sending'
  name: string | null
  missing: VariableName[]
  /** A note's words with its variables filled. */
  note: string | null
}

/** What a macro would do; `version` and `patientId` are of the conversation. */
export type ForeseenMacro = {
  version: number
  patientId: string | null
  text: FilledText | null
  steps: ForeseenStep[]
}
export type MacroPreview = ForeseenMacro & { macroVersion: number; title: string }

export type Asked = { macroId: string; conversationId: string; staffId: string; now: Date }

export async function previewMacro(
  tx: Transaction,
  { macroId, conversationId, staffId, now }: Asked,
): Promise<Result<MacroPreview, 'NOT_FOUND' | 'TEXT_EXPIRED'>> {
  const macro = await store.findMacro(tx, macroId)
  if (!macro || macro.isArchived) return refuse('NOT_FOUND')
  const foreseen = await foreseeMacro(tx, macro, { conversationId, staffId, now })
  return foreseen.ok ? ok({ macroVersion: macro.version, title: macro.title, ...foreseen.value }) : foreseen
}

/** How a conversation stood at a moment that is over. */
export type Then = Partial<ChangeFacts> & { level: IdentityLevel }

/** `staffId` null: a rule takes the steps. It has no name, and its text opens nothing again. */
export async function foreseeMacro(
  tx: Transaction,
  macro: MacroContent,
  { conversationId, staffId, now, then }: Omit<Asked, 'macroId' | 'staffId'> & { staffId: string | null; then?: Then },
): Promise<Result<ForeseenMacro, 'NOT_FOUND' | 'TEXT_EXPIRED'>> {
  const [facts, [found]] = await Promise.all([
    factsForChange(tx, [conversationId]),
    tx.run<About>(ABOUT, [tx.context.organizationId, conversationId, now, staffId]),
  ])
  const newest = facts.get(conversationId)
  if (!found || !newest) return refuse('NOT_FOUND')
  const standing = { ...newest, ...then }
  const about = then ? { ...found, level: then.level } : found
  const today = now.toISOString().slice(0, 10)
  if (isExpired(macro, today)) return refuse('TEXT_EXPIRED')

  const writes = macro.steps.some((step) => step.do === 'text')
  const text = writes ? await fillVariant(tx, macro.variants, about, today) : null
  if (writes && !text) return refuse('NOT_FOUND')
  const steps = await foreseeSteps(tx, macro.steps, { standing, about, writes, staffId, now })
  return ok({ version: standing.version, patientId: standing.patientId, text, steps })
}

async function fillVariant(
  tx: Transaction,
  variants: store.MacroRow['variants'],
  about: About,
  today: string,
): Promise<FilledText | null> {
  const language = about.patientLanguage ?? about.language
  const wanted = {
    language,
    readingLevel: about.readingLevel ?? 'plain',
    fallbacks: [about.organizationLanguage, 'en'],
  }
  const variant = chooseVariant(variants, wanted)
  if (!variant) return null
  const isFallbackLanguage = primaryOf(variant.language) !== primaryOf(language)
  const offer = isFallbackLanguage ? chooseVariant(await store.interpreterVariants(tx, today), wanted) : undefined
  const fill = (text: string) => fillText(text, about.values, isSure(about.level))
  return {
    ...fill(variant.text),
    language: variant.language,
    readingLevel: variant.readingLevel,
    isFallbackLanguage,
    interpreterOffer: offer ? fill(offer.text).text : null,
  }
}

type Setting = { standing: ChangeFacts; about: About; writes: boolean; staffId: string | null; now: Date }

/** Each step is foreseen on what the ones before it leave behind. */
async function foreseeSteps(tx: Transaction, steps: readonly MacroStep[], setting: Setting): Promise<ForeseenStep[]> {
  const { about, writes, staffId, now } = setting
  let { standing } = setting
  const { staff, queues } = await store.namedHere(tx, {
    staffIds: steps.flatMap((step) => (step.do === 'assign' && step.staffId !== null ? [step.staffId] : [])),
    queueIds: steps.flatMap((step) => (step.do === 'queue' ? [step.queueId] : [])),
  })
  const foreseen: ForeseenStep[] = []
  for (const step of steps) {
    if (step.do === 'text') continue
    const rest = { step, when: 'now' as const, name: nameOf(step, { staff, queues }), missing: [], note: null }
    if (step.do === 'note') {
      const { text, missing } = fillText(step.text, about.values, isSure(about.level))
      const names = missing.map(({ name }) => name)
      const outcome: Foreseen =
        names.length > 0 ? { outcome: 'refused', refusal: 'VARIABLE_MISSING' } : { outcome: 'changes', refusal: null }
      foreseen.push({ ...rest, ...outcome, missing: names, note: text })
      continue
    }
    const change = changeOf(step, staffId, now)
    const when = writes && change.do === 'state' ? 'with-sending' : 'now'
    // A person's sending opens what rests, and the state follows it.
    const opens = when === 'with-sending' && staffId !== null && standing.state !== 'waiting'
    const facts = opens ? { ...standing, state: 'open' as const } : standing
    const outcome = foresee(change, facts.version, facts, await targetOf(tx, change), now)
    foreseen.push({ ...rest, ...outcome, when })
    if (outcome.outcome === 'changes') standing = after(standing, change)
  }
  return foreseen
}

export type StateStep = Extract<MacroStep, { do: 'wait' | 'snooze' | 'resolve' }>

/** What a state step makes of a conversation at `now`. */
export function nextStateOf(step: StateStep, now: Date) {
  if (step.do === 'wait') return { state: 'waiting' as const, waitingOn: step.on }
  if (step.do === 'resolve') return { state: 'resolved' as const }
  return { state: 'snoozed' as const, until: new Date(now.getTime() + step.hours * 3_600_000).toISOString() }
}

export function changeOf(step: Exclude<MacroStep, { do: 'text' | 'note' }>, staffId: string | null, now: Date): Change {
  switch (step.do) {
    case 'tags':
      return { do: 'tags', add: step.add, remove: step.remove }
    case 'queue':
      return { do: 'queue', queueId: step.queueId }
    case 'take':
      return { do: 'assign', staffId }
    case 'assign':
      return { do: 'assign', staffId: step.staffId }
    default:
      return { do: 'state', to: nextStateOf(step, now) }
  }
}

function after(standing: ChangeFacts, change: Change): ChangeFacts {
  if (change.do === 'queue') return { ...standing, queueId: change.queueId, assigneeId: null, assignment: 'unassigned' }
  if (change.do === 'assign')
    return { ...standing, assigneeId: change.staffId, assignment: change.staffId === null ? 'unassigned' : 'assigned' }
  return standing
}

function nameOf(step: MacroStep, { staff, queues }: Awaited<ReturnType<typeof store.namedHere>>): string | null {
  if (step.do === 'queue') return queues.get(step.queueId) ?? null
  return step.do === 'assign' && step.staffId !== null ? (staff.get(step.staffId)?.name ?? null) : null
}

type About = {
  language: string
  patientLanguage: string | null
  readingLevel: string | null
  organizationLanguage: string
  level: IdentityLevel
  values: VariableValues
}

// A rule answers on the channel of the conversation: in a chat to its visitor, whoever wrote last.
const ABOUT = `
  select c.language, p.language as "patientLanguage", p.reading_level as "readingLevel", o.language as "organizationLanguage",
         case when $4::uuid is null and c.channel = 'widget' then ${identityLevelSql('$3', VISITOR_OF_CHAT)} else ${identityLevelSql('$3')} end as level,
         json_build_object('patient.given', p.given, 'patient.family', p.family, 'conversation.number', c.number,
           'staff.name', (select m.given || ' ' || left(m.family, 1) || '.' from staff_member m where m.organization_id = $1 and m.id = $4),
           'site.name', s.name, 'site.phone', s.phone, 'site.address', s.address, 'organization.name', o.name) as values
    from conversation c
    join organization o on o.organization_id = $1
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join site s on s.organization_id = $1 and s.id = coalesce(c.site_id, p.site_id)
   where c.organization_id = $1 and c.id = $2`
