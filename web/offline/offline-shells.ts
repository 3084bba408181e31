/**
 * Build step: tells the service worker which files make up each product that comes up without a network.
 *
 * All of a product's own code is kept, also what is fetched later: a page that stays open while a new version comes then still
 * finds the parts it was built with. Of the fonts, the letters our languages are written in.
 */
import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'
import type { Shell } from './requests.ts'

/** The products that the worker keeps, by the folder of their page. */
const PRODUCTS = ['desk', 'portal']
/** The rest of the letters is drawn with the fonts of the system while there is no network. */
const FONTS = /-latin-wght-[^"')]+\.woff2/
/** Pictures that the pages name by their address. */
const PICTURES = ['/icon.svg']

export function offlineShells(): Plugin {
  return {
    name: 'bedside:offline-shells',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'worker')
      if (worker?.type !== 'chunk') return this.error('the service worker was not built')
      const shells = PRODUCTS.map((product) => shellOf(product, bundle))
      worker.code = worker.code.replace('__SHELLS__', () => JSON.stringify(shells))
    },
  }
}

function shellOf(product: string, bundle: Rolldown.OutputBundle): Shell {
  const page = bundle[`${product}/index.html`]
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === product)
  if (page?.type !== 'asset' || entry?.type !== 'chunk') throw new Error(`${product} has no page`)
  const files = [...filesOf(entry, bundle)].sort().map((file) => `/${file}`)
  // Names hold the hash of their content; the page itself has none.
  const version = createHash('sha256').update(JSON.stringify(files)).update(page.source).digest('hex').slice(0, 12)
  return { version, page: `/${product}`, entry: entry.fileName, files: [...files, ...PICTURES] }
}

/** Everything the entry can ever fetch: code, styles, and the fonts they name. */
function filesOf(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>()
  const follow = (name: string) => {
    const file = bundle[name]
    if (!file || found.has(name)) return
    found.add(name)
    if (file.type === 'asset') {
      const style = name.endsWith('.css') ? String(file.source) : ''
      for (const [, font = ''] of style.matchAll(/url\(\/?(assets\/[^)]+)\)/g)) if (FONTS.test(font)) follow(font)
      return
    }
    const { importedCss } = (file as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata ?? {}
    for (const next of [...file.imports, ...file.dynamicImports, ...(importedCss ?? [])]) follow(next)
  }
  follow(entry.fileName)
  return found
}
