/**
 * The second stage of intents, asked by a turn outside of its transaction (decision 0169): a turn that meets a message nothing sure was heard of
 * ends with nothing written, and begins anew with the vector of its words. Without a vector it goes on as it is.
 */
import { wantsSecondStage, widen } from '#engines/assistant/second-stage.ts'
import { OPINION_READS_CHARS, SENTENCE_VERSION } from '#engines/intent/sentence-opinion.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import type { VectorOf } from '#server/platform/sentence-vectors.ts'

type Heard = {
  id: string
  subject: string | null
  text: string
  state: 'understood' | 'not_understood'
  result: unknown
}
/** By message; null: there is none. */
export type Vectors = Map<string, Float32Array | null>

/** Messages of one turn that are asked about; each may take up to two seconds of its half minute. */
const VECTORS_MAX = 3

class VectorWanted extends Error {
  readonly messageId: string
  readonly text: string
  constructor(messageId: string, text: string) {
    super('the vector of a message is asked for first')
    this.messageId = messageId
    this.text = text
  }
}

/** @param turn one transaction; it is run again with the vectors that it asked for. */
export async function widenedTurn(
  vectorOf: VectorOf | undefined,
  turn: (vectors: Vectors | null) => Promise<void>,
): Promise<void> {
  if (!vectorOf) return turn(null)
  const vectors: Vectors = new Map()
  for (;;) {
    try {
      return await turn(vectors)
    } catch (error) {
      if (!(error instanceof VectorWanted)) throw error
      vectors.set(error.messageId, await vectorOf(error.text.slice(0, OPINION_READS_CHARS)))
    }
  }
}

/** The message with what both stages heard; `secondStage` names the version that had a word in it. */
export function widened<Message extends Heard>(
  message: Message,
  vectors: Vectors | null,
): Message & { secondStage?: string } {
  if (!vectors || message.state !== 'understood') return message
  const said = message.result as Understanding
  if (!wantsSecondStage(said)) return message
  const text = [message.subject, message.text].filter(Boolean).join('\n')
  const vector = vectors.get(message.id)
  if (vector === undefined && vectors.size < VECTORS_MAX) throw new VectorWanted(message.id, text)
  if (!vector) return message
  const result = { ...said, intents: widen(said.intents, text, vector) }
  return { ...message, result, secondStage: SENTENCE_VERSION }
}
