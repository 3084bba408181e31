/** The service-policy module's door: opening hours and promised times, in versions. */
export { isOpenAt, nextOpening, openingOf } from './is-open.ts'
export { moveHours, openFirstHours, TERMS_KEPT_MS } from './opening-hours.ts'
export { openingHoursRoutes, servicePolicyRoutes } from './routes.ts'
export { calendarVersions, type CalendarRow, type PolicyRow } from './store.ts'
export { loadTerms, type ServiceTerms } from './terms.ts'
