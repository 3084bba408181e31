import type { Family } from '../protocol.ts'

export const mind: Family = {
  id: 'mind',
  title: 'Mood, worry and sleep',
  ask: ['wake-q', 'mind-voices', 'chest-pain-q'],
  concepts: [
    {
      id: 'mental',
      name: 'Low mood or worry',
      kind: 'symptom',
      en: `depress* / anxiety / anxious / panic attack / panic attacks / can't sleep / insomnia / stressed / feeling down / postpartum depression / hearing voices / manic / withdrawal / (felt|feels|feel|feeling) low / low mood / lost interest in ..3 (hobbies|everything|things) / no interest in (anything|things) / (spells|attacks|bouts) of (worry|anxiety|panic) / trouble concentrating / (worry|worries|worrying) ..3 every day / (been|feeling|felt) ..1 (low|flat|down in the dumps|blue|so down) ..3 (since|for|lately|weeks|months) / not enjoying ..2 (stuff|things|anything|life|much|hobbies) / (no|lost) ..1 (interest|pleasure|joy) in / (nothing|no thing) (is|feels)? ..1 (fun|enjoyable) anymore / waking at (3|4|5|three|four|five) ..4 (can't|every|and|not)?`,
      es: `depre* / deprimid* / ansiedad / ansios* / ataque de panico / no puedo dormir / insomnio / estres* / oigo voces / tristeza / muy triste / abstinencia / bajon* ..3 animo / sin ganas de nada / (ando|anda|estoy|esta|me siento|se siente|sigo) ..2 (bajonead*|decaid* de animo|apachurrad*|desanimad*|agüitad*|triste) ..4 (semanas|meses|desde|tiempo) / (ya)? no (disfruto|disfruta) ..2 (nada|las cosas|lo que) / (se me|se le) quitaron las ganas de (todo|hacer) / (bajonead*|achicopalad*|apachurrad*|aguitad*|depre|decaid* de animo) / no (me dan|tengo|me da) ganas de nada / sin ganas de nada`,
      nearMisses: `stress ..1 ball / (low|down) (on|in|to|by) / (sugar|sugars|iron|stock|battery|pressure|fever|azucar|hierro) ..4 (low|down) / (system|website|portal|app|server|internet|line|phone|elevator|site) ..3 down / come* down / blue (shield|cross|form|light) / (asoleo|asolearme|me da pena|ando estresad*) ..6 / stress probably / (probably|maybe) (the)? stress`,
    },
    {
      id: 'postnatal-low',
      name: 'Low after a birth, or horrible pictures of the baby',
      kind: 'symptom',
      en: `(don't|dont|do not|can't|cannot|didn't) feel (anything|love|a bond|bonded|connected) ..2 (for|with|to) ..1 (him|her|it|the baby|my baby|baby) / (no|not) (bond|bonded|bonding|love|feelings) ..2 (for|with|to) ..1 (him|her|the baby|my baby|baby) / cry in the (shower|bath|car) ..8 (baby|he|she|hear) / (horrible|awful|scary|intrusive|terrible|dark) ..1 (thoughts|images|pictures|flashes) ..12 (baby|newborn|dropping|drop|stairs|window|pram|harm) / (baby|newborn) ..12 (horrible|awful|scary|intrusive|terrible|dark) ..1 (thoughts|images|pictures|flashes) / feel nothing ..1 (for|towards|toward) ..1 (him|her|the baby|my baby|baby) / (weeks|days|months) after ..2 birth ..8 (cry|crying|numb|empty|hopeless)`,
      es: `no (siento|sentia) ..2 (nada|amor|carino|apego) ..2 (por|con|hacia) ..1 (el|ella|mi bebe|la bebe|mi hijo|mi hija|la nena|el nene) / (lloro|lloraba) en (la ducha|el bano|la regadera) ..8 (bebe|oiga|vea) / (imagenes|pensamientos|ideas) ..1 (feas|feos|horribles|malas|malos|espantosas) ..12 (bebe|nena|nene|hijo|hija|cae|ventana|escalera|dano) / (bebe|nena|nene|hijo|hija) ..12 (imagenes|pensamientos|ideas) ..1 (feas|feos|horribles|malas|malos|espantosas) / (semanas|dias|meses) (del parto|de parida|despues del parto) ..8 (lloro|llora|vaci*|sin ganas)`,
    },
    {
      id: 'panic',
      name: 'Panic or worry',
      kind: 'symptom',
      en: `
        panic (attack|attacks) / panicking / anxiety (attack|attacks)`,
      es: `
        (ataque|ataques|crisis) de (panico|ansiedad|nervios)`,
    },
    {
      id: 'psychosis',
      name: 'Hears voices or has lost touch',
      kind: 'red_flag',
      en: `
        (hearing|hears|hear) ..2 voices / (voices|voice) ..3 (telling|tell|talk*|head) / (paranoid|people are following|they are watching|watching me|being followed|poisoning my food|cameras in) / (hallucinat*|delusion*|psychosis|psychotic|manic|mania) / hasn't slept ..3 (days|nights) / (neighbors|neighbours|neighbor|neighbour|people|government|they|someone|somebody|tv|radio|phone) ..4 (putting|sending|inserting|planting|stealing|reading|broadcasting) ..2 (thoughts|ideas|mind|messages in my) / (thoughts|mind) ..4 (through|into|in|by|from) the (wifi|wi fi|radio|tv|walls|phone|vents) / (neighbors|neighbours|neighbor|neighbour|people|government|they|someone) ..4 (send|sends|send me|sends me) ..2 (thoughts|messages|signals) ..4 (through|television|tv|radio|wifi|lights)`,
      es: `
        (oigo|oye|escucha|escucho) ..2 voces / (voces) ..3 (dicen|hablan|cabeza) / (paranoi*|me siguen|me persiguen|me vigilan|me espian) / (alucin*|delirio*|psicosis|psicotic*|maniaco|maniaca) / no (ha|he) dormido ..3 (dias|noches) / (vecinos|vecina|gobierno|gente|tele|radio|celular|alguien) ..4 (meten|mete|mandan|ponen|pone|roban|roba|leen|lee) ..3 (pensamientos|ideas|mente|mensajes secretos)`,
      nearMisses: `hear my own voice`,
    },
    {
      id: 'nervous-visit',
      name: 'Nervous about a visit',
      kind: 'mild',
      en: `
        (anxious|nervous|scared|worried|afraid|terrified) ..3 (about|of|for) ..3 (my|the)? ..1 (blood draw|surgery|procedure|appointment|visit|mri|needle|needles|shot|test|scan|colonoscopy|results|dentist) / (worry|worried|worrying) this much / (sure|convinced|afraid) i have (something|cancer) ..1 (awful|terrible|bad|serious|horrible)? / googling ..3 (things|symptoms|everything|it)?`,
      es: `
        (nervios*|ansios*|preocupad*|miedo|asustad*) ..4 (cirugia|operacion|cita|procedimiento|analisis|examen|resonancia|resultados|inyeccion|estudio) / (segura|seguro|convencida|convencido) de que tengo algo ..1 (malo|grave|feo)? / buscando en (google|internet) ..2 (sintomas|todo)?`,
      nearMisses: `google* ..4 (terrif*|scar*|freak*)`,
    },
    {
      id: 'sleep',
      name: 'Sleep',
      kind: 'symptom',
      en: `
        (can't|cannot|trouble|hard to|not) ..1 sleep* ..4 (nights|weeks|lately|through)? / insomnia / wake up at night / snor* / lying awake / lie awake / awake ..2 nights / toss* and turn*`,
      es: `
        no puedo dormir / insomnio / desvel* / duermo mal`,
    },
    {
      id: 'eye-twitch',
      name: 'Eye twitch',
      kind: 'mild',
      en: `
        eye ..2 (twitch*|twitches)`,
      es: `
        (brinca|tiembla|tic) ..3 (ojo|parpado)`,
    },
  ],
  rules: [
    { id: 'common-06', outcome: 'soon', when: 'mental', says: 'Low mood, worry or sleeplessness', advice: 'nurse', source: 'nhs-988' },
    { id: 'mind-01', outcome: 'urgent', when: 'psychosis', says: 'Hears voices or has lost touch', advice: 'nurse', source: 'nhs-988' },
    { id: 'mind-40', outcome: 'urgent', when: 'postnatal-low', says: 'Low after a birth, or horrible pictures of the baby', advice: 'nurse', source: 'nhs-postnatal' },
    { id: 'mind-02', outcome: 'soon', when: 'panic', says: 'Panic', advice: 'nurse', source: 'nhs-988', ask: ['breath-rest', 'chest-pain-q'] },
    { id: 'mind-03', outcome: 'routine', when: 'nervous-visit', says: 'Nervous about a visit', advice: 'nurse', source: 'nhs-988' },
    { id: 'mind-04', outcome: 'routine', when: 'sleep|eye-twitch', says: 'Sleep or a twitch', advice: 'nurse', source: 'nhs-common' },
  ], // prettier-ignore
  questions: [
    { id: 'mind-voices', about: 'psychosis', en: 'Do you hear or see things that others do not?', es: '¿Oye o ve cosas que los demás no?' },
  ], // prettier-ignore
}
