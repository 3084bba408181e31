import { expect, test } from 'vitest'
import { WidgetOrigin } from '#contract/widget.ts'
import { readOrigin } from './widget-origin.ts'

test('desk-D65 a site is taken as people write it, and what is taken is what the server takes', () => {
  for (const [text, origin] of [
    ['https://www.clinic.example', 'https://www.clinic.example'],
    [' Clinic.Example/contact?x=1 ', 'https://clinic.example'],
    ['https://clinic.example:8443/', 'https://clinic.example:8443'],
    ['https://clinic.example:443', 'https://clinic.example'],
    ['https://klínika.example', 'https://xn--klnika-4va.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ] as const) {
    expect(readOrigin(text), text).toBe(origin)
    expect(WidgetOrigin.safeParse(origin).success, text).toBe(true)
  }
})

test('trust-D61 what is no site, or not encrypted, or hides another one, is not taken', () => {
  for (const text of [
    '',
    '   ',
    'clinic',
    'http://clinic.example',
    'javascript:alert(1)',
    'ftp://clinic.example',
    'data:text/html,x',
    'https://user:secret@clinic.example',
    'https://clinic.example@evil.example',
    'https://*.clinic.example',
    'https://clinic example',
    'https://',
  ])
    expect(readOrigin(text), text).toBeUndefined()
})
