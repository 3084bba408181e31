/**
 * Build step: React Aria brings its own few words in thirty languages; only those we serve travel.
 */
import type { Plugin } from 'vite'

export function trimmedLocales(languages: string[]): Plugin {
  const wordsOf = /\/react-aria(?:-components)?\/dist\/.*\/intl\/[^/]+\/([a-z]{2})-[A-Z]{2}\.m?js$/
  return {
    name: 'bedside:trimmed-locales',
    enforce: 'pre',
    load(id) {
      const language = wordsOf.exec(id)?.[1]
      return language && !languages.includes(language) ? 'export default {}' : undefined
    },
  }
}
