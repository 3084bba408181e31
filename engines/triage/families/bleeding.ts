import type { Family } from '../protocol.ts'

export const bleeding: Family = {
  id: 'bleeding',
  title: 'Bleeding',
  concepts: [
    {
      id: 'heavy-bleeding',
      name: 'Heavy bleeding',
      kind: 'red_flag',
      en: `
        <bleed> ~ <lots> / (won't|wont|doesn't|can't|not|isn't|hasn't) (stop|stopping|stopped) bleeding / (cannot|can not|couldn't|can't) (stop|control) ..1 bleeding / bleeding (won't|will not|doesn't|isn't|hasn't|that won't) (stop|stopping|stopped|slow) / can't stop (the)? (bleeding|blood) / bleeding out / bleed to death / bleeding to death / blood (is)? (everywhere|gushing|spurting|pouring|squirting|pumping|shooting) / losing (a lot of|so much|too much|lots of) blood / lost (a lot of|so much|too much|lots of) blood / hemorrhag* / (bleeding|blood) ..4 (minutes|hour|hours) ..2 (pressure|still) / (cut off|severed|amputated|sliced off|chopped off) ..3 (finger|fingers|hand|toe|arm|leg|foot|thumb) / <limb> ..2 (severed|amputated|cut off) / (soaked|soaking|filled) ..3 (towel|towels|bandage|bandages|gauze|shirt) / arterial bleed / pool of blood / nosebleed ..5 (won't stop|minutes|hour|heavy|hours)`,
      es: `
        <bleed> ~ <lots> / no (para|deja|paro|se detiene|se le para|se me para|deja de) ..1 (sangrar|de sangrar|la sangre|el sangrado|la hemorragia) / (sangrado|sangre|hemorragia) ..1 no (para|se detiene|se quita|cede|se corta) / (no puedo|no podemos|no logro) (parar|detener) ..1 (sangre|sangrado|hemorragia) / desangr* / (perdiendo|perdi|perdio|pierde) ..1 (mucha|demasiada) sangre / hemorragia / charco de sangre / sangre (por todos lados|por todas partes|a chorros|a borbotones) / sangra (a chorros|mucho|muchisimo|sin parar) / (amput*|cercen*|corto|mocho) ..3 (dedo|mano|brazo|pierna|pie) / se (corto|arranco|mocho) (el|un) dedo / chorro de sangre / toallas empapadas / sangra y no para / empap* ..2 (toalla|venda|gasa)`,
    },
    {
      id: 'vomiting-blood',
      name: 'Vomiting blood',
      kind: 'red_flag',
      en: `<vomit> ..3 <blood> / <blood> ..3 <vomit> / <vomit> ..4 (coffee grounds|coffee ground|black stuff|bloody) / coffee ground (emesis|vomit) / hematemesis / blood when i (vomit|throw up|puke) / threw up (blood|red|clots) / throwing up (blood|red) / vomited blood / bloody vomit / puking blood / spitting up blood / barfing blood`,
      es: `<vomit> ..3 <blood> / <blood> ..3 <vomit> / vomit* ..3 (cafe|negro|posos de cafe|como cafe molido) / vomito (con)? sangre / vomito de sangre / devolv* sangre / arroj* sangre / hematemesis / guacare* con sangre / vomitando sangre / vomite sangre / echa sangre por la boca / vomito rojo`,
    },
    {
      id: 'black-stool',
      name: 'Blood in stool or black stool',
      kind: 'red_flag',
      en: `(black|tarry|tar|maroon|bloody|dark red|jet black) ..2 <poop> / <poop> ..4 (black|tarry|tar like|blood|bloody|bleeding|maroon|red) / melena / blood ..4 (poop|stool|stools|toilet|bowl|diarrhea|wipe|wiping|rectum|bottom) / (bleeding|blood) (from|out of) ..2 (rectum|butt|bottom|anus|behind|bowels) / rectal bleeding / bloody diarrhea / pooping blood / pooping out blood / hematochezia / gi bleed / passing (blood|clots) from (my|his|her) (bottom|rectum)`,
      es: `<poop> ..4 (negr*|con sangre|sangre|sangrient*|alquitran|roj*) / (sangre|sangrado) ..4 (popo|heces|excremento|recto|ano|caca|evacuar|diarrea|inodoro|taza|papel) / sangrado rectal / diarrea con sangre / melena / popo (negro|negra|con sangre) / evacu* (negr*|con sangre|sangre) / heces (negras|con sangre) / sangro (por el recto|al evacuar|por el ano|por atras) / sangre por (el recto|abajo|atras|el ano) / caca negra / hago (del bano)? (con)? sangre / obro sangre / excremento negro`,
    },
    {
      id: 'lots-of-blood',
      name: 'A lot of blood',
      kind: 'symptom',
      en: `(a lot of|lots of|so much|cup of|cups of|mouthfuls of|large amount of|tons of) blood`,
      es: `(mucha|muchisima|bastante|demasiada|tazas de) sangre`,
    },
    {
      id: 'nosebleed',
      name: 'Nosebleed',
      kind: 'mild',
      en: `nosebleed / nose bleed / nosebleeds / bloody nose / nose is bleeding / bleeding from my nose`,
      es: `sangr* ..2 nariz / sangrado nasal / hemorragia nasal`,
    },
    {
      id: 'bleeding-any',
      name: 'Bleeding',
      kind: 'symptom',
      en: `bleeding / bleeds / blood / bruising easily / bruises easily`,
      es: `sangrado / sangrando / sangre / sangra / moretones`,
    },
    {
      id: 'hemorrhoid',
      name: 'Hemorrhoids',
      kind: 'mild',
      en: `hemorrhoid / hemorrhoids / piles`,
      es: `hemorroide / hemorroides / almorranas`,
    },
    {
      id: 'small-wound',
      name: 'Cut or small wound',
      kind: 'symptom',
      en: `cut (my|his|her) (finger|hand|foot|leg|knee|thumb|arm) / scrape / scraped / scratch / paper cut / small cut / stepped on a nail / rusty nail / need stitches / splinter`,
      es: `me corte (el|la) / cortada / raspon / rasguño / pise un clavo / clavo oxidado / necesito puntos / astilla`,
    },
  ],
  rules: [
    { id: 'bleed-01', outcome: 'emergency', when: 'heavy-bleeding', says: 'Heavy bleeding', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-02', outcome: 'emergency', when: 'vomiting-blood', says: 'Vomiting blood', advice: 'bleeding', source: 'nhs-gi-bleed' },
    { id: 'bleed-03', outcome: 'emergency', when: 'black-stool + dizzy|fainting|on-anticoagulant|lots-of-blood|heavy-bleeding|short-of-breath|weak-said|belly-danger|pale|chest-pain|palpitations|age-65-plus', says: 'Blood in the stool with a danger sign', advice: 'bleeding', source: 'nhs-gi-bleed' },
    { id: 'bleed-04', outcome: 'urgent', when: 'black-stool', says: 'Blood in the stool or black stool', advice: 'bleeding', source: 'nhs-gi-bleed', ask: ['bleed-faint', 'bleed-much'] },
    { id: 'bleed-05', outcome: 'urgent', when: 'bleeding-any + on-anticoagulant', says: 'Bleeding on a blood thinner', advice: 'bleeding', source: 'nhs-anticoagulant', ask: ['bleed-much', 'neuro-hurt'] },
    { id: 'bleed-06', outcome: 'soon', when: 'bleeding-any', says: 'Bleeding', advice: 'bleeding', source: 'medline-bleeding', ask: ['bleed-much'] },
    { id: 'bleed-07', outcome: 'routine', when: 'nosebleed', says: 'Nosebleed', advice: 'bleeding', source: 'nhs-common' },
    { id: 'bleed-08', outcome: 'soon', when: 'small-wound', says: 'Cut or wound', advice: 'wound', source: 'medline-bleeding' },
    { id: 'belly-12', outcome: 'routine', when: 'hemorrhoid', says: 'Hemorrhoids', advice: 'belly', source: 'nhs-common' },
  ], // prettier-ignore
  questions: [
    { id: 'bleed-faint', about: 'fainting', en: 'Do you feel faint, or is your heart racing?', es: '¿Siente que se desmaya o le late rápido el corazón?' },
    { id: 'bleed-much', about: 'heavy-bleeding', en: 'Is there a lot of blood, or does it not stop after 10 minutes of pressure?', es: '¿Hay mucha sangre o no para después de 10 minutos de presión?' },
  ], // prettier-ignore
}
