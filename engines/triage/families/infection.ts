import type { Family } from '../protocol.ts'

export const infection: Family = {
  id: 'infection',
  title: 'Fever and infection',
  concepts: [
    {
      id: 'fever',
      name: 'Fever',
      kind: 'symptom',
      en: `fever / fevers / feverish / febrile / high temperature / running a temp / running a temperature / temp is high / burning up / chills / rigors / temperature of`,
      es: `fiebre / calentura / temperatura alta / febril / escalofrio / escalofrios / esta ardiendo / hirviendo en fiebre / destemplad*`,
    },
    {
      id: 'high-fever',
      name: 'High fever',
      kind: 'symptom',
      en: `(high|very high|bad|spiking|raging) fever / burning up`,
      es: `fiebre (alta|muy alta|altisima) / mucha (fiebre|calentura) / ardiendo en fiebre / hirviendo en fiebre`,
    },
    {
      id: 'fever-days',
      name: 'Fever for days',
      kind: 'symptom',
      en: `fever ..4 (4 days|5 days|6 days|7 days|week|a week|four days|five days) / (4|5|6|7|four|five) days of fever`,
      es: `fiebre ..4 (4 dias|5 dias|6 dias|7 dias|una semana|cuatro dias|cinco dias) / (4|5|6|7|cuatro|cinco) dias con fiebre`,
    },
    {
      id: 'sepsis-signs',
      name: 'Signs of sepsis',
      kind: 'red_flag',
      en: `sepsis / septic / blood poisoning / blood infection / (cold|clammy|mottled|blotchy) (hands and feet|skin|hands) ..4 (fever|confused|shivering)? / shaking chills / (shivering|shaking|rigors) ..4 (fever|uncontrollably|infection) / fever ..4 (shaking|rigors|confused|can't stay awake|teeth chattering) / feel like i am (going to die|dying) / (thought|think|feel|feels|feeling) ..2 (i am|i'm|im|like) dying / red (streak|streaks|line|lines) ..4 (arm|leg|wound|up|from) / flesh eating / haven't peed ..3 (day|hours|all day) / (infection|wound) ..4 (spreading fast|spreading quickly|spreading up) / mottled skin / necrotizing / sense of doom`,
      es: `sepsis / septicemia / septico / infeccion en la sangre / envenenamiento de la sangre / (piel|manos|pies) ..2 (moteada|moteado|fria y|frias y|manchada) / (temblando|temblor|escalofrios|tiritando) ..4 (fiebre|fuertes|sin control|mucho) / fiebre ..4 (temblor*|temblando|confus*|no despierta) / (siento|siente) que (me muero|se muere|me voy a morir) / (raya|linea|rayas|lineas) roja* ..5 (brazo|pierna|herida|sube)? / infeccion ..4 (extiende|avanzando|corriendo) / no he orinado ..3 (dia|horas) / bacteria come carne / fascitis / sensacion de muerte / piel moteada`,
    },
    {
      id: 'wound-infected',
      name: 'Infected wound',
      kind: 'symptom',
      en: `(wound|incision|cut|stitches|surgical site|staples|skin|foot|toe) ..5 (infected|pus|oozing|red and|hot|opened|open|draining|smells|spreading|swollen|redness) / pus / cellulitis / abscess / infected (cut|wound|toe|finger|bite) / redness (is)? spreading / foot (sore|ulcer)`,
      es: `(herida|incision|cortada|puntos|sutura) ..5 (infectad*|pus|supura*|roja|caliente|abrio|abierta|huele|hinchad*) / pus / celulitis / absceso / infectad* / ulcera en el pie`,
    },
  ],
  rules: [
    { id: 'infection-01', outcome: 'emergency', when: 'sepsis-signs', says: 'Signs of sepsis', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'infection-02', outcome: 'emergency', when: 'fever + on-chemo|neutropenia|no-spleen|immune-weak', says: 'Fever with weak defences', advice: 'fever', source: 'cdc-chemo-fever' },
    { id: 'infection-03', outcome: 'emergency', when: 'fever + age-under-3-months', says: 'Fever under 3 months of age', advice: 'child', source: 'nice-fever-child' },
    { id: 'infection-04', outcome: 'emergency', when: 'fever + confusion|short-of-breath|cannot-breathe|fainting|non-fading-rash|seizure|spine-injury|baby-limp|blue-lips', says: 'Fever with a danger sign', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'infection-05', outcome: 'urgent', when: 'fever + pregnant|postpartum|recent-surgery|age-65-plus|age-under-3-years|baby-said|rash|heart-disease|diabetes|on-steroid|kidney-disease|back-pain|high-fever|fever-days|severe-said|wound-infected|vomiting|lung-disease', says: 'Fever in a person at risk or with a warning sign', advice: 'fever', source: 'nice-fever-child', ask: ['fever-awake', 'neuro-neck'] },
    { id: 'infection-06', outcome: 'soon', when: 'fever', says: 'Fever', advice: 'fever', source: 'nhs-common' },
    { id: 'wound-01', outcome: 'urgent', when: 'wound-infected', says: 'Infected wound', advice: 'wound', source: 'nhs-wound' },
  ], // prettier-ignore
  questions: [
    { id: 'fever-awake', about: 'baby-limp', en: 'Is it hard to wake the person up?', es: '¿Le cuesta despertar a la persona?' },
  ], // prettier-ignore
}
