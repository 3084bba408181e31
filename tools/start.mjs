/**
 * `npm start`: from a fresh clone to a running product. Plain JavaScript, because the Node that begins may be an older one; the
 * product itself runs on the Node that npm brings (the package `node`).
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, ownNode, root } from './prepare.mjs'

ensureInstalled()
ensureScreens()

const nodeOptions = JSON.parse(readFileSync(join(root, 'server', 'node-options.json'), 'utf8'))
const server = spawn(ownNode, [...nodeOptions, join(root, 'server', 'main.ts')], { cwd: root, stdio: 'inherit' })
// The terminal sends Ctrl-C to the whole group; a stop from elsewhere is passed on. We end when the server has ended.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (status, signal) => process.exit(status ?? (signal ? 1 : 0)))
