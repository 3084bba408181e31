/** Articles from draft to withdrawn, what answers a question, and what nobody answered (understanding-D58, D80 to D83). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import {
  answerFrom,
  articleRoutes,
  expireArticles,
  forgetOldQuestions,
  noteUnanswered,
  remindOwners,
  unansweredQuestionRoutes,
  type Question,
} from '#server/modules/knowledge/index.ts'
import type { Role } from '#contract/role.ts'
import { openDatabase } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const held = await testDatabase()
const { database, look } = held
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const desk = aDesk(database, clinic)
const START = new Date('2026-03-02T15:00:00Z')
desk.clock.at = START
await look(`insert into auth.organization_door (organization_id, slug) values ($1, 'knowledge-door')`, [
  clinic.organizationId,
])
await look(`update staff_member set languages = '{en,es}' where id = $1`, [clinic.nurseId])

const routes = { article: articleRoutes, questions: unansweredQuestionRoutes }
const as = (staffId: string, role: Role, at = desk) =>
  createRouterClient(routes, { context: at.routeOf(staffId, role, []) })
const author = as(clinic.agentId, 'agent')
const nurse = as(clinic.nurseId, 'nurse')
const supervisor = as(clinic.supervisorId, 'supervisor')
const stranger = as(theirs.supervisorId, 'supervisor', aDesk(database, theirs))

type Content = Parameters<typeof author.article.save>[0]['content']
const BODY =
  'You can park for free in the lot behind the clinic. Drive in from Harbor Street and take a ticket. Show the ticket at the front desk. We stamp it for you. Then the gate will let you out.'
const anArticle = (word: string, over: Partial<Content> = {}, body = BODY): Content => ({
  kind: 'administrative',
  ownerId: clinic.agentId,
  audience: ['visitor', 'patient'],
  siteIds: [],
  sources: [{ title: 'Visit us', url: 'https://clinic.example/visit' }],
  expiresOn: '2027-03-01',
  waiverReason: null,
  texts: [
    {
      language: 'en',
      title: `${word} for visitors`,
      body,
      questions: [`Where is the ${word}?`, `How do I find the ${word}?`, `Is there a ${word} here?`],
      isMachine: false,
    },
  ],
  ...over,
})

async function draft(word: string, over: Partial<Content> = {}, body?: string): Promise<string> {
  const articleId = newId()
  await author.article.save({ articleId, version: 0, revision: 0, content: anArticle(word, over, body) })
  return articleId
}

async function publish(articleId: string, version = 1): Promise<void> {
  const { revision } = await author.article.version({ articleId, version })
  await author.article.submit({ articleId, version, revision })
  await nurse.article.approve({ articleId, version, revision })
  await supervisor.article.publish({ articleId, version })
}

async function published(word: string, over: Partial<Content> = {}, body?: string): Promise<string> {
  const articleId = await draft(word, over, body)
  await publish(articleId)
  return articleId
}

const askIn = (db: typeof database, question: string, over: Partial<Question> = {}, of = clinic) =>
  db.transaction(asSystem(of), (tx) =>
    answerFrom(tx, { question, language: 'en', siteId: null, audience: 'visitor', now: desk.clock.at, ...over }),
  )
const ask = (question: string, over: Partial<Question> = {}) => askIn(database, question, over)

test('understanding-D80 draft, review, approval and publication: each by another, each journalled, and only then it is told', async () => {
  const articleId = await draft('cloakroom')
  expect(await ask('Where is the cloakroom?')).toEqual({ kind: 'unknown' })
  await author.article.submit({ articleId, version: 1, revision: 1 })
  expect(
    (await refusalOf(author.article.save({ articleId, version: 1, revision: 1, content: anArticle('cloakroom') })))
      .code,
  ).toBe('STATE_NOT_ALLOWED')
  const own = as(clinic.agentId, 'supervisor')
  expect((await refusalOf(own.article.approve({ articleId, version: 1, revision: 1 }))).code).toBe('NOT_ALLOWED')
  await nurse.article.return({ articleId, version: 1, revision: 1, comment: 'Which floor?' })
  desk.clock.at = new Date(START.getTime() + 60_000)
  await author.article.submit({ articleId, version: 1, revision: 1 })
  expect((await refusalOf(supervisor.article.publish({ articleId, version: 1 }))).code).toBe('STATE_NOT_ALLOWED')
  await nurse.article.approve({ articleId, version: 1, revision: 1, comment: 'Good.' })
  expect(await ask('Where is the cloakroom?')).toEqual({ kind: 'unknown' })
  await supervisor.article.publish({ articleId, version: 1 })

  expect(await ask('hi, where is the cloakroom please')).toMatchObject({
    kind: 'answer',
    answer: {
      articleId,
      version: 1,
      text: BODY,
      citation: { title: 'Visit us', link: 'https://clinic.example/visit' },
      reviewedOn: '2026-03-02',
      why: { nearest: 'Where is the cloakroom?', missing: [] },
    },
  })
  const { comments, versions } = await author.article.get({ articleId })
  expect(comments.map(({ kind, body }) => [kind, body])).toEqual([
    ['returned', 'Which floor?'],
    ['approved', 'Good.'],
  ])
  expect(versions).toMatchObject([{ version: 1, state: 'published', reviewer: { id: clinic.nurseId } }])
  const events = await look<{ event: string; role: string }>(
    `select event, role from journal where resource_id = $1 order by at, seq`,
    [articleId],
  )
  expect(events.map(({ event, role }) => `${event} ${role}`)).toEqual([
    'article.saved agent',
    'article.submitted agent',
    'article.returned nurse',
    'article.submitted agent',
    'article.approved nurse',
    'article.published supervisor',
  ])
  desk.clock.at = START
})

test('understanding-D80 the author of any part of a version is not its reviewer, and a clinical one is for a nurse or a clinician', async () => {
  const articleId = await draft('lancets', { kind: 'clinical', expiresOn: '2027-03-01' })
  await nurse.article.save({ articleId, version: 1, revision: 1, content: anArticle('lancets', { kind: 'clinical' }) })
  await author.article.submit({ articleId, version: 1, revision: 2 })
  expect((await refusalOf(nurse.article.approve({ articleId, version: 1, revision: 2 }))).code).toBe('NOT_ALLOWED')
  expect((await refusalOf(supervisor.article.approve({ articleId, version: 1, revision: 2 }))).code).toBe('NOT_ALLOWED')
  const second = as(clinic.secondNurseId, 'nurse')
  expect(await second.article.approve({ articleId, version: 1, revision: 2 })).toMatchObject({ state: 'approved' })
  // The database keeps it too.
  await expect(
    look(`update article_version set reviewer_id = $2 where article_id = $1`, [articleId, clinic.agentId]),
  ).rejects.toThrow('nobody_reviews_what_they_wrote')
})

test('understanding-D80 of words that were written over since they were read nothing is saved, submitted, given back, approved or checked', async () => {
  const spanish = { language: 'es', title: 'El patio', body: 'El patio está detrás.', questions: ['¿Dónde está el patio?'], isMachine: true } // prettier-ignore
  const content = anArticle('courtyard')
  const written = { ...content, texts: [...content.texts, spanish] }
  const articleId = newId()
  const read = await author.article.save({ articleId, version: 0, revision: 0, content: written })
  const other = as(clinic.otherAgentId, 'agent')
  // Two have it open; the first saves.
  const now = await other.article.save({ ...read, content: { ...written, texts: [{ ...content.texts[0]!, body: 'It is closed.' }, spanish] } }) // prettier-ignore
  expect(now).toEqual({ articleId, version: 1, revision: 2 })
  const stale = { code: 'CHANGED_MEANWHILE', detail: { version: 1, revision: 2 } }
  expect(await refusalOf(author.article.save({ ...read, content: written }))).toMatchObject(stale)
  expect(await refusalOf(author.article.submit(read))).toMatchObject(stale)
  expect(await refusalOf(nurse.article.check({ ...read, language: 'es' }))).toMatchObject(stale)
  await author.article.submit(now)
  // Given back by one, changed, and in review again, while another still reads the words of before.
  await nurse.article.return({ ...now, comment: 'Since when?' })
  const again = await author.article.save({ ...now, content: written })
  await author.article.submit(again)
  const second = as(clinic.secondNurseId, 'nurse')
  for (const step of [second.article.approve(now), second.article.return({ ...now, comment: 'No.' })])
    expect(await refusalOf(step)).toMatchObject({ code: 'CHANGED_MEANWHILE', detail: { version: 1, revision: 3 } })
  expect(await second.article.approve(again)).toMatchObject({ state: 'approved', revision: 3 })
})

test('understanding-D80 whoever wrote in a version takes it back out of review; of two reviewers who both wrote none could give it back', async () => {
  const articleId = await draft('pergola')
  const read = await nurse.article.save({ articleId, version: 1, revision: 1, content: anArticle('pergola') })
  await nurse.article.submit(read)
  expect((await refusalOf(nurse.article.return({ ...read, comment: 'Mine.' }))).code).toBe('NOT_ALLOWED')
  expect((await refusalOf(supervisor.article.takeBack({ articleId, version: 1 }))).code).toBe('NOT_ALLOWED')
  expect(await author.article.takeBack({ articleId, version: 1 })).toMatchObject({ state: 'draft' })
  expect((await refusalOf(author.article.takeBack({ articleId, version: 1 }))).code).toBe('STATE_NOT_ALLOWED')
  expect(await author.article.save({ ...read, content: anArticle('pergola') })).toMatchObject({ revision: 3 })
  const [row] = await look(`select role from journal where resource_id = $1 and event = 'article.taken-back'`, [articleId]) // prettier-ignore
  expect(row).toEqual({ role: 'agent' })
})

test('understanding-D81 what is too hard or unfinished does not get into review, and each reason is told with its language', async () => {
  const hard =
    'Complimentary parking accommodation is available to individuals presenting for scheduled ambulatory consultations, provided that validation documentation is obtained. '
  const articleId = await draft('valet', { sources: [] }, hard.repeat(3))
  const refused = await refusalOf(author.article.submit({ articleId, version: 1, revision: 1 }))
  expect(refused).toMatchObject({
    code: 'INVALID_INPUT',
    detail: {
      problems: [
        { problem: 'too-hard', language: 'en' },
        { problem: 'no-source', language: null },
      ],
    },
  })
  expect((await author.article.get({ articleId })).newest.faults).toHaveLength(2)
})

test('understanding-D80 what was published is not edited: a new version is begun beside it, and replaces it when it is published', async () => {
  const articleId = await published('elevator')
  const next = anArticle('elevator', {}, 'Take the lift on the left. It goes to all floors.')
  expect(await author.article.save({ articleId, version: 1, revision: 1, content: next })).toEqual({
    articleId,
    version: 2,
    revision: 1,
  })
  expect(await ask('Where is the elevator?')).toMatchObject({ answer: { version: 1, text: BODY } })
  await publish(articleId, 2)
  expect(await ask('Where is the elevator?')).toMatchObject({
    answer: { version: 2, text: 'Take the lift on the left. It goes to all floors.' },
  })
  expect(await author.article.version({ articleId, version: 1 })).toMatchObject({
    state: 'withdrawn',
    endReason: 'replaced',
    content: { texts: [{ body: BODY }] },
  })
  await expect(look(`update article_text set body = 'Other words' where article_id = $1`, [articleId])).rejects.toThrow(
    'only the texts of a draft are changed',
  )
  expect((await refusalOf(author.article.save({ articleId, version: 1, revision: 1, content: next }))).code).toBe(
    'CHANGED_MEANWHILE',
  )
})

test('understanding-D80 what is withdrawn is told by no process from then on', async () => {
  const articleId = await published('vending machine')
  const process = openDatabase(held.connections.app, 2)
  try {
    expect(await askIn(process, 'Where is the vending machine?')).toMatchObject({ kind: 'answer' })
    await nurse.article.withdraw({ articleId, version: 1 })
    expect(await askIn(process, 'Where is the vending machine?')).toEqual({ kind: 'unknown' })
  } finally {
    await process.close()
  }
})

test('understanding-D80 the day after its last it is told to nobody, before anything looks; then it is expired and the owner is told, after reminders 30 and 7 days before', async () => {
  const articleId = await published('lost and found', { expiresOn: '2026-05-20' })
  const keys = openKeys(Buffer.alloc(32, 7))
  const deps = { db: database, jobs: desk.jobs, keys, publicUrl: 'http://localhost', now: () => desk.clock.at }
  const told = async () =>
    (
      await look<{ template: string }>(
        `select template from notice where key like 'article:' || $1 || ':%' order by made_at`,
        [articleId],
      )
    ).map(({ template }) => template)
  const at = (day: string) => (desk.clock.at = new Date(`${day}T23:30:00Z`))
  try {
    at('2026-04-19')
    await remindOwners(deps)
    expect(await told()).toEqual([])
    for (const day of ['2026-04-20', '2026-04-25', '2026-05-13', '2026-05-14']) {
      at(day)
      await remindOwners(deps)
    }
    expect(await told()).toEqual(['article-expires', 'article-expires'])
    at('2026-05-20')
    await expireArticles(deps)
    expect(await ask('Where is the lost and found?')).toMatchObject({ kind: 'answer' })
    at('2026-05-21')
    expect(await ask('Where is the lost and found?')).toEqual({ kind: 'unknown' })
    await expireArticles(deps)
    await expireArticles(deps)
    expect(await author.article.version({ articleId, version: 1 })).toMatchObject({
      state: 'expired',
      endReason: 'expired',
    })
    expect(await told()).toEqual(['article-expires', 'article-expires', 'article-expired'])
  } finally {
    desk.clock.at = START
  }
})

test('understanding-D80 of more articles than one page holds each owner is reminded', async () => {
  const deps = { db: database, jobs: desk.jobs, keys: openKeys(Buffer.alloc(32, 7)), publicUrl: 'http://localhost', now: () => desk.clock.at } // prettier-ignore
  const first = await published('boathouse', { expiresOn: '2026-03-20' })
  await look(
    `with made as (insert into article (organization_id, id, owner_id, created_at)
       select organization_id, gen_random_uuid(), owner_id, created_at from article, generate_series(1, 205) where id = $1 returning organization_id, id)
     insert into article_version (organization_id, article_id, version, state, kind, title, audience, expires_on, languages, is_hard, author_ids,
       saved_at, reviewer_id, reviewed_at, published_by, published_at)
     select m.organization_id, m.id, 1, v.state, v.kind, 'boat', v.audience, v.expires_on, v.languages, false, v.author_ids,
       v.saved_at, v.reviewer_id, v.reviewed_at, v.published_by, v.published_at
       from made m join article_version v on v.article_id = $1`,
    [first],
  )
  await remindOwners(deps)
  const told = await look(
    `select from notice n where template = 'article-expires' and exists (select from article_version v
       where v.title in ('boat', 'boathouse for visitors') and n.key like 'article:' || v.article_id || ':1:in-30:%')`,
  )
  expect(told).toHaveLength(206)
  await look(`delete from article_version where title = 'boat'`)
  await look(`delete from article where not exists (select from article_version v where v.article_id = article.id)`)
})

test('understanding-D58 only what is for this site and these people answers', async () => {
  await published('solarium', { siteIds: [clinic.siteId], audience: ['patient'] })
  const question = 'Where is the solarium?'
  expect(await ask(question, { audience: 'patient' })).toEqual({ kind: 'unknown' })
  expect(await ask(question, { siteId: clinic.siteId })).toEqual({ kind: 'unknown' })
  expect(await ask(question, { siteId: clinic.siteId, audience: 'patient' })).toMatchObject({ kind: 'answer' })
})

test('understanding-D58 two articles that say different things of one question are told as such', async () => {
  const one = await published('aquarium')
  const other = await published('aquarium', {}, 'There is no aquarium here. Please do not look for it.')
  const found = await ask('Where is the aquarium?')
  expect(found.kind === 'disagree' && found.articles.map(({ articleId }) => articleId).toSorted()).toEqual(
    [one, other].toSorted(),
  )
})

test('understanding-D58 who owns an article that disagrees with another is written to, once for each version', async () => {
  const one = await published('fountain')
  await published('fountain', {}, 'There is no fountain here. Please do not look for it.')
  await database.transaction(asSystem(clinic), (tx) =>
    noteUnanswered(tx, { question: 'Where is the fountain?', language: 'en', channel: 'portal-chat', outcome: 'disagree', articleId: one, now: desk.clock.at }),
  ) // prettier-ignore
  const deps = { db: database, jobs: desk.jobs, keys: openKeys(Buffer.alloc(32, 7)), publicUrl: 'http://localhost', now: () => desk.clock.at } // prettier-ignore
  await remindOwners(deps)
  await remindOwners(deps)
  expect(await look(`select template from notice where key like 'article:' || $1 || ':%'`, [one])).toEqual([{ template: 'article-disagrees' }]) // prettier-ignore
})

test('understanding-D81 a machine’s text is told to nobody until somebody who speaks the language checked it; what is in English only is never told as the answer', async () => {
  const spanish = {
    language: 'es',
    title: 'La capilla',
    body: 'La capilla está en el primer piso. Está abierta todo el día.',
    questions: ['¿Dónde está la capilla?', '¿Hay una capilla?', '¿Cuándo abre la capilla?'],
    isMachine: true,
  }
  const content = anArticle('chapel')
  const withSpanish = { ...content, texts: [...content.texts, spanish] }
  const articleId = newId()
  await author.article.save({ articleId, version: 0, revision: 0, content: withSpanish })
  await publish(articleId)
  const question = { question: '¿Dónde está la capilla?', language: 'es' }
  expect(await ask(question.question, question)).toMatchObject({
    kind: 'english-only',
    answer: { articleId, language: 'en', text: BODY },
  })
  // English words in a language that nothing is written in.
  expect(await ask('chapel?', { language: 'vi' })).toMatchObject({ kind: 'english-only', answer: { language: 'en' } })

  await author.article.save({ articleId, version: 1, revision: 1, content: withSpanish })
  const target = { articleId, version: 2, revision: 1, language: 'es' }
  expect((await refusalOf(author.article.check(target))).code).toBe('NOT_ALLOWED')
  expect((await refusalOf(as(clinic.otherAgentId, 'agent').article.check(target))).code).toBe('NOT_ALLOWED')
  await nurse.article.check(target)
  await publish(articleId, 2)
  expect(await ask(question.question, question)).toMatchObject({
    kind: 'answer',
    answer: { language: 'es', text: spanish.body },
  })
})

test('understanding-D82 the test box says which article wins, its score and why; with a draft it takes part; nothing is kept', async () => {
  const articleId = await draft('observatory')
  const asked = {
    question: 'Is there an observatory here?',
    language: 'en',
    siteId: null,
    audience: 'visitor',
  } as const
  expect(await author.article.tryOut(asked)).toMatchObject({ outcome: 'unknown', answer: null })
  expect(await author.article.tryOut({ ...asked, withDraft: articleId })).toMatchObject({
    outcome: 'answer',
    answer: { articleId },
    scored: [{ articleId, score: 1, nearest: 'Is there a observatory here?' }],
  })
  expect(await look(`select from unanswered_question where wording ilike '%observatory%'`)).toEqual([])
})

test('understanding-D82 a kept question is asked again whenever the article is looked at', async () => {
  const articleId = await draft('greenhouse')
  const asked = {
    question: 'How do I find the greenhouse?',
    language: 'en',
    siteId: null,
    audience: 'visitor',
  } as const
  const { trialId } = await author.article.addTrial({ articleId, ...asked })
  expect(await author.article.trials({ articleId })).toMatchObject([{ result: 'waits' }])
  await publish(articleId)
  expect(await author.article.trials({ articleId })).toMatchObject([{ id: trialId, result: 'won', score: 1 }])
  await published('greenhouse', {}, 'It was taken down.')
  expect(await author.article.trials({ articleId })).toMatchObject([{ result: 'lost' }])
  await author.article.removeTrial({ articleId, trialId })
  expect(await author.article.trials({ articleId })).toEqual([])
})

test('understanding-D82 a file becomes drafts, row by row, each with what it still lacks; the same file again makes none', async () => {
  const text =
    '# Where is the carousel?\nBehind the lake.\nQ: Is there a carousel?\n\n# Nothing said\n\n# The pond\nIt is deep.\n'
  const file = { format: 'markdown', language: 'en', text } as const
  const { rows, isCut } = await author.article.importFile(file)
  expect(rows).toMatchObject([
    { row: 1, title: 'Where is the carousel?', problem: null },
    { row: 2, problem: 'no-body', articleId: null },
    { row: 3, title: 'The pond', problem: null },
  ])
  expect(isCut).toBe(false)
  expect(rows[0]?.faults.map(({ problem }) => problem)).toEqual(['few-questions', 'no-source', 'no-expiry'])
  const { newest, owner } = await author.article.get({ articleId: rows[0]?.articleId ?? '' })
  expect(newest).toMatchObject({ state: 'draft', content: { texts: [{ body: 'Behind the lake.' }] } })
  expect(owner.id).toBe(clinic.agentId)
  const again = await author.article.importFile(file)
  expect(again.rows.map(({ problem }) => problem)).toEqual(['same-title', 'no-body', 'same-title'])
})

const note = (question: string, over: { language?: string; now?: Date } = {}) =>
  database.transaction(asSystem(clinic), (tx) =>
    noteUnanswered(tx, {
      question,
      language: 'en',
      channel: 'widget',
      outcome: 'unknown',
      articleId: null,
      now: desk.clock.at,
      ...over,
    }),
  )

test('understanding-D83 questions without an answer are kept without names, gathered where they are alike, and counted', async () => {
  const first = await note('My name is Olga Ostrova, do you rent crutches?')
  expect(await note('can i rent crutches from you', { now: new Date(START.getTime() - 8 * 86_400_000) })).toBe(first)
  expect(await note('¿Alquilan muletas?', { language: 'es' })).not.toBe(first)
  expect(await note('??')).toBeNull()
  // Where names would not be found none can be taken out.
  expect(await note('我叫王小明，你们出租拐杖吗？', { language: 'zh' })).toBeNull()
  const { items } = await author.questions.list({})
  const crutches = items.find(({ clusterId }) => clusterId === first)
  expect(crutches).toMatchObject({
    wording: 'My name is [NAME], do you rent crutches?',
    questions: 2,
    languages: ['en'],
    channels: ['widget'],
    weeks: [0, 0, 0, 0, 0, 0, 1, 1],
    outcomes: [{ outcome: 'unknown', count: 2 }],
    others: ['can i rent crutches from you'],
  })
  expect(JSON.stringify(await look('select * from unanswered_question'))).not.toMatch(/olga|ostrova/i)
})

test('understanding-D83 from a question an article is begun, which says how many old ones it answers, and answers them', async () => {
  const clusterId = (await note('Do you lend umbrellas when it rains?')) ?? ''
  await note('do you lend umbrellas')
  const { articleId, version, revision } = await author.questions.writeArticle({ clusterId })
  const { newest } = await author.article.get({ articleId })
  expect(newest.content.texts[0]?.questions).toEqual(['Do you lend umbrellas when it rains?', 'do you lend umbrellas'])
  expect(await author.article.oldQuestions({ articleId })).toMatchObject({ answered: 2 })
  expect((await refusalOf(author.questions.writeArticle({ clusterId }))).code).toBe('STATE_NOT_ALLOWED')

  const content = anArticle('umbrella', {}, 'Yes, we lend umbrellas. Ask at the front desk.')
  const [text] = content.texts
  const questions = [...(newest.content.texts[0]?.questions ?? []), 'Can I borrow an umbrella?']
  await author.article.save({ articleId, version, revision, content: { ...content, texts: [{ ...text!, questions }] } })
  await publish(articleId)
  expect(await ask('do you lend umbrellas')).toMatchObject({ kind: 'answer', answer: { articleId } })
  const stateOf = async (state: 'open' | 'answered' | 'not_ours') =>
    (await author.questions.list({ state })).items.some((one) => one.clusterId === clusterId)
  expect(await stateOf('answered')).toBe(true)
  // Asked again: it was no answer.
  await note('do you lend umbrellas?')
  expect(await stateOf('open')).toBe(true)
  await supervisor.questions.setOurs({ clusterId, isOurs: false })
  expect(await stateOf('not_ours')).toBe(true)
})

test('understanding-D83 a question becomes another way to ask for an article, in a new version of it', async () => {
  const articleId = await published('bicycle stand')
  const clusterId = (await note('Somewhere to lock my tandem?')) ?? ''
  expect(await author.questions.addToArticle({ clusterId, articleId })).toEqual({ articleId, version: 2, revision: 1 })
  const { newest } = await author.article.get({ articleId })
  expect(newest.content.texts[0]?.questions).toContain('Somewhere to lock my tandem?')
})

test('understanding-D83 a question is kept for a year', async () => {
  await note('Where do I hand in my snorkel?', { now: new Date('2024-01-01T00:00:00Z') })
  await forgetOldQuestions(database, START)
  expect(await look(`select from question_cluster where wording like '%snorkel%'`)).toEqual([])
})

test('trust-D6 no article, comment, trial or question of another organization is seen, changed or answers', async () => {
  const articleId = await published('planetarium')
  const { trialId } = await author.article.addTrial({
    articleId,
    question: 'Where?',
    language: 'en',
    siteId: null,
    audience: 'visitor',
  })
  const clusterId = (await note('May I bring a parrot?')) ?? ''
  expect(await askIn(database, 'Where is the planetarium?', {}, theirs)).toEqual({ kind: 'unknown' })
  expect((await stranger.article.list({})).items).toEqual([])
  expect((await stranger.questions.list({})).items).toEqual([])
  expect(await stranger.article.trials({ articleId })).toEqual([])
  const target = { articleId, version: 1 }
  const refused: (() => Promise<unknown>)[] = [
    () => stranger.article.get({ articleId }),
    () => stranger.article.version(target),
    () => stranger.article.withdraw(target),
    () => stranger.article.takeBack(target),
    () => stranger.article.comment({ ...target, body: 'x' }),
    () => stranger.article.removeTrial({ articleId, trialId }),
    () => stranger.questions.writeArticle({ clusterId }),
    () => stranger.questions.setOurs({ clusterId, isOurs: false }),
  ]
  for (const call of refused) expect((await refusalOf(call())).code).toBe('NOT_FOUND')
  // Nor may an article name what is not ours.
  const content = anArticle('mirador', { siteIds: [theirs.siteId] })
  expect(await refusalOf(author.article.save({ articleId: newId(), version: 0, revision: 0, content }))).toMatchObject({
    field: 'siteIds',
  })
  const owned = anArticle('mirador', { ownerId: theirs.agentId })
  expect(
    await refusalOf(author.article.save({ articleId: newId(), version: 0, revision: 0, content: owned })),
  ).toMatchObject({
    field: 'ownerId',
  })
})

test('the list is found by title, ways of asking, state, language, end and reading level, page by page', async () => {
  const articleId = await published('zeppelin', { expiresOn: '2026-03-10' })
  await author.article.save({ articleId, version: 1, revision: 1, content: anArticle('zeppelin') })
  expect(await author.article.list({ search: 'ZEPPELIN', expiring: 10 })).toMatchObject({
    items: [{ articleId, state: 'published', version: 1, next: { version: 2, state: 'draft' }, languages: ['en'] }],
    next: null,
  })
  for (const none of [{ expiring: 7 }, { state: 'withdrawn' as const }, { language: 'fr' }, { reads: 'hard' as const }])
    expect((await author.article.list({ search: 'zeppelin', ...none })).items).toEqual([])
  expect((await author.article.list({ search: 'zeppelin', state: 'draft' })).items).toHaveLength(1)
  const titles: string[] = []
  let cursor: string | undefined
  do {
    const page = await author.article.list({ limit: 3, ...(cursor ? { cursor } : {}) })
    titles.push(...page.items.map(({ title }) => title.toLowerCase()))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(titles).toEqual(titles.toSorted())
  expect(titles.length).toBeGreaterThan(9)
})
