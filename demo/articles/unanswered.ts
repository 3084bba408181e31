/** What people asked in the last weeks and no article answers, as it is kept: without names. */
type Line = {
  wording: string
  language: 'en' | 'es' | 'vi'
  channel: 'portal-chat' | 'widget' | 'email' | 'sms'
  outcome?: 'unknown' | 'thumbs_down' | 'then_person'
  state?: 'open' | 'not_ours'
  daysAgo: readonly number[]
}

export const UNANSWERED: readonly Line[] = [
  { wording: 'Do you rent out crutches?', language: 'en', channel: 'widget', daysAgo: [50, 41, 33, 20, 12, 9, 4, 2] },
  { wording: 'can i rent crutches for a week', language: 'en', channel: 'sms', daysAgo: [17, 3] },
  { wording: '¿Alquilan muletas?', language: 'es', channel: 'widget', daysAgo: [22, 6] },
  {
    wording: 'Do you have a class for people with diabetes?',
    language: 'en',
    channel: 'portal-chat',
    daysAgo: [28, 19, 10, 5, 1],
  },
  { wording: 'is there a diabetes class in the evening', language: 'en', channel: 'email', daysAgo: [8] },
  { wording: 'Can I donate blood at Harbor Street?', language: 'en', channel: 'widget', daysAgo: [15] },
  { wording: '¿Dan clases de parto?', language: 'es', channel: 'sms', daysAgo: [13, 7] },
  { wording: 'Where can I charge my scooter?', language: 'en', channel: 'widget', daysAgo: [30, 2] },
  {
    wording: 'Can you test the water from our tap?',
    language: 'en',
    channel: 'email',
    state: 'not_ours',
    daysAgo: [44],
  },
  {
    wording: 'Can I get my mole frozen off at a Saturday visit?',
    language: 'en',
    channel: 'portal-chat',
    outcome: 'then_person',
    daysAgo: [11],
  },
  {
    wording: 'How long do I keep the bandage on after my stitches?',
    language: 'en',
    channel: 'portal-chat',
    outcome: 'thumbs_down',
    daysAgo: [9, 3],
  },
]
