/** The command `npm run route`: a stream in, a stream out, and a bad line stops nothing. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('desk-D30 one answer a line, in order, bad lines among them', () => {
  const good = (id: string) =>
    JSON.stringify({
      id,
      now: '2026-03-02T17:00:00Z',
      conversation: { kind: 'live-chat', language: 'es' },
      agents: [
        { id: 'ada', languages: ['en'] },
        { id: 'eva', languages: ['en', 'es'], nativeLanguage: 'es' },
      ],
    })
  const input = [good('first'), '{not json', '', '{"id":"x","conversation":5}', good('last')].join('\n')
  const { status, stdout } = spawnSync(process.execPath, ['tools/route.ts'], { input, encoding: 'utf8' })
  expect(status).toBe(0)
  const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) // prettier-ignore
  expect(answers.map(({ id }) => id)).toEqual(['first', null, 'x', 'last'])
  expect(answers[0]).toMatchObject({
    ranked: [{ agent: 'eva' }],
    excluded: [{ agent: 'ada', reason: { code: 'language' } }],
  })
  expect(answers[1]).toMatchObject({ error: { code: 'NOT_JSON' } })
  expect(answers[2]).toMatchObject({ error: { code: 'BAD_FIELD' } })
  expect({ ...answers[3], id: '' }).toEqual({ ...answers[0], id: '' })
})
