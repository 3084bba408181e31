import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOSTILE_HTML, OVERLONG_HTML } from './hostile-html.ts'
import { htmlToText } from './html-text.ts'
import { measureHtml, sanitiseMailHtml, withImages } from './html-policy.ts'

/** Processor time of this process: a busy machine does not make it longer. */
const cpuMs = (): number => process.cpuUsage().user / 1000

const ELEMENTS = /<(?:script|form|input|button|svg|math|style|meta|base|iframe|object|embed|link)\b|\son\w+=/i
const VALUES = /javascript:|data:(?!image\/png)|position\s*:|url\(|expression\(/i

/** What stands between quotes is the value of an attribute, and no element and no event. */
function expectHarmless(safe: string): void {
  expect(safe.replace(/"[^"]*"/g, '""')).not.toMatch(ELEMENTS)
  expect(safe).not.toMatch(VALUES)
}

describe('hostile HTML', () => {
  test.each(HOSTILE_HTML)('trust-D50 %s has no effect', (_name, html) => {
    const safe = sanitiseMailHtml(html)
    expectHarmless(safe)
    expectHarmless(sanitiseMailHtml(safe))
  })
  test('trust-D50 no image is loaded before a click, and cid pictures are put in as data', () => {
    const safe = sanitiseMailHtml(
      '<img src="https://track.example/p.gif" srcset="https://t.example 2x"><img src="cid:logo@x" alt="Logo"><img src="//x.example/y"><img src="data:image/svg+xml,x">',
    )
    expect(safe).not.toMatch(/\ssrc=|srcset/)
    expect(safe).toContain('data-remote="https://track.example/p.gif"')
    expect(withImages(safe, new Map([['logo@x', 'data:image/png;base64,aGk=']]))).toContain(
      'src="data:image/png;base64,aGk="',
    )
    expect(withImages(safe, new Map([['logo@x', 'javascript:alert(1)']]))).not.toMatch(/\ssrc=/)
  })
  test('desk-D56 a link whose words do not tell its host shows it', () => {
    expect(sanitiseMailHtml('<a href="https://evil.example/x">https://bank.example/login</a>')).toContain(
      '[evil.example]',
    )
    expect(sanitiseMailHtml('<a href="https://bank.example/login">https://bank.example/login</a>')).not.toContain('[')
    expect(sanitiseMailHtml('<a href="https://x.example">y</a>')).toContain('rel="noopener noreferrer nofollow"')
  })
})

describe('limits', () => {
  test.each(OVERLONG_HTML)('trust-D50 %s is shown as text', (_, html) => {
    expect(measureHtml(html).ok).toBe(false)
  })
  test.each([
    ['too_large', 'a'.repeat(1_100_000)],
    ['too_deep', '<div>'.repeat(10_000)],
    ['too_many_nodes', '<b>a</b>'.repeat(11_000)],
    ['too_many_links', '<a href=x>y</a>'.repeat(2_001)],
  ])('desk-D56 %s is counted before anything is parsed', (limit, html) => {
    expect(measureHtml(html)).toEqual({ ok: false, limit })
  })
  test('desk-D56 an ordinary long mail is within them', () => {
    expect(measureHtml('<p>words &nbsp;&amp; more<br>x'.repeat(2_000) + '<li>y'.repeat(2_000))).toEqual({ ok: true })
  })
  test('trust-D50 80 kB of nested HTML takes no more than 100 ms', () => {
    const html = '<div>'.repeat(8_000) + 'x' + '</i>'.repeat(8_000)
    measureHtml(html)
    const started = cpuMs()
    measureHtml(html)
    expect(htmlToText(html)).toBe('x')
    expect(cpuMs() - started).toBeLessThan(100)
  })
})

test('trust-D56 any HTML becomes text and safe HTML without a crash', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      '"',
      '>',
      '<',
      '<svg>',
      '<style>',
      '</style>',
      '<blockquote>',
      '&lt;',
      '&#x0;',
      '<!--',
      '-->',
      ' onerror=alert(1) ',
      '<img src=x',
      '<pre>\n',
      '\u0000',
      "'",
    ),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('')
      expect(sanitiseMailHtml(html)).not.toMatch(/<(?:script|svg|style|form)\b|<[^>]*\son\w+=[^>]*>/i)
      expect(htmlToText(html).includes('\0')).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})
