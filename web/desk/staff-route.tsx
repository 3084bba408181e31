import { StaffPage } from '../features/session/staff-page.tsx'
import { useMe } from './shell.tsx'

export const StaffRoute = () => <StaffPage role={useMe().role} />
