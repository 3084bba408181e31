/** The demonstration clinic's number for text messages, at the simulated carrier, and the first texts that came to it. */
import { createHash, randomBytes } from 'node:crypto'
import { SPOKEN } from '#engines/ivr/languages.ts'
import { addNumber, changeCarrier, numberToSendFrom, type OwnNumber } from '#server/channels/sms/own-number.ts'
import { receiveSms, type SmsDeps } from '#server/channels/sms/receive-sms.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { withAnotherTry } from './demonstration-again.ts'
import { SIMULATED_API } from './carrier-simulator.ts'

const NUMBER = '+16175550110'

export type PhoneOwner = { name: string; number: string; language: string }

/** Made at the first start; at each later one it speaks to the address of this process. */
export async function openDemoNumber(
  { db, keys, now, publicUrl }: Services,
  organizationId: string,
): Promise<{ number: OwnNumber; people: PhoneOwner[] } | undefined> {
  const apiUrl = `${publicUrl}${SIMULATED_API}`
  return db.transaction(systemContext(organizationId, newId(), 'demonstration'), async (tx) => {
    const known = await numberToSendFrom(tx, keys, null)
    const secret = randomBytes(24).toString('hex')
    const carrier = { carrierAccount: `AC${organizationId.replaceAll('-', '')}`, apiUrl }
    if (!known) await addNumber(tx, keys, { ...carrier, name: 'Text messages', address: NUMBER, secret }, now())
    else if (known.address === NUMBER && known.apiUrl !== apiUrl)
      await changeCarrier(tx, keys, known.accountId, { ...known, apiUrl }, now())
    const number = await numberToSendFrom(tx, keys, null)
    // An administrator may have opened a real number in its place: then nothing is simulated.
    if (!number || number.address !== NUMBER) return undefined
    return { number, people: await tx.run<PhoneOwner>(PEOPLE, [organizationId, SPOKEN]) }
  })
}

/** The telephones of whoever is on call, as they are now. */
export const phonesOnCall = ({ db }: Services, organizationId: string): Promise<PhoneOwner[]> =>
  db.transaction(systemContext(organizationId, newId(), 'demonstration'), (tx) =>
    tx.run<PhoneOwner>(ON_CALL, [organizationId]),
  )

const ON_CALL = sqlText`
  select given || ' ' || family as name, on_call_number as number, 'en' as language from staff_member
   where organization_id = $1 and state = 'active' and on_call_number is not null and 'on_call' = any (duties) order by family, given limit 50`

/** Before now, in minutes; who writes, by language or unknown; and what. */
const FIRST: readonly (readonly [minutes: number, from: 'en' | 'es' | 'stranger', text: string])[] = [
  [95, 'en', 'Hi, can I move my visit on Thursday to next week?'],
  [88, 'es', 'Buenos días, ¿a qué hora abre el laboratorio el sábado?'],
  [81, 'stranger', 'Hello, do you take new patients? My son is 4 years old.'],
  [74, 'es', 'También quisiera saber si tengo que ir en ayunas.'],
]

export async function receiveFirstTexts(
  deps: SmsDeps,
  number: OwnNumber,
  people: readonly PhoneOwner[],
): Promise<void> {
  const start = deps.services.now().getTime()
  for (const [minutes, from, text] of FIRST) {
    const at = new Date(start - minutes * 60_000)
    const sender = people.find(({ language }) => language === from)?.number ?? '+16175550198'
    const sid = `SM${createHash('sha256').update(`${sender} ${text}`).digest('hex').slice(0, 32)}`
    const form = { MessageSid: sid, From: sender, To: number.address, Body: text, NumMedia: '0' }
    const then = { ...deps, services: { ...deps.services, now: () => at } }
    await withAnotherTry(() => receiveSms(then, number, Object.entries(form)))
  }
}

// Such as own their number alone; the list of a telephone page, not of a clinic.
const PEOPLE = sqlText`
  select p.given || ' ' || p.family as name, c.value as number, p.language
    from contact_point c join patient p on p.organization_id = $1 and p.id = c.patient_id
   where c.organization_id = $1 and c.system = 'sms' and c.state = 'active' and p.is_active and p.language = any ($2)
     and not exists (select from contact_point o where o.organization_id = $1 and o.value = c.value and o.id <> c.id)
   order by p.language, p.family, p.given limit 200`
