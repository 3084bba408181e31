import type { Family } from '../protocol.ts'

export const diabetes: Family = {
  id: 'diabetes',
  title: 'Diabetes',
  concepts: [
    {
      id: 'low-sugar-symptoms',
      name: 'Low sugar with symptoms',
      kind: 'red_flag',
      en: `(low|dropped|dropping|crashed|crashing) (blood)? sugar / sugar ..3 (low|dropped|crashed|reads lo) / hypoglycemi* / shaky / shaking and sweating / meter (says|reads) lo`,
      es: `azucar ..2 (baja|bajo|bajisima) / bajon de azucar / hipogluc* / se me bajo el azucar / se le bajo el azucar / temblor* y sudor*`,
    },
    {
      id: 'ketones',
      name: 'Ketones or very high sugar',
      kind: 'red_flag',
      en: `ketone / ketones / dka / ketoacidosis / fruity breath / meter (says|reads) (hi|high) / (glucometer|sugar) reads hi / breath smells (fruity|like nail polish)`,
      es: `cetona* / cetoacidosis / aliento (a)? (fruta|frutas|acetona|afrutado) / glucometro ..2 (hi|alto) / marca hi`,
    },
    {
      id: 'sugar-not-corrected',
      name: 'Sugar does not come up',
      kind: 'symptom',
      en: `sugar ..3 (won't|not|isn't) ..1 (come|coming|go|going) up / still low after (juice|sugar|glucose)`,
      es: `no (me|le)? sube el azucar / azucar no sube / sigue bajo despues`,
    },
  ],
  rules: [
    { id: 'diabetes-01', outcome: 'emergency', when: 'ketones', says: 'Ketones or a meter that reads HI', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-02', outcome: 'emergency', when: 'low-sugar-symptoms + confusion|unconscious|sugar-not-corrected|seizure|fainting', says: 'Low sugar with a danger sign', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-03', outcome: 'urgent', when: 'low-sugar-symptoms', says: 'Low sugar', advice: 'diabetes', source: 'cdc-low-sugar' },
  ], // prettier-ignore
}
