/** The interface for programs: the OpenAPI document, and the same as a page that people can read without a script. */
import type { FastifyInstance } from 'fastify'
import type { PlainRoute } from './described-routes.ts'
import { openApiDocument, type OpenApiDocument, type Operation } from './open-api.ts'
import { html, page, type Html } from './pages/html.ts'
import { PAGE, sendPage } from './pages/pages.ts'
import { describeSchema } from './schema-text.ts'
import { VERSION } from './version.ts'

const DOCUMENT: PlainRoute = {
  roles: 'public',
  resource: 'contract',
  patient: 'none',
  audit: 'none',
  summary: 'This interface as an OpenAPI 3.1 document',
}

export function registerApiPage(app: FastifyInstance): void {
  // The list of doors is complete once the server listens, and never changes then.
  let made: Promise<{ document: OpenApiDocument; text: string; page: string }> | undefined
  const make = async () => {
    const document = await openApiDocument(app.doors(), VERSION)
    return { document, text: JSON.stringify(document), page: apiPage(document) }
  }
  const ready = () => (made ??= make())

  app.get('/api/openapi.json', { config: { describes: DOCUMENT } }, async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send((await ready()).text),
  )
  app.get('/api', { config: { describes: PAGE } }, async (_request, reply) => sendPage(reply, (await ready()).page))
}

type Entry = { method: string; path: string; operation: Operation }

function apiPage(document: OpenApiDocument): string {
  const groups = new Map<string, Entry[]>()
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const [tag = 'Other'] = operation.tags ?? []
      groups.set(tag, [...(groups.get(tag) ?? []), { method: method.toUpperCase(), path, operation }])
    }
  }
  const names = [...groups.keys()].toSorted()
  return page({
    title: 'Programming interface · Bedside',
    links: [
      { href: '/', text: 'Portal' },
      { href: '/desk', text: 'Desk' },
      { href: '/api/openapi.json', text: 'OpenAPI document' },
    ],
    body: html`<div class="intro">
        <h1>Programming interface</h1>
        <p class="lead">${document.info.description}</p>
        <p>
          A refusal has a status, a code from a closed list and a sentence that says what to do next. Give its
          <code>requestId</code> when you ask us about it. The machine-readable form is
          <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).
        </p>
      </div>
      <div class="with-contents">
        <nav class="contents" aria-labelledby="contents">
          <h2 id="contents">Contents</h2>
          <ul>
            ${names.map((name) => html`<li><a href="#${anchorOf(name)}">${name}</a></li>`)}
          </ul>
        </nav>
        <div class="operations">
          ${names.map(
            (name) =>
              html`<section aria-labelledby="${anchorOf(name)}">
                <h2 id="${anchorOf(name)}">${name}</h2>
                ${(groups.get(name) ?? []).map((entry) => operationOf(entry, document))}
              </section>`,
          )}
        </div>
      </div>`,
  })
}

const anchorOf = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '-')

function operationOf({ method, path, operation }: Entry, document: OpenApiDocument): Html {
  const { summary, parameters = [], requestBody, responses } = operation
  const body = Object.entries(requestBody?.content ?? {})[0]
  const answer = Object.entries(responses['200']?.content ?? {})[0]
  return html`<details class="operation">
    <summary>
      <span class="method" data-method="${method}">${method}</span>
      <code>${path}</code>
      <span class="what">${summary}</span>
    </summary>
    <div class="inside">
      <p>${accessLine(operation)}</p>
      ${
        parameters.length > 0 &&
        html`<div>
          <h3>Parameters</h3>
          <div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${method} ${path}">
            <table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">In</th>
                  <th scope="col">Kind</th>
                </tr>
              </thead>
              <tbody>
                ${parameters.map(
                  (parameter) =>
                    html`<tr>
                      <th scope="row">
                        <code>${parameter.name}</code>${parameter.required ? '' : ' (may be left out)'}
                      </th>
                      <td>${parameter.in}</td>
                      <td><code>${describeSchema(parameter.schema, document)}</code></td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </div>`
      }
      ${body && schemaBlock(`Body (${body[0]})`, body[1].schema, document, `Body of ${method} ${path}`)}
      ${answer && schemaBlock('Answer', answer[1].schema, document, `Answer of ${method} ${path}`)}
    </div>
  </details>`
}

const schemaBlock = (heading: string, schema: object | undefined, document: OpenApiDocument, label: string): Html =>
  html`<div>
    <h3>${heading}</h3>
    <pre class="schema" tabindex="0" role="region" aria-label="${label}">${describeSchema(schema, document)}</pre>
  </div>`

const ROLE_WORDS: Record<string, string> = { everybody: 'everybody, without signing in' }

function accessLine(operation: Operation): string {
  const roles = (operation['x-roles'] ?? []).map((role) => ROLE_WORDS[role] ?? role.replaceAll('_', ' '))
  const journal = operation['x-journal'] ? ` The journal records it (${operation['x-journal']}).` : ''
  const fresh = operation['x-fresh-factor'] ? ' A second factor must have been shown in the last 5 minutes.' : ''
  return `Open to: ${roles.join(', ')}.${fresh}${journal}`
}
