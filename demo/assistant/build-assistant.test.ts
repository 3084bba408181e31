/** The month of the assistant as the product shows it: loaded into a database, counted by the overview, and the same each time. */
import { expect, test } from 'vitest'
import { conversationsOfFigure } from '#server/modules/assistant/index.ts'
import { readOverview } from '#server/modules/assistant/overview.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { buildDemo, DEMO_PATIENTS } from '../build-demo.ts'
import { loadDemo } from '../load-demo.ts'
import { noRows } from '../rows.ts'

const NOW = new Date('2026-03-12T16:00:00Z')
const BUILT_MAX_MS = 60_000
const { database, look } = await testDatabase()

test(
  'understanding section 4: a new demonstration has an overview of the assistant with every figure, and each opens its conversations',
  async () => {
    const { organizationId } = await loadDemo({ db: database, now: NOW, patients: DEMO_PATIENTS + 5 })
    const overview = await database.transaction(systemContext(organizationId, newId(), 'test'), (tx) =>
      readOverview(tx, { from: '2026-02-10', to: '2026-03-12' }, NOW),
    )
    if (!overview.ok) throw new Error(overview.refusal)
    const counts = Object.fromEntries(overview.value.counts.map(({ measure, count }) => [measure, count]))
    // No language model is connected to a demonstration.
    expect(Object.keys(counts).filter((measure) => counts[measure] === 0)).toEqual([
      'corrected-language',
      'llm',
      'llm-failed',
    ])
    expect(counts.contained).toBeGreaterThan(20)
    expect(counts['handed-off']).toBeGreaterThan(15)
    expect(overview.value.handOffSeconds?.median).toBeGreaterThan(60)
    expect(overview.value.weeks.length).toBeGreaterThan(2)
    const figure = conversationsOfFigure({ name: 'assistant', measure: 'contained', ...overview.value.period }, NOW)
    expect(figure.ok).toBe(true)

    const [kept] = await look<Record<string, number>>(
      `select (select count(*)::int from assistant_answer where thumb = 'up') as up,
              (select count(*)::int from assistant_answer where thumb = 'down') as down,
              (select count(*)::int from hand_off where state = 'withdrawn') as back,
              (select count(*)::int from assistant_task where state = 'handed_off') as requests,
              (select count(*)::int from safety_question where answer = 'no') as asked,
              (select count(*)::int from unanswered_question where outcome = 'then_person' and article_id is not null) as then_person,
              (select count(*)::int from message where flags @> '{assistant}' and author_kind = 'system') as said`,
    )
    expect(Object.entries(kept ?? {}).filter(([, count]) => count < 1)).toEqual([])
    // What an article answered is cited with its page and day.
    const answers = await look<{ text: string }>(
      `select m.text from assistant_answer a join message m on m.id = a.message_id where m.language = 'en'`,
    )
    expect(answers.filter(({ text }) => !/From our page “.+”\. Our team checked it on \w+ \d+, \d{4}\. https:/.test(text))).toEqual([]) // prettier-ignore
    expect(await look('select from journal where event = $1 limit 1', ['assistant.decided'])).toHaveLength(1)
    // What a copied patient wrote, the patient asked for.
    const wrote = await look(
      `select distinct j.purpose, j.identity_level as level from journal j join conversation c on c.id = j.conversation_id
        where c.tags @> '{copy}' and j.event = 'message.received'`,
    )
    expect(wrote).toEqual([{ purpose: 'PATRQT', level: 'verified' }])
  },
  BUILT_MAX_MS,
)

test('the demonstration is the same each time it is made', () => {
  const tables = ['assistant_session', 'assistant_answer', 'assistant_slot', 'hand_off', 'safety_question', 'decision_review'] as const // prettier-ignore
  const made = () => {
    const { rows } = buildDemo({ now: NOW })
    return tables.map((table) => rows[table])
  }
  const first = made()
  expect(first.every((rows) => rows.length > 0)).toBe(true)
  expect(made()).toEqual(first)
  expect(Object.keys(noRows())).toEqual(expect.arrayContaining([...tables]))
}, 60_000)
