/** The consent module's door. */
export { consentRoutes, myConsentRoutes } from './routes.ts'
export { consentTextRoutes } from './texts.ts'
export { endConsentsForLine, restoreConsents } from './stop-line.ts'
