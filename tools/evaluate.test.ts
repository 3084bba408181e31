/** The committed figures are kept (understanding-D54): no safety figure falls, no other by more than half a point. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { evaluateCrisis } from './evaluate/evaluate-crisis.ts'
import { evaluateEmotion } from './evaluate/evaluate-emotion.ts'
import { evaluateIntent } from './evaluate/evaluate-intent.ts'
import { evaluateTriage } from './evaluate/evaluate-triage.ts'
import { areaUnder } from './evaluate/measure.ts'
import { fallen, intervalOf, kept, nameOf } from './evaluate/table.ts'
import type { KeptMeasure } from './evaluate/table.ts'
import { intentRows, isHeldOutPhrase } from './train/train-intent.ts'
import { ownEmotionRows } from './train/train-emotion.ts'
import { PERMITTED } from './train/model-folder.ts'

const committed = JSON.parse(readFileSync(new URL('../evaluation.json', import.meta.url), 'utf8')) as KeptMeasure[]

/** What needs no development data, or little time where it is there. */
const now = kept([...evaluateTriage(), ...evaluateCrisis(), ...evaluateIntent(), ...evaluateEmotion()])

test('understanding-D54 no figure fell below the committed ones', () => {
  expect(fallen(committed, now)).toEqual([])
})

test('understanding-D54 each figure that is measured here is committed', () => {
  const names = new Set(committed.map(nameOf))
  expect(now.map(nameOf).filter((name) => !names.has(name))).toEqual([])
  expect(committed.filter(({ safety }) => safety).length).toBeGreaterThanOrEqual(8)
})

test.each(['en', 'es', 'of women', 'of men', 'under 18', '18 to 64', '65 and over'])(
  'understanding-D54 by language, sex and age group it is told how many others are sent to emergency, beside what is found: %s',
  (group) => {
    const [found, sent] = ['emergencies found', 'others sent to emergency (least is best)'].map((metric) =>
      now.find((one) => one.engine === 'triage' && one.set === `own lines, ${group}` && one.metric === metric),
    )
    // So few lines would be no figure.
    expect(Math.min(found?.n ?? 0, sent?.n ?? 0)).toBeGreaterThanOrEqual(30)
    expect(sent).toMatchObject({
      lessIsBetter: true,
      ours: expect.toSatisfy((share: number) => share >= 0 && share < 0.2),
    })
  },
)

const figure = (ours: number, over: Partial<KeptMeasure> = {}): KeptMeasure => ({ engine: 'intent', set: 'lines', metric: 'recall', n: 100, ours, target: null, ...over }) // prettier-ignore

test.each([
  ['a safety figure may not fall at all', figure(1, { safety: true }), figure(0.999, { safety: true }), 1],
  ['another may fall by half a point', figure(0.9), figure(0.895), 0],
  ['but not by more', figure(0.9), figure(0.894), 1],
  ['what rises is no fall', figure(0.9), figure(0.95), 0],
  ['where less is better, a rise is the fall', figure(0.02, { lessIsBetter: true }), figure(0.05, { lessIsBetter: true }), 1], // prettier-ignore
  ['a new figure has nothing to fall from', figure(0.9, { set: 'other lines' }), figure(0.1), 0],
])('understanding-D54 %s', (_, before, after, falls) => {
  expect(fallen([before], [after])).toHaveLength(falls)
})

test('understanding-D54 the interval of a share holds it and narrows with the lines', () => {
  const [low, high] = intervalOf(1, 100)
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.963', '1.000'])
  expect(intervalOf(1, 1000)[0]).toBeGreaterThan(low)
})

test('understanding-D54 the area under the curve is the share of pairs in the right order', () => {
  expect(areaUnder([3, 4], [1, 2])).toBe(1)
  expect(areaUnder([1, 2], [3, 4])).toBe(0)
  expect(areaUnder([1, 1], [1, 1])).toBe(0.5)
})

test('understanding-D53 there are enough phrases of our own, a fifth of the families held out', () => {
  const intents = intentRows()
  const emotions = ownEmotionRows()
  expect(intents.length).toBeGreaterThanOrEqual(4000)
  expect(new Set(intents.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(5)
  expect(emotions.length).toBeGreaterThanOrEqual(1500)
  const share = intents.filter(isHeldOutPhrase).length / intents.length
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.25)
})

test('understanding-D52 the weights name only sources that may enter them', () => {
  for (const engine of ['intent', 'emotion', 'language', 'text', 'triage', 'crisis']) {
    const manifest = JSON.parse(
      readFileSync(new URL(`../engines/${engine}/model/manifest.json`, import.meta.url), 'utf8'),
    ) as { sources: { name: string }[] }
    expect(manifest.sources.length).toBeGreaterThan(0)
    expect(manifest.sources.map(({ name }) => name).filter((name) => !(name in PERMITTED))).toEqual([])
  }
})
