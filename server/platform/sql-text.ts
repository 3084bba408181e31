/** Marks a literal as SQL, so that editors colour it. Takes no values: parameters are numbered, `$1`. */
export const sqlText = (strings: TemplateStringsArray): string => strings.join('').trim()
