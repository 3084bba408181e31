import type { Family } from '../protocol.ts'

export const diabetes: Family = {
  id: 'diabetes',
  title: 'Diabetes',
  ask: ['sugar-confused', 'sugar-breath', 'sugar-vomit', 'breath-rest'],
  concepts: [
    {
      id: 'low-sugar-symptoms',
      name: 'Low sugar with symptoms',
      kind: 'red_flag',
      en: `(low|dropped|dropping|crashed|crashing) (blood)? sugar / sugar ..3 (low|dropped|crashed|reads lo) / hypoglycemi* / shaky / shaking and sweating / meter (says|reads) lo`,
      es: `azucar ..2 (baja|bajo|bajisima) / bajon de azucar / hipogluc* / se me bajo el azucar / se le bajo el azucar / temblor* y sudor* / (baja|bajon|bajada|crisis) de (azucar|glucosa) / (azucar|glucosa) ..3 (cayo|baja|desplomo) / (temblando|temblor|tembloroso|temblorosa) y (sudo|suda|sudan|sudando|sudor*|sudad*) / me tiembla* las manos y (sudo|suda|sudan|sudando|sudor*|sudad*) / se me baja el azucar`,
    },
    {
      id: 'ketones',
      name: 'Ketones or very high sugar',
      kind: 'red_flag',
      en: `ketone / ketones / dka / ketoacidosis / fruity breath / meter (says|reads) (hi|high) / (glucometer|sugar) reads hi / breath smells (fruity|like nail polish) / (high|moderate|large|positive|purple) ketones / acetone breath / fruity smelling breath / breath smells (sweet|like fruit) / (urine|blood) ketones / dka again / breath ..4 (like|of|smells like|smells of) ..2 (nail polish|acetone|fruit|juicy fruit|pear drops|nail varnish|paint thinner)`,
      es: `cetona* / cetoacidosis / aliento (a)? (fruta|frutas|acetona|afrutado) / glucometro ..2 (hi|alto) / marca hi / (aliento|boca) ..2 (huele|olor|sabe) ..2 (fruta|acetona|quitaesmalte|dulce) / cetonas (altas|positivas|grandes) / cetoacidosis diabetica / tiene cetonas / tengo cetonas / (aliento|boca) ..4 (acetona|quitaesmalte|manzana|esmalte)`,
    },
    {
      id: 'sugar-not-corrected',
      name: 'Sugar does not come up',
      kind: 'symptom',
      en: `sugar ..3 (won't|not|isn't) ..1 (come|coming|go|going) up / still low after (juice|sugar|glucose) / (juice|candy|glucose|tabs|soda|sugar|honey|snack|orange juice) ..4 (didn't|doesn't|not|isn't|won't|hasn't|no) ..4 (help|work|do|bring|raise|touch|anything|nothing|change)`,
      es: `no (me|le)? sube el azucar / azucar no sube / sigue bajo despues / (jugo|dulce|azucar|coca|miel|refresco) ..4 no ..3 (sube|sirve|sirvio|ayuda|ayudo|hizo)`,
    },
    {
      id: 'low-sugar-ill',
      name: 'Low sugar: shaky, sweaty, confused or cannot be raised',
      kind: 'red_flag',
      en: `
        (shaky|shaking|sweaty|sweating|confused|trembling|clammy|jittery|dizzy|faint) ..8 (sugar|glucose|diabetic|insulin|meter|low) / (sugar|glucose|diabetic|insulin|low) ..8 (shaky|shaking|sweaty|sweating|confused|trembling|clammy|jittery|acting drunk|acting weird|passed out|won't wake|faint) / (sugar|glucose|meter|reading) ..4 (won't|not|isn't|can't get it|doesn't) ..2 (come|coming|go|going|get|stay) up / (still low|low again) ..4 (juice|candy|glucose|sugar|tabs)? / hypo and / bottoming out / hypoglycemic (symptom|symptoms|episode|shock|attack)`,
      es: `
        (temblando|temblor*|sudando|sudor|confundid*|mareo|mareado|mareada|tiembl*|fri*) ..8 (azucar|glucosa|diabetic*|insulina|glucometro) / (azucar|glucosa|diabetic*|insulina) ..8 (tembl*|tiembl*|sudo|suda|sudan|sudando|sudor*|sudad*|confund*|confus*|desmay*|no (responde|despierta)|mare*|fri*) / (azucar|glucosa) ..4 no ..2 (sube|subio|quiere subir) / sigue (baja|bajo) ..4 (jugo|dulce|azucar)? / hipoglucemia`,
    },
    {
      id: 'meter-lo',
      name: 'Meter reads LO',
      kind: 'red_flag',
      en: `
        (meter|glucometer|dexcom|cgm|libre|monitor|machine|sugar|glucose) ..3 (says|reads|reading|shows|said|is)? ..1 lo / (meter|glucometer|dexcom|cgm|libre) ..2 (urgent low|low alarm|under 40|below 40|error low)`,
      es: `
        (glucometro|medidor|aparato|sensor|azucar) ..3 (dice|marca|sale|lee|pone) ..1 (lo|bajo|low)`,
    },
    {
      id: 'meter-hi',
      name: 'Meter reads HI',
      kind: 'red_flag',
      en: `
        (meter|glucometer|dexcom|cgm|libre|monitor|machine|sugar|glucose) ..3 (says|reads|reading|shows|said|is|just says) ..1 (hi|high) / off the charts ..3 sugar / sugar ..4 (off the charts|too high to read|over 600|over 500)`,
      es: `
        (glucometro|medidor|aparato|sensor|azucar) ..3 (dice|marca|sale|lee|pone) ..1 (hi|alto|high) / azucar ..3 (por las nubes|altisim*)`,
    },
    {
      id: 'deep-breathing',
      name: 'Deep, fast breathing',
      kind: 'red_flag',
      en: `
        (breathing|breaths|breathe) ..2 (deep and fast|fast and deep|really deep|deep|heavy and fast) / (deep|fast|rapid) (and|,)? (fast|deep|heavy)? breathing / kussmaul / breathing (like|as if|as though) ..5 (race|marathon|ran|run|sprint*)`,
      es: `
        respira* ..2 (profundo|hondo|rapido y hondo|profundo y rapido) / respiracion (profunda|honda) / (respira|respirando|respiro) ..3 (hondo|profundo|rapido y fuerte|agitado y profundo) / respiracion de kussmaul / respiraciones (hondas|profundas|largas|rapidas y profundas) / respira como si ..5 (corr*|carrera|maraton)`,
    },
    {
      id: 'very-thirsty',
      name: 'Very thirsty and passes a lot of urine',
      kind: 'symptom',
      en: `
        (drinking|thirsty|thirst|drinks) ..8 (peeing|pees|urinat*|pee|nonstop) / (peeing|pees|urinat*) ..8 (drinking|thirsty|thirst|drinks) / (always|so|really|very|extremely|constantly) thirsty / can't quench / peeing (all the time|constantly|nonstop|every hour) / (drunk|drank|drinking|drinks) ..2 (everything|every drop|gallons|litres|liters|jugs|pints|bottle after bottle|glass after glass|the tap dry|the house dry|nonstop|non stop|constantly) / (drunk|drank|drinking) ..3 ((in the (house|fridge))|dry) / (drinking|thirsty|thirst|drinks) ..8 (weeing|wees|wee) / (weeing|wees|wee) ..8 (thirsty|thirst)`,
      es: `
        (sed|bebe|toma agua|tomando agua) ..8 (orin*|pipi|bano) / (orin*|pipi) ..8 (sed|agua) / mucha sed / muchisima sed / tiene sed todo el tiempo / orina a cada rato / (toma|tomado|tomo|bebe|bebido|bebio) ..3 (agua|refresco|jugo|todo|litros|garrafon|garrafones|vaso tras vaso) ..3 (sin parar|como loc*|litros|a cada rato|de la casa|del refri|tras (vaso|botella))`,
      nearMisses: `bebe ..2 (suero|agua|liquidos) ..2 (a|en)? sorb* / sips of / drinks (well|normally|enough) / drinking (well|normally|enough) / (drunk|drank|drinking|drinks|tomo|bebio|tomado) ..5 (vodka|whisky|whiskey|beer|wine|gin|rum|booze|alcohol|tequila|cerveza|vino|ron|mezcal|cervezas|beers)`,
    },
    {
      id: 'insulin-out',
      name: 'Has no insulin or missed it',
      kind: 'red_flag',
      en: `
        (out of|ran out of|run out of|no|without|lost|forgot|missed|skipped|don't have|can't afford|haven't had) ..4 insulin / insulin ..4 (ran out|gone|expired|broke|froze|empty|missed|stopped working) / (pump|pod) ..3 (failed|fell off|stopped|not working|occlusion|alarm*) / insulin ..6 (cooked|got hot|too hot|got warm|too warm|froze|frozen|spoiled|spoilt|smashed|in the sun|last pen|last dose|last vial|left behind) / (last|only one|only) ..2 (dose|pen|vial) of ..1 insulin / (spoiled|spoilt|ruined|cooked|froze|killed|broke|smashed|dropped) ..2 insulin / insulin ..8 (tonight only|today only|one dose left|last one)`,
      es: `
        (se (me|le) (acabo|termino)|sin|no tengo|no me puse|perdi|olvide) ..3 insulina / insulina ..4 (acabo|termino|no tengo|se echo a perder) / bomba ..3 (fallo|no funciona|no sirve|se despego) / insulina ..8 (cocin*|cocio|calent*|echo a perder|hecho a perder|congel*|sin refri*|se (me)? ..1 (daño|arruino|quebro|rompio|quedo|perdio|olvido|acaba|termina)|ultima (pluma|dosis|ampolleta)|queda para|quedan para|para hoy nada mas) / (ultima|ultimo|queda) ..3 (dosis|pluma|frasco) de ..1 insulina / (arruino|echo a perder|cocino|congelo|quebro|rompio) ..3 insulina`,
      nearMisses: `(insulin|insulina) ..6 (room temperature|temperatura ambiente)`,
    },
    {
      id: 'foot-ulcer',
      name: 'Foot sore with diabetes',
      kind: 'symptom',
      en: `
        (foot|toe|heel|feet) ..4 (ulcer|sore|wound|blister|black|smells|hole) / (ulcer|sore|wound|blister|hole) ..4 (foot|toe|heel|feet)`,
      es: `
        (pie|dedo del pie|talon|pies) ..4 (ulcera|llaga|herida|ampolla|negro|huele) / (ulcera|llaga|herida|ampolla) ..4 (pie|dedo|talon|pies)`,
      nearMisses: `(feet|foot|shoes|socks) that smell / sweaty feet ..6 / (ampolla|blister) ..12 (botas|zapatos|zapatillas|boots|shoes) / (stubbed|banged|bumped|hit) ..2 toe ..5 / hole ..2 (sock|shoe) / suela / crack* ..4 heels / heels ..3 crack* / talon* ..4 (rajad*|agrietad*|partid*)`,
    },
    {
      id: 'sugar-drift',
      name: 'Sugars drift',
      kind: 'symptom',
      en: `
        (sugar|sugars|numbers|glucose|readings|fasting) ..6 (crept up|creeping up|going up|higher|running high|all over the place|up and down|rising|high lately) / (fasting|morning) ..3 (sugar|sugars|glucose|readings) ..4 (between|around|at|of|in the|running) ..1 <number>`,
      es: `
        (azucar|glucosa|niveles) ..6 (subiendo|mas alt*|sube y baja|alta ultimamente|descontrolad*) / (azucar|glucosa) ..2 (en ayunas|de ayunas) ..5 <number> / (azucar|glucosa) ..3 (anda|andan|sale|salen|viene) ..3 (<number>|alta|altas) ..3 (toda la semana|diario|todos los dias|cada manana|desde)`,
    },
    {
      id: 'hypo-often',
      name: 'Low sugars again and again',
      kind: 'symptom',
      en: `(<number>|two|three|four|five|six|several|lots of|more|many) (hypos|lows|low sugars)`,
      es: `(<number>|dos|tres|cuatro|cinco|varias|muchas) (hipos de azucar|bajones de azucar|hipoglucemias|hipoglicemias|bajadas de azucar|bajas de azucar)`,
    },
  ],
  rules: [
    { id: 'diabetes-01', outcome: 'emergency', when: 'ketones', says: 'Ketones or a meter that reads HI', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-02', outcome: 'emergency', when: 'low-sugar-symptoms + confusion|unconscious|sugar-not-corrected|seizure|fainting', says: 'Low sugar with a danger sign', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-03', outcome: 'urgent', when: 'low-sugar-symptoms', says: 'Low sugar', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-04', outcome: 'emergency', when: 'low-sugar-ill + diabetes|on-insulin|low-sugar-symptoms|meter-lo|confusion|unconscious|sugar-not-corrected', says: 'Low sugar with symptoms or not coming up', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-05', outcome: 'urgent', when: 'low-sugar-ill', says: 'Maybe low sugar', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-06', outcome: 'emergency', when: 'meter-lo', says: 'Meter reads LO', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-07', outcome: 'emergency', when: 'meter-hi', says: 'Meter reads HI', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-08', outcome: 'emergency', when: 'very-thirsty + vomiting|weight-loss|confusion|deep-breathing|sleepy|belly-pain + vomiting|confusion|deep-breathing|sleepy|belly-pain', says: 'Very thirsty and ill: perhaps new diabetes', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-30', outcome: 'emergency', when: 'ketones + vomiting|deep-breathing|belly-pain|sleepy|confusion|weight-loss', says: 'Breath of ketones, and ill', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-09', outcome: 'urgent', when: 'very-thirsty + weight-loss|tired-said|age-child|blurry-said|diabetes', says: 'Very thirsty with another sign of high sugar', advice: 'diabetes', source: 'cdc-diabetes-signs' },
    { id: 'diabetes-10', outcome: 'soon', when: 'very-thirsty', says: 'Very thirsty', advice: 'diabetes', source: 'cdc-diabetes-signs' },
    { id: 'diabetes-11', outcome: 'emergency', when: 'insulin-out + vomiting|ketones|confusion|deep-breathing|belly-pain|sleepy|meter-hi', says: 'No insulin and ill', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-12', outcome: 'urgent', when: 'insulin-out', says: 'No insulin', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-13', outcome: 'emergency', when: 'diabetes|on-insulin + confusion|unconscious|deep-breathing|seizure', says: 'Diabetes with confusion or deep breathing', advice: 'diabetes', source: 'cdc-low-sugar' },
    { id: 'diabetes-14', outcome: 'urgent', when: 'foot-ulcer + diabetes|fever|black-skin|wound-infected|on-insulin', says: 'Foot sore with diabetes or infection', advice: 'wound', source: 'nhs-wound' },
    { id: 'diabetes-15', outcome: 'soon', when: 'foot-ulcer', says: 'Foot sore', advice: 'wound', source: 'nhs-wound' },
    { id: 'diabetes-16', outcome: 'urgent', when: 'diabetes|on-insulin + vomiting|keeps-nothing-down', says: 'Diabetes and vomiting', advice: 'diabetes', source: 'cdc-dka' },
    { id: 'diabetes-17', outcome: 'soon', when: 'diabetes|on-insulin + sugar-drift', says: 'Sugars drift up or down', advice: 'diabetes', source: 'cdc-diabetes-signs' },
    { id: 'diabetes-50', outcome: 'soon', when: 'sugar-drift + diabetes|on-insulin|long-days|for-a-week|long-time|worse-said', says: 'Sugars drift', advice: 'diabetes', source: 'cdc-diabetes-signs' },
    { id: 'diabetes-40', outcome: 'urgent', when: 'very-thirsty + bedwetting|weight-loss|many-times|tired-said + child-said|age-child', says: 'A child that is very thirsty and wets the bed or gets thin', advice: 'diabetes', source: 'cdc-diabetes-signs' },
    { id: 'diabetes-41', outcome: 'urgent', when: 'hypo-often + diabetes|on-insulin', says: 'Low sugars again and again', advice: 'diabetes', source: 'cdc-low-sugar' },
  ], // prettier-ignore
  questions: [
    { id: 'sugar-confused', about: 'confusion', en: 'Is the person confused or hard to talk to?', es: '¿Está la persona confundida o cuesta hablarle?' },
    { id: 'sugar-breath', about: 'deep-breathing', en: 'Is the breath deep and fast, or does it smell like fruit?', es: '¿Respira hondo y rápido, o huele a fruta?' },
    { id: 'sugar-vomit', about: 'ketones', en: 'Are there ketones? Or do you throw up again and again?', es: '¿Hay cetonas o vómito que no para?' },
  ], // prettier-ignore
}
