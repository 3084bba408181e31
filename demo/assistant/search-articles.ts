/** Which article answers a question: of everything that is told, by the engine that the product asks (server/modules/knowledge/answer-from.ts). */
import { toldOf, type Audience } from '#engines/knowledge/article.ts'
import { CANDIDATES_MAX, chooseAnswer, scoreCandidates } from '#engines/knowledge/match.ts'
import { questionWords } from '#engines/knowledge/question-words.ts'
import type { Found } from '#server/modules/knowledge/index.ts'
import type { Row, Rows } from '../rows.ts'

type Asked = { question: string; language: string; siteId: string; audience: Audience; at: Date }

export function searchArticles(rows: Rows, { question, language, siteId, audience, at }: Asked): Found {
  const isTold = (version: Row): boolean =>
    version.state === 'published' &&
    (version.audience as string[]).includes(audience) &&
    (version.expires_on as string) >= at.toISOString().slice(0, 10) &&
    ((version.site_ids as string[]).length === 0 || (version.site_ids as string[]).includes(siteId))
  const texts = rows.article_version.filter(isTold).flatMap((version) => {
    const text = rows.article_text.find(
      (row) =>
        row.article_id === version.article_id &&
        row.version === version.version &&
        row.language === language &&
        row.is_machine === false,
    )
    return text ? [{ version, text }] : []
  })
  const words = questionWords(question)
  const shared = ({ text }: (typeof texts)[number]) => {
    const has = new Set((text.search_words as string).split(' '))
    return words.filter((word) => has.has(word)).length
  }
  // As the index brings them: those that share most words.
  const near = texts.filter((one) => shared(one) > 0).toSorted((a, b) => shared(b) - shared(a))
  const candidates = near.slice(0, CANDIDATES_MAX).map(({ text }) => ({
    id: text.article_id as string,
    title: text.title as string,
    questions: text.questions as string[],
    body: text.body as string,
  }))
  const choice = chooseAnswer(scoreCandidates(question, candidates), candidates)
  if (choice.kind !== 'answer') return { kind: 'unknown' }
  const found = texts.find(({ text }) => text.article_id === choice.best.id)
  return found ? { kind: 'answer', answer: answerFrom(found, choice.best) } : { kind: 'unknown' }
}

type Answer = Extract<Found, { kind: 'answer' | 'english-only' }>['answer']

function answerFrom(
  { version, text }: { version: Row; text: Row },
  { id, score, nearest, matched, missing }: ReturnType<typeof scoreCandidates>[number],
): Answer {
  const [source] = version.sources as { title: string; url: string }[]
  const { text: body, short } = toldOf(text.body as string)
  const title = text.title as string
  return {
    articleId: id,
    version: version.version as number,
    language: text.language as string,
    title,
    text: body,
    shortText: short,
    citation: { title: source?.title ?? title, link: source?.url ?? '' },
    reviewedOn: (version.reviewed_at as Date).toISOString().slice(0, 10),
    score,
    why: { nearest, matched, missing },
  }
}
