import { expect, test } from 'vitest'
import { linkedWords } from './linked-words.ts'

test('an address can be opened; the sentence around it stays words', () => {
  expect(linkedWords('See https://clinic.example/visit?a=1. Thank you.')).toEqual([
    { words: 'See ' },
    { words: 'https://clinic.example/visit?a=1', href: 'https://clinic.example/visit?a=1' },
    { words: '.' },
    { words: ' Thank you.' },
  ])
  expect(linkedWords('https://a.example\n(http://b.example/c)')).toEqual([
    { words: 'https://a.example', href: 'https://a.example' },
    { words: '\n(' },
    { words: 'http://b.example/c', href: 'http://b.example/c' },
    { words: ')' },
  ])
})

test('nothing else becomes a link', () => {
  for (const text of ['', 'No address.', 'javascript:alert(1)', 'data:text/html,hi', 'www.clinic.example'])
    expect(linkedWords(text).filter(({ href }) => href)).toEqual([])
})
