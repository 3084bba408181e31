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
