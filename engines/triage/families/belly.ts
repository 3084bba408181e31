import type { Family } from '../protocol.ts'

export const belly: Family = {
  id: 'belly',
  title: 'Belly, vomiting, groin',
  concepts: [
    {
      id: 'belly-pain',
      name: 'Belly pain',
      kind: 'red_flag',
      en: `<belly> ~ <pain> / (stomach|belly|tummy|abdominal|stomache|abd) (ache|aches|pain|pains|cramps|cramping|hurts) / stomachache / bellyache / tummy ache / pain in my (stomach|belly|side|gut|abdomen|tummy|lower right|right side|left side) / abdominal pain / cramps in my stomach / gut pain / (right|left) lower quadrant / epigastric / flank pain / side pain / pain in (my|the) (lower|upper)? (right|left) side / pelvic pain / pain in my pelvis / gallbladder (attack|pain)`,
      es: `<belly> ~ <pain> / dolor (de|en el|en la|del)? (estomago|barriga|panza|vientre|abdomen|abdominal|tripa|costado|lado derecho|pelvis|pelvico) / me duele (el|la) (estomago|barriga|panza|vientre|abdomen|costado|lado derecho) / colico / colicos / retortij* / punzada en el (costado|estomago) / dolor pelvico / duele la panza / dolor abdominal / torzon / dolor de vesicula / dolor bajito / dolor en la boca del estomago / dolor en el costado`,
    },
    {
      id: 'belly-danger',
      name: 'Severe or rigid belly',
      kind: 'red_flag',
      en: `(severe|worst|unbearable|excruciating|terrible|horrible|intense|extreme|agonizing|sudden) ..3 (stomach|belly|abdominal|abdomen|tummy|side|flank|pelvic) ..2 (pain|cramps|ache|hurts)? / (stomach|belly|abdomen|abdominal|tummy) ..5 (severe|unbearable|excruciating|rigid|rock hard|hard as|doubled over|worst|board) / (rigid|rock hard|board like|hard) (belly|stomach|abdomen|tummy) / doubled (over|up) / curled up in pain / (pain|hurts|ache) ..5 (moved|moves|shifted|migrated|started around|around my belly button) ..4 (right|lower right|belly button) / appendicitis / appendix / lower right (side|belly|abdomen|stomach|quadrant) / (pulsing|throbbing|pulsating) ..3 (belly|stomach|abdomen) / rebound / guarding / can't (walk|stand|move) ..4 (stomach|belly|pain) / can't pass (gas|stool) / bowel obstruction / not passing gas / (vomiting|throwing up) (green|bile|poop|feces|yellow green) / green vomit / burst appendix`,
      es: `dolor ..2 (fuerte|fuertisimo|insoportable|horrible|intenso|severo|terrible|tremendo|agudo) ..4 (estomago|barriga|panza|vientre|abdomen|costado|lado derecho|abdominal) / (estomago|barriga|panza|vientre|abdomen|abdominal) ..4 (insoportable|fuertisimo|muy fuerte|horrible|dur* como|ties*|intenso|severo|rigid*) / (panza|barriga|abdomen|vientre|estomago) (dur*|rigid*|ties*) ..2 (piedra|tabla)? / doblad* (de|del|por) (el)? dolor / me doblo del dolor / retorc* (de|del) dolor / apendice / apendicitis / lado derecho (de abajo|bajo|inferior) ..2 / (dolor|duele) ..4 (abajo a la derecha|ombligo) / vomit* (verde|bilis) / vomito verde / no (puedo|puede) (obrar|tirar gases|pasar gases) / obstruccion (intestinal)? / me late la (panza|barriga) / (no puedo|no puede) (caminar|pararme|enderezarme) ..3 (dolor|estomago|barriga|panza) / dolor abdominal (severo|intenso|agudo)`,
    },
    {
      id: 'testicle-pain',
      name: 'Testicle pain',
      kind: 'red_flag',
      en: `(testicle|testicles|testicular|ball|balls|nut|nuts|scrotum|scrotal|sack|nutsack|groin swelling) ~ (<pain>|<swell>|twisted|red|huge|tender) / testicular (torsion|pain|swelling) / (testicle|ball|nut) (twisted|torsion) / my balls hurt / ball pain / pain in (my|his) (balls|testicle|testicles|nuts|scrotum) / erection ..4 (hours|won't|wont|go away|down|painful) / priapism`,
      es: `(testiculo|testiculos|testicular|huevo|huevos|bola|bolas|escroto|cojon|cojones|compañones) ~ (<pain>|<swell>|torcid*|rojo|grande) / torsion (testicular|de testiculo) / me duele (un|el) (testiculo|huevo) / dolor (de|en) (los|el)? (testiculo|testiculos|huevos) / ereccion ..4 (horas|no baja|no se quita|dolorosa) / priapismo`,
    },
    {
      id: 'vomiting',
      name: 'Vomiting',
      kind: 'symptom',
      en: `<vomit> / throwing everything up / can't keep anything down / stomach flu / stomach bug`,
      es: `<vomit> / vomito / vomitos / vomitando / no retengo nada / todo lo vomita`,
    },
    {
      id: 'keeps-nothing-down',
      name: 'Keeps nothing down',
      kind: 'symptom',
      en: `(can't|cannot|unable to|not able to|won't|can not|not) ..1 (keep|keeping|hold) ..3 down / (throwing|throws|threw|vomiting|vomits) ..1 up ..1 everything / vomiting ..3 (all day|nonstop|non stop|constantly|for days|every hour|24 hours)`,
      es: `no (retengo|retiene|aguanta|tolero|tolera|puede retener|puedo retener) (nada|ni agua|liquidos|la comida|el agua) / vomita* todo / (vomitando|vomito|vomita) ..2 (todo el dia|sin parar|a cada rato)`,
    },
    {
      id: 'nausea',
      name: 'Nausea',
      kind: 'symptom',
      en: `nausea / nauseous / nauseated / queasy / sick to my stomach / feel like throwing up / feel like vomiting`,
      es: `nausea / nauseas / asco / ganas de vomitar / revuelto el estomago / estomago revuelto / basca`,
    },
    {
      id: 'diarrhea',
      name: 'Diarrhea',
      kind: 'mild',
      en: `diarrhea / diarrhoea / the runs / loose stool / loose stools / watery stool / watery stools / upset stomach`,
      es: `diarrea / soltura / chorrillo / evacuaciones aguadas / popo aguado / estomago suelto`,
    },
    {
      id: 'constipation',
      name: 'Constipation',
      kind: 'mild',
      en: `constipat* / can't poop / haven't pooped / no bowel movement / hard stool / hard stools`,
      es: `estreñ* / estren* / no puedo (evacuar|hacer popo|ir al baño|obrar|hacer del baño) / no he evacuado`,
    },
    {
      id: 'yellow-skin',
      name: 'Yellow skin',
      kind: 'symptom',
      en: `(skin|eyes) ..3 (yellow|yellowing|turning yellow) / yellow (skin|eyes) / jaundice`,
      es: `(piel|ojos) ..3 amarill* / ictericia`,
    },
  ],
  rules: [
    { id: 'belly-01', outcome: 'emergency', when: 'belly-danger', says: 'Severe or rigid belly', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-02', outcome: 'emergency', when: 'belly-pain + pregnant|fainting|vomiting-blood|black-stool|severe-said|sudden|shoulder-pain|late-period|heavy-bleeding|chest-pain|confusion', says: 'Belly pain with a danger sign', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-03', outcome: 'urgent', when: 'belly-pain + fever|vomiting|age-65-plus|diabetes|age-under-5|worse-said|back-pain|postpartum|recent-surgery|long-time|on-steroid|yellow-skin', says: 'Belly pain with a warning sign', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst', 'belly-blood'] },
    { id: 'belly-04', outcome: 'soon', when: 'belly-pain', says: 'Belly pain', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst', 'belly-blood'] },
    { id: 'belly-05', outcome: 'emergency', when: 'testicle-pain', says: 'Pain or swelling of a testicle', advice: 'belly', source: 'nhs-testicle' },
    { id: 'belly-06', outcome: 'urgent', when: 'keeps-nothing-down', says: 'Keeps nothing down', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-07', outcome: 'soon', when: 'vomiting', says: 'Vomiting', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-08', outcome: 'urgent', when: 'vomiting|diarrhea + age-under-1|age-65-plus|diabetes|pregnant|kidney-disease|on-lithium|immune-weak|fever', says: 'Vomiting or diarrhea in a person at risk', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-09', outcome: 'routine', when: 'nausea', says: 'Nausea', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-10', outcome: 'self_care', when: 'diarrhea', says: 'Diarrhea', advice: 'dehydration', source: 'nhs-common' },
    { id: 'belly-11', outcome: 'self_care', when: 'constipation', says: 'Constipation', advice: 'belly', source: 'nhs-common' },
    { id: 'common-08', outcome: 'urgent', when: 'yellow-skin', says: 'Yellow skin or eyes', advice: 'belly', source: 'nhs-common' },
  ], // prettier-ignore
  questions: [
    { id: 'belly-worst', about: 'belly-danger', en: 'Is the pain very bad, or is your belly hard?', es: '¿El dolor es muy fuerte o tiene la barriga dura?' },
    { id: 'belly-blood', about: 'vomiting-blood', en: 'Is there blood in your vomit or stool?', es: '¿Hay sangre en el vómito o en el popó?' },
  ], // prettier-ignore
}
