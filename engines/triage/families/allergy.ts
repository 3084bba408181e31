import type { Family } from '../protocol.ts'

export const allergy: Family = {
  id: 'allergy',
  title: 'Severe allergy',
  concepts: [
    {
      id: 'face-swelling',
      name: 'Swelling of face, lips, tongue or throat',
      kind: 'red_flag',
      en: `(lip|lips|tongue|face|throat|mouth|eyes|eyelids|uvula) ~ <swell> / (throat|airway|windpipe) ..3 (closing|closed|closing up|tightening|tight|constricting|swelling|narrowing|close) / angioedema / swollen (tongue|lips|face|throat) / throat is closing / tongue (is)? (huge|thick|getting big) / face blew up / lips blew up / can't swallow ..3 swelling`,
      es: `(labio|labios|lengua|cara|garganta|boca|ojos|parpados) ~ <swell> / garganta ..3 (cierra|cerrando|cerrada|cerro|apretada|hinchada) / se me cierra la garganta / se le cierra la garganta / se me esta cerrando la garganta / angioedema / cara hinchada / lengua hinchada / labios hinchados / se me hincho la (cara|lengua|boca|garganta) / se le hincho la (cara|lengua|boca|garganta) / cara como globo`,
    },
    {
      id: 'anaphylaxis',
      name: 'Severe allergic reaction',
      kind: 'red_flag',
      en: `anaphyl* / (severe|serious|bad|massive|life threatening) allergic reaction / allergic shock / (used|gave|using|needed|need) ..3 (epipen|epi pen|epinephrine|auvi q) / epipen / epi pen / allergic reaction ..6 (breathe|breath|breathing|throat|tongue|swell*|vomit*|faint*|dizzy) / (stung|sting|bee|wasp|peanut|peanuts|nuts|shellfish|shrimp) ..8 (throat|breathe|breath|breathing|swell*|swollen|faint*|dizzy|hives all over)`,
      es: `anafila* / choque (anafilactico|alergico) / shock anafilactico / reaccion alergica (grave|severa|fuerte|muy fuerte) / alergia (grave|severa|muy fuerte) / epipen / epinefrina / adrenalina ..2 (pluma|inyeccion|inyecte)? / (pico|picadura|abeja|avispa|cacahuate|cacahuates|mani|camaron|camarones|mariscos|nuez) ..8 (garganta|respirar|hinch*|ahogo|mareo|desmay*|ronchas en todo) / reaccion alergica ..5 (garganta|respirar|hinch*|lengua)`,
    },
    {
      id: 'hives',
      name: 'Hives or allergic rash',
      kind: 'symptom',
      en: `hives / welts / allergic reaction / allergic to something / itchy (bumps|rash) all over`,
      es: `ronchas / urticaria / reaccion alergica / habones`,
    },
    {
      id: 'allergy-mild',
      name: 'Seasonal allergy',
      kind: 'mild',
      en: `seasonal allergies / hay fever / pollen / allergies acting up / itchy eyes`,
      es: `alergia (estacional|al polen) / alergias / polen`,
    },
  ],
  rules: [
    { id: 'allergy-01', outcome: 'emergency', when: 'anaphylaxis', says: 'Severe allergic reaction', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-02', outcome: 'emergency', when: 'face-swelling', says: 'Swelling of face, lips, tongue or throat', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-03', outcome: 'emergency', when: 'hives + short-of-breath|cannot-breathe|wheezing|vomiting|fainting|dizzy|chest-tight|throat-tight|confusion', says: 'Hives with another sign', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-04', outcome: 'soon', when: 'hives', says: 'Hives', advice: 'rash', source: 'nhs-anaphylaxis', ask: ['allergy-face', 'breath-rest'] },
    { id: 'common-09', outcome: 'self_care', when: 'allergy-mild', says: 'Seasonal allergy', advice: 'cold', source: 'nhs-common' },
  ], // prettier-ignore
  questions: [
    { id: 'allergy-face', about: 'face-swelling', en: 'Are the lips, tongue or face swollen?', es: '¿Tiene hinchados los labios, la lengua o la cara?' },
  ], // prettier-ignore
}
