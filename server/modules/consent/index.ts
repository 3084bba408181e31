/** The consent module's door. */
export { consentRoutes, myConsentRoutes } from './routes.ts'
