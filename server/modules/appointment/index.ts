/** The appointment module's door. */
export { appointmentRoutes, myAppointmentRoutes } from './routes.ts'
