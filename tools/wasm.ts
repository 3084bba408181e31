/** Compiles `engines/linear/add-rows.wat`: `npm run wasm` writes `add-rows.json` beside it, which the engine imports. */
import { readFile, writeFile } from 'node:fs/promises'
import wabt from 'wabt'

const SOURCE = new URL('../engines/linear/add-rows.wat', import.meta.url)
export const COMPILED = new URL('../engines/linear/add-rows.json', import.meta.url)

export async function compiledRows(): Promise<string> {
  const { parseWat } = await wabt()
  const parsed = parseWat('add-rows.wat', await readFile(SOURCE, 'utf8'), { simd: true })
  try {
    const { buffer } = parsed.toBinary({})
    return `${JSON.stringify({ wasm: Buffer.from(buffer).toString('base64') }, null, 2)}\n`
  } finally {
    parsed.destroy()
  }
}

if (import.meta.main) await writeFile(COMPILED, await compiledRows())
