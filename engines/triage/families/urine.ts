import type { Family } from '../protocol.ts'

export const urine: Family = {
  id: 'urine',
  title: 'Passing urine',
  ask: ['urine-chills', 'sugar-confused', 'belly-worst'],
  concepts: [
    {
      id: 'urine',
      name: 'Urinary complaint',
      kind: 'symptom',
      en: `uti / (burns|burning|hurts|pain|painful|stings) ..4 (pee|urinate|urination|peeing|urinating) / bladder infection / (blood|bloody) ..2 (urine|pee) / <pee> ..3 (blood|burning|burns|cloudy|frequent) / peeing (a lot|often|every) / urinary / kidney stone / kidney stones / <pee> ..6 (burns|burning|hurts|stings|cloudy|smells) / (burns|burning|hurts|stings) ..4 <pee> / pee (a lot|every few minutes|constantly)`,
      es: `(ardor|arde|dolor|duele) ..4 <pee> / infeccion (urinaria|de orina|de las vias urinarias) / <pee> ..3 sangre / sangre en la orina / orino (mucho|seguido) / piedras en el riñon / calculos renales / mal de orin / (arde|ardor|duele|quema) ..4 <pee> / (escozor|escuece|molestia|molestias) ..2 (al)? orinar`,
      nearMisses: `(a|my|wee|bit|one|the|his|her) wee (bit|bits|boy|girl|lad|lass|one|ones|man|cut|spot|spots|dot|dots|itchy|red|pink|small|tiny|while|touch|blister|bump|lump|baby|blood|tear|scratch|graze|quick) / wee (itchy|tiny|red|bit|pink spots|boy|girl|lad|lass)`,
    },
    {
      id: 'cannot-pee',
      name: 'Cannot pass urine',
      kind: 'symptom',
      en: `<cant> (pee|urinate|pass urine) / no urine / (haven't|havent|hasn't|not|can't|cant|unable|couldn't) ..3 (able to)? ..1 (start|get started|get going|begin|squeeze out) ..2 (a pee|to pee|pee|peeing|a stream|a drop) / bursting ..6 (pee|go|nothing comes|won't come) / nothing comes out ..4 (pee|go|try) / <cant> ..2 (start|begin|squeeze|pass) ..2 (wee|pee|stream|drop|water) / (not a drop|no wee|no pee) ..4 (since|all day|for <number>|comes out|coming out) / (nothing|not a drop) ..3 (comes|coming|came) ..1 out ..6 (wee|pee|bladder|loo|toilet) / (haven't|hasn't|havent|hasnt|not) been able to (start|do|have|pass) ..1 (wee|pee|a wee|a pee) / (not|haven't|havent|hasn't|hasnt|can't|cannot|couldn't) ..2 (passed|pass|passing) ..1 water / (bursting|desperate) ..8 (drops|dribble|nothing comes|can't go|wee|pee)`,
      es: `no (puedo|puede) (orinar|hacer pipi) / no orina / no (me|le) (sale|salen|viene) ..2 (el|la|nada de|ni gota de)? ..1 (pis|pipi|orina|chorro|meada|gota) / no (puedo|puede|logro|logra) ..1 (hacer|soltar|echar) ..2 (pis|pipi|orina|del uno|chis) / sin (orinar|hacer pis|hacer pipi|mear) desde`,
    },
    {
      id: 'urine-flank',
      name: 'Pain in the side, kidney',
      kind: 'symptom',
      en: `
        (flank|kidney|kidneys|side) ~ <pain> / kidney (stone|stones|infection) / (back|one side) ..4 (pee|urine|burning)`,
      es: `
        (costado|rinon|rinones) ~ <pain> / (piedra|piedras|calculos) ..3 rinon* / infeccion (de|en) (el|los)? rinon*`,
      nearMisses: `(neck|head|throat|face|cheek|shoulder|jaw|chest) ..4 (side|one side) / one side of ..2 (neck|head|face|throat) / both sides / (throbbing|pounding|pulsing|pulsating) ..2 one side / (one side|un lado) ..2 (head|cabeza|temple|sien) / (pulsatil|palpita*|late) ..4 (lado|cabeza) / (outer|inner|outside|inside) side / (on|at) (each|both|either) side / equally on / burned the side / side of (her|his|my|the) (thumb|finger|hand|nose|face|forehead|head|neck|tongue|toe|foot|knee)`,
    },
    {
      id: 'urine-dark',
      name: 'Little or dark urine',
      kind: 'fact',
      en: `(pee|peed|urine|peeing|urinated) ..8 (dark|brown|tea|syrup|amber|orange) / (dark|brown|orange) (pee|urine) / (peed|pee|urinated) ..1 (once|hardly|barely) ..3 (today|since|this morning|all day)?`,
      es: `(orina|orine|orino|pipi|pis) ..6 (oscur*|cafe|marron|naranja|concentrad*) / (orine|orino|hizo pipi|hice pipi) ..2 (una vez|apenas|casi nada|poquito)`,
    },
    {
      id: 'pain-waves',
      name: 'Pain in waves',
      kind: 'fact',
      en: `
        in waves / comes and goes in waves / waves of pain`,
      es: `
        en oleadas / va y viene`,
    },
    {
      id: 'nephrotic',
      name: 'Puffy face and belly, foamy urine',
      kind: 'symptom',
      en: `(puffy|swollen) ..4 (face|eyes|eyelids) ..14 (belly|legs|ankles) / (pee|urine|wee) ..4 (foam*|froth*|bubbl*) / (foamy|frothy|bubbly) (pee|urine|wee)`,
      es: `(carita|cara|ojos|parpados) ..3 (hinchad*|inflad*) ..16 (barriga|barriguita|panza|pancita|piernas|piernitas) / (amanece|amanecio|despierta) ..4 (carita|cara|ojos|parpados) ..2 (hinchad*|inflad*) / (pipi|pis|orina|chis) ..4 espuma*`,
    },
  ],
  rules: [
    { id: 'urine-01', outcome: 'urgent', when: 'urine + fever|pregnant|back-pain|vomiting|age-child|age-65-plus', says: 'Urinary complaint with a warning sign', advice: 'urine', source: 'nhs-uti' },
    { id: 'urine-02', outcome: 'soon', when: 'urine', says: 'Urinary complaint', advice: 'urine', source: 'nhs-uti' },
    { id: 'urine-03', outcome: 'urgent', when: 'cannot-pee', says: 'Cannot pass urine', advice: 'urine', source: 'nhs-uti', ask: ['spine-q', 'belly-worst', 'urine-chills'] },
    { id: 'urine-04', outcome: 'emergency', when: 'urine|urine-flank + fever + rigors|vomiting|confusion|pregnant|on-chemo|immune-weak|kidney-disease', says: 'Urine infection with a danger sign', advice: 'fever', source: 'nhs-uti' },
    { id: 'urine-05', outcome: 'urgent', when: 'urine-flank + fever|vomiting|severe-said|urine|chills-said', says: 'Pain in the side with a urinary sign', advice: 'urine', source: 'nhs-uti' },
    { id: 'urine-06', outcome: 'soon', when: 'urine-flank', says: 'Pain in the side or a kidney stone', advice: 'urine', source: 'nhs-uti', ask: ['belly-worst', 'neuro-fever'] },
    { id: 'urine-32', outcome: 'urgent', when: 'urine-dark + vomiting|diarrhea|poor-drinking', says: 'Loses water, and little or dark urine', advice: 'dehydration', source: 'nhs-dehydration', ask: ['wake-q'] },
    { id: 'urine-07', outcome: 'urgent', when: 'urine-flank + pain-waves', says: 'Kidney pain in waves', advice: 'urine', source: 'nhs-uti', ask: ['urine-chills', 'belly-worst'] },
    { id: 'urine-08', outcome: 'emergency', when: 'urine-flank + rigors|confusion', says: 'Kidney pain with shaking chills or confusion', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'urine-60', outcome: 'urgent', when: 'nephrotic + face-said|swelling-said|both-legs|leg-swelling-any|face-swelling|child-said|age-child', says: 'Puffy face and foamy urine', advice: 'urine', source: 'nhs-common', ask: ['breath-rest'] },
  ], // prettier-ignore
  questions: [
    { id: 'urine-chills', about: 'rigors', en: 'Do you shake with chills?', es: '¿Tiene escalofríos que le hacen temblar?' },
  ], // prettier-ignore
}
