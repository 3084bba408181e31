import { StaffPage } from '../features/session/staff-page.tsx'
import { useMe } from './shell.tsx'

export function StaffRoute() {
  const { role, id } = useMe()
  return <StaffPage role={role} meId={id} />
}
