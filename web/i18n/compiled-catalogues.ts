/**
 * Build step: message catalogues become parsed messages.
 *
 * A catalogue file (web/i18n/<locale>/<part>.json) maps an id to its text, or to a text with a description for the
 * translator. The page receives the parsed form, so it carries neither the parser nor the descriptions.
 */
import { readFile } from 'node:fs/promises'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

type Entry = string | { defaultMessage: string; description: string }

export function compiledCatalogues(): Plugin {
  return {
    name: 'bedside:compiled-catalogues',
    enforce: 'pre',
    async load(id) {
      const path = id.split('?')[0] ?? id
      if (!/\/web\/i18n\/[a-z]{2}\/[a-z-]+\.json$/.test(path)) return undefined
      this.addWatchFile(path)
      return JSON.stringify(compileCatalogue(JSON.parse(await readFile(path, 'utf8'))))
    },
  }
}

export function compileCatalogue(catalogue: Record<string, Entry>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(catalogue).map(([id, entry]) => [
      id,
      parse(typeof entry === 'string' ? entry : entry.defaultMessage),
    ]),
  )
}
