import type { Family } from '../protocol.ts'

export const mind: Family = {
  id: 'mind',
  title: 'Mood, worry and sleep',
  concepts: [
    {
      id: 'mental',
      name: 'Low mood or worry',
      kind: 'symptom',
      en: `depress* / anxiety / anxious / panic attack / panic attacks / can't sleep / insomnia / stressed / feeling down / postpartum depression / hearing voices / manic / withdrawal`,
      es: `depre* / deprimid* / ansiedad / ansios* / ataque de panico / no puedo dormir / insomnio / estres* / oigo voces / tristeza / muy triste / abstinencia`,
    },
  ],
  rules: [
    { id: 'common-06', outcome: 'soon', when: 'mental', says: 'Low mood, worry or sleeplessness', advice: 'nurse', source: 'nhs-988' },
  ], // prettier-ignore
}
