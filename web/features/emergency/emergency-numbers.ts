/**
 * Whom to call when waiting is not safe, by country. Facts, no words: the words are in the catalogues.
 *
 * Sources: USA.gov (911), SAMHSA (988, also by text); Government of Canada (911, 9-8-8); gov.uk (999), Samaritans (116 123);
 * Gobierno de México (911, Línea de la Vida 800 911 2000); European Commission (112).
 */
export type EmergencyNumbers = { emergency: string; crisis: { number: string; takesTexts: boolean } | null }

const numbers: Record<string, EmergencyNumbers> = {
  US: { emergency: '911', crisis: { number: '988', takesTexts: true } },
  PR: { emergency: '911', crisis: { number: '988', takesTexts: true } },
  CA: { emergency: '911', crisis: { number: '988', takesTexts: true } },
  MX: { emergency: '911', crisis: { number: '800 911 2000', takesTexts: false } },
  GB: { emergency: '999', crisis: { number: '116 123', takesTexts: false } },
  AU: { emergency: '000', crisis: { number: '13 11 14', takesTexts: false } },
  NZ: { emergency: '111', crisis: { number: '1737', takesTexts: true } },
  JP: { emergency: '119', crisis: null },
}

/** 112 works in the European Union and on mobile phones in most other countries. */
const ELSEWHERE: EmergencyNumbers = { emergency: '112', crisis: null }

export const emergencyNumbersOf = (country: string): EmergencyNumbers => numbers[country] ?? ELSEWHERE

/** The address a press of the number opens; letters and blanks of a written number are left out. */
export const callLink = (number: string): string => `tel:${number.replace(/[^\d+*#]/g, '')}`
export const textLink = (number: string): string => `sms:${number.replace(/[^\d+]/g, '')}`
