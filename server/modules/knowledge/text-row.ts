/** A text of an article as its row holds it: with the words search looks at, and its measure. */
import { gradeOf, type ArticleText } from '#engines/knowledge/article.ts'
import { questionWords } from '#engines/knowledge/question-words.ts'
import { foldWords } from '#engines/text/search-words.ts'

type StoredText = {
  language: string
  title: string
  body: string
  questions: string[]
  is_machine: boolean
  grade: number
  plain_questions: string
  search_words: string
  isHard: boolean
}

export function textRow({ language, title, body, questions, isMachine }: ArticleText): StoredText {
  const { value, verdict } = gradeOf(body, language)
  const kept = [...new Set(questions.map((question) => question.trim()).filter((question) => question !== ''))]
  return {
    language,
    title,
    body,
    questions: kept,
    is_machine: isMachine,
    // One sentence of thousands of words reads at a grade that no column holds.
    grade: Math.max(-999, Math.min(999, value)),
    plain_questions: foldWords([title, ...kept].join('\n')),
    // A word that people ask with stands as often as they do, so that it ranks above one that is only told.
    search_words: [title, ...kept, body].flatMap(questionWords).join(' '),
    isHard: body.trim() !== '' && verdict !== 'plain',
  }
}
