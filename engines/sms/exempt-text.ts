/**
 * What may stand in an automatic text message that nobody waits for and nobody agreed to (desk-D36). Pure.
 *
 * Source: the exemption for health care calls and texts, 47 CFR 64.1200(a)(9)(iv): 160 characters or less, no marketing, and nothing of
 * accounts, bills, debts or other money. English and Spanish, the languages in which such texts are written here.
 */
export const EXEMPT_SMS_MAX = 160

const MONEY =
  /[$€£]|\b(?:bills?|billing|billed|invoices?|statements?|balance|past due|amount due|pay|pays|paid|payments?|payable|owe[ds]?|debts?|collections?|charges?|charged|fees?|co-?pays?|deductibles?|discounts?|offers?|sales?|price[sd]?|refunds?|credit|facturas?|saldo|pag(?:ar|ue|o|os)|deben?|debe usted|adeud[ao]s?|deudas?|cobr(?:o|os|ar|anza)|cargos?|tarifas?|copagos?|descuentos?|ofertas?|precios?|reembolsos?)\b/iu

export type ExemptFault = 'too-long' | 'money'

export const faultOfExemptText = (text: string): ExemptFault | null =>
  text.length > EXEMPT_SMS_MAX ? 'too-long' : MONEY.test(text.normalize('NFC')) ? 'money' : null

/** The organization's name is cut before a text of software becomes longer than one that nobody waits for may be (desk-D36). */
export function fitting(organization: string, write: (name: string) => string): string {
  const whole = write(organization)
  const left = organization.length - (whole.length - EXEMPT_SMS_MAX) - CUT.length
  return whole.length <= EXEMPT_SMS_MAX ? whole : write(`${organization.slice(0, Math.max(0, left)).trimEnd()}${CUT}`)
}

/** Of the plain alphabet of text messages: an ellipsis would make two texts of one. */
const CUT = '...'
