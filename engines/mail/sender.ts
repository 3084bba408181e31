/**
 * Who wrote this mail, and may that be believed enough to look for a person? (desk D50)
 *
 * Exactly one plain From address is usable. Anything else gives an answering address, a flag, and never more than identity
 * `none`. No header gives more than `matched`: verification is elsewhere.
 */
import { comparable, parseMailboxes, type Mailbox } from './addresses.ts'
import { answersGoToSomebody, isNoReply } from './classify.ts'
import { firstHeader, headerValues, type HeaderField } from './header-reader.ts'

export type SenderFlag =
  | 'from_missing'
  | 'from_unreadable'
  | 'two_from_headers'
  | 'several_from_addresses'
  | 'address_in_name'
  | 'address_in_encoded_word'
  | 'quoted_local_part'
  | 'address_literal'
  | 'group'
  | 'dmarc_failed'
  | 'look_alike_characters'
  | 'invisible_characters'
  | 'reply_to_differs'
  | 'from_no_reply'

export type Sender = {
  /** Where an answer goes. */
  address?: string
  name: string
  /** May be looked up among contact points (identity `matched`). False: identity `none`. */
  usable: boolean
  flags: SenderFlag[]
  /** A Reply-To that differs from From: shown, and followed only by an agent's choice. */
  replyTo?: string
}

export type SenderTrust = {
  /** Names under which receivers we trust write Authentication-Results. Others' results are not read. */
  authenticators: string[]
}

/** These flags are shown but do not take away `matched`. */
const harmless = new Set<SenderFlag>(['reply_to_differs'])

export function decideSender(
  fields: HeaderField[],
  trust: SenderTrust = { authenticators: [] },
  charset?: string,
  isOurs: (address: string) => boolean = () => false,
): Sender {
  const flags = new Set<SenderFlag>()
  const fromFields = headerValues(fields, 'from')
  const froms = fromFields.flatMap((raw) => parseMailboxes(raw, charset))
  const readable = froms.filter((mailbox) => mailbox.address !== '')
  const distinct = new Set(readable.map((mailbox) => comparable(mailbox.address)))
  const replyTos = parseMailboxes(firstHeader(fields, 'reply-to'), charset).filter(({ address }) => address !== '')
  const replyTo = replyTos.find(({ address }) => !isOurs(address))

  if (fromFields.length > 1) flags.add('two_from_headers')
  if (fromFields.every((raw) => raw.trim() === '')) flags.add('from_missing')
  else if (readable.length === 0) flags.add('from_unreadable')
  if (distinct.size > 1) flags.add('several_from_addresses')

  const from = distinct.size === 1 && fromFields.length === 1 ? readable[0] : undefined
  const shown = from ?? answeringMailbox(fields, replyTo, charset) ?? readable[0]
  const name = (from ?? readable[0] ?? froms[0] ?? shown)?.name ?? ''
  if (!shown) return { name: visible(name), usable: false, flags: [...flags] }

  for (const flag of from ? flagsOf(from) : []) flags.add(flag)
  if (dmarcFailed(fields, trust)) flags.add('dmarc_failed')
  const isElsewhere = from && replyTo && comparable(replyTo.address) !== comparable(from.address)
  if (isElsewhere && flags.size === 0 && replyTos.length === 1 && isOfForm(fields, from)) return named(replyTo)
  if (isElsewhere) flags.add('reply_to_differs')
  const doubts = [...flags].filter((flag) => !harmless.has(flag))
  return {
    address: shown.address,
    name: visible(from ? name : shown.name || name),
    usable: from !== undefined && doubts.length === 0,
    flags: [...flags],
    ...(flags.has('reply_to_differs') ? { replyTo: replyTo!.address } : {}),
  }
}

const localOf = ({ address }: Mailbox): string => address.slice(0, address.lastIndexOf('@')).toLowerCase()

/** A form on a website writes from an address that nobody reads, for the person whom Reply-To names. */
const isOfForm = (fields: HeaderField[], from: Mailbox): boolean =>
  isNoReply(localOf(from)) && answersGoToSomebody(fields, localOf(from))

/** Answers go to whoever filled the form in; the form proves nothing of them. */
const named = (replyTo: Mailbox): Sender => ({
  address: replyTo.address,
  name: visible(replyTo.name),
  usable: false,
  flags: ['from_no_reply', ...flagsOf(replyTo)],
})

/** Where an answer can go if From can not be used: Reply-To, then Sender, then Return-Path. */
function answeringMailbox(fields: HeaderField[], replyTo: Mailbox | undefined, charset?: string): Mailbox | undefined {
  if (replyTo) return replyTo
  for (const name of ['sender', 'return-path']) {
    const found = parseMailboxes(firstHeader(fields, name), charset).find((mailbox) => mailbox.address !== '')
    if (found) return found
  }
  return undefined
}

function flagsOf(from: Mailbox): SenderFlag[] {
  const flags: SenderFlag[] = from.flags.filter((flag) => flag !== 'not_an_address')
  const addressInName = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(from.name.slice(0, 1_000))?.[0]
  if (addressInName && comparable(addressInName) !== comparable(from.address)) flags.push('address_in_name')
  if (invisibleCharacter.test(from.name) || invisibleCharacter.test(from.address)) flags.push('invisible_characters')
  if (mixesScripts(from.address) || from.name.split(/\s+/).some(mixesScripts)) flags.push('look_alike_characters')
  return flags
}

/** Bidi marks, zero-width characters and other format characters (a joiner inside Arabic or Indic names is allowed). */
const invisibleCharacter = /(?![\u200c\u200d])\p{Cf}/u
const visible = (name: string): string => name.replace(/(?![\u200c\u200d])\p{Cf}/gu, '').trim()

/** Latin beside Cyrillic or Greek letters in one word is how look-alike names are made. */
function mixesScripts(word: string): boolean {
  const label = word.replace(/\p{Script=Common}/gu, '')
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Armenian}/u,
    /\p{Script=Cherokee}/u,
  ]
  return scripts.filter((script) => script.test(label)).length > 1
}

/** Only the results written by a receiver we trust count; a sender can write this field too. */
function dmarcFailed(fields: HeaderField[], trust: SenderTrust): boolean {
  if (trust.authenticators.length === 0) return false
  return headerValues(fields, 'authentication-results').some((raw) => {
    const [authenticator = ''] = raw.trim().split(/[\s;]/)
    return trust.authenticators.includes(authenticator.toLowerCase()) && /\bdmarc\s*=\s*fail\b/i.test(raw)
  })
}
