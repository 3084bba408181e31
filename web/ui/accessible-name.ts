/** A control needs a name: its own label, or the id of a visible one. Exactly one. */
export type AccessibleName =
  { 'aria-label': string; 'aria-labelledby'?: never } | { 'aria-label'?: never; 'aria-labelledby': string }
