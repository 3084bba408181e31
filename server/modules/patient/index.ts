/** The door of the patient module. */
export { recognize, type Recognized } from './recognize.ts'
export { codesFrom, maskContact, nationalNumber, readContact } from './contact-value.ts'
export { grantCovers } from './live-grant.ts'
export { detachNumber } from './detach-number.ts'
export { countryOf } from './store.ts'
export { opensRecord } from './pane.ts'
export { myProfileRoutes, patientRoutes } from './routes.ts'
export { factsForTriage } from './facts-for-triage.ts'
