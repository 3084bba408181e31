import type { Family } from '../protocol.ts'

export const medicine: Family = {
  id: 'medicine',
  title: 'Side effects and missed medicines',
  concepts: [
    {
      id: 'side-effect',
      name: 'Maybe a side effect',
      kind: 'symptom',
      en: `side effects from / (since|after|ever since) (starting|i started|taking) ..4 (medication|medicine|pill|pills|drug|antibiotic) / bad reaction to / missed ..2 (dose|doses) / (ran|run|running) out of ..4 (insulin|warfarin|eliquis|seizure|prednisone|methadone)`,
      es: `(desde|despues de) que (empece|tomo|comence) ..4 (medicina|pastilla|medicamento|antibiotico) / me cayo mal (la|el) (medicina|pastilla|medicamento) / se me olvido (la|una|tomar) ..2 (dosis|pastilla|insulina) / se me acabo (la|el|mi) ..1 (insulina|anticoagulante|prednisona)`,
    },
  ],
  rules: [
    { id: 'common-07', outcome: 'soon', when: 'side-effect', says: 'Maybe a side effect or missed dose', advice: 'nurse', source: 'fda-medicine' },
  ], // prettier-ignore
}
