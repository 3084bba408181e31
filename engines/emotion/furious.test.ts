/** A furious message must not score neutral, in no language of words with spaces (understanding-D17). */
import { expect, test } from 'vitest'
import { guessEmotion } from './emotion.ts'

test.each([
  ['en', 'You left my father on a trolley for nine hours and then you lied to us about it'],
  ['es', 'Me mintieron y dejaron a mi madre en una silla toda la noche, son unos sinvergüenzas'],
  ['fr', "Vous m'avez menti sur le prix, c'est scandaleux"],
  ['pt', 'Vocês mentiram sobre o preço, isso é um absurdo'],
  ['ht', 'Mwen fache anpil, enfimyè a joure mwen devan tout moun'],
  ['de', 'Das ist eine Frechheit, ich bin stinksauer auf Ihre Praxis'],
  ['it', 'Siete dei ladri, vergognatevi, mi avete mentito'],
  ['pl', 'To skandal, jesteście niekompetentni i traktujecie ludzi jak śmiecie'],
  ['ru', 'Это возмутительно, ваш врач хамит, как вы смеете'],
  ['vi', 'Tôi rất tức giận, các anh vô trách nhiệm quá đáng'],
  ['tl', 'Galit na galit ako sa inyo, bastos ang doktor'],
  ['ar', 'هذه فضيحة، عيب عليكم، كذابين'],
  ['fa', 'خجالت بکشید، شما دروغگو هستید'],
  ['hi', 'आपको शर्म आनी चाहिए, मुझे बहुत गुस्सा है'],
  ['ko', '정말 화가 납니다, 이건 거짓말이에요'],
])('understanding-D17 anger is heard in %s: %s', (lang, text) => {
  const { tones, intensity } = guessEmotion(text, lang)
  expect(tones.map(({ tone }) => tone).filter((tone) => tone === 'anger' || tone === 'frustration')).not.toEqual([])
  expect(intensity).toBeGreaterThanOrEqual(1)
})

test.each([
  ['fr', 'Combien de fois par jour dois-je prendre ce comprimé ?'],
  ['de', 'Wie oft soll ich die Tabletten nehmen?'],
  ['pt', 'Quero marcar uma consulta para quinta-feira de manhã'],
  ['it', 'Vorrei spostare la visita di martedì'],
  ['ht', 'Mwen vle chanje randevou mwen an pou lendi'],
])('understanding-D17 a calm ask is not told as anger in %s: %s', (lang, text) => {
  const { tones } = guessEmotion(text, lang)
  expect(tones.map(({ tone }) => tone).filter((tone) => tone === 'anger' || tone === 'frustration')).toEqual([])
})
