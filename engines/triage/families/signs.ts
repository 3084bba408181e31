import type { Family } from '../protocol.ts'

export const signs: Family = {
  id: 'signs',
  title: 'How a symptom is told',
  concepts: [
    { id: 'sudden', name: 'Sudden', kind: 'fact', en: `<sudden>`, es: `de repente / de golpe / subitamente` },
    {
      id: 'severe-said',
      name: 'Severe',
      kind: 'fact',
      en: `<severe> ..2 <pain> / <pain> ..3 (severe|unbearable|excruciating|10 out of 10|10/10|worst) / 10/10 / 9/10 / (10|9) out of 10 / severe headache / <severe> (headache|migraine)`,
      es: `<pain> ..3 (insoportable|fuertisimo|horrible|muy fuerte|terrible|intenso|severo) / 10 de 10 / no aguanto el dolor / dolor de cabeza (muy)? (fuerte|intenso)`,
    },
    {
      id: 'worse-said',
      name: 'Getting worse',
      kind: 'fact',
      en: `(getting|gets|got|is|becoming|much|keeps getting) worse / worsening / spreading`,
      es: `(esta|cada vez|va|se pone|mucho|empeor*) peor / empeor* / empeorando`,
    },
    {
      id: 'long-time',
      name: 'For weeks',
      kind: 'fact',
      en: `(3|4|5|6|three|four|five|six|several|many) (weeks|months) / for (weeks|months)`,
      es: `(3|4|5|6|tres|cuatro|varias|muchas) semanas / (hace|por) (meses|semanas)`,
    },
    {
      id: 'pale',
      name: 'Pale',
      kind: 'fact',
      en: `pale / white as a (sheet|ghost)`,
      es: `palid* / blanc* como (papel|sabana)`,
    },
    {
      id: 'sleepy',
      name: 'Very sleepy',
      kind: 'fact',
      en: `(very|so|too|really|unusually) (sleepy|drowsy) / drowsy / sleepy`,
      es: `(muy|con mucho) (dormid*|sueño|somnolient*) / somnolient* / adormilad*`,
    },
    {
      id: 'symptom-word',
      name: 'A symptom word',
      kind: 'symptom',
      en: `pain / pains / painful / hurt / hurts / hurting / ache / aches / aching / sore / swollen / swelling / lump / numb / tingling / dizzy / feel (sick|ill|unwell|awful|terrible|weird|bad|funny) / not feeling (well|good|right) / throbbing / discharge / infection / infected / symptom / symptoms / fatigue / exhausted / tired all the time / weird feeling / something is wrong with me / sick`,
      es: `dolor / duele / duelen / hinchad* / hinchazon / bulto / bolita / adormecid* / me siento (mal|raro|rara|enferm*|pesimo) / se siente mal / sintoma / sintomas / infeccion / cansancio / enferm* / malestar / flujo`,
    },
    { id: 'any-pain', name: 'Pain', kind: 'fact', en: `<pain>`, es: `dolor / duele` },
    { id: 'shoulder-pain', name: 'Shoulder tip pain', kind: 'fact', en: `shoulder ~ <pain>`, es: `hombro ~ <pain>` },
  ],
  rules: [
  ], // prettier-ignore
}
