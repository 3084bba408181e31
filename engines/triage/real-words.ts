/**
 * Real words that look like a misspelling of a word of the lexicon and must be left alone ("chess" is not "chest").
 */
export const realWords: ReadonlySet<string> = new Set(
  'chess cheat cheap breast bread brush flood floor blond loves braids bath path pan paint pair pair palm heat heard hearty hurry hunt sheet short shirt text test best rest nest west hair hare stork store stoke cell call tail tall bell'.split(
    ' ',
  ),
)
