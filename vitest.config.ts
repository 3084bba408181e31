import { defineConfig } from 'vitest/config'

/** A test that needs longer than this is a journey, or is broken. */
const TEST_MAX_MS = 20_000

/** Journeys at the desk, of the assistant and of help while writing, in the chat, and with a product of their own, or several; the others are a patient’s. */
const AT_THE_DESK = ['e2e/desk.test.ts', 'e2e/desk-offline.test.ts', 'e2e/knowledge.test.ts', 'e2e/saved-views.test.ts']
const WITH_HELP = [
  'e2e/assistant.test.ts',
  'e2e/composer.test.ts',
  'e2e/requests.test.ts',
  'e2e/safety-dialogue.test.ts',
]
const IN_THE_CHAT = ['e2e/widget.test.ts']
const OWN_PRODUCT = ['e2e/sign-in.test.ts', 'e2e/language-model.test.ts']
const BY_MAIL = ['e2e/mail-journeys.test.ts']
const FAULTS = ['e2e/faults.test.ts']
const FIRST_START = ['e2e/first-start.test.ts']

/** One after the other: what one writes, another would find. */
const JOURNEYS = {
  fileParallelism: false,
  setupFiles: ['./e2e/setup/failure.ts'],
  testTimeout: 90_000,
  // Longer than a product may take to start beside other work (START_MAX_MS in e2e/setup/server-process.ts).
  hookTimeout: 300_000,
  // A page is waited for as long as a locator waits, not for the second that is right for a function.
  expect: { poll: { timeout: 20_000 } },
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          // Nothing here keeps a state that another file could see; the lexicons are built once for all.
          isolate: false,
          include: ['{contract,engines,fhir,web}/**/*.test.{ts,tsx}'],
          testTimeout: TEST_MAX_MS,
        },
      },
      {
        test: {
          name: 'server',
          // Each file has a database and a product of its own; what a module keeps beside them goes by organization.
          isolate: false,
          include: ['{server,demo,tools,bench}/**/*.test.ts'],
          globalSetup: './tools/test-postgres.ts',
          testTimeout: TEST_MAX_MS,
          hookTimeout: TEST_MAX_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: [
            ...AT_THE_DESK,
            ...WITH_HELP,
            ...IN_THE_CHAT,
            ...OWN_PRODUCT,
            ...BY_MAIL,
            ...FAULTS,
            ...FIRST_START,
          ],
          globalSetup: './e2e/setup/browser.ts',
          ...JOURNEYS,
        },
      },
      { test: { name: 'e2e-desk', include: AT_THE_DESK, globalSetup: './e2e/setup/browser.ts', ...JOURNEYS } },
      { test: { name: 'e2e-help', include: WITH_HELP, globalSetup: './e2e/setup/browser.ts', ...JOURNEYS } },
      { test: { name: 'e2e-widget', include: IN_THE_CHAT, globalSetup: './e2e/setup/browser.ts', ...JOURNEYS } },
      { test: { name: 'e2e-own', include: OWN_PRODUCT, ...JOURNEYS } },
      { test: { name: 'e2e-mail', include: BY_MAIL, ...JOURNEYS } },
      { test: { name: 'e2e-first', include: FIRST_START, ...JOURNEYS } },
      { test: { name: 'e2e-faults', include: FAULTS, ...JOURNEYS } },
    ],
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
  },
})
