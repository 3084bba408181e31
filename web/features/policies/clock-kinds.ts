/** What can be promised, in the order of the table (engines/sla). */
export const KINDS = ['first-response', 'next-response', 'periodic-update', 'resolution', 'to-triage', 'to-clinician', 'result-told'] as const // prettier-ignore

/** From the longest promise to the shortest. */
export const URGENCIES = ['routine', 'urgent', 'asap', 'stat'] as const
