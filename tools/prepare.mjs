/** What both commands need first: the right Node, the packages of the lockfile, the built screens. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const ownNode = join(root, 'node_modules', '.bin', 'node')

const NODE_MIN = 20

export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < NODE_MIN) stop(`Bedside needs Node ${NODE_MIN} or later to begin; this is ${process.versions.node}.`)
  const installed = join(root, 'node_modules', '.package-lock.json')
  const isStale =
    !existsSync(installed) ||
    !existsSync(ownNode) ||
    statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs
  if (!isStale) return
  process.stdout.write('Installing packages (about half a minute) ...\n')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  let { status } = spawnSync('npm', ['ci', ...quiet], { cwd: root, stdio: 'ignore' })
  // Some npm versions refuse a lockfile that lacks the optional packages of other platforms; the exact versions are pinned anyway.
  if (status !== 0)
    status = spawnSync('npm', ['install', '--no-save', '--no-package-lock', ...quiet], {
      cwd: root,
      stdio: 'inherit',
    }).status
  if (status !== 0)
    stop('npm could not install. Look at its message above; a missing network or a full disk are the usual causes.')
}

/** Builds the screens when a source is newer than the last build. */
export function ensureScreens() {
  const built = join(root, 'dist', 'web', '.built')
  const newest = Math.max(
    ...['web', 'contract', 'engines', 'vite.config.ts', 'package-lock.json'].map((name) => newestIn(join(root, name))),
  )
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  process.stdout.write('Building the screens ...\n')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(ownNode, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) stop('The screens could not be built; the message above says where.')
  spawnSync(ownNode, ['-e', `require('node:fs').writeFileSync(${JSON.stringify(built)}, '')`])
}

function newestIn(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs, isFile } = ((stat) => ({ mtimeMs: stat.mtimeMs, isFile: stat.isFile() }))(statSync(path))
  if (isFile) return mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

export function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
