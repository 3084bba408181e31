import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IMPORT_FORMATS } from './import-format.ts'
import { IMPORT_ROWS_MAX, readImport } from './import.ts'

const MARKDOWN = `Not of any article.

# Where to **park**
Park behind the clinic. It is *free*.

* by car
> by bicycle [map](https://clinic.example/map)

Q: Where can I park?
Q: Is parking free?
Source: [Visit us](https://clinic.example/visit)

## Empty one
`

test('understanding-D82 Markdown: a heading begins an article, marks are left out, questions and sources are found, each row says what is wrong', () => {
  expect(readImport(MARKDOWN, 'markdown').rows).toEqual([
    {
      row: 1,
      title: 'Where to park',
      body: 'Park behind the clinic. It is free.\n\n- by car\nby bicycle map',
      questions: ['Where can I park?', 'Is parking free?'],
      language: null,
      kind: 'administrative',
      sources: [{ title: 'Visit us', url: 'https://clinic.example/visit' }],
      problem: null,
    },
    expect.objectContaining({ row: 2, title: 'Empty one', problem: 'no-body' }),
  ])
})

test('understanding-D82 HTML: only its words come in, nothing that could run or load', () => {
  const html =
    '<head><title>x</title></head><script>alert(1)</script><h2 onclick="x()">Where to park</h2><p>Park <b>behind</b> us.<img src="https://t.example/p.gif">' +
    '<ul><li>by car</li></ul><p>Q: Where can I park?</p><p>Source: <a href="https://clinic.example/visit">Visit us</a> <a href="javascript:x()">y</a></p>'
  const { rows } = readImport(html, 'html')
  expect(rows).toMatchObject([
    {
      title: 'Where to park',
      body: 'Park behind us.\n\n- by car',
      questions: ['Where can I park?'],
      sources: [{ title: 'Visit us', url: 'https://clinic.example/visit' }],
      problem: null,
    },
  ])
  expect(JSON.stringify(rows)).not.toMatch(/alert|onclick|javascript|gif/)
  expect(readImport('<div>'.repeat(100_000), 'html').rows).toEqual([])
})

test('understanding-D82 CSV: quotes, lines in a cell, another sign between cells, Spanish columns, and a reason for each bad row', () => {
  const csv =
    'título;texto;preguntas;idioma;tipo;fuente;enlace\r\n' +
    '"Dónde; estacionar";"Atrás.\nEs ""gratis"".";¿Dónde estaciono?|¿Es gratis?;es;;Visítenos;https://clinic.example/es\r\n' +
    ';sin título;;;;;\r\nMal;texto;;español;;;\r\nMal;texto;;es;raro;;\r\n'
  const { rows } = readImport(csv, 'csv')
  expect(rows[0]).toEqual({
    row: 1,
    title: 'Dónde; estacionar',
    body: 'Atrás.\nEs "gratis".',
    questions: ['¿Dónde estaciono?', '¿Es gratis?'],
    language: 'es',
    kind: 'administrative',
    sources: [{ title: 'Visítenos', url: 'https://clinic.example/es' }],
    problem: null,
  })
  expect(rows.slice(1).map(({ problem }) => problem)).toEqual(['no-title', 'bad-language', 'bad-kind'])
  expect(readImport('a,b\n1,2', 'csv').rows).toEqual([])
})

test('understanding-D82 a file of more articles than are taken says so', () => {
  const { rows, isCut } = readImport('# A\nb\n'.repeat(IMPORT_ROWS_MAX + 1), 'markdown')
  expect([rows.length, isCut]).toEqual([IMPORT_ROWS_MAX, true])
})

test('understanding-D2 any file is read to its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...IMPORT_FORMATS), (text, format) => {
      expect(readImport(text, format)).toEqual(readImport(text, format))
    }),
  )
  for (const format of IMPORT_FORMATS) {
    for (const long of ['*'.repeat(500_000), '"'.repeat(500_000), '[a]('.repeat(100_000), '# '.repeat(200_000)])
      expect(readImport(long, format).rows.length).toBeLessThanOrEqual(IMPORT_ROWS_MAX)
  }
})

test.each(['it"""', 'a""', '"a', ' "', ',"', '\r'])('trust-D56 a table of endless %s takes linear time', (piece) => {
  const began = process.cpuUsage()
  readImport(`title,body\r\n"a","b",c ${piece.repeat(1_000_000 / piece.length)}\r\n`, 'csv')
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000)
})
