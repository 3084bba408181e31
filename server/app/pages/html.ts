/** Pages that the server writes itself: a text that goes into a page is escaped, unless it is a piece of page already. */

export type Html = { readonly html: string }

/** `html\`<p>${name}</p>\``: every value is escaped, pieces and lists of pieces are set in as they are. */
export const html = (parts: TemplateStringsArray, ...values: HtmlValue[]): Html => ({
  html: parts.reduce((text, part, at) => text + textOf(values[at - 1]) + part),
})

export type HtmlValue = Html | readonly HtmlValue[] | string | number | false | null | undefined

function textOf(value: HtmlValue): string {
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  if ('html' in value) return value.html
  return value.map(textOf).join('')
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The sign of the product (web/ui/mark.tsx). */
const MARK = html`<svg class="mark" width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" fill="var(--brand-solid)" />
  <path
    d="M8 8v16M8 17.5h11.5a4.5 4.5 0 0 1 4.5 4.5v2M8 21.5h16"
    fill="none"
    stroke="var(--on-brand)"
    stroke-width="2.6"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
  <circle cx="14" cy="12" r="2.6" fill="var(--on-brand)" />
</svg>`

/** A whole page in the product's look. `scripts` are addresses of our own. */
export const page = ({ title, links, body, scripts = [], language = 'en' }: Page): string =>
  html`<!doctype html>
    <html lang="${language}" data-density="desk">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/pages/style.css" />
        ${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top">
          <a class="brand" href="/">${MARK} Bedside</a>
          <nav aria-label="Bedside">${links.map(({ href, text }) => html`<a href="${href}">${text}</a>`)}</nav>
        </header>
        <main id="content">${body}</main>
      </body>
    </html> `.html

export type Page = {
  title: string
  links: readonly { href: string; text: string }[]
  body: Html
  scripts?: readonly string[]
  language?: 'en' | 'es'
}
