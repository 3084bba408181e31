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

/** Functions that run with the rights of their owner. Each needs a fixed search path, and a reason that a second reader accepted. */
export const DEFINER_EXCEPTIONS: Readonly<Record<string, string>> = {}
