/** The languages of the telephone (decision 0187). */
export const SPOKEN = ['en', 'es', 'vi'] as const
export type Spoken = (typeof SPOKEN)[number]

export const isSpoken = (language: string): language is Spoken => (SPOKEN as readonly string[]).includes(language)

/** Read by a qualified person in this language? What was not is offered only where an administrator chose it (decision 0187). */
export const IS_REVIEWED: Record<Spoken, boolean> = { en: true, es: true, vi: false }

/** BCP 47 tags as carriers know them, for the voice and for what is listened to. */
export const VOICE_OF: Record<Spoken, string> = { en: 'en-US', es: 'es-US', vi: 'vi-VN' }
