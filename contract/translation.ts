/** The optional machine translator: how it stands, and one message in the reader's language, beside its original (desk, sections 4 and 5). */
import { z } from 'zod'
import { DESK, id, instant, route } from './route.ts'
import { TRANSLATION_CAUSES } from './translation-cause.ts'

/** The languages of the desk. */
const language = z.enum(['en', 'es'])
const cause = z.enum(TRANSLATION_CAUSES)

const TranslationSettings = z.object({
  /** Null: none is connected, and everything goes without one. */
  connected: z
    .object({
      /** Where words go. */
      host: z.string(),
      /** Else texts go there without what could name a person. */
      isUnderAgreement: z.boolean(),
      /** `resting`: it failed too often and is left alone for a minute. */
      state: z.enum(['works', 'resting']),
    })
    .nullable(),
  isOn: z.boolean(),
})

const Translation = z.object({
  messageId: id,
  /** What it was translated from: another when somebody corrected the language of the message since. */
  from: z.string(),
  text: z.string(),
  /** False: a name or a figure of the original is missing, or there twice. */
  isWhole: z.boolean(),
  madeAt: instant,
})

export const translation = {
  settings: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/translation/settings',
      summary: 'The machine translator, and whether it is used',
      tags: ['Translation'],
    })
    .output(TranslationSettings),

  /** Patients' words leave the house by it, so it is proved again who decides. */
  saveSettings: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'U', stepUp: true })
    .route({
      method: 'PUT',
      path: '/translation/settings',
      summary: 'Let staff have messages translated, or not',
      tags: ['Translation'],
    })
    .input(z.object({ isOn: z.boolean() }))
    .output(TranslationSettings),

  /** Has one fixed sentence about nobody translated. */
  test: route({ roles: ['administrator'], resource: 'organization', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/translation/test', summary: 'Try the machine translator', tags: ['Translation'] })
    .output(z.object({ cause: cause.nullable() })),

  forStaff: route({ roles: DESK, resource: 'organization', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/translation',
      summary: 'Whether messages can be translated, and whether some were',
      tags: ['Translation'],
    })
    .output(z.object({ isOn: z.boolean(), isKept: z.boolean() })),

  /** What was translated before is told again, and sent nowhere. */
  translate: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'E' })
    .route({
      method: 'POST',
      path: '/messages/{messageId}/translation',
      summary: 'Have a message of a patient translated, for the reader alone',
      tags: ['Translation'],
    })
    .input(z.object({ messageId: id, language }))
    .output(z.object({ translation: Translation.nullable(), cause: cause.nullable() })),

  kept: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/translations',
      summary: 'The messages of a conversation that were translated',
      tags: ['Translation'],
    })
    .input(z.object({ conversationId: id, language }))
    .output(z.object({ translations: z.array(Translation) })),
}
