/** The workload module's door. */
export { peopleAtWork, type AtWork } from './at-work.ts'
export { heartbeat } from './availability.ts'
export { forgetOldWork } from './forget-old-work.ts'
export { endOffer, keepWorkMoving, routeConversation } from './hold-out.ts'
export { workloadRoutes } from './routes.ts'
export { HEARTBEAT_SECONDS } from './rules.ts'
export { planShifts } from './shift-pattern.ts'
