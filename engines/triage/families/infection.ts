import type { Family } from '../protocol.ts'

export const infection: Family = {
  id: 'infection',
  title: 'Fever and infection',
  ask: ['fever-awake', 'breath-rest', 'neuro-neck', 'fever-spots'],
  concepts: [
    {
      id: 'fever',
      name: 'Fever',
      kind: 'symptom',
      en: `fever / fevers / feverish / febrile / high temperature / running a temp / running a temperature / temp is high / burning up / chills / rigors / temperature of / (forehead|head|skin|body|baby|he|she) ..2 (hot|burning) ..2 (touch|to touch|up)? / (burning|roasting) (up|hot) / (shivering|shivers|shakes|teeth chattering) ..4 (blankets|cold|chills)? / under ..2 blankets`,
      es: `fiebre / calentura / temperatura alta / febril / escalofrio / escalofrios / esta ardiendo / hirviendo en fiebre / destemplad* / (frente|cuerpo|piel) ..2 (caliente|hirviendo|ardiendo) / (temblando|tiritando) ..3 (frio|cobijas) / calenturient* / bajo ..2 cobijas / fiebrecilla / calenturita / febricula`,
      nearMisses: `yellow fever (done|vaccine|vaccination|one|shot|jab|there|here|certificate|card|yet) / (give|need|get|want|about|against|said|do|take) yellow fever / (la|de la|contra la|para la|vacuna*) fiebre amarilla / temperature ..3 <number> / temp ..2 <number> / temperatura ..3 <number> / <number> ..2 de temperatura / afebrile / afebril / hot (shower|showers|water|bath|baths|drink|drinks|tea|coffee|food|pan|stove) / (sin|no) temperatura / fibre / fiber / fibra
        shake (it|them|my hand|my hands|my arm|my head|his head|her head) (out|off|no|yes|awake)? / (milk|protein|a) shake / shake (well|the bottle|before) / (hand|hands|fingers|voice|leg|legs|arms|head) (still|just|always|really)? ..1 (shake|shakes) (when|while|if|on|a bit|a little|more) / (low|slight|mild|brief|low grade) fever ..3 (gone|over|passed|settled) / (shake|shakes|shaking) ..3 (hand|hands|head) / shake of ..2 hands / shakes (the|his|her|my|it|them) / fever ..6 (ended|gone|over|stopped|settled|resolved|broke) ..1 (last night|yesterday|today|now|this morning|days ago) / (nobody|no one|nadie) ..1 (has|have|had|tiene|tuvo|with|con) ..1 (a|any)? ..1 (fever|temperature|fiebre|calentura) / (fuego|calentura|calenturas) ..2 (en|del|el) ..2 (labio|labios|boca) / (cedar|hay|cabin|baby|spring|dance) fever / fiebre del heno`,
    },
    {
      id: 'high-fever',
      name: 'High fever',
      kind: 'symptom',
      en: `(high|very high|bad|spiking|raging) fever / burning up`,
      es: `fiebre (alta|muy alta|altisima) / mucha (fiebre|calentura) / ardiendo en fiebre / hirviendo en fiebre`,
      nearMisses: `fever ..6 (ended|gone|over|stopped|settled|resolved|broke) ..1 (last night|yesterday|today|now|this morning|days ago)`,
    },
    {
      id: 'fever-days',
      name: 'Fever for days',
      kind: 'symptom',
      en: `fever ..4 (4 days|5 days|6 days|7 days|week|a week|four days|five days) / (4|5|6|7|four|five) days of fever`,
      es: `fiebre ..4 (4 dias|5 dias|6 dias|7 dias|una semana|cuatro dias|cinco dias) / (4|5|6|7|cuatro|cinco) dias con fiebre`,
      nearMisses: `fever ..6 (ended|gone|over|stopped|settled|resolved|broke) ..1 (last night|yesterday|today|now|this morning|days ago)`,
    },
    {
      id: 'scarlet-signs',
      name: 'Rash like sandpaper, tongue like a strawberry',
      kind: 'symptom',
      en: `(sandpaper|sandpapery|sand paper) ..3 (rash|skin|spots|feel) / (rash|skin) ..4 (sandpaper|sandpapery|sand paper|like grit) / strawberry tongue / tongue ..4 strawberry / scarlet fever / scarlatina`,
      es: `(lija|aspera|aspero) ..4 (piel|sarpullido|ronchas|granitos) / (piel|sarpullido|ronchas|granitos|erupcion) ..5 (lija|asper*) / lengua ..4 (fresa|frambuesa|aframbuesada) / escarlatina`,
      nearMisses: `(dry|seca|reseca|keratosis|queratosis|arms|brazos) ..6 (sandpaper|lija|asper*)`,
    },
    {
      id: 'sepsis-signs',
      name: 'Signs of sepsis',
      kind: 'red_flag',
      en: `sepsis / septic / blood poisoning / blood infection / (cold|clammy|mottled|blotchy) (hands and feet|skin|hands) ..4 (fever|confused|shivering)? / shaking chills / (shivering|shaking|rigors) ..4 (fever|uncontrollably|infection) / fever ..4 (shaking|rigors|confused|can't stay awake|teeth chattering) / feel like i am (going to die|dying) / (thought|think|feel|feels|feeling) ..2 (i am|i'm|im|like) dying / flesh eating / haven't peed ..3 (day|hours|all day) / (infection|wound) ..4 (spreading fast|spreading quickly|spreading up) / mottled skin / necrotizing / sense of doom`,
      es: `sepsis / septicemia / septico / infeccion en la sangre / envenenamiento de la sangre / (piel|manos|pies) ..2 (moteada|moteado|fria y|frias y|manchada) / (temblando|temblor|escalofrios|tiritando) ..4 (fiebre|fuertes|sin control|mucho) / fiebre ..4 (temblor*|temblando|confus*|no despierta) / (siento|siente) que (me muero|se muere|me voy a morir) / infeccion ..4 (extiende|avanzando|corriendo) / no he orinado ..3 (dia|horas) / bacteria come carne / fascitis / sensacion de muerte / piel moteada`,
    },
    {
      id: 'wound-infected',
      name: 'Infected wound',
      kind: 'symptom',
      en: `(wound|incision|cut|stitches|surgical site|staples|skin|foot|toe) ..5 (infected|pus|oozing|red and|hot|opened|open|draining|smells|spreading|swollen|redness) / pus / cellulitis / abscess / infected (cut|wound|toe|finger|bite) / redness (is)? spreading / foot (sore|ulcer) / (scar|skin|wound|incision|cut) ..8 (red|hot|warm) ..6 (pus|oozing|weeping|discharge) / (drop|drops|bead|bit|blob) of pus`,
      es: `(herida|incision|cortada|puntos|sutura) ..5 (infectad*|pus|supura*|roja|caliente|abrio|abierta|huele|hinchad*) / pus / celulitis / absceso / infectad* / ulcera en el pie / (cicatriz|herida|incision|puntos|operacion|cirugia) ..10 (roj*|colorad*) ..6 (calient*|calientit*|pus|materia|supur*|hinchad*) / gotita* de (pus|materia) / (gotita|gotitas|gota|gotas|poquito|sale|salio) de (pus|materia)`,
      nearMisses: `(feet|foot|shoes|socks|armpit*) that smell / sweaty feet ..6 / cut in (your|the|my|our|their) (hours|pay|budget|price|prices|benefits|coverage|staff) / (nail|toenail|fingernail|ingrown|hangnail|stye|pimple|zit|padrastro|encarnad*|enterrad*|grano|espinilla|barro) ..14 pus / pus ..6 (nail|toenail|pimple|zit|stye|grano|espinilla|barro)`,
    },
    {
      id: 'red-patch-grows',
      name: 'A red patch that grows',
      kind: 'symptom',
      en: `(red|redness|reddish) ..2 (patch|area|spot|ring|circle|splotch|skin|zone) ..8 (bigger|growing|grew|grown|spreading|spread|doubled|size of|as big as|wider|larger) / (redness|red) ..4 (spreading|growing|bigger|doubled|moving out|past the line|outside the line) / (was|from) (a|the size of a) (dime|quarter|coin|nickel|penny|pea|egg) ..8 (red|palm|now|yesterday|hot)`,
      es: `(rojo|rojez|enrojec*|colorad*|mancha roja|roncha roja) ..6 (crec*|extiend*|extend*|agrand*|mas grande|del tamano|avanz*|corriendo) / (era|estaba) como (una moneda|un garbanzo|un huevo) ..8 (rojo|roja|palma|ayer) / (mancha|rojo|rojez|enrojecimiento|colorado) ..4 (corrido|corrio|avanz*|crec*|extend*|subido) ..4 (dedos|horas|cm|centimetros)`,
      nearMisses: `(birthmark|lunar|area code) ..2 / del tamano de una (moneda|uña) ..3 (peso|diez|cinco)?`,
    },
    {
      id: 'pain-beyond',
      name: 'Pain worse than it looks',
      kind: 'symptom',
      en: `(hurts|hurt|pain|painful|aches) ..5 (worse|more|way more|times worse) ..2 than (it|how it) looks / pain ..2 out of proportion / (dusky|purple|grey|gray|black|bruised) ..3 (in the middle|center|centre|in the center|middle)`,
      es: `duele ..4 (mas|peor) de lo que se ve / (dolor) desproporcionad* / (morad*|negr*|gris) ..3 (en el centro|en medio) / dolor ..4 desproporcion* / (sabana|ropa|roce) ..4 (ni|no) ..3 (aguant*|soport*) / no (me dejo|aguanto|soporto) ..3 (sabana|roce|ropa)`,
    },
    {
      id: 'rigors',
      name: 'Shaking chills',
      kind: 'red_flag',
      en: `
        shaking chills / (shaking|shivering|trembling|teeth chattering) ..4 (chills|fever|uncontrollably|so hard|like crazy|violently|can't stop|can't get warm) / (fever|temp|chills|infection|uti) ..6 (shaking|rigors|teeth chattering|shivering so) / rigors / bad chills / can't stop (shaking|shivering) / uncontrollable (shaking|shivering) / (freezing|shivering|frozen|icy) then ..1 (dripping|sweating|boiling|burning|drenched|soaked|roasting) / (shivers|chills|freezing) then ..1 sweats`,
      es: `
        (escalofrios|temblor|temblores|tiritando|temblando) ..4 (fuertes|sin control|fiebre|mucho|no paran|horribles|bien feo) / (fiebre|calentura|infeccion) ..6 (tembl*|tirit*|escalofrio*) / no (paro|para|deja) de (temblar|tiritar) / tiembl* de frio / castaneteo / tembladera / (frio|helad*|escalofrios|temblando|tiritando) (y|luego|despues|y luego|y despues) ..1 (sudando|sudor*|sudo|empapad*|calor|hirviendo|ardiendo)`,
      nearMisses: `(hot flash*|hot flush*|menopause|bochornos|sofocos)`,
    },
    {
      id: 'sick-elder-signs',
      name: 'Cold, mottled, breathing fast, or barely rousable with an infection',
      kind: 'red_flag',
      en: `
        (cold|clammy|icy) (hands|skin|feet|sweaty) / (hands|feet|skin) ..2 (cold|clammy|icy|mottled|blotchy) / mottled / (breathing|breaths) ..2 (fast|rapid*) / (heart|pulse) ..2 racing / (won't|not|barely|hardly) ..1 (eating|drinking|talking|peeing|getting up) ..3 (fever|infection|today)? / skin (looks|is)? (blotchy|patchy|marbled|purple)`,
      es: `
        (manos|pies|piel) ..2 (fri*|helad*|sudo|suda|sudan|sudando|sudor*|sudad*|motead*|manchad*|morad*) / (fri*|helad*) y (sudo|suda|sudan|sudando|sudor*|sudad*|tembl*) / (respira|respirando) ..2 (rapid*|agitad*) / (corazon|pulso) ..2 (rapido|acelerad*) / piel ..3 (manchada|moteada|morada|jaspeada) / esta fri*`,
      nearMisses: `manos (heladas|frias) siempre / siempre ..3 (manos|pies) (heladas|frias|helados|frios) / always ..3 (cold|freezing|icy) (hands|feet)`,
    },
    {
      id: 'infection-said',
      name: 'An infection',
      kind: 'fact',
      en: `
        infection / infected / uti / pneumonia / cellulitis / abscess / covid / flu / bronchitis / wound / pus`,
      es: `
        infeccion / infectad* / neumonia / celulitis / absceso / pus / herida / gripe / covid`,
      nearMisses: `(when|on|with|while|from|weak|after) (gripping|grip|griping)`,
    },
    {
      id: 'spreading-skin',
      name: 'Skin infection that spreads fast or hurts far more than it looks',
      kind: 'red_flag',
      en: `
        (redness|red|infection|rash|swelling|streak*|line|wound|bite|cellulitis) ..5 (spreading fast|spreading quickly|spreading up|spread* ..1 fast|moving up|growing by the hour|racing up|creeping up) / red (streak|streaks|line|lines|stripe) ..5 (arm|leg|up|from|hand|foot|toward)? / (hurts|pain|painful|hurting) ..3 (way|much|far)? more than (it looks|it should|the|you'd) / skin ..3 (turning|turned|going|is|black|purple|gray) ..1 (purple|black|gray|dusky) / flesh eating / (bubbles|crackl*) under ..1 skin / (smells|smell) (rotten|awful|bad) ..3 (wound|skin|leg|foot)? / necrotizing / (red|redness|warm) ..14 (has spread|spread|spreads|spreading) ..1 (slowly|over|beyond|past|up|further) / (red|redness|tender redness) ..14 (enlarging|expanding|growing|getting bigger) / (crackles|crackling) on (palpation|touch) / pain ..3 (far greater|out of proportion|much worse|far worse) / dusky (blister|blisters|skin|patches) / (red|redness|warm) ..14 (has grown|grown over|has been growing) / pain ..2 out of ..1 proportion / (dusky|dark|black|purple) ..2 blister* / blister* ..3 (filled|full) ..2 (dark|black|blood|bloody|purple)`,
      es: `
        (rojo|roja|infeccion|mancha|hinchazon|herida) ..5 (extiende|extendiendo|avanza|avanzando|sube|subiendo|corre|corriendo|crece) ..2 (rapid*|pierna|brazo)? / (raya|linea|rayas|lineas) roja* / duele ..2 mas de lo que ..2 / (piel) ..3 (negra|morada|gris|negro) / come carne / huele (podrido|muy mal|feo) / fascitis / burbujas bajo la piel`,
      nearMisses: `(medusa|jellyfish) ..24 / red (stripe|line|mark|streak) (of|about|about a)? ..1 (<number>|one|two|three|an|a) (cm|mm|inch|inches|centimetre|centimetres|centimeter|centimeters) / red streaks ..4 (stool|poo|poop|phlegm|mucus) / streaks (mixed|in) ..2 stool`,
    },
    {
      id: 'malaria-travel',
      name: 'Came from a region with malaria',
      kind: 'fact',
      en: `
        (back|returned|came|trip|travel*|visited|visiting|was|vacation|safari|mission) ..4 (africa|nigeria|ghana|kenya|congo|uganda|tanzania|cameroon|mali|senegal|sierra leone|liberia|malawi|mozambique|zambia|ethiopia|sudan|angola|india|pakistan|haiti|papua|amazon|honduras|venezuela|the tropics) / malaria / dengue / ebola / (back|returned|home|flew in|landed|came) ..9 (from|in) ..1 (kumasi|accra|lagos|kano|abuja|nairobi|mombasa|kampala|lusaka|harare|zimbabwe|kinshasa|douala|yaounde|dakar|bamako|conakry|guinea|gambia|freetown|monrovia|abidjan|ivory coast|burkina|benin|togo|niger|chad|gabon|rwanda|burundi|dar es salaam|zanzibar|lilongwe|maputo|luanda|addis|juba|khartoum|port au prince|port moresby|myanmar|burma|cambodia|laos|assam) / (week|weeks|days|month|fortnight) ..2 (in|from|since) ..1 (kumasi|accra|lagos|kano|abuja|nairobi|mombasa|kampala|lusaka|harare|zimbabwe|kinshasa|douala|yaounde|dakar|bamako|conakry|guinea|gambia|freetown|monrovia|abidjan|ivory coast|burkina|benin|togo|niger|chad|gabon|rwanda|burundi|dar es salaam|zanzibar|lilongwe|maputo|luanda|addis|juba|khartoum|port au prince|port moresby|myanmar|burma|cambodia|laos|assam)`,
      es: `
        (regrese|volvi|viaje|vine|llegue|estuve) ..4 (africa|nigeria|ghana|congo|guinea|india|haiti|amazonas|selva|honduras|venezuela|tropico) / paludismo / malaria / dengue / (volvi|volvio|regrese|regreso|llegue|llego|vine|vino|volvimos|regresamos) ..6 (de|del) ..1 (kumasi|acra|accra|lagos|nairobi|kampala|luanda|maputo|angola|mozambique|camerun|senegal|mali|guinea ecuatorial|malabo|kenia|tanzania|uganda|zambia|haiti|puerto principe|choco|tumaco|leticia|iquitos|loreto|orinoco|puerto ayacucho|darien|mosquitia|la selva|papua)`,
    },
    {
      id: 'line-device',
      name: 'Has a line, port, drain or pump',
      kind: 'fact',
      en: `
        (port|picc|central line|iv line|dialysis line|dialysis catheter|hickman|line site|port site|feeding tube|drain|catheter|stent|pacemaker site|insulin pump site|shunt) / my (line|port|picc)`,
      es: `
        (cateter|puerto|port|via central|linea de dialisis|sonda|drenaje|valvula)`,
    },
    {
      id: 'neck-deep',
      name: 'Swollen neck or mouth that does not open with an infection',
      kind: 'red_flag',
      en: `
        (neck|jaw|under (my|the|his|her)? (chin|jaw)|floor of (my|the) mouth|throat) ..3 (swollen|swelling|swelled|hard) ..8 (tooth|dental|abscess|swallow|open|fever|breathe|mouth)? / (tooth|dental|abscess|gum|throat|tonsil) ..10 (neck (is|swollen)|can't (open|swallow)|hardly (open|swallow)|barely (open|swallow)|can't breathe|swelling under|drool*) / can (barely|hardly) (open|swallow) ..2 (mouth|jaw|spit)? / (lockjaw|trismus) / (can't|cannot) open ..2 (mouth|jaw) / one side of (my|his|her) throat ..3 (swollen|huge)`,
      es: `
        (cuello|quijada|papada|debajo de la (lengua|barbilla)) ..3 (hinchad*|inflamad*|dur*) ..8 (diente|muela|absceso|tragar|abrir|fiebre|boca)? / (diente|muela|absceso|encia|anginas) ..10 (cuello|no puedo (abrir|tragar)|apenas (abro|trago)|respirar) / no (puedo|puede) abrir ..2 (boca|quijada) / apenas (puedo|puede) (abrir|tragar)`,
      nearMisses: `throat ..1 swollen ..2 (gland|glands|nodes) / swollen ..2 (gland|glands|lymph nodes)`,
    },
    {
      id: 'skin-grows',
      name: 'Red skin that grows',
      kind: 'symptom',
      en: `(past|beyond|outside|over) ..2 (line|pen|mark|marker) ..2 (already|i drew|we drew|drawn)? / drew ..2 (round|around) it / (patch|redness|red) ..12 (halfway|half way|doubled|twice the size|past the line) / red patch ..8 now goes / (red|redness) ..6 (bigger|larger|wider|growing|spreads|spreading) ..4 (yesterday|today|hours|overnight)`,
      es: `(mancha|rojo|roja|rojez) ..8 (crece|crecio|creciendo|mas grande|se extiende|se extendio|doble) / paso ..2 (linea|raya) ..3 (marque|pluma|plumon)`,
      nearMisses: `(itch|itchy|mosquito) ..6 / (rash) ..4 (spreads|spreading)`,
    },
    {
      id: 'dengue-said',
      name: 'Dengue about',
      kind: 'fact',
      en: `dengue / zika / chikungunya`,
      es: `dengue / zika / chikungunya / quebradera de huesos / quebrantahuesos`,
    },
  ],
  rules: [
    { id: 'infection-01', outcome: 'emergency', when: 'sepsis-signs', says: 'Signs of sepsis', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'infection-02', outcome: 'emergency', when: 'fever + on-chemo|neutropenia|no-spleen|immune-weak', says: 'Fever with weak defences', advice: 'fever', source: 'cdc-chemo-fever' },
    { id: 'infection-03', outcome: 'emergency', when: 'fever + age-under-3-months', says: 'Fever under 3 months of age', advice: 'child', source: 'nice-fever-child' },
    { id: 'infection-04', outcome: 'emergency', when: 'fever + confusion|short-of-breath|cannot-breathe|fainting|non-fading-rash|seizure|spine-injury|baby-limp|blue-lips', says: 'Fever with a danger sign', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'infection-05', outcome: 'urgent', when: 'fever + pregnant|postpartum|recent-surgery|age-65-plus|age-under-3-years|baby-said|rash|heart-disease|diabetes|on-steroid|kidney-disease|back-pain|high-fever|fever-days|severe-said|wound-infected|vomiting|lung-disease', says: 'Fever in a person at risk or with a warning sign', advice: 'fever', source: 'nice-fever-child', ask: ['fever-awake', 'neuro-neck'] },
    { id: 'infection-06', outcome: 'soon', when: 'fever + not-adult', says: 'Fever', advice: 'fever', source: 'nhs-common', yields: true },
    { id: 'infection-40', outcome: 'self_care', when: 'fever', says: 'Fever of a few days in an adult', advice: 'fever', source: 'nhs-common', ask: ['fever-awake', 'breath-rest', 'neuro-neck'] },
    { id: 'wound-01', outcome: 'urgent', when: 'wound-infected', says: 'Infected wound', advice: 'wound', source: 'nhs-wound' },
    { id: 'infection-07', outcome: 'emergency', when: 'rigors + infection-said|line-device|fever|immune-weak|kidney-disease|recent-surgery|postpartum|urine|confusion|weak-said|malaria-travel|sick-elder-signs', says: 'Shaking chills with an infection', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'infection-08', outcome: 'emergency', when: 'sick-elder-signs + infection-said|fever|urine|wound-infected|measured-cold + age-65-plus|confusion|sleepy|weak-said|fever|rigors|measured-cold', says: 'Infection with cold skin, fast breathing or drowsiness', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'infection-09', outcome: 'emergency', when: 'infection-said|urine|wound-infected|fever + confusion', says: 'Infection with confusion', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'infection-10', outcome: 'emergency', when: 'spreading-skin + fever|chills-said|severe-said|rigors|on-chemo|diabetes|immune-weak|confusion|weak-said|black-skin', says: 'Skin infection that spreads fast, with another sign', advice: 'wound', source: 'nhs-sepsis' },
    { id: 'infection-11', outcome: 'urgent', when: 'spreading-skin', says: 'Skin infection that spreads', advice: 'wound', source: 'nhs-wound', ask: ['neuro-fever'] },
    { id: 'infection-12', outcome: 'emergency', when: 'malaria-travel + fever + rigors|high-fever|confusion|vomiting|chills-said|yellow-skin', says: 'Fever after the tropics with a danger sign', advice: 'fever', source: 'cdc-malaria' },
    { id: 'infection-13', outcome: 'urgent', when: 'malaria-travel + fever', says: 'Fever after the tropics', advice: 'fever', source: 'cdc-malaria' },
    { id: 'infection-14', outcome: 'emergency', when: 'line-device + fever + chills-said|rigors|on-chemo|kidney-disease|line-hurts', says: 'Fever with a line or pump in the body', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'infection-15', outcome: 'urgent', when: 'line-device + fever|wound-infected', says: 'Infection near a line or tube', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'infection-16', outcome: 'emergency', when: 'neck-deep', says: 'Swollen neck or mouth that does not open', advice: 'breathing', source: 'nhs-dental-abscess' },
    { id: 'infection-17', outcome: 'urgent', when: 'fever + long-days', says: 'Fever for days', advice: 'fever', source: 'nhs-common', ask: ['fever-awake', 'neuro-neck'] },
    { id: 'infection-70', outcome: 'urgent', when: 'scarlet-signs + fever|any-pain|child-cold|rash|throat-long|child-said', says: 'Rash like sandpaper or tongue like a strawberry, with fever or a sore throat', advice: 'fever', source: 'nhs-scarlet' },
    { id: 'infection-71', outcome: 'soon', when: 'scarlet-signs', says: 'Rash like sandpaper, tongue like a strawberry', advice: 'rash', source: 'nhs-scarlet' },
    { id: 'infection-60', outcome: 'urgent', when: 'red-patch-grows', says: 'A red patch that grows', advice: 'nurse', source: 'nhs-common' },
    { id: 'infection-61', outcome: 'emergency', when: 'red-patch-grows + pain-beyond|black-skin|chills-said|confusion|worse-said + pain-beyond|black-skin|chills-said|confusion', says: 'A red patch that grows, with danger signs', advice: 'emergency', source: 'nhs-common' },
    { id: 'infection-18', outcome: 'emergency', when: 'rigors + age-65-plus|on-chemo|no-spleen', says: 'Shaking chills in a person at risk', advice: 'fever', source: 'nhs-sepsis' },
    { id: 'infection-19', outcome: 'urgent', when: 'rigors', says: 'Shaking chills', advice: 'fever', source: 'nhs-sepsis', ask: ['fever-awake'] },
    { id: 'infection-20', outcome: 'urgent', when: 'high-fever', says: 'High fever', advice: 'fever', source: 'medline-er', ask: ['fever-awake', 'neuro-neck'] },
    { id: 'infection-21', outcome: 'urgent', when: 'joint-hot + fever', says: 'Hot joint with fever', advice: 'injury', source: 'nhs-septic-joint' },
    { id: 'infection-22', outcome: 'emergency', when: 'chills-said|rigors + on-chemo|neutropenia|no-spleen|immune-weak', says: 'Chills with weak defences', advice: 'fever', source: 'cdc-chemo-fever' },
    { id: 'infection-23', outcome: 'emergency', when: 'newborn|age-under-3-months + fever|cold-body|baby-not-feeding|sleepy|baby-limp|vomiting-blood|green-vomit-child|short-of-breath|work-of-breathing|blue-lips|no-urine-long|weak-said|pale|grey-said', says: 'A young baby that is not well', advice: 'child', source: 'nhs-ill-child' },
    { id: 'infection-50', outcome: 'urgent', when: 'skin-grows', says: 'Red skin that grows', advice: 'wound', source: 'nhs-wound', ask: ['urine-chills'] },
    { id: 'infection-51', outcome: 'emergency', when: 'skin-grows + high-fever|chills-said|rigors|confusion|weak-said|black-skin|severe-said|on-chemo|immune-weak', says: 'Red skin that grows, with another sign', advice: 'wound', source: 'nhs-sepsis' },
    { id: 'infection-80', outcome: 'urgent', when: 'dengue-said + pregnant|fever|rash|bleeding-any|vomiting|belly-pain', says: 'Fever or rash where dengue is about', advice: 'fever', source: 'cdc-malaria' },
  ], // prettier-ignore
  questions: [
    { id: 'fever-spots', about: 'non-fading-rash', en: 'Are there spots on the skin? Press a glass on them. Do they stay?', es: '¿Hay manchas en la piel que no se borran al presionar un vaso?' },
    { id: 'fever-awake', about: 'baby-limp', en: 'Is it hard to wake the person up?', es: '¿Le cuesta despertar a la persona?' },
  ], // prettier-ignore
}
