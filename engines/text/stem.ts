/**
 * A light word form shared by phrases and messages: "fainted", "faints" and "fainting" read as one word.
 *
 * Both sides pass through it, so it need not be linguistically right, only the same. It works on English and Spanish
 * endings together because people mix the two.
 */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  let form = word
  if (form.length > 3 && form.endsWith('s') && !form.endsWith('ss') && !form.endsWith('us') && !form.endsWith('is')) {
    form = form.endsWith('ies') && form.length > 5 ? form.slice(0, -3) + 'y' : form.slice(0, -1)
  }
  if (form.length > 6 && form.endsWith('ing')) form = undouble(form.slice(0, -3))
  else if (form.length > 5 && form.endsWith('ed') && !form.endsWith('eed')) form = undouble(form.slice(0, -2))
  if (form.length > 4 && form.endsWith('e')) form = form.slice(0, -1)
  else if (form.length > 5 && (form.endsWith('a') || form.endsWith('o'))) form = form.slice(0, -1)
  return form
}

function undouble(form: string): string {
  const last = form.at(-1)
  return last === form.at(-2) && last !== 'l' && last !== 's' ? form.slice(0, -1) : form
}

const IRREGULAR = new Map([
  ['bled', 'bleed'],
  ['breaths', 'breath'],
  ['breathing', 'breath'],
  ['fell', 'fall'],
  ['fallen', 'fall'],
  ['falling', 'fall'],
  ['falls', 'fall'],
  ['bitten', 'bite'],
  ['biting', 'bite'],
  ['bites', 'bite'],
  ['threw', 'throw'],
  ['throwing', 'throw'],
  ['thrown', 'throw'],
  ['swollen', 'swell'],
  ['swelled', 'swell'],
  ['aching', 'ache'],
  ['aches', 'ache'],
  ['achy', 'ache'],
  ['ached', 'ache'],
  ['using', 'use'],
  ['used', 'use'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['children', 'child'],
  ['babies', 'baby'],
  ['dying', 'dying'],
  ['this', 'this'],
  // "Spotting" is bleeding; a "spot" is a place.
  ['spotting', 'spotting'],
  // "Sobbing" is crying, "sob" is short of breath; "molesta" is annoyed; "drugged" is done to somebody.
  ['sobbing', 'sobbing'],
  ['drugged', 'drugged'],
  ['molesta', 'molesta'],
  ['molesto', 'molesto'],
  // A man ("hombre") is no shoulder ("hombro"), a door ("puerta") no port, and bread is no "breading" said for breathing.
  ['hombre', 'hombre'],
  ['hombres', 'hombre'],
  ['puerta', 'puerta'],
  ['puertas', 'puerta'],
  // Nails ("uñas") are not the word "una".
  ['unas', 'unas'],
  ['bread', 'breads'],
  ['breads', 'breads'],
])
