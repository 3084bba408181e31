import type { Family } from '../protocol.ts'

export const burns: Family = {
  id: 'burns',
  title: 'Burns, electricity, heat, cold, drowning',
  concepts: [
    {
      id: 'burn-severe',
      name: 'Serious burn or electricity',
      kind: 'red_flag',
      en: `(bad|severe|big|large|third degree|serious|chemical|electrical|deep) (burn|burns) / burn* ..5 (face|genitals|whole|all over|blister* all|charred|white|airway|eyes|palm of) / burned (my|his|her) (face|hands|whole) / (electrocuted|electric shock|electrical shock|struck by lightning|hit by lightning|shocked by) / (boiling|scalding) water ..5 (on|over|herself|himself|baby|face|chest) / on fire / smoke inhalation / house fire / caught fire / skin ..2 (charred|peeling off) / acid ..3 (skin|face|hand)`,
      es: `quemadura ..2 (grave|severa|grande|profunda|quimica|electrica|tercer grado) / quem* ..5 (cara|genitales|todo el cuerpo|manos|pecho|ojos) / (electrocut*|descarga electrica|toque electrico|choque electrico|rayo) / agua hirviendo / aceite hirviendo ..4 (cara|encima|cuerpo)? / se prendio / incendio / se incendio / acido ..3 (piel|cara|mano)`,
    },
    {
      id: 'burn',
      name: 'Burn',
      kind: 'symptom',
      en: `burn / burned / burnt / scalded / sunburn / blistered`,
      es: `quemadura / queme / quemo / quemada / quemado / escald*`,
    },
    {
      id: 'drowning-heat-cold',
      name: 'Drowning, heat stroke, freezing',
      kind: 'red_flag',
      en: `(nearly|almost|near) (drowned|drowning) / drowned / drowning / pulled (from|out of) the (pool|water|lake) / under ?water ..3 (minutes|seconds) / heat stroke / heatstroke / (hot|heat|sun) ..6 (confused|stopped sweating|passed out|collapsed|not sweating) / hypothermia / frostbite / frostbitten / (freezing|cold) ..4 (stopped shivering|won't warm)`,
      es: `(casi)? se (ahogo|ahoga|ahogaba) ..4 (alberca|piscina|agua|mar|rio|tina) / ahogado en / golpe de calor / insolacion / (calor|sol) ..5 (confus*|desmay*|dejo de sudar|no suda) / hipotermia / congel* ..3 (dedos|pies|manos) / sacaron del agua`,
    },
  ],
  rules: [
    { id: 'burn-01', outcome: 'emergency', when: 'burn-severe', says: 'Serious burn or electricity', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-02', outcome: 'soon', when: 'burn', says: 'Burn', advice: 'burn', source: 'nhs-burns' },
    { id: 'environment-01', outcome: 'emergency', when: 'drowning-heat-cold', says: 'Drowning, heat stroke or freezing', advice: 'emergency', source: 'cdc-heat' },
  ], // prettier-ignore
}
