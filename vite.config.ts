import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compiledCatalogues } from './web/i18n/compiled-catalogues.ts'
import { trimmedLocales } from './web/i18n/trimmed-locales.ts'
import { offlineShells } from './web/offline/offline-shells.ts'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The server the development pages talk to. */
const SERVER = process.env.BEDSIDE_DEV_SERVER ?? 'http://127.0.0.1:3000'

/** The products, each with its own first load. The kit page is for our own eyes and is never built. */
const entries = {
  portal: fromHere('./web/portal/index.html'),
  desk: fromHere('./web/desk/index.html'),
  widget: fromHere('./web/widget/frame.html'),
  loader: fromHere('./web/widget/loader.ts'),
  kiosk: fromHere('./web/kiosk/index.html'),
  display: fromHere('./web/display/index.html'),
  sample: fromHere('./web/widget/sample-host.html'),
  worker: fromHere('./web/offline/worker.ts'),
}

/** Host pages name the loader in their own code, and browsers look for a newer worker under its name: their addresses never change. */
const FIXED_NAMES: Record<string, string> = { loader: 'widget/loader.js', worker: 'worker.js' }

export default defineConfig(async () => ({
  root: fromHere('./web'),
  base: '/',
  appType: 'mpa' as const,
  plugins: [react(), compiledCatalogues(), trimmedLocales(['en', 'es', 'ar']), offlineShells()],
  json: { stringify: true as const },
  resolve: {
    alias: [
      // Catalogues are parsed at build time, so the parser itself (8 kB) does not travel.
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: fromHere('./node_modules/@formatjs/icu-messageformat-parser/no-parser.js'),
      },
    ],
  },
  build: {
    outDir: fromHere('./dist/web'),
    emptyOutDir: true,
    // The content security policy allows no data: addresses for fonts or images.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      input: await existing(entries),
      output: {
        entryFileNames: ({ name }: { name: string }) => FIXED_NAMES[name] ?? 'assets/[name]-[hash].js',
        // What several screens draw travels together: alone, each piece would weigh more than it holds.
        codeSplitting: {
          groups: [
            { name: 'icons', test: /lucide-react/, minShareCount: 8, priority: 2 },
            // The desk needs these at once and few others do: in a file of its own each would weigh twice what it holds.
            {
              name: 'desk-icons',
              test: /lucide-react.*[\\/](?:bot|ellipsis|image|pen-line|shield-x|workflow)\.m?js/,
              priority: 1,
            },
            // What only the desk draws stays out of the portal; menu, tabs and tooltip would bring react-aria with them.
            {
              name: 'ui',
              test: /web[\\/]ui[\\/](?!avatar|command-palette|keys|mark|menu|qr-code|tabs|tooltip)/,
              minShareCount: 5,
            },
            // How a part is fetched later; with what else asks for one, every page would fetch that too.
            { name: 'preload', test: /vite[\\/](preload-helper|modulepreload-polyfill)/, priority: 1 },
            // What is kept on the device: used at once, and again by what is fetched later.
            {
              name: 'device',
              test: /web[\\/](api[\\/](device-store|kept-file)|features[\\/]conversation[\\/](device-drafts|waiting-files))/,
            },
            // Only the desk has it.
            { name: 'router', test: /@tanstack[\\/](react-router|router-core|history)/, minShareCount: 2 },
            { name: 'query', test: /@tanstack[\\/](react-)?query/, minShareCount: 3 },
          ],
        },
      },
      onwarn(warning: { code?: string }, warn: (w: never) => void) {
        // "use client" marks of libraries mean nothing here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning as never)
      },
    },
  },
  server: {
    proxy: {
      '/rpc': SERVER,
      '/files': SERVER,
      '/mail': SERVER,
      '/realtime': { target: SERVER, ws: true },
    },
  },
}))

async function existing(pages: Record<string, string>): Promise<Record<string, string>> {
  const { access } = await import('node:fs/promises')
  const checked = await Promise.all(
    Object.entries(pages).map(async (page) => ((await access(page[1]).catch(() => 'missing')) ? [] : [page])),
  )
  return Object.fromEntries(checked.flat())
}
