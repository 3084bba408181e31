import type { Family } from '../protocol.ts'

export const surgery: Family = {
  id: 'surgery',
  title: 'After an operation, tubes and drains',
  ask: ['breath-rest', 'bleed-much', 'chest-pain-q'],
  concepts: [
    {
      id: 'wound-open',
      name: 'Operation wound opens',
      kind: 'red_flag',
      en: `
        (incision|wound|stitches|staples|surgical site|c section|surgery cut|scar|sutures) ..4 (popped|opened|burst|split|came apart|ripped|tore|gaping|come open|came open|wide open|open|undone) ..8 (see|inside|guts|coming out|gush*|blood|fluid|deep)? / (see|seeing) ..3 (inside|insides|intestine*|bowel|guts|fat|muscle) ..4 (incision|wound|cut|stitches)? / (insides|intestine*|bowel|guts) ..3 (coming|sticking|hanging|out) / wound dehiscence
        (cut|incision|stitches|wound|staples|seam|surgery spot|scar|sutures|glue) ..5 (has|have|had|just|is|are)? ..1 (come apart|came apart|opened up|open up|opening up|popped open|unzipped|splitting|split open|pulled apart|gapes|gaped|come undone|let go|gave way|ripped open|bust open|busted open) / (something|bit|piece|loop|part) ..3 (pink|shiny|slimy|red|wet|gray|grayish) ..6 (poking|sticking|bulging|popping|coming|hanging|peeking) ..1 (out|through) / felt (a|something|it) (pop|give|tear|rip) ..12 (incision|stitches|wound|cut|surgery|scar|operation) / (section|cesarean|caesarean|c section|belly cut|hernia repair) ..4 (opened|split|burst|gaping|come apart|came apart|unzipped)`,
      es: `
        (herida|incision|puntos|cesarea|cirugia|cicatriz|sutura|grapas) ..4 (abrio|abrieron|abierta|revento|solto|soltaron|botaron|separo) ..8 (ve|adentro|tripas|sale|sangre|liquido|hondo)? / (se ve|veo) ..4 (adentro|por dentro|tripas|intestino*|grasa) / (tripas|intestino*) ..3 (salen|saliendo|afuera|fuera)
        (herida|puntos|costura|grapas|cicatriz|operacion|cesarea) ..5 (se (me|le)? ..1 (abrio|abrieron|solto|soltaron|reventaron|revento|botaron|rajo)|abierta|abriendo) / (se me|se le) (salieron|salio|sale|asoma) ..4 (tripa|tripas|intestino|algo rosa|algo rosado|pedazo|carne) / (algo|pedazo|bulto|tripa) ..3 (rosado|rosa|brilloso|rojo) ..5 (sale|asoma|salido|saliendo) / se (me|le) (abrio|abre|abria|revento|descosio|solto) ..2 (lo de|la|el|los|toda)? ..1 (cesarea|operacion|cirugia|herida|cicatriz|puntos|costura|hernia|incision) / (asoma|asomo|asomando) ..2 (algo|un pedazo|una cosa|como) ..3 (rosa*|rosita|brillos*|brillosit*|baboso|tripa*)`,
    },
    {
      id: 'neck-operated',
      name: 'Operated on the neck',
      kind: 'fact',
      en: `(surgery|operation|operated|took out|removed|taken out) ..5 (neck|thyroid|parathyroid|carotid) / (neck|thyroid|parathyroid|carotid) ..3 (surgery|operation|removed|out) / thyroidectomy`,
      es: `(operaron|operada|operado|cirugia|operacion|quitaron|sacaron) ..5 (cuello|tiroides|paratiroides|carotida)`,
      nearMisses: `(years|anos) ago`,
    },
    {
      id: 'catheter-blocked',
      name: 'A urine catheter that does not drain',
      kind: 'symptom',
      en: `(catheter|foley|leg bag|urine bag|suprapubic) ..6 (not draining|isn't draining|won't drain|stopped draining|nothing coming|no urine|nothing in|blocked|clogged|empty|not working|leaking around) / bladder ..3 (hard|rock hard|tight|bursting|like a drum) / (catheter|foley|bag) ..8 (same (level|amount)|not filling|dry|hasn't filled|no more) ..8`,
      es: `(sonda|cateter|bolsa de orina) ..6 (no (bota|sale|drena|baja|pasa|echa)|tapad*|vacia|bloquead*) / vejiga ..3 (dura|llena|tensa|como piedra|reventando) / (bolsa|sonda|foley|cateter) ..10 (lo mismo|igual|seca|sin llenar*|no se llena|no ha salido|no sale) ..6 / (sonda|cateter|bolsa) ..18 (no (baja|cae|drena|sale|bota) ..2 (nada|orina|pipi|gota)) / no (baja|cae|drena) nada a la bolsa / vejiga ..2 (llenisima|llena|a reventar)`,
      nearMisses: `(order|supplies|refill|pedido|comprar) ..4 (catheter|catheters|sonda|sondas|bags)`,
    },
    {
      id: 'trach-out',
      name: 'Breathing tube out or blocked',
      kind: 'red_flag',
      en: `
        (trach|tracheostomy|trach tube|breathing tube|laryngectomy|stoma tube) ..5 (out|came out|fell out|blocked|clogged|plugged|pulled|popped|bleeding|won't go) / (can't|cannot) (get|put) ..3 trach ..3 (back|in) / (suction*) ..4 (blocked|not working|can't) ..3 trach`,
      es: `
        (traqueotomia|traqueostomia|canula|tubo de (la)? (traquea|garganta|respirar)|traqueo) ..5 (salio|sale|fuera|tapad*|obstruid*|sangra|zafo|quito) / se (me|le) (salio|zafo|tapo) ..4 (traqueotomia|traqueostomia|canula|tubo) / (salio|sale|solto|zafo|saco|saca|safo) ..3 (canula|traqueo|traqueostomia|traqueotomia) / (canula|traqueo) ..6 no ..2 (entra|entrar|vuelve|puedo meter|regresa|pasa)`,
      nearMisses: `canula nasal / canula (de|del) oxigeno / puntas nasales`,
    },
    {
      id: 'tube-trouble',
      name: 'Feeding tube, drain or catheter out or blocked',
      kind: 'symptom',
      en: `
        (feeding tube|g tube|peg tube|peg|j tube|drain|nephrostomy|ostomy|colostomy|stent|ng tube) ..5 (fell out|came out|out|pulled out|blocked|clogged|leaking|stopped draining|not draining|broke) / (catheter|foley) ..6 (not draining|hasn't drained|isn't draining|stopped draining|blocked|clogged|leaking|came out|fell out|pulled|no urine|bloody|clots|kinked)`,
      es: `
        (sonda|tubo de alimentacion|drenaje|colostomia|cateter|gastrostomia) ..5 (salio|tapad*|tapo|no drena|no sale|fuga|tir*|zafo|quito|sangra) / se (me|le) (salio|tapo|zafo) ..3 (sonda|drenaje|cateter)`,
    },
    {
      id: 'bladder-full',
      name: 'Bladder feels full',
      kind: 'fact',
      en: `
        bladder ..3 (full|bursting|huge|painful|hurts) / (can't|no) (pee|urine)`,
      es: `
        vejiga ..3 (llena|reventar|duele)`,
    },
    {
      id: 'calm-stitches',
      name: 'Stitches itch',
      kind: 'mild',
      en: `
        (stitches|incision|scar|wound) ..3 (itch|itches|itchy|itching)`,
      es: `
        (puntos|herida|cicatriz) ..3 (pica|pican|comezon)`,
    },
  ],
  rules: [
    { id: 'surgery-01', outcome: 'emergency', when: 'wound-open', says: 'Operation wound opens', advice: 'wound', source: 'nhs-wound' },
    { id: 'surgery-02', outcome: 'emergency', when: 'trach-out', says: 'Breathing tube out or blocked', advice: 'breathing', source: 'medline-trach' },
    { id: 'surgery-03', outcome: 'emergency', when: 'tube-trouble + fever|bladder-full + severe-said|fever|vomiting|confusion|spine-said', says: 'Tube trouble with a danger sign', advice: 'nurse', source: 'medline-catheter' },
    { id: 'surgery-04', outcome: 'urgent', when: 'tube-trouble', says: 'Tube, drain or catheter out or blocked', advice: 'nurse', source: 'medline-catheter' },
    { id: 'surgery-05', outcome: 'emergency', when: 'recent-surgery|post-op-said + chest-pain|chest-tight|short-of-breath|cannot-breathe|fainting|confusion|heavy-bleeding|leg-swelling-one|hurts-to-breathe|vomiting-blood + chest-pain|chest-tight|short-of-breath|cannot-breathe|fainting|confusion|heavy-bleeding|hurts-to-breathe|vomiting-blood', says: 'Danger sign after an operation', advice: 'emergency', source: 'nhs-wound' },
    { id: 'surgery-06', outcome: 'urgent', when: 'recent-surgery|post-op-said + fever|wound-infected|vomiting|severe-said|worse-said|leg-swelling-one|bleeding-any|cannot-pee', says: 'Warning sign after an operation', advice: 'wound', source: 'nhs-wound' },
    { id: 'surgery-07', outcome: 'soon', when: 'calm-stitches', says: 'Stitches itch', advice: 'wound', source: 'nhs-wound' },
    { id: 'surgery-08', outcome: 'soon', when: 'recent-surgery|post-op-said + any-symptom', says: 'A symptom after an operation', advice: 'wound', source: 'nhs-wound' },
    { id: 'surgery-41', outcome: 'urgent', when: 'catheter-blocked', says: 'A urine catheter that does not drain, or a hard bladder', advice: 'nurse', source: 'nhs-common', ask: ['wake-q'] },
    { id: 'surgery-40', outcome: 'emergency', when: 'neck-operated + hoarse-voice|short-of-breath|cannot-breathe|stridor|swelling-said', says: 'Neck operated on, swelling or a changed voice', advice: 'breathing', source: 'nhs-999' },
    { id: 'surgery-50', outcome: 'emergency', when: 'neck-operated + lump|drool-voice|neck-deep|choking|tongue-odd|swallow-lump', says: 'Operated on the neck, and the throat closes', advice: 'breathing', source: 'nhs-999' },
  ], // prettier-ignore
  questions: [
    { id: 'surgery-q', about: 'wound-open', en: 'Has the wound come open?', es: '¿Se abrió la herida?' },
  ], // prettier-ignore
}
