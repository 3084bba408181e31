/**
 * `npm test`: every check and every test, and one line at the end: `N passed, N failed`.
 * A check counts as one; of the test runs each test counts. Plain JavaScript, see start.mjs.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
} from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { ensureInstalled, ensureScreens, ownNode, root, stop } from './prepare.mjs'

ensureInstalled()
ensureChromium()

const bin = (name) => join(root, 'node_modules', '.bin', name)
const SCRATCH_PREFIX = 'bedside-run-'
const MEMORY = '/dev/shm'
const ROOM_BYTES = 4e9
const PROCESSES_BYTES = 6e9
/** No run takes that long. */
const LEFTOVER_MS = 6 * 3_600_000
const scratch = makeScratch()
const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  FORCE_COLOR: '0',
  TMPDIR: scratch,
  // The clinic that the first start fills, for the journeys after it (e2e/setup/filled-folder.ts).
  BEDSIDE_FILLED: join(scratch, 'filled'),
  // The product is started some thirty times in a run: what one process has compiled, the next one reads.
  NODE_COMPILE_CACHE: join(scratch, 'compiled'),
}
const count = { passed: 0, failed: 0 }
/** What failed and why, said again at the end: two lanes print at once, and much. */
const failures = []
const REASON_MAX_CHARS = 2_000
/** What stood on the screens when a journey failed (e2e/setup/failure.ts). */
const SCREENS = join(root, 'e2e', 'results')
const SCREEN_MAX_CHARS = 2_400
rmSync(SCREENS, { recursive: true, force: true })

// Two lanes for two cores: a fault waits for a moment most of its time, and what it leaves is used by the checks and by the tests without a
// browser. Whoever is done takes the next journey, the longest first; a journey waits for its page, so that three of them fill two cores.
ensureScreens()
const journeys = [
  ['Journeys with a product of their own', 'e2e-own'],
  ['Journeys at the desk', 'e2e-desk'],
  ['Journeys of patients', 'e2e'],
  ['Journeys of the chat', 'e2e-widget'],
  ['Journeys with help', 'e2e-help'],
  ['Journeys by mail', 'e2e-mail'],
]
await Promise.all([
  tests('The first start', 'e2e-first')
    .then(() => tests('Journeys through faults', 'e2e-faults'))
    .then(playJourneys),
  inTurn([
    ['Types', bin('tsc'), '--noEmit', '-p', 'tsconfig.json'],
    ['Lint', bin('oxlint'), '--type-aware', '--deny-warnings'],
    ['Unused code', bin('knip')],
    ['Formatting', bin('prettier'), '--check', '--log-level', 'warn', '.'],
    [
      'Boundaries',
      bin('depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      'server',
      'engines',
      'contract',
      'fhir',
      'web',
      'demo',
    ],
  ])
    .then(() => tests('Tests without a browser', 'pure', 'server'))
    .then(() => Promise.all([playJourneys(), playJourneys()])),
])

for (const { what, why } of failures) process.stdout.write(`\nFAILED ${what}\n${why}\n`)
tellScreens()
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed\n`)
process.exit(count.failed === 0 ? 0 : 1)

/** The beginning of what stood there, and the last that the page complained of: where the folder is gone with the machine, this stays. */
function tellScreens() {
  if (!existsSync(SCREENS)) return
  process.stdout.write(`\nWhat stood on the screens: ${relative(root, SCREENS)}\n`)
  for (const name of readdirSync(SCREENS).filter((one) => one.endsWith('.txt'))) {
    const text = readFileSync(join(SCREENS, name), 'utf8').replaceAll(/\n+/g, '\n')
    const half = SCREEN_MAX_CHARS / 2
    const shown = text.length > SCREEN_MAX_CHARS ? `${text.slice(0, half)}\n[...]\n${text.slice(-half)}` : text
    process.stdout.write(`\n-- ${name}\n${shown}\n`)
  }
}

async function playJourneys() {
  for (let journey = journeys.shift(); journey; journey = journeys.shift()) await tests(...journey)
}

async function inTurn(checks) {
  for (const [heading, command, ...parameters] of checks) {
    const started = Date.now()
    const { status, said } = await run(command, parameters)
    if (status === 0) count.passed += 1
    else failed(heading, said)
    const seconds = Math.round((Date.now() - started) / 1000)
    process.stdout.write(`\n== ${heading}\n${said}${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`)
  }
}

/** What it says is kept, or shown at once with `inherit`. */
function run(command, parameters, output = 'pipe') {
  const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', output, output], env: environment })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => said.push(words))
  return new Promise((resolve) =>
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString() })),
  )
}

async function tests(heading, ...projects) {
  const file = join(scratch, `${heading.replaceAll(' ', '-')}.json`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const chosen = projects.flatMap((project) => ['--project', project])
  process.stdout.write(`\n== ${heading}\n`)
  const { status } = await run(ownNode, [vitest, 'run', ...chosen, ...reporters], 'inherit')
  if (!existsSync(file)) {
    failed(heading, 'The test run broke off before it had a result.')
    return
  }
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
  count.passed += numPassedTests
  const before = count.failed
  for (const { name, status: fileStatus, message, assertionResults } of testResults) {
    const broken = assertionResults.filter((one) => one.status === 'failed')
    for (const one of broken) failed(`${relative(root, name)} > ${one.fullName.trim()}`, one.failureMessages.join('\n'))
    // A file that could not even be loaded has no tests, and is a failure all the same.
    if (fileStatus === 'failed' && broken.length === 0) failed(relative(root, name), message)
  }
  if (status !== 0 && count.failed === before) failed(heading, 'The run failed outside its tests: see above.')
}

function failed(what, why) {
  count.failed += 1
  failures.push({ what, why: why.slice(0, REASON_MAX_CHARS) })
}

/**
 * A folder of this run, for everything that it writes. It lies in memory where there is plenty: each database of a test is a thousand
 * files, which a disk makes in a second and memory in a twentieth of it.
 */
function makeScratch() {
  const place = hasRoom(MEMORY) ? MEMORY : tmpdir()
  // What a killed run left behind.
  for (const name of readdirSync(place).filter((one) => one.startsWith(SCRATCH_PREFIX))) {
    const folder = join(place, name)
    const left = statSync(folder, { throwIfNoEntry: false })
    if (left && left.mtimeMs < Date.now() - LEFTOVER_MS && left.uid === process.getuid?.())
      rmSync(folder, { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(place, SCRATCH_PREFIX))
  // As root, PostgreSQL runs under another account, which has to enter here.
  chmodSync(folder, 0o711)
  // After a Ctrl-C, what was started may still be writing.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
  return folder
}

/** A run writes up to ROOM_BYTES there, and its processes need their memory too. */
function hasRoom(place) {
  try {
    accessSync(place, constants.W_OK)
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize > ROOM_BYTES && (process.availableMemory?.() ?? freemem()) > ROOM_BYTES + PROCESSES_BYTES
  } catch {
    return false
  }
}

/** The system's Chromium, or Debian's package where we may install one. */
function ensureChromium() {
  if (chromium()) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    stop('The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.')
  }
  process.stdout.write('Installing Chromium ...\n')
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
  if (!chromium()) stop('Chromium could not be installed. Install it by hand, or set CHROMIUM to its path.')
}

function chromium() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((place) => place && existsSync(place))
}
