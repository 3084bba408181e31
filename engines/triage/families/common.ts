import type { Family } from '../protocol.ts'

export const common: Family = {
  id: 'common',
  title: 'Common complaints',
  concepts: [
    {
      id: 'child-cold',
      name: 'Cold, runny nose',
      kind: 'mild',
      en: `runny nose / stuffy nose / congestion / congested / sniffles / sneezing / (a|common|bad|head) cold / sore throat / scratchy throat / nasal congestion / sinus / post nasal drip / hoarse / lost my voice`,
      es: `nariz tapada / moco / mocos / congestion / congestionad* / estornud* / resfriad* / resfrio / catarro / gripa / gripe / dolor de garganta / me duele la garganta / garganta irritada / escurrimiento nasal / ronquera`,
    },
    {
      id: 'flu',
      name: 'Flu-like',
      kind: 'mild',
      en: `flu / body aches / covid / aching all over / influenza`,
      es: `influenza / dolor de cuerpo / cuerpo cortado / covid`,
    },
    {
      id: 'ear-pain',
      name: 'Ear pain',
      kind: 'symptom',
      en: `ear ~ <pain> / earache / ear infection / pulling (at)? (his|her) ear / ear discharge`,
      es: `(oido|oreja|oidos) ~ <pain> / dolor de oido / infeccion de oido / otitis`,
    },
    {
      id: 'rash',
      name: 'Rash',
      kind: 'symptom',
      en: `rash / rashes / itchy skin / eczema / itching / itchy / ringworm / poison ivy / dry skin / skin bumps / acne / pimple / pimples / shingles`,
      es: `sarpullido / erupcion / salpullido / comezon / picazon / eczema / ronchas / granos / piel seca / herpes zoster / culebrilla / hongos`,
    },
    {
      id: 'bite',
      name: 'Bite or sting',
      kind: 'symptom',
      en: `(dog|cat|bat|raccoon|animal|tick|human|spider|bug|insect|mosquito|bee|wasp) ..2 (bite|bit|bites|bitten|stung|sting|scratched) / (bit|bitten|stung) by / tick (on|in|attached) / bat in (my|the) (room|house)`,
      es: `(perro|gato|murcielago|animal|garrapata|araña|insecto|mosquito|abeja|avispa) ..3 (mordio|mordida|pico|picadura|araño) / (mordio|mordida|mordedura|picadura|pico) ..3 (perro|gato|murcielago|animal|garrapata|araña|insecto|mosquito|abeja|avispa)`,
    },
    {
      id: 'any-animal-risk',
      name: 'Bat, raccoon or stray',
      kind: 'symptom',
      en: `bat / raccoon / skunk / fox / stray (dog|cat) / rabies`,
      es: `murcielago / mapache / zorrillo / perro callejero / rabia`,
    },
  ],
  rules: [
    { id: 'cold-01', outcome: 'self_care', when: 'child-cold', says: 'A cold', advice: 'cold', source: 'nhs-common' },
    { id: 'cold-02', outcome: 'routine', when: 'flu', says: 'Flu-like illness', advice: 'cold', source: 'nhs-common' },
    { id: 'cold-03', outcome: 'soon', when: 'flu + pregnant|age-65-plus|lung-disease|heart-disease|diabetes|immune-weak', says: 'Flu-like illness in a person at risk', advice: 'cold', source: 'nhs-common' },
    { id: 'cold-04', outcome: 'soon', when: 'ear-pain', says: 'Ear pain', advice: 'cold', source: 'nhs-common' },
    { id: 'cold-05', outcome: 'routine', when: 'rash', says: 'Rash', advice: 'rash', source: 'nhs-common' },
    { id: 'common-04', outcome: 'soon', when: 'bite', says: 'Bite or sting', advice: 'wound', source: 'medline-common' },
    { id: 'common-05', outcome: 'urgent', when: 'bite + any-animal-risk', says: 'Bite with a risk of rabies', advice: 'wound', source: 'cdc-rabies' },
  ], // prettier-ignore
}
