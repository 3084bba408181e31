/** Creole with French names and streets in it, and French with a Creole name in it. */
import { expect, test } from 'vitest'
import { foldWords } from '#engines/linear/phrase-finder.ts'
import { isCreole } from './creole.ts'
import { guessLanguage } from './language.ts'

test.each([
  'nou nan carrefour rue de la fontaine impasse Estimable, nou bezwen manje',
  'Nou se rezidan avenue Christophe prolongee, nou besoin aide, nou pa gen dlo pou nou bwe',
  'svp vini wè nou, impasse des Orangers numero 4, anpil moun blese',
])('understanding-D8 a street in French makes no French message: %s', (text) => {
  expect(guessLanguage(text).code).toBe('ht')
})

test.each([
  'je suis la fille de madame Anpil, nous avons besoin de vous pour le rendez-vous',
  'Bonjour, je cherche le docteur Jodi Moun, est-ce que vous le connaissez ?',
  'I live on Manje Street near the Dlo river and I need a refill',
  'necesito una cita para mi papá, gracias',
])('understanding-D8 one Creole word makes no Creole message: %s', (text) => {
  expect(isCreole(foldWords(text))).toBe(false)
  expect(guessLanguage(text).code).not.toBe('ht')
})
