/**
 * The glossary (understanding-D43): jargon and learned words with what to say instead. The lists beside this file are read by
 * clinicians and by this reader alike.
 *
 * "## noun", "## adjective", "## verb", "## adverb" and "## phrase" begin a part of speech. A line: forms of one term separated by " / ",
 * an odd plural in brackets, then " = " and words that can stand in its place, or " : " and words that explain it. The sentences are ours;
 * which words are hard for patients is a fact of public lists (decision 0147).
 */
export type PartOfSpeech = 'noun' | 'adjective' | 'verb' | 'adverb' | 'phrase'

export type Term = {
  term: string
  pos: PartOfSpeech
  /** The words of every day. */
  lay: string
  /** `lay` can stand in the place of the term; otherwise it explains it. */
  replaces: boolean
  /** An odd plural, as written in brackets. */
  plural: string | null
}

export function readGlossary(list: string): Term[] {
  let pos: PartOfSpeech = 'noun'
  const terms: Term[] = []
  for (const line of list.split('\n')) {
    if (line.startsWith('## ')) pos = line.slice(3) as PartOfSpeech
    const parts = /^(.+?) ([=:]) (.+)$/.exec(line)
    if (parts === null || line.startsWith('#')) continue
    for (const form of parts[1]!.split(' / ')) {
      const plural = /^(.*?) \((.+)\)$/.exec(form)
      terms.push({ term: plural?.[1] ?? form, pos, lay: parts[3]!, replaces: parts[2] === '=', plural: plural?.[2] ?? null }) // prettier-ignore
    }
  }
  return terms
}
