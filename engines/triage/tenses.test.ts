/** Understanding D55: a tense does not change the verdict. The preterite of Mexico and the River Plate beside the perfect of Spain and the Andes. */
import { describe, expect, test } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'

const urgencyOf = (text: string) => understand({ text }, { signed: true }).triage.urgency

describe('understanding-D55 an emergency told in another tense is the same emergency', () => {
  test.each([
    ['perdió el conocimiento', 'ha perdido el conocimiento'],
    ['mi mamá se cayó y se pegó en la cabeza, toma warfarina', 'mi mamá se ha caído y se ha pegado en la cabeza, toma warfarina'],
    ['se puso morado y no respira', 'se ha puesto morado y no respira'],
    ['perdí la visión de un ojo', 'he perdido la visión de un ojo'],
    ['rompí aguas y estoy de 30 semanas', 'he roto aguas y estoy de 30 semanas'],
    ['el bebé dejó de respirar unos segundos', 'el bebé ha dejado de respirar unos segundos'],
    ['me cayó lejía en los ojos', 'me ha caído lejía en los ojos'],
    ['mi hija se cortó las venas', 'mi hija se ha cortado las venas'],
    ['intenté matarme', 'he intentado matarme'],
    ['el niño se bebió la lejía', 'el niño tiene 3 años y se ha bebido lejía'],
    ['mi nieta se tragó unas pastillas de la tensión', 'mi nieta se ha tragado unas pastillas de la tensión'],
    ['mi hija se tomó un puñado de paracetamol', 'mi hija se ha tomado un puñado de paracetamol'],
    ['se tomó un frasco de pastillas', 'acaba de tomarse un frasco de pastillas'],
    ['le dio un ataque y echa espuma', 'le acaba de dar un ataque y echa espuma'],
    ['se le duerme el brazo izquierdo y la cara', 'se le está durmiendo el brazo izquierdo y la cara'],
    ['me duele el pecho', 'me está doliendo el pecho'],
  ])('%s / %s', (told, toldOtherwise) => {
    expect(urgencyOf(told)).toBe('emergency')
    expect(urgencyOf(toldOtherwise)).toBe('emergency')
  }) // prettier-ignore

  test.each([
    ['no perdió el conocimiento', 'no ha perdido el conocimiento'],
    ['nunca tuve convulsiones', 'nunca he tenido convulsiones'],
    ['¿llegó mi factura?', '¿ha llegado mi factura?'],
    ['se rompió el enlace del portal', 'se ha roto el enlace del portal'],
    ['pedí la cita dos veces', 'acabo de pedir la cita dos veces'],
    ['cambió mi seguro', 'está cambiando mi seguro'],
  ])('and what is none stays none: %s / %s', (told, toldOtherwise) => {
    expect(urgencyOf(told)).toBe('not_clinical')
    expect(urgencyOf(toldOtherwise)).toBe('not_clinical')
  })

  test('what has gone on for months goes on; what happened years ago is over', () => {
    expect(urgencyOf('hace meses que me duele el pecho al caminar')).toBe('emergency')
    expect(urgencyOf('hace meses que me duelen las rodillas al subir')).not.toBe('not_clinical')
    expect(urgencyOf('hace años que tuve un infarto, ¿lo pongo en el formulario?')).toBe('not_clinical')
  })
})
