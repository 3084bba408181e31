/**
 * Words of violence, death, fear or despair. The second listening is a model over words: of a case that is told whole, with what is absent, it makes
 * danger of "always happens to her when travelling"; without one of these words it is not asked there (decision 0238). Pure.
 */
import type { ReadText } from '#engines/triage/read-findings.ts'

export const tellsOfHarm = ({ text }: ReadText): boolean => text.tokens.some((token) => HARMS.test(token.text))
const HARMS = /^(kill|die|dead|death|suicid|hit|hits|hitting|beat|punch|kick|slap|shov|chok|strangl|rape|raping|abus|threat|gun|knife|hang|jump|harm|scared|afraid|fear|terrif|alone|hopeless|worthless|guilt|depress|cry|cries|crying|weep|tear|mat[aoe]r|mori|muer|golpe|pega|viol|amenaz|miedo|dano|llor|trist|culpa)/ // prettier-ignore
