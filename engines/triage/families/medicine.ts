import type { Family } from '../protocol.ts'

export const medicine: Family = {
  id: 'medicine',
  title: 'Side effects and missed medicines',
  ask: ['breath-rest', 'allergy-face', 'wake-q', 'seizure-q'],
  concepts: [
    {
      id: 'side-effect',
      name: 'Maybe a side effect',
      kind: 'symptom',
      en: `side effects from / (since|after|ever since) (starting|i started|taking) ..4 (medication|medicine|pill|pills|drug|antibiotic) / bad reaction to / missed ..2 (dose|doses) / (ran|run|running) out of ..4 (insulin|warfarin|eliquis|seizure|prednisone|methadone)`,
      es: `(desde|despues de) que (empece|tomo|comence) ..4 (medicina|pastilla|medicamento|antibiotico) / me cayo mal (la|el) (medicina|pastilla|medicamento) / se me olvido (la|una|tomar) ..2 (dosis|pastilla|insulina) / se me acabo (la|el|mi) ..1 (insulina|anticoagulante|prednisona)`,
    },
    {
      id: 'medicine-ends',
      name: 'A medicine runs out',
      kind: 'fact',
      en: `(runs|run|ran|running|gone|going) out ..6 (today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|days|week|weekend|pills|left|refill|refills) / (no|out of|zero|without) ..1 (refills|refill) ..2 (left|remaining|anymore)? / (only|still|just) ..1 (have|got)? ..1 (<number>|one|two|three|four|five|few|couple) ..1 (pills|pill|tablets|doses|days) ..1 (left)? / (last|out of) ..1 (pill|pills|dose|tablet|bottle)`,
      es: `se (me|le|nos)? (termina|terminan|acaba|acaban|acabo|acabaron|termino|terminaron) ..5 (pastilla*|medicina*|medicamento*|tableta*|dosis|frasco|receta) / (pastilla*|medicina*|medicamento*|anticoagulante) ..4 se (me|le)? (termina*|acaba*) / (quedan|queda|tengo) ..2 (<number>|una|dos|tres|pocas) ..1 (pastillas|dosis|tabletas)`,
    },
    {
      id: 'nms',
      name: 'Stiff, hot and sweating on a psychiatric medicine',
      kind: 'red_flag',
      en: `
        (haldol|haloperidol|risperdal|risperidone|zyprexa|olanzapine|seroquel|abilify|invega|clozapine|thorazine|antipsychotic*) ..16 (stiff|rigid|fever|sweat*|locked|confused|burning up) / (stiff|rigid|locked up) ..12 (fever|sweat*|104|103|haldol|antipsychotic*) / neuroleptic malignant / (stiff as a board)`,
      es: `
        (haloperidol|risperidona|olanzapina|quetiapina|clozapina|antipsicotico*) ..16 (ties*|rigid*|fiebre|sudo|suda|sudan|sudando|sudor*|sudad*|confus*) / (ties*|rigid*) ..12 (fiebre|sudo|suda|sudan|sudando|sudor*|sudad*|haloperidol|antipsicotico*)`,
      nearMisses: `(back|neck|shoulder|shoulders|knee|knees|hip|legs|muscles) ..3 (stiff|rigid) ..3`,
    },
    {
      id: 'serotonin',
      name: 'Twitching, sweating and confused on antidepressants',
      kind: 'red_flag',
      en: `
        (antidepressant|zoloft|sertraline|prozac|lexapro|effexor|tramadol|ssri|trazodone|paxil|celexa|linezolid|mdma|triptan) ..16 (twitch*|jerk*|shiver*|sweat*|burning up|agitated|fever|confus*|shaking|stiff|rigid) / serotonin syndrome / (twitch*|jerk*) ..8 (sweat*|fever|confus*) ..8 (antidepressant|zoloft|tramadol)?`,
      es: `
        (antidepresivo*|sertralina|fluoxetina|escitalopram|tramadol|venlafaxina|trazodona) ..16 (brinc*|tembl*|sudo|suda|sudan|sudando|sudor*|sudad*|agitad*|fiebre|confus*|ties*|rigid*) / sindrome serotoninergico`,
    },
    {
      id: 'nitrate-mix',
      name: 'Potency medicine together with nitroglycerin',
      kind: 'red_flag',
      en: `
        (viagra|cialis|sildenafil|tadalafil|levitra|poppers) ..12 (nitro|nitroglycerin|faint|dizzy|chest|pass out|passed out) / (nitro|nitroglycerin|nitrate*|isosorbide) ..12 (viagra|cialis|sildenafil|tadalafil|levitra)`,
      es: `
        (viagra|cialis|sildenafil|tadalafil) ..12 (nitro|nitroglicerina|desmay*|mare*|pecho) / (nitro|nitroglicerina|isosorbida) ..12 (viagra|cialis|sildenafil|tadalafil)`,
    },
    {
      id: 'muscle-dark-urine',
      name: 'Muscle pain with dark urine',
      kind: 'red_flag',
      en: `
        (muscle|muscles|legs|thighs|arms|sore) ..12 (<pee>) ..4 (cola|coke|brown|dark|tea|red) / <pee> ..5 (cola|coke|brown|dark|tea) ..12 (muscle|muscles|statin|workout|sore) / rhabdo / rhabdomyolysis / (pee|wee|urine|water) ..4 (colour|color) of (cola|coke|brandy|cognac|port) / (cola|coke|brandy) (coloured|colored) (pee|wee|urine)`,
      es: `
        (musculo*|piernas|brazos) ..12 (orin*|pipi) ..4 (coca|oscur*|cafe|te) / (orin*|pipi) ..5 (coca|oscur*|cafe) ..12 (musculo*|estatina|ejercicio) / rabdomiolisis / (orin*|meado|pipi) ..3 (coñac|cocacola|vino tinto|coca cola)`,
    },
    {
      id: 'critical-missed',
      name: 'Missed or out of a medicine that must not stop',
      kind: 'symptom',
      en: `
        (missed|out of|ran out|run out|skipped|lost|forgot|i stopped|without|can't get|haven't taken|no more) ..6 (seizure (meds|medicine|medication|pills)|keppra|dilantin|depakote|lamictal|warfarin|eliquis|xarelto|coumadin|blood thinner|blood thinners|prednisone|steroid|hydrocortisone|transplant|tacrolimus|anti rejection|methadone|suboxone|clonidine|beta blocker|metoprolol|plavix|brilinta|xanax|klonopin|baclofen)`,
      es: `
        (olvide|sin|se me (acabo|acabaron|termino)|no tengo|deje|perdi|no he tomado) ..6 (medicina ..2 (convulsiones|epilepsia)|levetiracetam|warfarina|anticoagulante|anticoagulantes|prednisona|cortisona|tacrolimus|metadona|clonazepam|metoprolol|clopidogrel)`,
    },
    {
      id: 'methotrexate-daily',
      name: 'Methotrexate taken every day',
      kind: 'red_flag',
      en: `methotrexate ..7 (every day|daily|each day|seven days|<number> days in a row|five days|instead of weekly|not weekly|too often|twice this week|every morning|every night) / (every day|daily|each day|every morning|every night|instead of weekly) ..6 methotrexate / methotrexate ..6 each (morning|night|evening) / each (morning|night|evening) ..6 methotrexate`,
      es: `metotrexat* ..7 (diari*|todos los dias|cada dia|cada noche|cada manana|en vez de|en lugar de|dias seguidos|dos veces esta semana) / (diari*|todos los dias|cada dia|cada noche|en vez de semanal) ..6 metotrexat* / metotrexat* ..6 (manana y noche|por error ..3 dias|de lunes a|sin descanso)`,
      nearMisses: `methotrexate ..3 (blood test|blood tests) / (analisis|examenes) ..4 metotrexat*`,
    },
    {
      id: 'antidepressant-out',
      name: 'Out of an antidepressant or other daily medicine',
      kind: 'symptom',
      en: `
        (out of|ran out|run out|stopped|missed|without) ..5 (antidepressant|antidepressants|zoloft|sertraline|prozac|lexapro|effexor|cymbalta|paxil|wellbutrin|blood pressure (pills|meds|medicine)|heart (pills|meds|medicine)|thyroid (pills|meds)) ..8 (zap*|dizzy|feel*|days|since|headache|shaky) / brain zaps / zappy`,
      es: `
        (se me (acabo|acabaron)|sin|deje) ..5 (antidepresivo*|sertralina|fluoxetina|pastillas de la presion|medicina del corazon) ..8 (mare*|dias|siento|dolor)?`,
    },
    {
      id: 'pill-effect',
      name: 'A new medicine does not suit',
      kind: 'symptom',
      en: `
        new ..4 (pill|pills|med|meds|medicine|medication) ..6 (makes|making|giving|gives|causing|made) / (pill|pills|med|meds|medicine|medication) ..3 (makes|making|is giving|gives) (me|my) ..3 (swell|swollen|dizzy|sick|tired|cough|itch*|ankles) / (doubled|increased|upped|raised) ..3 (sertraline|zoloft|prozac|fluoxetine|lexapro|escitalopram|citalopram|paxil|paroxetine|bupropion|venlafaxine|dose)`,
      es: `
        (pastilla|medicina|medicamento) ..3 nuev* ..6 (da|hace|hincha|causa|marea) / (pastilla|medicina) ..3 me (da|hace|marea|hincha|cae mal)`,
    },
  ],
  rules: [
    { id: 'common-07', outcome: 'soon', when: 'side-effect', says: 'Maybe a side effect or missed dose', advice: 'nurse', source: 'fda-medicine' },
    { id: 'medicine-01', outcome: 'emergency', when: 'nms', says: 'Stiff and hot on a psychiatric medicine', advice: 'emergency', source: 'medline-nms' },
    { id: 'medicine-40', outcome: 'soon', when: 'medicine-ends + on-anticoagulant|on-insulin|on-steroid|on-opioid|immune-weak', says: 'A medicine that must not be missed runs out', advice: 'nurse', source: 'nhs-common' },
    { id: 'medicine-02', outcome: 'emergency', when: 'serotonin + confusion|fever|tremor-said|sweating|seizure|hot-said', says: 'Twitching and confused on antidepressants', advice: 'emergency', source: 'medline-serotonin' },
    { id: 'medicine-03', outcome: 'urgent', when: 'serotonin', says: 'Restless or sweating on antidepressants', advice: 'nurse', source: 'medline-serotonin' },
    { id: 'medicine-04', outcome: 'emergency', when: 'nitrate-mix', says: 'Potency medicine and nitroglycerin', advice: 'chest', source: 'cdc-drug-interactions' },
    { id: 'medicine-05', outcome: 'urgent', when: 'muscle-dark-urine', says: 'Muscle pain with dark urine', advice: 'nurse', source: 'medline-rhabdo' },
    { id: 'medicine-06', outcome: 'urgent', when: 'critical-missed', says: 'Out of a medicine that must not stop', advice: 'nurse', source: 'fda-medicine' },
    { id: 'medicine-50', outcome: 'urgent', when: 'methotrexate-daily', says: 'Methotrexate taken every day', advice: 'poison', source: 'fda-medicine' },
    { id: 'medicine-51', outcome: 'emergency', when: 'methotrexate-daily + fever|bleeding-any|big-bruises|vomiting|short-of-breath|confusion|chills-said|keeps-nothing-down|non-fading-rash', says: 'Methotrexate taken every day, and ill', advice: 'poison', source: 'fda-medicine' },
    { id: 'medicine-07', outcome: 'soon', when: 'antidepressant-out|pill-effect', says: 'Side effect or medicine run out', advice: 'nurse', source: 'fda-medicine' },
    { id: 'medicine-08', outcome: 'emergency', when: 'on-steroid + critical-missed|keeps-nothing-down + vomiting|confusion|weak-said|fainting|dizzy', says: 'Steroid stopped or not kept down, and ill', advice: 'emergency', source: 'nhs-999' },
  ], // prettier-ignore
}
