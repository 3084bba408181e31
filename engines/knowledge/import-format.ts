/** What articles are taken from, and why a row becomes none: for screens, which need not carry the readers. */
export const IMPORT_FORMATS = ['markdown', 'html', 'csv'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]
export const IMPORT_PROBLEMS = ['no-title', 'no-body', 'too-long', 'bad-language', 'bad-kind', 'same-title'] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]
