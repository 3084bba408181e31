import type { Family } from '../protocol.ts'

export const injury: Family = {
  id: 'injury',
  title: 'Head, neck, back and other injuries',
  concepts: [
    {
      id: 'head-injury',
      name: 'Head injury',
      kind: 'red_flag',
      en: `(hit|hits|banged|bumped|bashed|struck|smacked|cracked|knocked|slammed|injured|hurt|split) ..2 (my|his|her|the|their) ..1 (head|skull) / (head|skull) ..2 (injury|trauma|injured|wound|contusion|fracture) / (blow|hit|kick|trauma|injury) to the head / concussion / concussed / (fell|fall|dropped|landed) ..4 (on|onto|hit) ..2 (head|skull) / head hit (the|a) / hit in the head / traumatic brain / fell off ..3 (bed|changing table|couch|roof|ladder|horse) / landed on (my|his|her) head / (baby|infant) fell`,
      es: `(golpe*|pego|pegue|dio|di|golpeo|abrio|rompio|descalabr*) ..4 (cabeza|craneo) / golpe (en|a) la cabeza / (trauma|lesion|herida|contusion|traumatismo) ..3 (cabeza|craneo|craneal|craneoencefalico) / conmocion / se (cayo|pego) ..4 (cabeza|de cabeza) / me (cai|pegue) ..4 (cabeza|de cabeza) / cabezazo / descalabr* / se cayo de la (cama|escalera|cuna) / chichon / cayo de cabeza / el bebe se cayo`,
    },
    {
      id: 'spine-injury',
      name: 'Neck or back injury, legs do not work',
      kind: 'red_flag',
      en: `(can't|cannot|unable to|couldn't) (feel|move) ..2 (legs|feet|toes|arms|legs anymore) / (numb|numbness|no feeling|tingling) ..5 (groin|saddle|between (my|his|her) legs|genitals|buttocks|private area|private parts|inner thighs|bottom) / saddle (anesthesia|numbness) / (lost|losing|loss of|no) ..2 control ..3 (bladder|bowel|bowels|pee|urine|bladder or bowels) / (peed|pooped|wet|wetting|soiled|soiling|leaking) (myself|himself|herself|my pants) / can't control my (bladder|bowels|pee|poop) / paralyzed / cauda equina / (broke|broken|snapped|fractured) (my|his|her)? (neck|back|spine) / (neck|spine|spinal) (injury|fracture) / back pain ..6 (can't pee|numb|legs|bladder|bowel) / both legs (weak|numb|going numb)`,
      es: `no (siento|siente|puedo mover|puede mover|mueve) ..2 (piernas|pies|brazos) / (adormec*|entumec*|hormigue*|dormid*) ..5 (ingle|entrepierna|entre las piernas|genitales|nalgas|partes intimas|partes privadas|gluteos) / (perdi|perdio|perdida de|pierdo|sin) ..2 control ..3 (vejiga|orina|esfinteres|intestino|pipi|evacuar) / me (orine|oriné|hago pipi|hice|ensucie|orino) (encima)? / se me sale (la orina|el pipi|el popo|la pipi) / no (aguanto|controlo) (la orina|el pipi|la pipi) / paralitic* / paraliz* de las piernas / (se|me) (rompi|rompio|quebro|quebre|fracturo) ..2 (cuello|espalda|columna) / lesion (de|en) (la)? (columna|cuello) / cola de caballo / piernas (debiles|dormidas) ..4 espalda / no puedo orinar ..4 espalda`,
    },
    {
      id: 'major-injury',
      name: 'Serious injury',
      kind: 'red_flag',
      en: `(car|motorcycle|bike|truck|auto|vehicle) (crash|accident|wreck|collision) / hit by (a|the) (car|truck|bus|train|motorcycle) / run over / (gunshot|gun shot|stab) (wound|wounds)? / (was|been|got|he's been|she's been) (shot|stabbed) / shot in the / stabbed (in|with) / bone (is)? (sticking|poking|coming|showing|protruding) / (sticking|poking) out of (my|his|her) (skin|leg|arm) / open fracture / compound fracture / (fell|fall) ..3 (feet|stories|floors|roof|ladder|height|stairs) / impaled / crushed ..3 (hand|leg|arm|foot|under|finger) / (deep|gaping) (cut|wound|gash|laceration) / can see (the)? (bone|fat|muscle) / guts hanging / mvc / penetrating wound / pinned under / trapped under`,
      es: `(accidente|choque) ..3 (carro|auto|coche|moto|vehiculo|camion|automovil) / (lo|la|me) atropello / atropell* / (herida|balazo|bala|tiro) ..2 (bala|arma|cuchillo)? ..1 (pecho|pierna|brazo|estomago|abdomen|cabeza)? / balazo / le dispararon / me dispararon / apuñal* / acuchill* / (hueso|huesos) ..3 (salido|sale|afuera|fuera|expuesto|se ve) / fractura (abierta|expuesta) / (cayo|cai|caida) ..3 (metros|pisos|techo|altura|escalera|escaleras|azotea) / (herida|cortada) (profunda|abierta|grande) / se le ve el hueso / aplast* ..3 (mano|pierna|brazo|pie|dedo) / atrapad* (bajo|debajo) / clavad* en (el|la) / empalad*`,
    },
    {
      id: 'fall',
      name: 'Fell',
      kind: 'symptom',
      en: `fell / fall / fallen / took a tumble / slipped and`,
      es: `me cai / se cayo / caida / cai / resbale`,
    },
    {
      id: 'broken-bone',
      name: 'Maybe a broken bone',
      kind: 'symptom',
      en: `(broke|broken|fractured|fracture|snapped|dislocated) ..3 (bone|arm|leg|wrist|ankle|hip|foot|finger|shoulder|collarbone|rib|toe|nose|hand|elbow|knee)? / (can't|cannot) (put weight|walk|bear weight) / hip fracture / looks (deformed|crooked|bent) / deformity`,
      es: `(rompi|rompio|quebre|quebro|fractur*|disloc*|zafe|zafo) ..3 (hueso|brazo|pierna|muñeca|tobillo|cadera|pie|dedo|hombro|costilla|mano|rodilla)? / no puedo apoyar / se ve (deforme|chueco|torcido)`,
    },
  ],
  rules: [
    { id: 'injury-01', outcome: 'emergency', when: 'head-injury + vomiting|confusion|unconscious|fainting|seizure|on-anticoagulant|age-65-plus|age-under-1|vision-trouble|vision-loss|worse-said|one-side-weak|speech-trouble|headache-severe|weak-said|clear-fluid|sleepy', says: 'Head injury with a danger sign', advice: 'head', source: 'cdc-concussion' },
    { id: 'injury-02', outcome: 'urgent', when: 'head-injury', says: 'Head injury', advice: 'head', source: 'cdc-concussion', ask: ['head-vomit', 'head-thinner'] },
    { id: 'injury-03', outcome: 'emergency', when: 'spine-injury', says: 'Legs, bladder or saddle area fail', advice: 'spine', source: 'nhs-back' },
    { id: 'injury-04', outcome: 'emergency', when: 'major-injury', says: 'Serious injury', advice: 'bleeding', source: 'medline-er' },
    { id: 'injury-05', outcome: 'urgent', when: 'broken-bone', says: 'Maybe a broken bone', advice: 'injury', source: 'medline-er' },
    { id: 'injury-06', outcome: 'urgent', when: 'fall + age-65-plus|on-anticoagulant|pregnant|age-under-1', says: 'A fall in a person at risk', advice: 'injury', source: 'cdc-concussion', ask: ['neuro-hurt'] },
    { id: 'injury-07', outcome: 'soon', when: 'fall + any-pain', says: 'Pain after a fall', advice: 'injury', source: 'medline-er' },
  ], // prettier-ignore
  questions: [
    { id: 'head-vomit', about: 'vomiting', en: 'Did you throw up, pass out or get confused after the hit?', es: '¿Vomitó, se desmayó o se confundió después del golpe?' },
    { id: 'head-thinner', about: 'on-anticoagulant', en: 'Do you take a blood thinner?', es: '¿Toma medicina para adelgazar la sangre?' },
  ], // prettier-ignore
}
