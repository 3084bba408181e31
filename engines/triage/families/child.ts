import type { Family } from '../protocol.ts'

export const child: Family = {
  id: 'child',
  title: 'Babies and children',
  concepts: [
    {
      id: 'baby-limp',
      name: 'Limp, floppy or not reacting child',
      kind: 'red_flag',
      en: `(floppy|limp|lifeless|flaccid|rag doll|ragdoll) / <mychild> ..6 (limp|floppy|won't wake|not waking|won't wake up|unresponsive|lethargic|not responding|hard to wake|very sleepy|so sleepy|too sleepy|not moving) / (baby|newborn|infant|child|toddler) ..5 (limp|floppy|won't wake|lethargic|hard to wake|not responding|very sleepy|too sleepy) / too sleepy to (eat|feed|nurse|drink) / (won't|wont|not|doesn't) ..1 (make eye contact|react|respond to me) / high pitched cry / (weak|strange) cry / inconsolable / won't stop crying for hours / (soft spot|fontanelle) ..4 (bulging|sunken|swollen|bulges) / bulging (soft spot|fontanelle) / sunken (soft spot|eyes)`,
      es: `(flacid*|aguadit*|desguanzad*|flojit*|como trapo|guang*) / <mychild> ..6 (no despierta|flacid*|aguad*|flojit*|no reacciona|no responde|muy dormid*|letargic*|desguanzad*|decaid*|no se mueve|adormilad*|aletargad*) / (bebe|nino|nina) ..5 (no despierta|no reacciona|flacid*|letargic*|aletargad*|muy dormid*|muy decaid*|adormilad*) / llanto (agudo|raro|debil) / no para de llorar (por)? horas / llora sin consuelo / inconsolable / mollera (hundida|hinchada|abultada|saltada|caida) / ojos hundidos / no hace contacto / muy dormido para comer / fontanela (hundida|abultada)`,
    },
    {
      id: 'baby-not-feeding',
      name: 'Baby does not feed or pee',
      kind: 'red_flag',
      en: `(baby|newborn|infant|son|daughter|he|she|child|toddler|kid|little one) ..5 (won't|wont|not|isn't|stopped|refuses to|refusing to|refusing|hasn't|can't) ..1 (eat|eating|feed|feeding|nurse|nursing|drink|drinking|latch|take a bottle|take the bottle|taking bottles|fluids) / (no|not a|few|fewer|dry) (wet)? (diaper|diapers|nappy|nappies) / (no|hasn't|not|haven't) ..2 (wet diaper|wet diapers|peed|pee|urinated|tears) ..4 (hours|today|all day|since)? / (crying|cries) (without|with no) tears / no tears / dry mouth and / no wet diapers / hasn't peed / not peeing / diaper (is|has been) dry / refuses all fluids / dehydrated`,
      es: `(bebe|nino|nina|hijo|hija|recien nacido|nene|nena) ..5 (no (quiere|toma|come|bebe|mama|agarra|puede) ..2 (comer|tomar|mamar|pecho|leche|beber|biberon|nada|agua|tetero)?|rechaza ..2 (pecho|leche|biberon|comida)) / no (quiere|agarra|acepta) ..1 (pecho|biberon|leche|mamar|tetero|mamila) / (no ha mojado|sin mojar|no moja|seco el) ..2 (panal|panales) / panales? secos? / no ha (orinado|hecho pipi|mojado|hecho pis) / (llora|llorando) sin lagrimas / sin lagrimas / no hace pipi / boca seca / panal seco / deshidratad* / no ha tomado nada`,
    },
    {
      id: 'teething',
      name: 'Teething',
      kind: 'mild',
      en: `teething / diaper rash / colicky / spit up a little / cradle cap`,
      es: `le estan saliendo los dientes / rozadura (de panal)? / costra lactea`,
    },
  ],
  rules: [
    { id: 'child-01', outcome: 'emergency', when: 'baby-limp', says: 'A limp or unreactive child', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-02', outcome: 'emergency', when: 'baby-not-feeding + age-under-3-months|fever|vomiting|diarrhea|weak-said|sleepy', says: 'A baby that does not feed or pee, with another sign', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-03', outcome: 'urgent', when: 'baby-not-feeding', says: 'A child that does not feed, drink or pee', advice: 'child', source: 'nhs-dehydration', ask: ['fever-awake'] },
    { id: 'child-04', outcome: 'urgent', when: 'vomiting|cough|rash|diarrhea + age-under-3-months', says: 'An ill young baby', advice: 'child', source: 'nhs-ill-child' },
    { id: 'cold-06', outcome: 'self_care', when: 'teething', says: 'Small baby complaints', advice: 'child', source: 'nhs-common' },
  ], // prettier-ignore
}
