import type { Family } from '../protocol.ts'

export const heart: Family = {
  id: 'heart',
  title: 'The heart beside chest pain: effort, beat, devices, infection',
  ask: ['chest-pain-q', 'breath-rest', 'chest-faint-q', 'chest-sweat-q'],
  concepts: [
    {
      id: 'effort-chest',
      name: 'Chest or arm trouble on effort that eases with rest',
      kind: 'red_flag',
      en: `(chest|jaw|arm|breastbone) ..4 (tight|tightness|ache|aches|pressure|heavy|squeeze|squeezes|hurts|pain) ..5 (stairs|uphill|walk|walking|exercise|treadmill|mowing|shoveling|climb) / (walk|walking|stairs|uphill|exercise) ..6 (chest|jaw) ..3 (tight|tightens|hurts|aches|pressure|pain|squeezes) / angina ..4 (worse|more often|at rest|again|changed|not going away)`,
      es: `(pecho|mandibula|brazo) ..4 (aprieta|apretado|duele|presion|pesado|oprime|dolor) ..5 (escaleras|subir|subo|camino|caminar|ejercicio|esfuerzo|cuesta) / (camino|caminar|subo|subir|escaleras|esfuerzo) ..6 (pecho|mandibula) ..3 (aprieta|duele|oprime|presion) / angina ..4 (peor|mas seguido|en reposo|otra vez|no se quita)`,
    },
    {
      id: 'slow-heart',
      name: 'Heart beats very slowly',
      kind: 'red_flag',
      en: `(heart|pulse|heartbeat|heart rate) ..3 (very slow|too slow|so slow|super slow|slow and|barely beating|in the 30s|in the thirties|dropping low|crawling|down to 38|under 40|below 40|stops for)`,
      es: `(corazon|pulso|latidos|ritmo) ..3 (muy lento|muy despacio|bien despacio|despacito|bien lento|demasiado lento|se para|lentisimo|muy bajo|en treinta|en 30) / (late|palpita) ..3 (despacio|despacito|lento|lentisimo)`,
    },
    {
      id: 'heart-device-alarm',
      name: 'Heart pump, pacemaker or vest alarms',
      kind: 'red_flag',
      en: `(pacemaker|defibrillator|icd|lvad|heart pump|life vest|lifevest|heart device) ..5 (beeping|beeps|alarm|alarms|alarming|vibrating|buzzing|not working|stopped|battery|hot|sticking out|infected|red) / (lvad|heart pump|controller) ..8 (red|low flow|beeping|alarm*|flashing)`,
      es: `(marcapasos|desfibrilador|dai|bomba del corazon|chaleco|aparato del corazon) ..5 (suena|sonando|pita|pitando|alarma|vibra|vibrando|no funciona|se paro|bateria|caliente|salido|infectado|rojo) / (lvad|aparatito del corazon|aparato del corazon|bomba del corazon|maquina del corazon|aparato ..2 corazon ..6) ..10 (pita*|suena|sonando|alarma*|luz roja|en rojo|flujo bajo|bajo flujo) / lvad ..10 (pita*|suena|alarma*|rojo|flujo)`,
    },
    {
      id: 'heart-infection',
      name: 'Fever with a heart valve, murmur or needle use',
      kind: 'red_flag',
      en: `(heart valve|artificial valve|mechanical valve|new valve|endocarditis|valve replacement|inject drugs|shoot up|iv drugs) ..8 (fever|chills|night sweats|sweats|temperature|spots)  / (fever|chills|sweats) ..8 (heart valve|artificial valve|mechanical valve|endocarditis|inject drugs|iv drugs|shoot up)`,
      es: `(valvula|endocarditis|protesis valvular|me inyecto|se inyecta|drogas inyectadas) ..8 (fiebre|calentura|escalofrios|sudores|manchas) / (fiebre|calentura|escalofrios) ..8 (valvula|endocarditis|me inyecto|se inyecta|drogas)`,
    },
    {
      id: 'flutter-brief',
      name: 'Single extra beats',
      kind: 'symptom',
      en: `(heart|chest) ..3 (skips|skipped|flutters|flip flops|flutter) ..3 (beat|beats|now and then|sometimes|once)? / (extra|skipped) beats`,
      es: `(corazon|pecho) ..3 (brinca|salta|revolotea|da un brinco) ..3 (a veces|de vez en cuando)? / latidos (extra|de mas) / (saltos|brincos|vuelcos|saltitos|brinquitos|vuelco|brinco) ..4 (pecho|corazon) / corazon ..4 (se traba|salta|se salta|da un (vuelco|golpe|salto|brinco)|hace pausa) / corazon ..5 (brinquito*|brinco|brincos|saltito*|salto|saltos)`,
    },
    {
      id: 'ankles-evening',
      name: 'Ankles swell in the evening',
      kind: 'mild',
      en: `(socks|sock) ..2 (leave|leaves) ..2 (mark|marks|dent|dents) / (feet|ankles) ..3 (puffy|swell) ..4 (end of the day|evening|standing all day|hot days)`,
      es: `(calcetines|calcetin) ..3 (marca|marcas) / (pies|tobillos) ..3 (hinchan|hinchados) ..4 (en la tarde|al final del dia|por el calor|de estar parad*) / (final del dia|fin del dia|tarde|noche|anochecer) ..8 (tobillos|pies) ..4 (como botas|hinch*|inflad*|inflam*) / (media|medias|calcetin|calcetines|elastico) ..4 (marca*|surco|huella) / se me marca ..4 (media|calcetin|elastico|calceta)`,
    },
  ],
  rules: [
    { id: 'heart-01', outcome: 'emergency', when: 'effort-chest', says: 'Chest or arm trouble on effort', advice: 'chest', source: 'cdc-heart' },
    { id: 'heart-02', outcome: 'emergency', when: 'slow-heart + dizzy|fainting|weak-said|confusion|short-of-breath|chest-pain|heart-pill|overdose|double-dose|pale|sweating', says: 'Very slow heart with a danger sign', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'heart-03', outcome: 'urgent', when: 'slow-heart', says: 'Very slow heart', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'heart-04', outcome: 'emergency', when: 'heart-device-alarm', says: 'Heart device alarms or is infected', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'heart-05', outcome: 'emergency', when: 'heart-infection', says: 'Fever with a heart valve or needle use', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'heart-06', outcome: 'soon', when: 'flutter-brief', says: 'Extra beats', advice: 'nurse', source: 'nhs-palpitations', ask: ['chest-faint-q', 'chest-pain-q', 'breath-rest'] },
    { id: 'heart-07', outcome: 'routine', when: 'ankles-evening', says: 'Ankles swell by evening', advice: 'nurse', source: 'medline-common' },
  ], // prettier-ignore
}
