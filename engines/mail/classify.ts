/**
 * What kind of sender wrote this: a person, or some machine, and which (desk D51). Decided before anything else.
 *
 * Automatic mail never gets automatic mail, never reopens a conversation and never starts a clock. It is still triaged: a
 * person may have written inside it.
 */
import { comparable, parseMailboxes } from './addresses.ts'
import { readDeliveryReport, readPlainReport, type DeliveryReport } from './delivery-status.ts'
import { firstHeader, headerValues, type HeaderField } from './header-reader.ts'
import type { MimePart } from './mime-structure.ts'
import { messageIdsOf } from './threading.ts'
import { tokenOfAddress } from './token.ts'

export type Classification = 'none' | 'auto_reply' | 'bounce' | 'list' | 'own_echo' | 'machine'

export type Classified = { classification: Classification; reason: string; report?: DeliveryReport }

export type OwnMail = {
  /** Our own mailboxes. */
  addresses: string[]
  /** Domains of our Message-IDs and answering addresses. */
  domains: string[]
}

export type MailFacts = { fields: HeaderField[]; root: MimePart; subject: string; senderAddress?: string }

/** Marks every automatic mail of ours; a mail that carries it twice went in a circle (desk D52). */
export const LOOP_HEADER = 'x-bedside-loop'

export function classify({ fields, root, subject, senderAddress }: MailFacts, own: OwnMail): Classified {
  const echo = echoReason(fields, senderAddress, own)
  if (echo) return { classification: 'own_echo', reason: echo }

  const report = readDeliveryReport(root)
  if (report) return { classification: 'bounce', reason: 'delivery_status', report }
  const reportType =
    root.type === 'multipart/report' ? root.typeParameters.get('report-type')?.toLowerCase() : undefined
  if (reportType === 'feedback-report') return { classification: 'machine', reason: 'feedback_report' }

  const plainReport = readPlainReport(fields, root, subject)
  if (plainReport) return { classification: 'bounce', reason: 'plain_report', report: plainReport }

  const reply = autoReplyReason(fields, subject)
  if (reply) return { classification: 'auto_reply', reason: reply }
  if (reportType === 'disposition-notification')
    return { classification: 'auto_reply', reason: 'disposition_notification' }

  const list = listReason(fields)
  if (list) return { classification: 'list', reason: list }
  const weak = weakAutomaticReason(fields)
  if (weak) return { classification: 'auto_reply', reason: weak }
  const machine = machineReason(fields, senderAddress)
  if (machine) return { classification: 'machine', reason: machine }
  return { classification: 'none', reason: 'no_mark' }
}

/** Our own mail that came back: our Message-ID form, or one of our mailboxes as sender. */
function echoReason(fields: HeaderField[], senderAddress: string | undefined, own: OwnMail): string | undefined {
  const ids = headerValues(fields, 'message-id').flatMap(messageIdsOf)
  if (ids.some((id) => tokenOfAddress(id, own.domains))) return 'own_message_id'
  if (senderAddress && own.addresses.some((address) => comparable(address) === comparable(senderAddress)))
    return 'own_address'
  return undefined
}

/** Marks that an answering program sets on its answers. */
function autoReplyReason(fields: HeaderField[], subject: string): string | undefined {
  const submitted = word(firstHeader(fields, 'auto-submitted'))
  if (submitted === 'auto-replied') return 'auto_submitted'
  for (const name of [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-autoreply-from',
    'x-autoreply-domain',
    'x-mail-autoreply',
    'x-vacation',
    'x-amavis-autoreply',
    'x-ezmlm-autoreply',
  ]) {
    const value = word(firstHeader(fields, name))
    if (value !== undefined && value !== 'no' && value !== 'false') return 'autoreply_header'
  }
  const precedence = word(firstHeader(fields, 'precedence')) ?? word(firstHeader(fields, 'x-precedence'))
  if (precedence === 'auto_reply' || precedence === 'auto-reply' || precedence === 'autoreply') return 'precedence'
  if (/^(?:true|yes|1)$/.test(word(firstHeader(fields, 'x-ms-exchange-inbox-rules-loop')) ?? '')) return 'inbox_rule'
  if (/vacation|out ?of ?office|autorespon|auto-?repl/i.test(firstHeader(fields, 'x-mailer') ?? ''))
    return 'answering_program'
  if (/^(?:vacation|autoreply|auto-reply|oof)$/.test(word(firstHeader(fields, 'x-auto-reply')) ?? ''))
    return 'autoreply_header'
  if (outOfOfficeSubject.test(subject.trim()) && !isAnswerOfSomebody(fields, subject)) return 'out_of_office_subject'
  return undefined
}

/** Who answers an absence notice writes below its subject: "Re: Automatic reply: ..." in reply to it. And a program may say that it is none. */
const isAnswerOfSomebody = (fields: HeaderField[], subject: string): boolean =>
  word(firstHeader(fields, 'auto-submitted')) === 'no' ||
  (/^\s*(?:re|aw|sv|antw)\s*:/i.test(subject) && (firstHeader(fields, 'in-reply-to') ?? '').trim() !== '')

/** Forms in which mail programs announce an absence. Only at the start, or as a bracketed mark: a person may mention an office. */
const outOfOfficeSubject =
  /^(?:(?:re|aw|sv|antw|fwd?)\s*:\s*)?(?:\[?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|respond(?:er)?)|autoreply|out of (?:the )?office(?: (?:auto)?reply)?|ooo|away from (?:the |my )?office|vacation (?:reply|response|message|notice)|automatische antwort|automatisch antwoord|abwesenheits(?:notiz|assistent|meldung|benachrichtigung)|abwesend|r[ée]ponse automatique|absence du bureau|absent du bureau|respuesta autom[áa]tica|fuera de (?:la )?oficina|resposta autom[áa]tica|ausente do escrit[óo]rio|risposta automatica|fuori sede|fuori ufficio|afwezig(?:heid)?|autosvar|automatiskt? svar|frånvaro|automaattinen vastaus|poissaolo|automatyczna odpowied[źz]|odpowied[źz] automatyczna|automatick[áa] odpov[eě][dď]|автоответ|автоматический ответ|нет на месте|自動返信|自动回复|自動回覆|자동 ?회신|부재중|trả lời tự động|رد تلقائي|otomatik yan[ıi]t|automatikus válasz)\]?)(?:\s*[:：\-–—!.(\]]|\s*$|\s+(?:re|from|für|for|von|de)\b)/iu

function listReason(fields: HeaderField[]): string | undefined {
  for (const name of [
    'list-id',
    'list-post',
    'list-unsubscribe',
    'list-help',
    'x-mailing-list',
    'x-beenthere',
    'x-mailman-version',
    'mailing-list',
  ])
    if ((firstHeader(fields, name) ?? '').trim() !== '') return name.replaceAll('-', '_')
  if (word(firstHeader(fields, 'precedence')) === 'list') return 'precedence_list'
  return undefined
}

/** Marks that lists and machines use as well; so they count only after the list marks. */
function weakAutomaticReason(fields: HeaderField[]): string | undefined {
  const submitted = word(firstHeader(fields, 'auto-submitted'))
  if (submitted !== undefined && submitted !== 'no' && submitted !== 'auto-notified') return 'auto_submitted'
  const suppress = firstHeader(fields, 'x-auto-response-suppress')?.toLowerCase()
  // "RN, NRN, DR" only asks not to be told about reading and delivery: people's programs write that.
  if (suppress !== undefined && /\b(?:all|oof|autoreply)\b/.test(suppress)) return 'auto_response_suppress'
  const precedence = word(firstHeader(fields, 'precedence')) ?? word(firstHeader(fields, 'x-precedence'))
  if (precedence === 'bulk' || precedence === 'junk') return `precedence_${precedence}`
  return undefined
}

export const isNoReply = (local: string): boolean =>
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|bounces?|notifications?[-_.]?no[-_.]?reply)(?:[+\-_.].*)?$/.test(
    local,
  )

/** A form on a website sends for the person whose address it names as the one to answer. */
export function answersGoToSomebody(fields: HeaderField[], local: string): boolean {
  if (/daemon|bounce/.test(local)) return false
  const [answer] = headerValues(fields, 'reply-to').flatMap((value) => parseMailboxes(value))
  const name = answer?.address.slice(0, answer.address.lastIndexOf('@')).toLowerCase()
  return (
    name !== undefined &&
    name !== '' &&
    !isNoReply(name) &&
    !/^(?:support|help|info|service|contact|team|sales|billing|admin|office|hello|notifications?)$/.test(name)
  )
}

function machineReason(fields: HeaderField[], senderAddress: string | undefined): string | undefined {
  if (word(firstHeader(fields, 'auto-submitted')) === 'auto-notified') return 'auto_notified'
  const local = senderAddress?.slice(0, senderAddress.lastIndexOf('@')).toLowerCase()
  if (local && isNoReply(local) && !answersGoToSomebody(fields, local)) return 'no_reply_address'
  if (
    (firstHeader(fields, 'feedback-id') ?? '').trim() !== '' &&
    (firstHeader(fields, 'list-unsubscribe-post') ?? '') !== ''
  )
    return 'bulk_sender'
  return undefined
}

const word = (raw: string | undefined): string | undefined =>
  raw === undefined ? undefined : /^\s*([^\s;(,]+)/.exec(raw)?.[1]?.toLowerCase()
