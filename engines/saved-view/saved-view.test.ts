/** What may be saved as a view, and what is refused at its field (desk-D11). */
import { expect, test } from 'vitest'
import { faultOfView, ME, NONE, type SavedViewContent, type ViewCondition, type ViewGroup } from './saved-view.ts'

const named = { queueIds: ['service'], siteIds: ['main'], staffIds: ['ada'] }
const is = (field: ViewCondition['field'], ...values: string[]): ViewCondition => ({ field, when: 'now', operator: 'is', values }) // prettier-ignore
const all = (...of: ViewGroup['of']): ViewGroup => ({ match: 'all', of })
const aView = (over: Partial<SavedViewContent> = {}): SavedViewContent => ({
  name: 'Spanish bills',
  when: all(is('language', 'es')),
  order: 'newest',
  sharing: { with: 'owner' },
  ...over,
})
const when = (...of: ViewGroup['of']) => ({ when: all(...of) })

test.each<[string, Partial<SavedViewContent>, string, string]>([
  ['no name', { name: ' ' }, 'name', 'EMPTY'],
  ['a long name', { name: 'x'.repeat(61) }, 'name', 'TOO_LONG'],
  ['a field of rules alone', when(is('open-hours' as 'tag', 'yes')), 'when.of.0.field', 'NOT_A_FIELD'],
  ['an operator of another field', when(is('state', 'open'), { ...is('tag', 'vip'), operator: 'at-least' }), 'when.of.1.operator', 'NOT_AN_OPERATOR'],
  ['the past', when({ ...is('state', 'open'), when: 'before' }), 'when.of.0.when', 'NOT_BEFORE'],
  ['a stranger', when(is('assignee', ME, 'eve')), 'when.of.0.values', 'NOT_A_VALUE'],
  ['a queue of others', when(is('queue', 'theirs')), 'when.of.0.values', 'NOT_A_VALUE'],
  ['me as a queue', when(is('queue', ME)), 'when.of.0.values', 'NOT_A_VALUE'],
  ['no hours', when({ ...is('unanswered', '0'), operator: 'at-least' }), 'when.of.0.values', 'OUT_OF_RANGE'],
  ['four deep', when(all(all(all(is('tag', 'a'))))), 'when.of.0.of.0.of.0', 'TOO_DEEP'],
  ['21 conditions', when(...Array.from({ length: 21 }, () => is('tag', 'a'))), 'when', 'TOO_MANY'],
  ['a team that is none', { sharing: { with: 'queue', queueId: 'theirs' } }, 'sharing.queueId', 'NOT_KNOWN'],
  ['a site that is none', { sharing: { with: 'site', siteId: 'theirs' } }, 'sharing.siteId', 'NOT_KNOWN'],
])('%s', (_name, over, field, reason) => expect(faultOfView(aView(over), named)).toEqual({ field, reason })) // prettier-ignore

test('what is right is taken: three deep, oneself and nobody, hours, and no condition at all', () => {
  const deep = when(
    all(all(is('assignee', ME, NONE, 'ada'), is('queue', NONE, 'service'))),
    { ...is('due-in', '8760'), operator: 'less-than' },
    { ...is('urgency', 'asap'), operator: 'at-least' },
  )
  expect(faultOfView(aView({ ...deep, sharing: { with: 'site', siteId: 'main' } }), named)).toBeUndefined()
  expect(faultOfView(aView({ when: all(), sharing: { with: 'organization' } }), named)).toBeUndefined()
})
