/**
 * Emergency numbers and help lines, as data (understanding-D38). A telephone number stands nowhere else in the
 * product but here and in a site's own settings.
 *
 * Each line says when it was verified and when it must be again. An overdue one is still shown, and an administrator
 * is told (`overdueResources`).
 */
export type ResourceKind = 'emergency' | 'suicide' | 'veterans' | 'poison' | 'partner_abuse' | 'child_abuse' | 'elder_abuse' | 'sexual_assault' // prettier-ignore

export type CrisisResource = {
  kind: ResourceKind
  country: string
  /** Who answers in this language; null: any. */
  language: string | null
  channel: 'call' | 'text' | 'chat' | 'videophone'
  value: string
  /** Shown beside the number, by language. */
  words: { en: string; es: string }
  verified_on: string
  verify_by: string
}

const VERIFIED_ON = '2026-11-24'
/** At most twelve months on. */
const VERIFY_BY = '2027-11-24'

const line = (
  country: string,
  kind: ResourceKind,
  channel: CrisisResource['channel'],
  value: string,
  en: string,
  es: string,
  language: string | null = null,
): CrisisResource => ({
  kind,
  country,
  language,
  channel,
  value,
  words: { en, es },
  verified_on: VERIFIED_ON,
  verify_by: VERIFY_BY,
})

export const crisisResources: CrisisResource[] = [
  line(
    'US',
    'suicide',
    'call',
    '988',
    '988 Lifeline: call, free, day and night',
    'Línea 988: llame gratis, día y noche',
    'en',
  ),
  line('US', 'suicide', 'text', '988', '988 Lifeline: text', 'Línea 988: mensaje de texto', 'en'),
  line('US', 'suicide', 'chat', 'https://988lifeline.org/chat/', '988 Lifeline: chat', 'Línea 988: chat', 'en'),
  line(
    'US',
    'suicide',
    'videophone',
    '988',
    '988 Lifeline: videophone for deaf callers',
    'Línea 988: videoteléfono para personas sordas',
    'ase',
  ),
  line(
    'US',
    'suicide',
    'call',
    '988,2',
    '988 Lifeline in Spanish: call and press 2',
    'Línea 988 en español: llame y oprima 2',
    'es',
  ),
  line(
    'US',
    'suicide',
    'text',
    '988 AYUDA',
    '988 Lifeline in Spanish: text AYUDA',
    'Línea 988 en español: envíe AYUDA por texto',
    'es',
  ),
  line('US', 'veterans', 'call', '988,1', 'Veterans: call 988 and press 1', 'Veteranos: llame al 988 y oprima 1'),
  line('US', 'veterans', 'text', '838255', 'Veterans: text', 'Veteranos: mensaje de texto'),
  line('US', 'poison', 'call', '1-800-222-1222', 'Poison Help', 'Ayuda en casos de envenenamiento'),
  line(
    'US',
    'partner_abuse',
    'call',
    '1-800-799-7233',
    'Domestic Violence Hotline',
    'Línea contra la violencia doméstica',
  ),
  line('US', 'child_abuse', 'call', '1-800-422-4453', 'Child Abuse Hotline', 'Línea contra el maltrato infantil'),
  line('US', 'sexual_assault', 'call', '1-800-656-4673', 'Sexual Assault Hotline', 'Línea contra la agresión sexual'),
  line('CA', 'suicide', 'call', '988', '988 Helpline: call or text', 'Línea 988: llame o envíe un texto'),
  line('GB', 'suicide', 'call', '116 123', 'Samaritans', 'Samaritans'),
  line('IE', 'suicide', 'call', '116 123', 'Samaritans', 'Samaritans'),
]

/**
 * The number for an ambulance. A country that is not here gets no number at all: the patient is asked to call the
 * local one. Checked on the same day as the lines above.
 */
export const emergencyNumberByCountry: Record<string, string> = {
  US: '911', PR: '911', GU: '911', VI: '911', CA: '911', MX: '911', AR: '911', PA: '911', CR: '911', DO: '911', EC: '911', HN: '911', NI: '911', SV: '911', UY: '911', PY: '911', PH: '911', BZ: '911', FJ: '911', JO: '911',
  GB: '999', IE: '112', HK: '999', SG: '995', MY: '999', KE: '999', BD: '999', BW: '997', SA: '997', AE: '998', QA: '999', BH: '999',
  AT: '112', BE: '112', BG: '112', HR: '112', CY: '112', CZ: '112', DK: '112', EE: '112', FI: '112', FR: '112', DE: '112', GR: '112', HU: '112', IS: '112', IT: '112', LV: '112', LI: '112', LT: '112', LU: '112', MT: '112', NL: '112', NO: '113', PL: '112', PT: '112', RO: '112', SK: '112', SI: '112', ES: '112', SE: '112', CH: '144', TR: '112', UA: '103', RU: '103', GE: '112', AM: '112', KZ: '103', RS: '194',
  AU: '000', NZ: '111', IN: '112', CN: '120', JP: '119', KR: '119', TW: '119', VN: '115', TH: '1669', ID: '112', IR: '115', IL: '101', EG: '123', MA: '150', TN: '190', LB: '140', NG: '112', ZA: '112', GH: '112', HT: '116', BR: '192', CL: '131', CO: '123', PE: '106', VE: '911', BO: '118', CU: '104', JM: '110', PK: '1122', NP: '102', LK: '1990',
} // prettier-ignore

/** Lines past their date: an administrator verifies them; they are shown meanwhile. */
export const overdueResources = (today: string): CrisisResource[] =>
  crisisResources.filter(({ verify_by }) => verify_by < today)
