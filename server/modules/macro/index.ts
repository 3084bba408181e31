/** The macro module's door. */
export { macroDoors } from './apply-by-rule.ts'
export { macroRoutes } from './routes.ts'
