/** Drafts out of a file, each row by itself: what is wrong with one leaves the others (understanding-D82). */
import { AUDIENCES, faultsOf, type ArticleContent, type ArticleFault } from '#engines/knowledge/article.ts'
import type { ImportFormat, ImportProblem } from '#engines/knowledge/import-format.ts'
import { readImport } from '#engines/knowledge/import.ts'
import type { Refusal } from '#contract/refusal.ts'
import { newId } from '#server/platform/id.ts'
import { ok, type Result } from '#server/platform/result.ts'
import type { MoveDeps } from './move-article.ts'
import { saveArticle } from './save-article.ts'
import { titlesOf } from './store.ts'

type Row = {
  row: number
  title: string
  articleId: string | null
  problem: ImportProblem | null
  faults: ArticleFault[]
}

export async function importArticles(
  deps: MoveDeps,
  { format, language, text }: { format: ImportFormat; language: string; text: string },
): Promise<Result<{ rows: Row[]; isCut: boolean }, Refusal>> {
  const { tx, now, staffId } = deps
  const { rows, isCut } = readImport(text, format)
  // The same file twice makes no second shelf.
  const known = new Set((await titlesOf(tx)).map((one) => placeOf(one.language, one.title)))
  const told: Row[] = []
  for (const { row, title, body, questions, kind, sources, problem, ...rest } of rows) {
    const own = rest.language ?? language
    const refused = problem ?? (known.has(placeOf(own, title)) ? 'same-title' : null)
    if (refused) {
      told.push({ row, title, articleId: null, problem: refused, faults: [] })
      continue
    }
    known.add(placeOf(own, title))
    const content: ArticleContent = {
      kind,
      audience: AUDIENCES,
      siteIds: [],
      sources,
      expiresOn: null,
      waiverReason: null,
      texts: [{ language: own, title, body, questions, isMachine: false, isChecked: false }],
    }
    const articleId = newId(now.getTime())
    const owned = { ...content, ownerId: staffId }
    const saved = await saveArticle(deps, { articleId, version: 0, revision: 0, content: owned, staffId })
    if (!saved.ok) return saved
    told.push({ row, title, articleId, problem: null, faults: faultsOf(content, now.toISOString().slice(0, 10)) })
  }
  return ok({ rows: told, isCut })
}

const placeOf = (language: string, title: string): string => `${language} ${title.trim().toLowerCase()}`
