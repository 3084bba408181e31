import type { Family } from '../protocol.ts'

export const urine: Family = {
  id: 'urine',
  title: 'Passing urine',
  concepts: [
    {
      id: 'urine',
      name: 'Urinary complaint',
      kind: 'symptom',
      en: `uti / (burns|burning|hurts|pain|painful|stings) ..4 (pee|urinate|urination|peeing|urinating) / bladder infection / (blood|bloody) ..2 (urine|pee) / <pee> ..3 (blood|burning|burns|cloudy|frequent) / peeing (a lot|often|every) / urinary / kidney stone / kidney stones`,
      es: `(ardor|arde|dolor|duele) ..4 <pee> / infeccion (urinaria|de orina|de las vias urinarias) / <pee> ..3 sangre / sangre en la orina / orino (mucho|seguido) / piedras en el riñon / calculos renales / mal de orin`,
    },
    {
      id: 'cannot-pee',
      name: 'Cannot pass urine',
      kind: 'symptom',
      en: `<cant> (pee|urinate|pass urine) / no urine`,
      es: `no (puedo|puede) (orinar|hacer pipi) / no orina`,
    },
  ],
  rules: [
    { id: 'urine-01', outcome: 'urgent', when: 'urine + fever|pregnant|back-pain|vomiting|age-child|age-65-plus', says: 'Urinary complaint with a warning sign', advice: 'urine', source: 'nhs-uti' },
    { id: 'urine-02', outcome: 'soon', when: 'urine', says: 'Urinary complaint', advice: 'urine', source: 'nhs-uti' },
    { id: 'urine-03', outcome: 'urgent', when: 'cannot-pee', says: 'Cannot pass urine', advice: 'urine', source: 'nhs-uti' },
  ], // prettier-ignore
}
