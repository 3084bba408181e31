/**
 * Every expected "no" of the product: code, HTTP status, and what to do next (the words are in the catalogues, `refusal.<CODE>`).
 * docs/reference/errors.md is written from this list; a test compares them.
 */
export const REFUSALS = {
  NOT_SIGNED_IN: { status: 401, message: 'Sign in first.' },
  SECOND_FACTOR_NEEDED: { status: 401, message: 'Finish signing in with your second factor.' },
  STEP_UP_NEEDED: { status: 403, message: 'Confirm that it is you, then try again.' },
  WRONG_CREDENTIALS: { status: 401, message: 'That did not match. Check it and try again.' },
  WRONG_CODE: { status: 422, message: 'That code did not match. Check it, or ask for a new one.' },
  NOT_ALLOWED: { status: 403, message: 'Your role may not do this. Ask a supervisor.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here that you can open.' },
  INVALID_INPUT: { status: 422, message: 'Something in the form needs a change.' },
  TOO_LARGE: { status: 413, message: 'This is too large. Send less, or send it in parts.' },
  SLOW_DOWN: { status: 429, message: 'That was a lot at once. Wait a moment and try again.' },
  CALENDAR_NEVER_OPEN: { status: 422, message: 'These hours never open within a year. Add a time that is open.' },
  IN_THE_PAST: { status: 422, message: 'That time is over. Choose a later one.' },
  TIME_DOES_NOT_EXIST: {
    status: 422,
    message: 'The clocks go forward then: that time does not exist. Choose another.',
  },
  TIME_IS_AMBIGUOUS: { status: 422, message: 'The clocks go back then: that time comes twice. Say which one.' },
  PATIENT_BUSY: { status: 409, message: 'This person has another visit at that time.' },
  STATE_NOT_ALLOWED: { status: 409, message: 'This cannot be done in the present state. Reload and look again.' },
  CONVERSATION_MOVED: { status: 409, message: 'Something new was written. Read it, then send again.' },
  CHANGED_MEANWHILE: { status: 409, message: 'Someone else changed this meanwhile. Compare and choose.' },
  IDENTITY_TOO_LOW: { status: 403, message: 'We do not know for sure who is writing. Check who it is first.' },
  NO_CONSENT: { status: 409, message: 'The person has not agreed to this on this channel.' },
  STOPPED: { status: 409, message: 'The person asked us to stop here. Call, or use the portal or mail.' },
  RESTRICTED: { status: 409, message: 'The person asked us not to use this channel.' },
  QUIET_HOURS: { status: 409, message: 'It is night for this person. The message waits until morning.' },
  BUDGET_SPENT: { status: 409, message: 'This person got enough automatic messages for now.' },
  CONTENT_REFUSED: {
    status: 409,
    message: 'An unasked text may have 160 characters and no word of money.',
  },
  WRONG_PERSON: { status: 409, message: 'This address belongs to somebody else. Choose another.' },
  CONTACT_POINT_UNUSABLE: { status: 409, message: 'This address does not work now. Choose another way.' },
  CONTACT_POINT_TOO_NEW: { status: 409, message: 'This contact was changed less than 7 days ago. Use another one.' },
  CONTACT_CHANGED_TODAY: {
    status: 409,
    message: 'Another contact was changed in the last 24 hours. Change this one tomorrow.',
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    message: 'We cannot record this look at the record, so it stays closed. Try again soon.',
  },
  UNAVAILABLE: { status: 503, message: 'This does not work right now. Nothing was lost. Try again in a minute.' },
  TEXT_EXPIRED: { status: 409, message: 'This text is past its review date. Choose another or write your own.' },
  DISCLOSURE_STOPPED: {
    status: 409,
    message: 'This says who somebody is. Take it out, or say why it may be sent.',
  },
  VARIABLE_MISSING: { status: 422, message: 'A part of this text could not be filled in. Fill it in by hand.' },
  DIFFERENT_PATIENTS: { status: 409, message: 'These belong to different patients and stay apart.' },
  NOT_A_READER: { status: 422, message: 'That person may not read this. Choose another, or share it differently.' },
  FILE_REFUSED: { status: 422, message: 'We cannot take this file. Send a picture, a PDF or a text file.' },
  SCAN_PENDING: { status: 409, message: 'This file is still being checked. Try again soon.' },
  OPEN_SAFETY_QUESTION: { status: 409, message: 'A red flag is open here. Accept it first.' },
  DELIVERY_UNKNOWN: { status: 409, message: 'We do not know if the last message arrived. Check it first.' },
  ALREADY_ACCEPTED: { status: 409, message: 'A colleague has this already.' },
  LINK_USED: { status: 410, message: 'This link was used or is too old. Ask for a new one.' },
  OUTBOUND_OFF: { status: 409, message: 'Sending is switched off for this organization.' },
  RULE_NOT_SIMULATED: {
    status: 409,
    message: 'This version was not tried yet. Simulate it first, then let it go live.',
  },
  INTERNAL: { status: 500, message: 'Something went wrong on our side. Quote the code if you call us.' },
} as const satisfies Record<string, { status: number; message: string }>

export type Refusal = keyof typeof REFUSALS
