import type { Family } from '../protocol.ts'

export const eye: Family = {
  id: 'eye',
  title: 'Eyes and sight',
  concepts: [
    {
      id: 'eye-emergency',
      name: 'Chemical in the eye or eye injury',
      kind: 'red_flag',
      en: `(chemical|bleach|acid|cleaner|drain cleaner|ammonia|lye|glue|oven cleaner|cement) ..5 <eye> / <eye> ..4 (stabbed|punctured|cut open|popped out|bleeding|chemical|bleach) / (something|metal|glass|nail|stick) ..3 (stuck|went|in|poked|hit) ..3 <eye> / severe eye pain / <eye> ..4 (severe pain|worst pain|halos) / halos around lights`,
      es: `(quimico|cloro|acido|limpiador|cal|sosa|amoniaco|pegamento|blanqueador) ..5 <eye> / <eye> ..4 (perfor*|cortado|sangra|cloro|quimico|salido) / (algo|metal|vidrio|clavo|palo) ..5 <eye> / dolor (fuerte|severo|insoportable|muy fuerte) ..2 <eye> / veo halos`,
    },
    {
      id: 'eye-trouble',
      name: 'Eye trouble',
      kind: 'symptom',
      en: `<eye> ~ <pain> / (red|pink|itchy|swollen|crusty) (eye|eyes) / pinkeye / conjunctivitis / stye / floaters`,
      es: `<eye> ~ <pain> / (ojo|ojos) (rojo|rojos|hinchado|hinchados|lagañoso) / conjuntivitis / orzuelo / lagañas`,
    },
    {
      id: 'vision-trouble',
      name: 'Blurred sight',
      kind: 'symptom',
      en: `blurry / blurred / spots in (my)? (eyes|vision) / seeing (spots|stars|flashes) / vision (changes|trouble|problems)`,
      es: `vision borrosa / veo borroso / ve borroso / veo (luces|lucecitas|estrellitas|manchas|puntos) / borrosa`,
    },
  ],
  rules: [
    { id: 'eye-01', outcome: 'emergency', when: 'eye-emergency', says: 'Chemical or injury of the eye', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-02', outcome: 'soon', when: 'eye-trouble', says: 'Eye trouble', advice: 'eye', source: 'nhs-eye' },
    { id: 'eye-03', outcome: 'urgent', when: 'vision-trouble', says: 'Blurred sight', advice: 'eye', source: 'nhs-vision' },
  ], // prettier-ignore
}
