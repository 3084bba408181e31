/** What a member of staff sets for himself. */
import { expect, test } from 'vitest'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

const product = await aProduct()
const clinic = await anOrganization(product)
const token = await signedIn(product, await aMember(product, clinic, 'nurse'))
const call = (procedure: string, input?: unknown) => product.call(procedure, input, { token })

test('desk-D15 ten seconds to take an answer back, from none to thirty; desk-D3 a number for when on call, as the world writes it', async () => {
  const { json: settings } = await call('staff.mySettings')
  expect(settings).toMatchObject({ undoSeconds: 10, onCallNumber: null })
  for (const undoSeconds of [0, 30]) {
    const saved = await call('staff.saveMySettings', { ...settings, undoSeconds, onCallNumber: '+15550100123' })
    expect(saved.status).toBe(200)
    expect((await call('staff.mySettings')).json).toMatchObject({ undoSeconds, onCallNumber: '+15550100123' })
  }
  const wrong = [{ undoSeconds: 31 }, { undoSeconds: -1 }, { onCallNumber: '555 0100' }, { onCallNumber: '' }]
  for (const one of wrong)
    expect(await call('staff.saveMySettings', { ...settings, ...one })).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
    })
  await call('staff.saveMySettings', settings)
  expect((await call('staff.mySettings')).json).toEqual(settings)
})

test('desk-D32 what is saved leaves the rest as it is now, not as a screen read it once', async () => {
  const before = { undoSeconds: 20, isAccepting: false, onDuty: false, languages: ['en'], onCallNumber: '+15550100123' }
  await call('staff.saveMySettings', before)
  // Ready for work again, said elsewhere.
  await product.look(`update staff_member set is_accepting = true where organization_id = $1 and role = 'nurse'`, [clinic.organizationId]) // prettier-ignore
  const now = { ...before, isAccepting: true, onDuty: true }
  expect((await call('staff.saveMySettings', { onDuty: true })).json).toEqual(now)
  expect((await call('staff.saveMySettings', { onCallNumber: null })).json).toEqual({ ...now, onCallNumber: null })
  expect((await call('staff.mySettings')).json).toEqual({ ...now, onCallNumber: null })
})
