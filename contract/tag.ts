/** Tags are a clinic's own words. A few the house understands as well, in each language of the desk. No zod: screens use it. */

/** Somebody near the patient, or the patient, has died: whoever speaks with them carries more and rests after it (desk-D31). In lower case. */
export const DEATH_TAGS = { en: 'death in the family', es: 'muerte en la familia' } as const
