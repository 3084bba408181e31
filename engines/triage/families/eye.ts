import type { Family } from '../protocol.ts'

export const eye: Family = {
  id: 'eye',
  title: 'Eyes and sight',
  ask: ['eye-sight', 'eye-chem', 'eye-pain'],
  concepts: [
    {
      id: 'eye-emergency',
      name: 'Chemical in the eye or eye injury',
      kind: 'red_flag',
      en: `(chemical|bleach|acid|cleaner|drain cleaner|ammonia|lye|glue|oven cleaner|cement) ..5 <eye> / <eye> ..4 (stabbed|punctured|cut open|popped out|bleeding|chemical|bleach) / (something|metal|glass|nail|stick) ..3 (stuck|went|in|poked|hit) ..3 <eye> / severe eye pain / <eye> ..4 (severe pain|worst pain|halos) / halos around lights`,
      es: `(quimico|cloro|acido|limpiador|cal|sosa|amoniaco|pegamento|blanqueador) ..5 <eye> / <eye> ..4 (perfor*|cortado|sangra|cloro|quimico|salido) / (algo|metal|vidrio|clavo|palo) ..5 <eye> / dolor (fuerte|severo|insoportable|muy fuerte) ..2 <eye> / veo halos`,
      nearMisses: `por el cloro ..3 (alberca|piscina|pileta) / (despues de|tras|saliendo de|salir de|nadar en|nade en) ..2 (piscina|alberca|pileta) ..6 cloro / (after|from) ..2 (swimming|pool) ..6 chlorine / arma quimica / cebolla`,
    },
    {
      id: 'eye-trouble',
      name: 'Eye trouble',
      kind: 'symptom',
      en: `<eye> ~ <pain> / (red|pink|swollen|crusty|goopy) (eye|eyes) / pinkeye / conjunctivitis / stye / floaters / lump on (my|the) eyelid`,
      es: `<eye> ~ <pain> / (ojo|ojos) (rojo|rojos|hinchado|hinchados|lagañoso) / conjuntivitis / orzuelo / lagañas`,
      nearMisses: `pink (eye|eyes) / pinkeye / (allergies|allergy|pollen|sneezing|killing) ..6 (itchy|watery) (eye|eyes) / stye / sty / orzuelo / perrilla`,
    },
    {
      id: 'vision-trouble',
      name: 'Blurred sight',
      kind: 'symptom',
      en: `blurry / blurred / spots in (my)? (eyes|vision) / seeing (spots|stars|flashes) / vision (changes|trouble|problems) / (lines|straight lines) ..4 (wavy|bent|crooked|distorted) / wavy ..2 (lines|vision) / (sparkles|sparkly|glitter|glittery|shimmering|zigzags|zig zags|stars|fireworks|floaters everywhere) ..5 (vision|sight|eyes|eye|edge) / everything ..1 (looks|looked|is|was) ..2 like ..2 (snow|snowstorm|snow storm|fog|mist|milk) / (sees|seeing) (misty|foggy|hazy)`,
      es: `vision borrosa / veo borroso / ve borroso / (veo|ve|vista|vision) ..3 empanad* / veo (luces|lucecitas|estrellitas|manchas|puntos) / borrosa / lineas ..4 (onduladas|torcidas|deformadas) / (lucecitas|chispitas|estrellitas|brillitos|destellos) ..5 (vista|ojos|ojo|lados) / (veo|ve|vemos|miro) ..3 (como nieve|todo blanco|neblina|nublado|empanado|como niebla)`,
      nearMisses: `(thin|wavy) ..1 lines ..3 (fingers|wrists|skin|hands|between)`,
    },
    {
      id: 'pupil-big',
      name: 'One pupil wider than the other',
      kind: 'red_flag',
      en: `(pupil|pupils) ..6 (enormous|huge|bigger|big|blown|wide|wider|dilated|larger|massive|giant|uneven|unequal|different sizes|not the same|mismatched) / (one|left|right) (pupil|black part) ..3 (bigger|wider|larger|huge|big|blown) / (blown|unequal|uneven|mismatched) pupil* / (black|dark) (bit|part|circle) of (one|his|her|the|my) ..1 eye ..4 (bigger|huge|wide|wider|enormous) / (pupil|pupils) ..4 (saucer|saucers|plate|dinner plate|marble|pin ..6 saucer)`,
      es: `(pupila|pupilas) ..6 (enorme|grande|mas grande|grandota|dilatad*|abierta|abiertota|distinta*|diferente*|desigual*|dispar*) / (una|izquierda|derecha) pupila ..3 (grande|enorme|abierta|dilatada) / (lo negro|bolita negra|circulo negro) del ojo ..4 (grande|enorme|grandote|abierto) / (pupila|pupilas) ..4 (plato|moneda|canica)`,
      nearMisses: `(eye drops|dilating drops|optician|optometrist|eye exam|eye doctor|gotas|oculista|optometrista|examen de la vista|fondo de ojo) ..12 (dilat*|pupil|pupils|pupila|pupilas) / (pupil|pupils|pupila|pupilas|dilat*) ..10 (eye drops|dilating|optician|optometrist|eye exam|eye doctor|gotas|oculista|examen|since birth|always|de nacimiento|siempre)`,
    },
    {
      id: 'eye-chemical',
      name: 'Chemical in the eye',
      kind: 'red_flag',
      en: `
        (chemical|bleach|acid|cleaner|drain cleaner|oven cleaner|ammonia|lye|glue|superglue|cement|lime|pool chemical|pepper spray|battery acid|gasoline|detergent) ..6 <eye> / <eye> ..6 (chemical|bleach|acid|cleaner|ammonia|lye|superglue|cement|lime|gasoline|detergent) / (splashed|sprayed|squirted|got) ..6 (in|into) ..1 (my|his|her|both|the)? <eye> / (caustic|corrosive|bleach|acid|lye|alkali|drain cleaner|oven cleaner|toilet cleaner|cement|lime) ..16 <eye> / (splash*|spray*|squirt*) ..20 (caustic|corrosive|acid|alkali|lye|bleach)`,
      es: `
        (quimico|cloro|acido|limpiador|cal|sosa|amoniaco|pegamento|blanqueador|cemento|gas pimienta|gasolina|detergente|suavizante) ..6 <eye> / <eye> ..6 (quimico|cloro|acido|limpiador|cal|sosa|amoniaco|pegamento|cemento|gasolina|detergente) / me (cayo|salpico|entro) ..5 <eye> / (salpic*|cayo|entro) ..12 (caustico|corrosivo|acido|sosa|lejia|cloro|cal)`,
      nearMisses: `por el cloro ..3 (alberca|piscina|pileta) / (despues de|tras|saliendo de|salir de|nadar en|nade en) ..2 (piscina|alberca|pileta) ..6 cloro / (after|from) ..2 (swimming|pool) ..6 chlorine / entro ..3 (shampoo|champu|jabon|mugre*|mugrecit*|basurita|tierrita|tierra|polvo|polvito|arena|pestana|bicho|mosquito) ..6 (ojo|ojos|ojito|ojitos) / arma quimica`,
    },
    {
      id: 'eye-injury',
      name: 'Eye injury',
      kind: 'red_flag',
      en: `
        (nail|glass|metal|stick|wire|shard|splinter|pencil|dart|hook|bb|pellet|rock|firework|thorn|branch|something) ..5 (in|into|hit|flew|went|poked|stabbed|scratched) ..3 <eye> / <eye> ..5 (stabbed|punctured|cut open|popped|bleeding|poked hard|hit by|ball|punched|ripped|torn|leaking|bulging) / (punched|hit|hockey|baseball|elbowed) ..4 in the eye / (blood|bleeding) ..3 (in|inside|from) ..2 <eye> / <eye> ..3 (split|sliced) / eye (trauma|injury|laceration|perforation) / (trauma|injury) to ..2 eye / (pupil|black part|black bit|dark part) ..8 (teardrop|tear drop|keyhole|pear shaped|pointed|funny shape|odd shape|pulled to one side) / (wire|needle|hook|splinter|metal|nail|thorn) ..8 in the (black|white|coloured part|middle) ..4 eye`,
      es: `
        (clavo|vidrio|metal|palo|alambre|astilla|espina|rama|piedra|fierro|cohete|algo) ..6 <eye> / <eye> ..5 (perfor*|cortad*|sangr*|salido|reventad*|pico|golpe*|pelota) / (golpe|punetazo|balonazo|pelotazo) ..4 <eye> / sangre ..3 <eye> / (alambre|clavo|clavito|esquirla|astilla|espina|vidrio|anzuelo|aguja) ..8 (lo negro|la nina|el negro|lo blanco|la pupila) ..2 ojo / (enterrad*|clavad*|encajad*|incrustad*|metid*) en (lo|el|la) (negro|blanco|ojo|ojito|pupila) / (pupila|lo negro|nina del ojo) ..6 (gota|lagrima|pera|deform*|chuec*|estirad*)`,
    },
    {
      id: 'glaucoma-signs',
      name: 'Painful red eye with halos or vomiting',
      kind: 'red_flag',
      en: `
        halo* ..4 (light|lights|lamps|around)? / <eye> ..8 (halos|throwing up|vomit*|nausea|rock hard|cloudy) / (red|painful|sore|hurts) ..4 <eye> ..8 (blurry|halos|vomit*|throwing up|nausea|headache) / glaucoma (attack|acute) / severe eye pain / (unbearable|excruciating|terrible|severe|worst|awful) ..3 <eye> ..2 (pain)?`,
      es: `
        halo* ..4 (luz|luces|foco|focos|alrededor)? / <eye> ..8 (halos|vomit*|nausea*|dur*|nublad*) / (roj*|dolor|duele) ..4 <eye> ..8 (borros*|halos|vomit*|nausea*) / dolor (fuerte|insoportable|horrible|intenso) ..3 <eye> / glaucoma agudo`,
    },
    {
      id: 'rainbow-lights',
      name: 'Rainbows or rings round lights',
      kind: 'symptom',
      en: `(lamp|lamps|light|lights|bulb|bulbs|headlights|street lights|streetlights) ..4 (rainbow|rainbows|ring|rings) / (rainbow|rainbows|ring|rings) ..3 (round|around|on) ..3 (lamp|lamps|light|lights|bulb|bulbs|headlights|streetlights)`,
      es: `(luz|luces|foco|focos|lampara|lamparas|faro|faros) ..5 (arcoiris|arco iris|aro|aros|anillo|anillos|circulos) / (arcoiris|arco iris|aro|aros|anillo|anillos) ..4 (luz|luces|foco|focos|lampara|lamparas|faros)`,
      nearMisses: `ring light*`,
    },
    {
      id: 'eye-red',
      name: 'Red eye',
      kind: 'fact',
      en: `eye ..3 (red|bloodshot|scarlet) / red eye`,
      es: `ojo ..3 roj* / ojo* (inyectado|irritad*)`,
      nearMisses: `eyelid / parpado`,
    },
    {
      id: 'flashes-floaters',
      name: 'New flashes or floaters',
      kind: 'red_flag',
      en: `
        (new|lots of|tons of|sudden|bunch of|shower of|many|more|suddenly) ..2 floaters / floaters ..8 (flashes|flashing|since yesterday|today|sudden|curtain|shadow) / flashes ..4 (light|floaters|eye|vision) / (flashing|flickering) lights ..4 (corner|side|one eye|eye)? / cobweb* ..3 (eye|vision) / black specks / (shower|swarm|cloud|burst|load|rain|storm) of ..4 (midges|flies|dots|specks|spots|soot|pepper|gnats|bugs|cobwebs|hairs|rings|ink) ..6 (eye|eyes|vision|sight) / flashes ..5 (edge|corner|turn my head|in the dark|side of) / (midges|gnats|flies|specks|dots|cobwebs|hairs) ..3 (in|across|over|before) (my|one|the|his|her) ..2 (eye|eyes|sight|vision) / like ..4 (pepper|soot|ink|flies|dots|tadpoles|cobweb|cobwebs|smuts|spiders) ..5 (eye|eyes|vision|sight) / (sparks|spark|flickers|lightning|arcs of light) ..4 (when|as|if) i ..2 (look|turn|move|glance)`,
      es: `
        (nuev*|muchas|de repente|lluvia de) ..2 moscas / moscas volantes / moscas ..6 (destellos|luces|vista|ojo) / (destellos|relampagos|flashes) ..4 (luz|ojo|vista) / telaranas ..3 (ojo|vista) / (relampagos|destellos|chispazos|flashes|rayos|fogonazos|luces) ..8 (mosca*|mosquita*|mosquito*|puntito*|puntos|telarana*|basurit*|hilitos|hollin) / (monton|lluvia|nube|muchas|muchos|bola|enjambre) de ..2 (mosquita*|moscas|mosquito*|puntito*|telarana*|basurit*|hollin) ..6 (ojo|ojos|vista|veo)? / (mosquitas|moscas|puntitos|telaranas|hilitos) ..4 (ojo|ojos|vista) / (lluvia|monton|nube|enjambre|muchos) de ..2 puntos ..1 (negros|oscuros)? / (chispazos|chispas|centellas) ..3 (voltear|voltea|mover|girar|mirar de lado)`,
      nearMisses: `(metio|entro|cayo|pico) ..4 (mosca|mosquito|mosquita|basurita) ..4 ojo / (mosquitos|moscas) ..6 (casa|cuarto|cocina|sala|patio|baño|consultorio|dengue) / pepper spray / (gas pimienta)`,
    },
    {
      id: 'eye-contact-lens',
      name: 'Red painful eye in a contact lens wearer',
      kind: 'red_flag',
      en: `
        (contact|contacts|lens|lenses|contact lens) ..10 (red|hurts|pain|light|pus|blurry|stuck|sore|swollen|discharge) / (red|hurts|pain|light|blurry|sore) ..8 (contacts|contact lens|contact lenses) / (white|gray|cloudy) (dot|spot|speck|patch) ..5 (eye|cornea|iris|colored part|pupil) / (slept|sleep|sleeping|swam|swimming|showered) ..4 (contacts|contact lenses|lenses) ..12 (red|hurts|light|blurry|sore|pain|burn*|eye's)`,
      es: `
        (lentes de contacto|lente de contacto|pupilentes|pupilente) ..10 (roj*|duele|dolor|luz|pus|borros*|hinchad*) / (roj*|duele|dolor|luz) ..8 (lentes de contacto|pupilentes) / (dormi|dormir|nade|nadar|bañe) ..4 (lentes|lentillas|lentes de contacto|pupilentes) ..12 (roj*|duele|luz|arde|borros*) / (mancha|manchita|punto) (blanc*|gris) ..5 (ojo|cornea|iris|pupila)`,
    },
    {
      id: 'eye-wont-close',
      name: 'An eye that does not close',
      kind: 'symptom',
      en: `(eye|eyelid|lid) ..3 (won't|wont|can't|cant|doesn't|doesnt|not|no longer) ..1 (shut|close|closing|blink|closed) / (can't|cant|cannot|unable to) (shut|close|blink) ..2 (eye|eyelid)`,
      es: `(ojo|parpado) ..3 no ..2 (cierra|cerrar|parpade*) / no (puedo|puede|logro) ..1 (cerrar|parpadear) ..3 (ojo|parpado)`,
      nearMisses: `(wound|phone|app|screen|window) ..4 (eye)`,
    },
    {
      id: 'eyelid-infection',
      name: 'Swollen eyelid with fever',
      kind: 'red_flag',
      en: `
        (eyelid|eyelids|around (my|his|her) eye|eye) ..5 (swollen shut|swelling|swollen|puffy and red) ..6 (fever|can't open|can't move|red|hot)? / eye (is)? (bulging|swollen shut|pushed out) / (can't|cannot|hurts to) move ..1 <eye>`,
      es: `
        (parpado|parpados|alrededor del ojo) ..5 (hinchad*|inflamad*|roj*) / ojo ..4 (cerrado de hinchad*|hinchadisimo|salido|saltado) / (no puedo|no puede|me duele) mover ..1 <eye>`,
      nearMisses: `parpado ..8 (bolita|granito|perrilla|orzuelo|espinilla) / (orzuelo|perrilla|stye|sty) ..10 (parpado|eyelid|lid)`,
    },
    {
      id: 'vision-slow',
      name: 'Sight gets worse slowly',
      kind: 'symptom',
      en: `
        vision ..4 (slowly|gradually|getting (worse|blurry)|worse) / (slowly|gradually) ..4 (blurry|vision)`,
      es: `
        (vista|vision|veo) ..4 (poco a poco|cada vez|menos|peor)`,
    },
    {
      id: 'eye-dry',
      name: 'Dry or tired eyes',
      kind: 'mild',
      en: `
        (dry|tired|strained|scratchy) ..2 eyes / eyes ..3 (dry|tired|strained|scratchy|gritty) / eye strain`,
      es: `
        ojos ..3 (secos|cansados|resecos) / (resequedad|cansancio) ..3 ojos`,
    },
    {
      id: 'glasses',
      name: 'Glasses',
      kind: 'mild',
      en: `
        (new|need|broke|lost) ..3 (glasses|contacts|prescription glasses|glasses prescription)`,
      es: `
        (lentes|anteojos|gafas) ..3 (nuevos|romp*|perdi)`,
      nearMisses: `(lentes|anteojos|gafas) nuev* / new (glasses|specs)`,
    },
  ],
  rules: [
    { id: 'eye-01', outcome: 'emergency', when: 'eye-emergency', says: 'Chemical or injury of the eye', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-02', outcome: 'soon', when: 'eye-trouble', says: 'Eye trouble', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-03', outcome: 'urgent', when: 'vision-trouble', says: 'Blurred sight', advice: 'eye', source: 'nhs-vision' },
    { id: 'eye-21', outcome: 'emergency', when: 'pupil-big + face-droop|headache|any-pain|head-injury|double-vision|eye-trouble|vomiting|sudden|confusion|sleepy|neck-injury|worst-headache|hammer-headache', says: 'One wide pupil, with pain, a drooping lid or a blow', advice: 'stroke', source: 'nhs-999' },
    { id: 'eye-22', outcome: 'urgent', when: 'pupil-big', says: 'One pupil wider than the other', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-04', outcome: 'emergency', when: 'eye-chemical', says: 'Chemical in the eye', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-05', outcome: 'emergency', when: 'eye-injury', says: 'Eye injury', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-06', outcome: 'emergency', when: 'glaucoma-signs', says: 'Painful red eye with halos or vomiting', advice: 'eye', source: 'nhs-red-eye' },
    { id: 'eye-23', outcome: 'emergency', when: 'rainbow-lights + eye-red|vomiting|eye-trouble|any-pain|headache|vision-loss|nausea', says: 'Rainbows round lights, with a red eye, pain or vomiting', advice: 'eye', source: 'nhs-red-eye' },
    { id: 'eye-24', outcome: 'soon', when: 'rainbow-lights', says: 'Rainbows or rings round lights', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-07', outcome: 'emergency', when: 'flashes-floaters + vision-loss|curtain-said|diabetes|head-injury', says: 'Flashes or floaters with loss of sight', advice: 'eye', source: 'nhs-flashes' },
    { id: 'eye-08', outcome: 'urgent', when: 'flashes-floaters', says: 'New flashes or floaters', advice: 'eye', source: 'nhs-flashes' },
    { id: 'eye-09', outcome: 'urgent', when: 'eye-contact-lens', says: 'Red painful eye with contact lenses', advice: 'eye', source: 'cdc-contact-lens' },
    { id: 'eye-20', outcome: 'urgent', when: 'eye-wont-close', says: 'An eye that does not close', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-10', outcome: 'emergency', when: 'eyelid-infection + vision-trouble|vision-loss|double-vision|eye-moves|headache|confusion', says: 'Swollen eye with sight changes', advice: 'eye', source: 'nhs-red-eye' },
    { id: 'eye-11', outcome: 'urgent', when: 'eyelid-infection', says: 'Swollen eyelid', advice: 'eye', source: 'nhs-red-eye' },
    { id: 'eye-12', outcome: 'urgent', when: 'eye-trouble + light-hurts|vision-trouble|severe-said|stiff-neck|baby-said|newborn', says: 'Red eye with a warning sign', advice: 'eye', source: 'nhs-red-eye' },
    { id: 'eye-13', outcome: 'soon', when: 'vision-slow', says: 'Sight gets worse slowly', advice: 'eye', source: 'nhs-vision' },
    { id: 'eye-14', outcome: 'self_care', when: 'eye-dry', says: 'Dry or tired eyes', advice: 'eye', source: 'nhs-common' },
    { id: 'eye-15', outcome: 'routine', when: 'glasses', says: 'Glasses', advice: 'eye', source: 'nhs-common', yields: true },
  ], // prettier-ignore
  questions: [
    { id: 'eye-sight', about: 'vision-loss', en: 'Did you lose sight in one or both eyes?', es: '¿Perdió la vista en uno o los dos ojos?' },
    { id: 'eye-chem', about: 'eye-chemical', en: 'Did something splash or fly into the eye?', es: '¿Le salpicó o le entró algo en el ojo?' },
    { id: 'eye-pain', about: 'glaucoma-signs', en: 'Is the eye pain very bad, or do you see rings around lights?', es: '¿Le duele mucho el ojo o ve anillos en las luces?' },
  ], // prettier-ignore
}
