/** The demonstration clinic's number also takes calls, at the simulated carrier; and the first calls that came to it. */
import { createHash } from 'node:crypto'
import { SPOKEN } from '#engines/ivr/languages.ts'
import type { OwnNumber } from '#server/channels/sms/own-number.ts'
import { addLine, changeLine, lineById, linesOf, type OwnLine } from '#server/channels/voice/own-line.ts'
import { takeCall } from '#server/channels/voice/receive-call.ts'
import { takeTranscript } from '#server/channels/voice/take-voicemail.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { withAnotherTry } from './demonstration-again.ts'
import type { PhoneOwner } from './demonstration-texts.ts'

/** Made at the first start; at each later one it speaks to the address of this process. Nobody can pick up, so no desk number, until somebody sits down there. */
export async function openDemoLine({ db, keys, now }: Services, number: OwnNumber): Promise<OwnLine | undefined> {
  return db.transaction(systemContext(number.organizationId, newId(), 'demonstration'), async (tx) => {
    const { address, carrierAccount, secret, apiUrl } = number
    const carrier = { carrierAccount, secret, apiUrl }
    const desk = { deskNumber: null, callsAtOnce: 1, isTranscribed: true, languages: SPOKEN }
    const find = async () => (await linesOf(tx, now())).find((one) => one.address === address)
    if (!(await find())) await addLine(tx, keys, { ...carrier, ...desk, name: 'Telephone', address }, now())
    const known = await find()
    if (known && known.apiUrl !== apiUrl) await changeLine(tx, keys, known.id, { carrier }, now())
    return known && lineById(tx, keys, known.id)
  })
}

type FirstCall = { minutes: number; from: 'en' | 'es' | 'stranger'; keys: readonly string[]; says?: string }

/** A call-back that is due, one in Spanish, and a voicemail with what was understood of it. */
const FIRST: readonly FirstCall[] = [
  { minutes: 52, from: 'es', keys: ['2', '1', '1'] },
  {
    minutes: 37,
    from: 'stranger',
    keys: ['1', '2', '2', '1'],
    says: 'Hello, my son has had an earache since yesterday. Can somebody call me about a visit today?',
  },
  { minutes: 18, from: 'en', keys: ['1', '3', '1'] },
]

export async function receiveFirstCalls(
  services: Services,
  line: OwnLine,
  people: readonly PhoneOwner[],
): Promise<void> {
  const start = services.now().getTime()
  const nobodyThere = { ...line, deskNumber: null }
  for (const { minutes, from, keys, says } of FIRST) {
    const at = new Date(start - minutes * 60_000)
    const then = { ...services, now: () => at }
    const sid = createHash('sha256').update(`${line.accountId} ${minutes}`).digest('hex').slice(0, 32)
    const caller = people.findLast(({ language }) => language === from)?.number ?? '+16175550197'
    const form = { CallSid: `CA${sid}`, From: caller, To: line.address, CallStatus: 'in-progress' }
    const take = (over: Record<string, string>, turn: number) =>
      withAnotherTry(() => takeCall(then, nobodyThere, Object.entries({ ...form, ...over }), { turn, isSilent: false }))
    let turn = (await take({}, 0))?.turn ?? 0
    const tell = async (over: Record<string, string>) => {
      const next = await take(over, turn)
      turn = next?.turn ?? turn
    }
    for (const key of keys) await tell({ Digits: key })
    if (!says) continue
    const recorded = {
      RecordingSid: `RE${sid}`,
      RecordingUrl: `${line.apiUrl}/recordings/RE${sid}`,
      RecordingDuration: '4',
    }
    await tell(recorded)
    await withAnotherTry(() =>
      takeTranscript(then, line, Object.entries({ ...form, ...recorded, TranscriptionText: says })),
    )
  }
}
