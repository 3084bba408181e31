/** How an article of the demonstration is written down; demo/knowledge.ts makes rows of it. */
export type Words = { title: string; asks: readonly string[]; body: string }

export type ArticleLine = {
  key: string
  en: Words
  es?: Words
  /** Nobody who speaks it has checked the Spanish yet. */
  esByMachine?: true
  source: readonly [title: string, url: string]
  kind?: 'clinical'
  /** Keys of sites; absent: all of them. */
  sites?: readonly string[]
  audience?: readonly ('visitor' | 'patient' | 'related_person')[]
  /** Absent: published. `ends-soon` within a week, `ends-this-month` within a month. */
  state?: 'draft' | 'in_review' | 'approved' | 'ends-soon' | 'ends-this-month' | 'expired' | 'withdrawn' | 'rewritten'
}

const page = (name: string): string => `https://lindenbrook.example/${name}`
/** Pages of the clinic itself. */
export const VISIT = ['Plan your visit', page('visit')] as const
export const CARE = ['Your care team', page('care')] as const
export const PORTAL = ['Portal help', page('portal')] as const
export const BILLS = ['Bills and costs', page('bills')] as const
export const RIGHTS = ['Your rights', page('rights')] as const
