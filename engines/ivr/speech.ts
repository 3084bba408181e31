/** What a caller said, as far as the call goes by it: a person, once more, a matter, or danger (desk-D61). */
import type { IntentName } from '#engines/intent/intent-names.ts'
import { conversationUrgency, understand } from '#engines/understanding/understand.ts'
import type { Heard, Topic } from './call-flow.ts'

/** Whole utterances, without accents and punctuation; of a Vietnamese đ the bare d. */
const PERSON =
  /^(a |una |talk to a |speak to a |with a |hablar con una |real |quiero una |toi muon |xin |cho toi |noi chuyen voi |gap |mot )*(person|persona|human|agent|operator|representative|operador|operadora|agente|nguoi|nguoi that|nhan vien|tong dai vien)( please| por favor)?$/
const REPEAT =
  /^(repeat|repeat that|again|repita|repetir|otra vez|(xin )?(nghe|noi|nhac|lap) lai( di| lan nua)?)( please| por favor)?$/

const TOPIC_OF: Partial<Record<IntentName, Topic>> = {
  book_appointment: 'appointment',
  reschedule_appointment: 'appointment',
  cancel_appointment: 'appointment',
  bill_question: 'billing',
  pay_bill: 'billing',
  financial_help: 'billing',
  insurance_question: 'billing',
  prior_authorization: 'billing',
  symptom_report: 'clinical',
  refill_prescription: 'clinical',
  medication_question: 'clinical',
  test_results: 'clinical',
  mental_health_support: 'clinical',
}

export type HeardWords = Heard & { kind: 'words' }

/** A failing engine asks nothing of the call; the message is stored and read by a person all the same. */
export function hearWords(text: string): HeardWords {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (PERSON.test(bare)) return { kind: 'words', asks: 'person', redFlag: null }
  if (REPEAT.test(bare)) return { kind: 'words', asks: 'repeat', redFlag: null }
  try {
    const said = understand({ text }, { identifiers: false })
    const redFlag = conversationUrgency(said) === 'stat' ? { kinds: [...said.crisis.kinds] } : null
    const [intent] = said.intents
    // Whatever else is said beside it (D14).
    if (said.intents.some(({ name }) => name === 'speak_to_human')) return { kind: 'words', asks: 'person', redFlag }
    return { kind: 'words', asks: (intent && TOPIC_OF[intent.name]) ?? null, redFlag }
  } catch {
    return { kind: 'words', asks: null, redFlag: null }
  }
}
