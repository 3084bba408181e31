import { describe, expect, test } from 'vitest'
import { crisisConcepts } from '#engines/crisis/concepts.ts'
import { reasonLine, understand } from '#engines/understanding/understand.ts'
import { families } from './families/index.ts'
import { foreignNames } from './foreign-lists.ts'
import { spanishWordings } from './spanish-wordings.ts'
import { adultLimits, childBands, commonLimits, limitsFor } from './vital-signs.ts'
import { findSpanish, wordedAs } from './wording.ts'

const limits = [...adultLimits, ...commonLimits, ...childBands.flatMap(({ untilMonths }) => limitsFor(untilMonths - 1))]
const wordings = [
  ...families.map(({ title }) => title),
  ...families.flatMap(({ concepts }) => concepts.map(({ name }) => name)),
  ...families.flatMap(({ rules }) => rules.map(({ says }) => says)),
  ...limits.map(({ says }) => says),
  ...Object.values(foreignNames),
  ...crisisConcepts.map(({ name }) => name),
]

describe('understanding-D31 staff read why in their language', () => {
  test('every family, concept, rule and limit has both wordings', () => {
    expect(wordings.filter((wording) => findSpanish(wording) === undefined)).toEqual([])
  })

  test('a Spanish wording is no English one, and none is left of a wording that went', () => {
    const alike = ['Diabetes', 'Nausea', 'Placenta', 'Vertigo']
    const same = Object.entries(spanishWordings).filter(([english, spanish]) => english === spanish)
    expect(same.map(([english]) => english).filter((english) => !alike.includes(english))).toEqual([])
    const known = new Set(wordings.flatMap((wording) => [wording, wording.replace(/\b\d+/g, '#')]))
    const beside = 'Breaths a minute, Oxygen, Upper blood pressure, Lower blood pressure, Pulse, Temperature, Sugar, Awareness, Extra oxygen, Not fully awake, NEWS2 total #, Chest or stroke signs that went away, An overdose long ago, Words of danger, Reads like an emergency' // prettier-ignore
    expect(Object.keys(spanishWordings).filter((english) => !known.has(english))).toEqual(beside.split(', '))
  })

  test.each([
    ['I have crushing chest pain and my left arm is numb', 'Emergencia: "'],
    ['I want to die and I have the pills in front of me', 'Emergencia: "'],
    ['my son says he wants to kill himself', 'Urgente, hoy: "'],
    ['When are you open tomorrow?', 'No trata de síntomas: no se encontró síntoma ni peligro'],
    ['sore throat since two days', ''],
    ['My oxygen is 89 and I feel odd', 'Emergencia: '],
    ['my baby is 2 months old and has a fever of 101.5', 'Emergencia: '],
    ['não consigo respirar', 'Emergencia: '],
    ['I feel weird all over today and something is wrong', ''],
  ])('%s', (text, begins) => {
    const { triage, crisis } = understand({ text }, { signed: true })
    const { en, es } = reasonLine({ triage, crisis })
    expect(es.startsWith(begins), es).toBe(true)
    // Nothing of ours is left in English: what the rule says, and what would settle it, are told as the protocol words them.
    for (const { says: wording } of triage.rules_fired.slice(0, 1)) expect(es).not.toContain(`: ${wording};`)
    expect(es).not.toMatch(/still open|not sure|\(rule |a nurse should/)
    // The patient's own words, the id of the rule and its source stand in both.
    const quotes = (line: string) => line.match(/"[^"]*"/g) ?? []
    expect(quotes(es)).toEqual(quotes(en))
    for (const { id, source } of triage.rules_fired.slice(0, 1)) if (es.includes('regla')) expect(es).toContain(`regla ${id}: ${wordedAs(triage.rules_fired[0]!.says).es}; ${source.publisher}`) // prettier-ignore
  })

  test('what is still open is named, not told by its code', () => {
    const { triage } = understand({ text: 'I feel short of breath when I walk' }, { signed: true })
    const { en, es } = reasonLine({ triage, crisis: understand({ text: 'hello' }).crisis })
    expect(triage.questions.length).toBeGreaterThan(0)
    expect(en).toContain('still open: Cannot get enough air')
    expect(es).toContain('falta saber: No le entra suficiente aire')
  })

  test('readings, lists of another language and dangers keep what is beside them', () => {
    expect(wordedAs('Pulse 131 or faster (140 /min)').es).toBe('Pulso de 131 o más (140 /min)')
    expect(wordedAs('Breathing 50 a minute or faster at this age (62 /min)').es).toBe(
      'Respira 50 veces por minuto o más a esta edad (62 /min)',
    )
    expect(wordedAs('NEWS2 total 7').es).toBe('Total NEWS2 de 7')
    expect(wordedAs('Cannot breathe (pt, list not reviewed)').es).toBe('No puede respirar (pt, lista sin revisar)')
    expect(wordedAs('Danger (self_harm, suicide_plan): immediate').es).toBe(
      'Peligro (daño a sí mismo, plan de suicidio): inmediato',
    )
  })
})
