/** What entered shipped weights may enter them, and the files are the ones that were written (understanding-D51, D52). */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inRepository } from './development-data.ts'
import { PERMITTED } from './model-folder.ts'

type Manifest = {
  files: { name: string; bytes: number; sha256: string }[]
  sources: { name: string; licence: string }[]
}

/** Source: understanding-D51. */
const ALL_WEIGHTS_MAX_BYTES = 12_000_000

const manifests = globSync('engines/*/model/manifest.json', { cwd: inRepository() })

test.each(manifests)('understanding-D52 %s names permitted sources only, and the files as they are', (file) => {
  const { files, sources } = JSON.parse(readFileSync(inRepository(file), 'utf8')) as Manifest
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter(({ name, licence }) => PERMITTED[name]?.licence !== licence)).toEqual([])
  const folder = path.dirname(inRepository(file))
  const wrong = files.filter(({ name, sha256 }) => createHash('sha256').update(readFileSync(path.join(folder, name))).digest('hex') !== sha256) // prettier-ignore
  expect(wrong).toEqual([])
  const unnamed = globSync('*', { cwd: folder }).filter((name) => !['manifest.json', 'model-card.md'].includes(name) && files.every((one) => one.name !== name)) // prettier-ignore
  expect(unnamed).toEqual([])
})

test('understanding-D51 all weights together are at most 12 MB, each with a model card', () => {
  expect(manifests.length).toBeGreaterThanOrEqual(5)
  const bytes = globSync('engines/*/model/*.json', { cwd: inRepository() }).reduce((sum, file) => sum + statSync(inRepository(file)).size, 0) // prettier-ignore
  expect(bytes).toBeGreaterThan(1_000_000)
  expect(bytes).toBeLessThanOrEqual(ALL_WEIGHTS_MAX_BYTES)
  for (const file of manifests) expect(statSync(path.join(path.dirname(inRepository(file)), 'model-card.md')).size).toBeGreaterThan(200) // prettier-ignore
})
