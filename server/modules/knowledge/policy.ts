/** Who may do what with an article (decision 0142). Pure; which roles may call at all the contract says. */
import type { Role } from '#contract/role.ts'
import type { ArticleKind } from '#engines/knowledge/article.ts'

export type Reader = { staffId: string; role: Role; languages: readonly string[] }

/** Nobody reviews what they wrote, and what is clinical is for a nurse or a clinician. */
export const mayReview = (
  reader: Pick<Reader, 'staffId' | 'role'>,
  version: { kind: ArticleKind; authorIds: readonly string[] },
): boolean =>
  !version.authorIds.includes(reader.staffId) &&
  (version.kind === 'administrative' || reader.role === 'nurse' || reader.role === 'clinician')

/** A machine's text is for somebody who speaks the language and did not write in the version (45 CFR 92.201). */
export const mayCheck = (
  reader: Pick<Reader, 'staffId' | 'languages'>,
  version: { authorIds: readonly string[] },
  language: string,
): boolean => !version.authorIds.includes(reader.staffId) && reader.languages.includes(language)
