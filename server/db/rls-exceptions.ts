/**
 * What is not held by row security, each with its reason. A change here needs a second reader: a table in this list can be read for
 * any organization, so nothing in it may say who is a patient. server/db/catalogue.test.ts names every table that is neither
 * protected nor listed, and every entry without its table.
 */

/** Tables that are asked before any organization is known, or that belong to an account of several organizations. */
export const RLS_EXCEPTIONS: Readonly<Record<string, string>> = {
  'auth.organization_door':
    'It leads from an address to the organization, before anybody is known; it holds the slug, the id, and whether work is given out by itself.',
  'auth.mailbox_door':
    'It leads from a receiving mail address of ours to its mailbox, before the organization is known; no address of a patient is in it.',
  'auth.account':
    'One sign-in may belong to several organizations; for a patient it holds an id and no address, so it tells nobody who is a patient.',
  'auth.membership':
    'It says where a member of staff may choose to work; whether the role is live says staff_member, under row security.',
  'auth.recovery_code': 'Hashes of an account, which may belong to several organizations.',
  'auth.passkey': 'Public keys of an account, which may belong to several organizations.',
  'auth.passkey_challenge': 'A random number for a sign-in that has no account yet; it is deleted when used.',
  'auth.guess': 'Counts of wrong tries under a keyed hash; a guesser does not keep to one organization.',
  'auth.password_reset':
    'It is asked for before any account is known, known and unknown e-mails alike, and only an account of staff ever gets a link.',
  'auth.rate_count':
    'Counts under a keyed hash, merged once a second for all organizations in one statement; nobody can be named from it.',
  'auth.setup_link': 'It makes the first organization, so there is none that it could belong to.',
}

/** Schemas that others made and keep, whole. */
export const SCHEMA_EXCEPTIONS: Readonly<Record<string, string>> = {
  jobs: 'The tables of pg-boss. A job carries the ids of an organization and of a row; its handler opens a transaction of that organization.',
  migration: "The migrator's own book-keeping, which bedside_app may only read, to say how far the database is.",
}

/** Tables whose column `labels` is not a label of their rows, so that no policy compares it with the reader's. */
export const LABEL_EXCEPTIONS: Readonly<Record<string, string>> = {
  staff_member: 'The labels that this person may read, given by an administrator; not a label of the row.',
}

/**
 * Tables that name a conversation or a message and are read without its labels: none holds words of a patient, or what was made of them
 * (decision 0140).
 */
export const WORDLESS_TABLES: Readonly<Record<string, string>> = {
  alert_call: 'Whom a call about a red flag rang, and how it ended: a number of ours, codes and instants.',
  assistant_answer: 'Which article answered a message, and whether it helped: ids and a code.',
  assistant_effect: 'What was done for a request of a patient: a code and ids.',
  assistant_session: 'How far the assistant has answered: numbers and marks.',
  bulk_change_item: 'What became of one conversation in a bulk change: codes and versions.',
  call: 'A telephone number, times and codes. What was said is a message; a voicemail has a policy of its own.',
  call_event: 'Codes, and keys that were pressed.',
  consent:
    'Codes of what was agreed to; the message that proves it by its id, shown only to whom it is open. The gate asks it whatever the labels are.',
  conversation_move: 'Ids, codes and instants that undo needs.',
  conversation_privacy: 'Who alone reads it on the patient’s side: ids.',
  conversation_seen: 'How far somebody has read.',
  delivery: 'Address, state and codes of a message that goes out. The outbox must hand over whatever its labels are.',
  delivery_step: 'States of a delivery, with a code.',
  front_desk_turn:
    'A queue number and codes. Who stands there is called by whoever serves, and who it is stands in the conversation.',
  hand_off: 'That the assistant brought it to people, by a code and ids.',
  hand_over: 'Who gives what to whom at the end of a shift: ids.',
  identity_check:
    'How sure we are of a sender: a level, a method and the address. It is asked for each message that comes.',
  identity_tries: 'A count of wrong codes.',
  inbox_entry:
    'Keys and digests of what was taken in. It makes a message once, so it must be found whatever its labels are.',
  journal: 'Ids and codes, never words. Who saw what must be complete for whoever audits it.',
  mention: 'Who was called to which note: ids.',
  moved_message: 'Places of messages that were moved.',
  number_stop:
    'A number that asked for no texts. It holds for everybody who shares the number, so no label may hide it.',
  party: 'Who takes part, by name and address. A mail is recognised by it before anybody knows a conversation.',
  reminder_step:
    'When a visit is told, to which number, and what became of it: codes, instants and ids. What is told stands in the message.',
  report_mark:
    'Codes and instants that reports count; what narrows them by reader stands in report_course and report_sum.',
  routing_offer: 'Ids and instants.',
  routing_snapshot: 'Ids, codes and numbers of a decision who gets it.',
  rule_cause: 'Codes of what happened. Rules answer whatever the labels are.',
  rule_run: 'The conditions of a rule that held, as its author wrote them, and codes of what was done.',
  rule_simulation_hit: 'Codes of what a rule would have done.',
  rule_webhook_call: 'State and tries of a telling, which holds ids only.',
  set_aside:
    'What no channel understood is of no conversation; where it was sent in anew, its original is not read any more.',
  verification_code:
    'A hash, and by whom it was asked for: an address and a birth date that are compared, and shown to nobody.',
  visit_question: 'Which visit a CANCEL may have meant: ids and instants, and a number.',
  visit_room_seat:
    'Which browser was in a visit room, and whose: ids, instants and whether camera and microphone were on.',
  visit_room_signal:
    'What browsers tell each other to find a way: network addresses and formats of sound and picture, for a minute.',
  work_span: 'In whose hands a conversation was: ids and instants.',
}

/** Functions that run with the rights of their owner. Each needs a fixed search path, and a reason that a second reader accepted. */
export const DEFINER_EXCEPTIONS: Readonly<Record<string, string>> = {}
