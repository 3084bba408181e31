/** What is done with the suggestions of the composer (understanding-D44). Pure: a text and what was said of it go in, the next ones come out. */
import type { client } from '../../api/client.ts'

export type PlainHelp = Awaited<ReturnType<typeof client.understanding.plainWords>>
export type Offer = PlainHelp['offers'][number]
export type Span = [from: number, to: number]

/** What was said of a text; it holds only for just that text. */
export type Said = { text: string; help: PlainHelp }

export const wordsAt = (text: string, [from, to]: readonly [number, number]): string => text.slice(from, to)

/** Dismissed is a change of words, wherever they stand. */
export const nameOf = (text: string, { why, span }: { why: string; span: readonly [number, number] }): string =>
  `${why}: ${wordsAt(text, span).toLowerCase()}`

/** The text with one suggestion taken, and where the caret goes. Nothing but the place itself changes; the others move with the text. */
export function takeOffer({ text, help }: Said, offer: Offer): { said: Said; caret: number } {
  const [from, to] = offer.span
  const next = text.slice(0, from) + offer.to + text.slice(to)
  const by = offer.to.length - (to - from)
  const moved = <One extends { span: Span }>(all: readonly One[]): One[] =>
    all
      .filter(({ span }) => span[1] <= from || span[0] >= to)
      .map((one) => (one.span[0] >= to ? { ...one, span: [one.span[0] + by, one.span[1] + by] as Span } : one))
  return {
    said: { text: next, help: { ...help, offers: moved(help.offers), marks: moved(help.marks) } },
    caret: from + offer.to.length,
  }
}
