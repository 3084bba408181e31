/** The first page a newcomer sees: who can sign in to the demonstration clinic, and what would have left by mail. On loopback only. */
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { DEMO_SLUG } from '../../demo/clinic.ts'
import { totpCode, totpSecondsLeft, totpStep } from '#server/modules/identity/index.ts'
import type { Demonstration, StaffSignIn } from './demonstration.ts'
import type { PlainRoute } from './described-routes.ts'
import { html, page, type Html } from './pages/html.ts'
import { PAGE, sendPage } from './pages/pages.ts'

export type OutboxMail = { to: string; subject: string; text: string; at: Date }

const LIVE: PlainRoute = { ...PAGE, resource: 'demonstration', summary: 'Codes of this moment and the local outbox' }

export async function registerDemonstrationPage(
  app: FastifyInstance,
  demonstration: Demonstration,
  now: () => Date,
  readOutbox: () => Promise<OutboxMail[]>,
): Promise<void> {
  const script = await readFile(new URL('./pages/demonstration.js', import.meta.url), 'utf8')
  const codeOf = ({ totpSecret }: StaffSignIn) => totpCode(Buffer.from(totpSecret, 'hex'), totpStep(now()))

  app.get('/demo', { config: { describes: PAGE } }, async (_request, reply) =>
    sendPage(reply, demonstrationPage(demonstration, codeOf, await readOutbox())),
  )
  app.get('/demo/page.js', { config: { describes: PAGE } }, async (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').send(script),
  )
  app.get('/demo/live', { config: { describes: LIVE } }, async () => ({
    codes: Object.fromEntries(demonstration.staff.map((member) => [member.email, codeOf(member)])),
    secondsLeft: totpSecondsLeft(now()),
    staff: demonstration.staff.map(({ name, role, email, password }) => ({ name, role, email, password })),
    patients: demonstration.patients,
    mails: await readOutbox(),
  }))
}

const ROLES: Record<string, string> = {
  agent: 'answers patients, writes and sends',
  front_desk: 'registers people and their addresses',
  nurse: 'accepts red flags, may lower an urgency',
  clinician: 'as a nurse, and decides',
  billing: 'reads what is about bills',
  supervisor: 'sees the whole desk',
  administrator: 'staff, sites and settings; no patient data',
}
const DESK = `/desk/sign-in?organization=${DEMO_SLUG}`
const PORTAL = `/?at=${DEMO_SLUG}`
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' })

function demonstrationPage(
  { staff, patients, widgetKey }: Demonstration,
  codeOf: (member: StaffSignIn) => string,
  mails: OutboxMail[],
): string {
  const roles = [...new Set(staff.map(({ role }) => role))].toSorted(
    (a, b) => Object.keys(ROLES).indexOf(a) - Object.keys(ROLES).indexOf(b),
  )
  const doors: { href?: string; open?: string; name: string; text: string }[] = [
    { href: DESK, name: 'Service desk', text: 'Where staff read, answer and decide.' },
    { href: PORTAL, name: 'Patient portal', text: 'Where patients write and read.' },
    {
      href: `/widget/sample?bedside-key=${encodeURIComponent(widgetKey)}`,
      name: 'Chat widget',
      text: 'On a sample page of another site.',
    },
    { href: '/demo/phone', name: 'Telephone', text: 'Text or call the clinic as a patient. No real carrier is used.' },
    { open: '/demo/kiosk', name: 'Kiosk', text: 'Take a queue number at Harbor Street Clinic.' },
    { open: '/demo/display', name: 'Public display', text: 'The numbers called there. Call them at the desk.' },
    { href: '/api', name: 'Programming interface', text: 'Every procedure, readable and as OpenAPI.' },
  ]
  return page({
    title: 'Demonstration clinic · Bedside',
    scripts: ['/demo/page.js'],
    links: [
      { href: '#staff', text: 'Staff' },
      { href: '#patients', text: 'Patients' },
      { href: '#outbox', text: 'Outbox' },
    ],
    body: html`<div class="intro">
        <h1>Demonstration clinic</h1>
        <p class="lead">
          A month in the life of an invented clinic. Choose a door, sign in as anybody below, and look around: nothing
          you do here reaches a real person.
        </p>
      </div>
      <ul class="doors">
        ${doors.map(
          ({ href, open, name, text }) =>
            html`<li>
              ${
                open
                  ? html`<button type="button" data-open="${open}">
                      <strong>${name}</strong><span>${text}</span>
                    </button>`
                  : html`<a href="${href ?? ''}"><strong>${name}</strong><span>${text}</span></a>`
              }
            </li>`,
        )}
      </ul>
      <section aria-labelledby="staff">
        <h2 id="staff">Staff</h2>
        <p class="muted">
          Sign in at <a href="${DESK}">the desk</a> with e-mail, password and the six-digit code. The passwords are
          random and belong to this installation alone. A code is good for 30 seconds;
          <span data-seconds>a new one comes by itself</span>.
        </p>
        <ul class="people">
          ${roles.flatMap((role) => staff.filter((member) => member.role === role).map((member) => memberOf(member, codeOf)))}
        </ul>
      </section>
      <section aria-labelledby="patients">
        <h2 id="patients">Patients</h2>
        <p class="muted">
          Ask <a href="${PORTAL}">the portal</a> for a code with one of these addresses. It arrives in the outbox below
          within a second. The portal then asks for the birth date.
        </p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="patients">
          <table>
            <thead>
              <tr>
                <th scope="col">Language</th>
                <th scope="col">Name</th>
                <th scope="col">Address</th>
                <th scope="col">Birth date</th>
              </tr>
            </thead>
            <tbody>
              ${patients.map(
                ({ name, contact, language, birthDate }) =>
                  html`<tr>
                    <td>${LANGUAGES.of(language)}</td>
                    <td lang="${language}">${name}</td>
                    <td>${contact} ${copyButton(contact, `Copy the address of ${name}`)}</td>
                    <td>${birthDate}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="outbox">
        <h2 id="outbox">Local outbox</h2>
        <p class="muted">Mail and text messages of this installation end here, the newest first.</p>
        <div class="mails" data-mails data-newest="${mails[0] ? keyOf(mails[0]) : ''}">
          ${mails.map((mail, at) => mailOf(mail, at === 0))}
        </div>
        <p data-empty ${mails.length > 0 && HIDDEN}>Nothing was sent yet.</p>
        <p class="muted" role="status" data-news></p>
      </section>`,
  })
}

const HIDDEN: Html = { html: 'hidden' }

const memberOf = (member: StaffSignIn, codeOf: (member: StaffSignIn) => string): Html =>
  html`<li class="person">
    <header>
      <h3>${member.name}</h3>
      <span class="badge">${member.role.replaceAll('_', ' ')}</span>
    </header>
    <p class="muted">${ROLES[member.role]}</p>
    <dl class="facts">
      <dt>E-mail</dt>
      <dd><span>${breakable(member.email)}</span> ${copyButton(member.email, `Copy the e-mail of ${member.name}`)}</dd>
      <dt>Password</dt>
      <dd>
        <span class="code">${member.password}</span>
        ${copyButton(member.password, `Copy the password of ${member.name}`)}
      </dd>
      <dt>Code now</dt>
      <dd>
        <span class="now" data-code="${member.email}">${codeOf(member)}</span>
        <button type="button" data-copy-code="${member.email}" aria-label="Copy the code of ${member.name}">
          Copy
        </button>
      </dd>
    </dl>
  </li>`

/** A long address breaks behind its @, not within a word. */
function breakable(address: string): Html {
  const at = address.indexOf('@') + 1
  return html`${address.slice(0, at)}<wbr />${address.slice(at)}`
}

const copyButton = (text: string, label: string): Html =>
  html`<button type="button" data-copy="${text}" aria-label="${label}">Copy</button>`

const mailOf = (mail: OutboxMail, isOpen: boolean): Html =>
  html`<details class="mail" ${isOpen && OPEN}>
    <summary><strong>${mail.subject}</strong><span class="muted">To ${mail.to}, ${timeOf(mail.at)}</span></summary>
    <pre>${mail.text}</pre>
  </details>`
const OPEN: Html = { html: 'open' }

const timeOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
const keyOf = ({ to, subject, at }: OutboxMail): string => `${at.toISOString()} ${to} ${subject}`
