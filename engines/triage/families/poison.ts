import type { Family } from '../protocol.ts'

export const poison: Family = {
  id: 'poison',
  title: 'Overdose and poison',
  concepts: [
    {
      id: 'overdose',
      name: 'Overdose or wrong dose',
      kind: 'red_flag',
      en: `overdose / overdosed / overdosing / od'd / <took> (too many|too much|double|triple|extra|the whole bottle of|a bottle of|a handful of|all of) ..4 (<pills>|dose|insulin|doses) / narcan / naloxone / (took|taken) ..2 (twice|two|double) ..2 (dose|doses|pills) / (wrong|double|someone else's) (dose|medicine|pill|medication|pills) / too much (tylenol|insulin|medicine|medication|fentanyl) / <mychild> ..4 (swallowed|ate|drank|got into|took) ..5 (pill|pills|medicine|vitamins|gummies|edible|edibles|tablets) / nodding off ..3 (fentanyl|heroin|pills) / pinpoint pupils`,
      es: `sobredosis / (tome|tomo|me tome|se tomo) ..2 (demasiad*|muchas|doble|el doble|de mas|todo el frasco) ..3 (pastillas|dosis|insulina|medicina|medicinas)? / (dosis|medicina|pastilla) equivocada / doble dosis / me equivoque de (dosis|medicina|pastilla) / <mychild> ..4 (trago|tomo|comio|ingirio) ..5 (pastilla|pastillas|medicina|medicinas|vitaminas|gomitas) / me puse demasiada insulina`,
    },
    {
      id: 'poison',
      name: 'Poison, battery, gas',
      kind: 'red_flag',
      en: `poison / poisoned / poisoning / carbon monoxide / co (alarm|detector) / gas leak / <took> ..4 (bleach|cleaner|drano|antifreeze|battery|button battery|magnet|magnets|pesticide|detergent|pod|gasoline|lamp oil|ammonia|windshield|toxic) / (button|watch|coin) battery / swallowed ..3 (battery|magnet|magnets|coin|bleach) / (breathed|inhaled|breathing) ..3 (fumes|smoke|gas|chlorine) / snake (bite|bit) / bitten by a (snake|rattlesnake) / rattlesnake / black widow / ate ..2 (wild mushrooms|wild berries) / rat poison`,
      es: `veneno / envenen* / intoxic* / monoxido / fuga de gas / <took> ..4 (cloro|blanqueador|limpiador|pila|pilas|bateria|iman|imanes|detergente|anticongelante|gasolina|insecticida|raticida|lejia|sosa|amoniaco|thinner) / pila de (boton|reloj) / (respiro|respire|inhalo|inhale) ..3 (humo|gas|gases|vapores|cloro) / (mordio|mordedura|pico|picadura) ..3 (vibora|serpiente|culebra|cascabel|alacran|escorpion|viuda negra) / hongos silvestres / detector de monoxido`,
    },
  ],
  rules: [
    { id: 'poison-01', outcome: 'emergency', when: 'overdose', says: 'Overdose or wrong dose', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-02', outcome: 'emergency', when: 'poison', says: 'Poison, battery or gas', advice: 'poison', source: 'hrsa-poison' },
  ], // prettier-ignore
}
