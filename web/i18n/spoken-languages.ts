/** Languages of patients that are offered for a choice, the most spoken first; what is stored may name others. */
export const SPOKEN_LANGUAGES = ['en', 'es', 'vi', 'zh', 'ht', 'ru', 'ar', 'pt', 'fr', 'ko', 'tl'] as const
