import type { Family } from '../protocol.ts'

export const pregnancy: Family = {
  id: 'pregnancy',
  title: 'Pregnancy and the weeks after birth',
  concepts: [
    {
      id: 'pregnancy-complication',
      name: 'Danger sign in pregnancy',
      kind: 'red_flag',
      en: `baby ..3 (isn't moving|not moving|stopped moving|hasn't moved|moving less|not kicking|stopped kicking|less movement|not moved) / (less|decreased|no|reduced) ..1 (fetal|baby) (movement|kicks|movements) / water (broke|broken|just broke) / waters broke / (leaking|gush of) ..1 fluid / (contractions|labor|labour) / in labor / cord ..3 (out|coming) / ectopic / miscarriage / miscarrying / preeclampsia / eclampsia / baby is coming / can see the head`,
      es: `bebe ..3 (no se mueve|no se ha movido|ya no se mueve|se mueve menos|dejo de moverse|no patea) / no siento (al bebe|que se mueva|movimientos|patadas) / se me (rompio|reventó|revento) ..2 (fuente|bolsa) / rompi fuente / contracciones / trabajo de parto / dolores de parto / ectopico / aborto (espontaneo)? / preeclampsia / eclampsia / ya viene el bebe / se ve la cabeza del bebe / tirando liquido / menos movimientos`,
    },
    {
      id: 'vaginal-bleeding',
      name: 'Vaginal bleeding',
      kind: 'symptom',
      en: `vaginal bleeding / spotting / bleeding (down there|from my vagina|and pregnant) / heavy period / soaking ..3 (pad|pads|tampon|tampons) / pad (an|every) hour / passing clots / large clots`,
      es: `sangrado vaginal / sangr* ..3 vagina / manchado / regla (abundante|muy fuerte) / (empapo|lleno|lleno una) ..3 (toalla|toallas) / coagulos grandes / toalla (cada|por) hora`,
    },
    {
      id: 'soaks-pads',
      name: 'Soaks a pad an hour',
      kind: 'red_flag',
      en: `(soak*|fill*|soaking through|going through) ..4 (pad|pads|tampon|tampons) ..3 (hour|hours|minutes) / (pad|pads) (an|every|per) (hour|30 minutes) / (golf ball|egg|lemon|plum) ..2 clots / clots ..4 (golf ball|egg|lemon|size)`,
      es: `(empap*|llen*) ..4 (toalla|toallas) ..3 (hora|horas|minutos) / (toalla|toallas) (cada|por) hora / coagulos ..4 (grandes|huevo|limon|pelota)`,
    },
    {
      id: 'late-period',
      name: 'Missed period',
      kind: 'symptom',
      en: `missed (my)? period / late period / period is late / positive pregnancy test`,
      es: `no me (baja|ha bajado|bajo) ..1 (regla|periodo)? / retraso / prueba (de embarazo)? positiva`,
    },
    {
      id: 'hand-swelling',
      name: 'Swollen hands or face',
      kind: 'symptom',
      en: `(hands|hand|ankles|feet) ~ <swell>`,
      es: `(manos|tobillos|pies) ~ <swell>`,
    },
  ],
  rules: [
    { id: 'pregnancy-01', outcome: 'emergency', when: 'pregnancy-complication', says: 'Danger sign or birth in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-02', outcome: 'emergency', when: 'vaginal-bleeding|bleeding-any|heavy-bleeding|vision-trouble|face-swelling|hand-swelling|seizure|fainting + pregnant', says: 'Bleeding, sight or swelling signs in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-03', outcome: 'emergency', when: 'soaks-pads', says: 'Soaks a pad an hour or passes large clots', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-04', outcome: 'emergency', when: 'postpartum + heavy-bleeding|vision-trouble|fainting|leg-swelling-one|chest-pain', says: 'Danger sign after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-05', outcome: 'emergency', when: 'late-period + belly-pain|vaginal-bleeding|fainting|shoulder-pain', says: 'Pain or bleeding with a missed period', advice: 'pregnancy', source: 'nhs-ectopic' },
    { id: 'pregnancy-06', outcome: 'soon', when: 'vaginal-bleeding', says: 'Vaginal bleeding', advice: 'bleeding', source: 'medline-bleeding', ask: ['bleed-much'] },
  ], // prettier-ignore
}
