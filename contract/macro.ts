/** Macros: steps taken in one go in a conversation, and the variants of their text (desk-D19). */
import * as z from 'zod'
import { NOTE_READERS, READING_LEVELS, WAITING_ON } from '#engines/macro/macro.ts'
import { VARIABLE_NAMES } from '#engines/macro/variables.ts'
import { SnoozeEvent, WaitingOn } from './conversation.ts'
import {
  ALL_STAFF,
  cursor,
  DESK,
  givenDay,
  givenInstant,
  id,
  instant,
  PAGE_MAX,
  route,
  whole,
  WHOLE_MAX,
} from './route.ts'

/** Who writes macros for all; a clinical one names a nurse or clinician who answers for it. */
const EDITORS = ['administrator', 'supervisor'] as const

const tag = z.string().trim().min(1).max(40)

export const MacroStep = z.discriminatedUnion('do', [
  z.object({ do: z.literal('text') }),
  z.object({ do: z.literal('tags'), add: z.array(tag).max(20), remove: z.array(tag).max(20) }),
  z.object({ do: z.literal('queue'), queueId: id }),
  z.object({ do: z.literal('take') }),
  z.object({ do: z.literal('assign'), staffId: id.nullable() }),
  z.object({ do: z.literal('wait'), on: z.enum(WAITING_ON) }),
  z.object({ do: z.literal('snooze'), hours: z.number().int().min(1).max(8_760) }),
  z.object({ do: z.literal('resolve') }),
  z.object({
    do: z.literal('note'),
    text: z.string().trim().min(1).max(10_000),
    readers: z.array(z.enum(NOTE_READERS)).min(1).max(4),
  }),
])

export const MacroVariant = z.object({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/),
  readingLevel: z.enum(READING_LEVELS),
  text: z.string().trim().min(1).max(10_000),
  isReviewed: z.boolean(),
})

export const MacroContent = z.object({
  title: z.string().trim().min(1).max(120),
  topic: z.string().trim().min(1).max(60).nullable(),
  isClinical: z.boolean(),
  ownerId: id.nullable(),
  medicalOwnerId: id.nullable(),
  validUntil: givenDay.nullable(),
  steps: z.array(MacroStep).max(9),
  variants: z.array(MacroVariant).max(40),
})

const named = z.object({ id, name: z.string() })

export const MacroRow = z.object({
  id,
  version: whole,
  title: z.string(),
  topic: z.string().nullable(),
  isClinical: z.boolean(),
  isExpired: z.boolean(),
  isArchived: z.boolean(),
  owner: named.nullable(),
  medicalOwner: named.nullable(),
  validUntil: z.iso.date().nullable(),
  steps: z.array(MacroStep),
  /** Languages with a reviewed text. */
  languages: z.array(z.string()),
})

const Macro = MacroContent.extend({ id, version: whole, isArchived: z.boolean() })

const saved = z.object({ id, version: whole })

/** What becomes of the conversation once the text is sent. */
const AfterSending = z.discriminatedUnion('state', [
  z.object({ state: z.literal('resolved') }),
  z.object({ state: z.literal('waiting'), waitingOn: WaitingOn }),
  z.object({ state: z.literal('snoozed'), until: givenInstant, event: SnoozeEvent.optional() }),
])

const FilledText = z.object({
  text: z.string(),
  language: z.string(),
  readingLevel: z.enum(READING_LEVELS),
  /** The patient's language has no reviewed text; this one is in another. */
  isFallbackLanguage: z.boolean(),
  /** Then: the reviewed offer of an interpreter, where there is one, in the patient's language if it can be. */
  interpreterOffer: z.string().nullable(),
  /** Left open. `locked`: verify the person first; `empty`: nothing is on file. */
  missing: z.array(z.object({ name: z.enum(VARIABLE_NAMES), why: z.enum(['locked', 'empty']) })),
})

export const macro = {
  list: route({ roles: ALL_STAFF, resource: 'macro', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/macros', summary: 'Macros by title, or what ends first', tags: ['Macro'] })
    .input(
      z.object({
        search: z.string().trim().max(100).optional(),
        sort: z.enum(['title', 'expiry']).default('title'),
        show: z.enum(['current', 'archived']).default('current'),
        cursor: cursor.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX),
      }),
    )
    .output(z.object({ items: z.array(MacroRow), next: cursor.nullable() })),

  get: route({ roles: ALL_STAFF, resource: 'macro', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/macros/{macroId}', summary: 'One macro', tags: ['Macro'] })
    .input(z.object({ macroId: id }))
    .output(Macro),

  /** Without `version`: a new one. */
  save: route({ roles: EDITORS, resource: 'macro', patient: 'none', audit: 'U' })
    .route({ method: 'PUT', path: '/macros/{macroId}', summary: 'Save as a new version', tags: ['Macro'] })
    .input(z.object({ macroId: id, version: whole.optional(), content: MacroContent }))
    .output(saved),

  archive: route({ roles: EDITORS, resource: 'macro', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/macros/{macroId}/archive',
      summary: 'Take out of use, or bring back',
      tags: ['Macro'],
    })
    .input(z.object({ macroId: id, version: whole, isArchived: z.boolean() }))
    .output(saved),

  versions: route({ roles: EDITORS, resource: 'macro', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/macros/{macroId}/versions', summary: 'Versions, newest first', tags: ['Macro'] })
    .input(z.object({ macroId: id, before: z.coerce.number().int().max(WHOLE_MAX).positive().optional() }))
    .output(
      z.object({
        items: z.array(
          z.object({
            version: whole,
            authorName: z.string().nullable(),
            at: instant,
            content: MacroContent,
          }),
        ),
        hasOlder: z.boolean(),
      }),
    ),

  /** An old version becomes the newest; what must be right of a macro is asked again. */
  restore: route({ roles: EDITORS, resource: 'macro', patient: 'none', audit: 'U' })
    .route({ method: 'POST', path: '/macros/{macroId}/restore', summary: 'Bring an old version back', tags: ['Macro'] })
    .input(z.object({ macroId: id, version: whole, restored: whole.positive() }))
    .output(saved),

  /** By its topic, which is the name of an intent, and a reviewed text in the language. Nothing of a patient is read or kept. */
  suggest: route({ roles: DESK, resource: 'macro', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/macros/suggestion',
      summary: 'The macro that answers what somebody wants',
      tags: ['Macro'],
    })
    .input(z.object({ intents: z.array(z.string().max(60)).min(1).max(5), language: z.string().max(12) }))
    .output(z.object({ macroId: id, title: z.string() }).nullable()),

  preview: route({ roles: DESK, resource: 'macro', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'POST',
      path: '/macros/{macroId}/preview',
      summary: 'Everything a macro would do here',
      tags: ['Macro'],
    })
    .input(z.object({ macroId: id, conversationId: id }))
    .output(
      z.object({
        macroVersion: whole,
        title: z.string(),
        /** Of the conversation. */
        version: whole,
        text: FilledText.nullable(),
        steps: z.array(
          z.object({
            step: MacroStep,
            outcome: z.enum(['changes', 'same', 'refused']),
            refusal: z.string().nullable(),
            /** `with-sending`: a state follows the text, when that is sent. */
            when: z.enum(['now', 'with-sending']),
            /** Of the queue or the person it leads to. */
            name: z.string().nullable(),
            /** Variables of a note that are open. */
            missing: z.array(z.enum(VARIABLE_NAMES)),
          }),
        ),
      }),
    ),

  /** All steps in one transaction; the text is for the composer. The same run id runs once; undo is that of a bulk change. */
  run: route({ roles: DESK, resource: 'macro', patient: 'of-resource', audit: 'E' })
    .route({ method: 'POST', path: '/macros/{macroId}/run', summary: 'Take the steps of a macro', tags: ['Macro'] })
    .input(
      z.object({
        macroId: id,
        macroVersion: whole,
        conversationId: id,
        version: whole,
        /** Made by the client (UUIDv7). */
        runId: id,
      }),
    )
    .output(
      z.object({
        text: FilledText.nullable(),
        then: AfterSending.nullable(),
        version: whole,
        /** There is something to undo, under the id of the run. */
        mayUndo: z.boolean(),
      }),
    ),
}
