/** The appointment module's door: visits, and when they are told. */
export {
  endReminder,
  isNumberOf,
  lockDueReminder,
  lockToldTogether,
  postponeReminder,
  saveHanded,
  tellsStanding,
  toldTo,
  type DueReminder,
} from './reminder-store.ts'
export { cancelAppointment } from './cancel-appointment.ts'
export { appointmentRoutes, myAppointmentRoutes } from './routes.ts'
export { isTooLate, mayWaitUntil } from './rules.ts'
export { lockAppointment } from './store.ts'
export { tellAppointment } from './tell.ts'
export { languageOfReminder, reminderText, TOLD_MAX } from './texts.ts'
