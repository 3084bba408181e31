/** Whether an answer helped, said in the portal and the chat: who may say it, taken back, and what people hear of it (understanding-D75, D83). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { noteThenPerson, noteThumbDown, takeTurn, type KnowledgeDoors } from '#server/modules/assistant/index.ts'
import { noteUnanswered } from '#server/modules/knowledge/index.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn } from './a-product.ts'
import { anInbox } from './an-inbox.ts'

const product = await aProduct()
const { look, clock } = product
clock.now = new Date('2026-03-02T17:00:00Z')
const here = await anOrganization(product)
const { organizationId } = here
const inbox = anInbox(product, here)
const supervisor = inbox.awake(await signedIn(product, await aMember(product, here, 'supervisor')))
await look(`update organization set assistant_channels = '{portal-chat,widget,sms}' where organization_id = $1`, [
  organizationId,
])
const articleId = newId()
await look(
  `insert into article (organization_id, id, owner_id, created_at) select $1, $2, id, $3 from staff_member where organization_id = $1 limit 1`,
  [organizationId, articleId, clock.now],
)

const parking = newId()

const knowledge: KnowledgeDoors = {
  async answerFrom(_tx, { question }) {
    if (!/open|park/.test(question)) return { kind: 'unknown' }
    const answer = { articleId: /park/.test(question) ? parking : articleId, version: 1, language: 'en', title: 'Our hours', text: 'We are open from 8 to 5.', shortText: null } // prettier-ignore
    const citation = { title: 'Our hours', link: 'https://clinic.example/hours' }
    const why = { nearest: null, matched: [], missing: [] }
    return { kind: 'answer', answer: { ...answer, citation, reviewedOn: '2026-02-01', score: 1, why } as never }
  },
  noteUnanswered,
}
const turn = (conversationId: string) =>
  takeTurn(
    { db: product.database, jobs: product.jobs, hub: product.hub, now: () => clock.now, knowledge },
    organizationId,
    conversationId,
  )
const note = (messageId: string) =>
  noteThumbDown({ db: product.database, now: () => clock.now, noteUnanswered }, organizationId, messageId)
const noteHandOff = (handOffId: string) =>
  noteThenPerson({ db: product.database, now: () => clock.now, noteUnanswered }, organizationId, handOffId)
const unanswered = (outcome = 'thumbs_down') =>
  look<{ wording: string; channel: string; article_id: string }>(
    `select wording, channel, article_id from unanswered_question where organization_id = $1 and outcome = $2 order by at`,
    [organizationId, outcome],
  )

type Shown = { id: string; text: string; thumb: 'none' | 'up' | 'down' | null; isUnderReview: boolean }

async function atPortal() {
  const patient = await aPatient(product, here)
  const call = inbox.awake(await patientSignedIn(product, patient, here.slug))
  let conversationId = ''
  const messages = async (): Promise<Shown[]> => (await call('myConversation.get', { conversationId })).json.messages
  return {
    call,
    messages,
    id: () => conversationId,
    async say(text: string): Promise<Shown> {
      clock.now = new Date(clock.now.getTime() + 1_000)
      const sent = await call('myConversation.send', { messageId: randomUUID(), text, ...(conversationId ? { conversationId } : { subject: 'A question' }) }) // prettier-ignore
      conversationId = sent.json.conversationId
      await turn(conversationId)
      return (await messages()).at(-1)!
    },
    rate: (messageId: string, thumb: 'up' | 'down' | null) => call('myAnswer.rate', { messageId, thumb }),
  }
}

async function aChat() {
  const accountId = randomUUID()
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $3)`, [organizationId, accountId, accountId]) // prettier-ignore
  const { visitor } = (await product.call('widget.open', { widgetKey: `${organizationId.replaceAll('-', '')}.${accountId}` })).json // prettier-ignore
  return (procedure: string, input: unknown) =>
    product.call(procedure, input, { headers: { 'x-visitor': `${visitor.id}:${visitor.secret}` } })
}

test('an answer from an article can be rated, once each way and back; every change is journalled by codes, and nothing else can be rated', async () => {
  const pat = await atPortal()
  const answer = await pat.say('When do you open on Mondays?')
  expect(answer.thumb).toBe('none')
  expect((await pat.messages())[0]?.thumb).toBeNull()
  for (const thumb of ['up', 'up', 'down', null, 'up'] as const)
    expect((await pat.rate(answer.id, thumb)).json).toEqual({ messageId: answer.id, thumb })
  expect((await pat.messages()).at(-1)?.thumb).toBe('up')
  const rows = await look<{ detail: { thumb: string } }>(
    `select detail from journal where organization_id = $1 and event = 'assistant.rated' order by at, seq`,
    [organizationId],
  )
  expect(rows.map(({ detail }) => detail.thumb)).toEqual(['up', 'down', 'none', 'up'])
  const topics = await pat.say('tell me a joke about a horse')
  expect(topics.thumb).toBeNull()
  expect(await pat.rate(topics.id, 'up')).toMatchObject({ code: 'NOT_FOUND' })
})

test('nobody rates for somebody else: another patient, a visitor, staff, another organization', async () => {
  const pat = await atPortal()
  const answer = await pat.say('When do you open on Tuesdays?')
  const other = await atPortal()
  expect(await other.rate(answer.id, 'down')).toMatchObject({ code: 'NOT_FOUND' })
  const visitor = await aChat()
  expect(await visitor('widget.rate', { messageId: answer.id, thumb: 'down' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await visitor('myAnswer.rate', { messageId: answer.id, thumb: 'down' })).toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
  expect(await supervisor('myAnswer.rate', { messageId: answer.id, thumb: 'down' })).toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  const elsewhere = await anOrganization(product)
  const stranger = await aPatient(product, elsewhere)
  const asStranger = inbox.awake(await patientSignedIn(product, stranger, elsewhere.slug))
  expect(await asStranger('myAnswer.rate', { messageId: answer.id, thumb: 'down' })).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  expect((await pat.messages()).at(-1)?.thumb).toBe('none')
})

test('understanding-D75 what did not help is to be reviewed whatever the sample is; taken back it is not', async () => {
  const pat = await atPortal()
  const answer = await pat.say('When do you open on Wednesdays?')
  const [question] = await pat.messages()
  const reviewed = async () =>
    (await supervisor('oversight.toReview')).json.items.find(
      ({ messageId }: { messageId: string }) => messageId === question?.id,
    )
  await pat.rate(answer.id, 'down')
  expect(await reviewed()).toMatchObject({ because: 'thumbs-down', assistant: 'answer' })
  await pat.rate(answer.id, null)
  expect((await reviewed())?.because).not.toBe('thumbs-down')
  await pat.rate(answer.id, 'down')
  const verdict = { agrees: false, wrong: ['answer'], reason: 'Other hours on that day' }
  expect((await supervisor('oversight.review', { messageId: question?.id, verdict })).json).toEqual({ messageId: question?.id }) // prettier-ignore
  expect(await reviewed()).toBeUndefined()
})

test('understanding-D83 after ten minutes its question is among those that nobody could answer, once, without names; taken back before, it is not', async () => {
  const sent: { queue: string; id: string; startAfter: Date | undefined }[] = []
  const { send } = product.jobs
  product.jobs.send = async (_tx, queue, data, options) =>
    void sent.push({ queue, id: data.id, startAfter: options?.startAfter })
  const visitor = await aChat()
  const asked = await visitor('widget.send', { messageId: randomUUID(), text: 'My name is Maria Lopez, when are you open on holidays?', wantsPerson: false }) // prettier-ignore
  await turn(asked.json.conversationId)
  const answer = (await visitor('widget.messages', { after: 0 })).json.messages.at(-1)
  expect(answer.thumb).toBe('none')
  await visitor('widget.rate', { messageId: answer.id, thumb: 'down' })
  product.jobs.send = send
  expect(sent.filter(({ queue }) => queue === 'thumb-down')).toEqual([
    { queue: 'thumb-down', id: answer.id, startAfter: new Date(clock.now.getTime() + 600_000) },
  ])
  await visitor('widget.rate', { messageId: answer.id, thumb: null })
  await note(answer.id)
  expect(await unanswered()).toEqual([])
  await visitor('widget.rate', { messageId: answer.id, thumb: 'down' })
  await Promise.all([note(answer.id), note(answer.id)])
  await note(answer.id)
  const [noted, ...more] = await unanswered()
  expect(more).toEqual([])
  expect(noted).toMatchObject({ channel: 'widget', article_id: articleId })
  expect(noted?.wording).toContain('open on holidays')
  expect(noted?.wording).not.toContain('Lopez')
})

/** What is to be noted of hand-offs, as the jobs were sent. */
async function handOffsToNote(during: () => Promise<unknown>): Promise<{ id: string; startAfter: Date | undefined }[]> {
  const sent: { id: string; startAfter: Date | undefined }[] = []
  const { send } = product.jobs
  product.jobs.send = async (_tx, queue, data, options) => {
    if (queue === 'then-person') sent.push({ id: data.id, startAfter: options?.startAfter })
  }
  await during()
  product.jobs.send = send
  return sent
}

test('understanding-D83 who is answered and then asks for a person was not helped by the answer: its question is noted after ten minutes, once', async () => {
  const pat = await atPortal()
  await pat.say('When do you open on New Year, for John Miller?')
  const [job, ...more] = await handOffsToNote(() => pat.say('I want to talk to a person'))
  expect(more).toEqual([])
  expect(job?.startAfter).toEqual(new Date(clock.now.getTime() + 600_000))
  expect(await unanswered('then_person')).toEqual([])
  await Promise.all([noteHandOff(job!.id), noteHandOff(job!.id)])
  await noteHandOff(job!.id)
  const [noted, ...again] = await unanswered('then_person')
  expect(again).toEqual([])
  expect(noted).toMatchObject({ channel: 'portal-chat', article_id: articleId })
  expect(noted?.wording).toMatch(/open on/)
  expect(noted?.wording).not.toMatch(/Miller/)
})

test('understanding-D83 a person who was not wanted after all, an answer that helped, one of long ago and none at all are not noted', async () => {
  const before = (await unanswered('then_person')).length
  const person = 'I want to talk to a person'
  const takesBack = await atPortal()
  await takesBack.say('When do you open on Easter?')
  const [job] = await handOffsToNote(() => takesBack.say(person))
  await takesBack.say('never mind')
  await noteHandOff(job!.id)

  const helped = await atPortal()
  const answer = await helped.say('When do you open on Thursdays?')
  const [jobOfHelped] = await handOffsToNote(() => helped.say(person))
  await helped.rate(answer.id, 'up')
  await noteHandOff(jobOfHelped!.id)

  const longAgo = await atPortal()
  await longAgo.say('When do you open on Fridays?')
  clock.now = new Date(clock.now.getTime() + 31 * 60_000)
  expect(await handOffsToNote(() => longAgo.say(person))).toEqual([])

  const asksAtOnce = await atPortal()
  expect(await handOffsToNote(() => asksAtOnce.say(person))).toEqual([])
  expect(await unanswered('then_person')).toHaveLength(before)
})

test('understanding-D80 an earlier answer is marked as under review once its article has ended by its day, and no more when a new version is told', async () => {
  const [author, nurse] = [await aMember(product, here, 'agent'), await aMember(product, here, 'nurse')]
  const asAuthor = inbox.awake(await signedIn(product, author))
  const asNurse = inbox.awake(await signedIn(product, nurse))
  const publish = async (version: number, expiresOn: string) => {
    const texts = [{ language: 'en', title: 'Parking', body: 'You can park for free behind the house.', questions: ['Where can I park?', 'Is there parking?', 'Do I pay to park?'], isMachine: false }] // prettier-ignore
    const content = { kind: 'administrative', ownerId: author.staffId, audience: ['visitor', 'patient'], siteIds: [], sources: [{ title: 'Visit us', url: 'https://clinic.example/visit' }], expiresOn, waiverReason: null, texts } // prettier-ignore
    await asAuthor('article.save', { articleId: parking, version: version - 1, revision: version - 1, content })
    await asAuthor('article.submit', { articleId: parking, version, revision: 1 })
    await asNurse('article.approve', { articleId: parking, version, revision: 1 })
    expect(await supervisor('article.publish', { articleId: parking, version })).toMatchObject({ status: 200 })
  }
  const lastDay = new Date(clock.now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
  await publish(1, lastDay)
  const pat = await atPortal()
  expect((await pat.say('Where can I park?')).isUnderReview).toBe(false)
  clock.now = new Date(`${lastDay}T23:00:00Z`)
  expect((await pat.messages()).at(-1)?.isUnderReview).toBe(false)
  // The day is asked, not the job that comes round to it.
  clock.now = new Date(clock.now.getTime() + 2 * 3_600_000)
  expect((await pat.messages()).map(({ isUnderReview }) => isUnderReview)).toEqual([false, true])
  const visitor = await aChat()
  const asked = await visitor('widget.send', { messageId: randomUUID(), text: 'Where can I park?', wantsPerson: false })
  await turn(asked.json.conversationId)
  expect((await visitor('widget.messages', { after: 0 })).json.messages.at(-1).isUnderReview).toBe(true)
  await publish(2, new Date(clock.now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10))
  expect((await pat.messages()).at(-1)?.isUnderReview).toBe(false)
})
