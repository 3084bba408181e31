/** Members, invitations, endings. A role is read anew at each request, so that what changes here holds from the next one on. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { DUTIES, staff, type StaffMember } from '#contract/staff.ts'
import { noticeStates, sendNotice, type NoticeState } from '#server/modules/notice/index.ts'
import { ALL_LABELS } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { makeInvitation, withdrawInvitations } from './invitation.ts'
import { rightsOf } from './rules.ts'
import {
  endMember,
  findStaff,
  insertPlanned,
  listStaff,
  otherAdministrators,
  saveSettings,
  settingsOf,
  updateProfile,
  type StaffRow,
} from './store.ts'

const on = implement(staff).$context<RouteContext>()

/** How the mail of an open invitation stands; one that may not have arrived is sent anew by a person. */
const MAIL: Record<NoticeState, NonNullable<z.infer<typeof StaffMember>['invitationMail']>> = {
  queued: 'waiting',
  sending: 'waiting',
  handed_over: 'sent',
  failed: 'not-sent',
  unknown: 'not-sent',
  dropped: 'not-sent',
}

async function present(tx: Transaction, rows: readonly StaffRow[]): Promise<z.infer<typeof StaffMember>[]> {
  const keyOf = ({ invitationId }: StaffRow) => (invitationId ? [invitationKey(invitationId)] : [])
  const states = await noticeStates(tx, rows.flatMap(keyOf))
  return rows.map((row) => {
    const { invitationId: _, ...member } = row
    const [state] = keyOf(row).flatMap((key) => states.get(key) ?? [])
    return {
      ...member,
      duties: DUTIES.filter((duty) => row.duties.includes(duty)),
      invitedUntil: row.invitedUntil?.toISOString() ?? null,
      invitationMail: state ? MAIL[state] : null,
      endedAt: row.endedAt?.toISOString() ?? null,
    }
  })
}

const invitationKey = (invitationId: string): string => `staff-invitation:${invitationId}`

export type StaffRoutesDeps = {
  /** What somebody has in hand and may not open any more is given back. */
  giveUpClosed(deps: { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }, staffId: string): Promise<void>
  lockLabelled(tx: Transaction, labels: readonly string[]): Promise<unknown>
  /** Open conversations of these labels that nobody here may open. */
  leftToNobody(tx: Transaction, labels: readonly string[]): Promise<{ count: number; labels: string[] }>
}

export const staffRoutes = (leaving: StaffRoutesDeps) => ({
  list: on.list.handler(({ context: route }) =>
    route.db.transaction(route.context, async (tx) => present(tx, await listStaff(tx, route.now()))),
  ),

  invite: on.invite.handler(({ input, context: route }) => {
    const now = route.now()
    return route.db.transaction(route.context, async (tx) => {
      const email = input.email.normalize('NFKC').trim().toLowerCase()
      const staffId = await insertPlanned(tx, email, { ...input, ...rightsOf(input.role, input) }, now)
      if (!staffId) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'email', reason: 'taken' })
      await tell(tx, 'staff.invited', staffId, now, { role: input.role })
      return {
        staffId,
        invitedUntil: await invite(route, tx, { staffId, email, language: input.languages[0] ?? 'en' }, now),
      }
    })
  }),

  inviteAgain: on.inviteAgain.handler(({ input, context: route }) => {
    const now = route.now()
    return route.db.transaction(route.context, async (tx) => {
      const member = await findStaff(tx, input.staffId, now)
      if (!member) throw refusalError('NOT_FOUND', route.context.requestId)
      if (member.state !== 'planned') throw refusalError('STATE_NOT_ALLOWED', route.context.requestId)
      await tell(tx, 'staff.invited', member.id, now, { role: member.role })
      return {
        invitedUntil: await invite(
          route,
          tx,
          { staffId: member.id, email: member.email, language: member.languages[0] ?? 'en' },
          now,
        ),
      }
    })
  }),

  update: on.update.handler(({ input, context: route }) => {
    const now = route.now()
    return route.db.transaction(seeingAll(route), async (tx) => {
      const before = await findStaff(tx, input.staffId, now)
      if (!before) throw refusalError('NOT_FOUND', route.context.requestId)
      if (before.role === 'administrator' && input.role !== 'administrator')
        await keepAnAdministrator(route, tx, before.id)
      const rights = rightsOf(input.role, input)
      const lost = before.labels.filter((label) => !rights.labels.includes(label))
      await leaving.lockLabelled(tx, lost)
      if (!(await updateProfile(tx, input.staffId, input.version, { ...input, ...rights }, now)))
        throw refusalError('CHANGED_MEANWHILE', route.context.requestId)
      await tell(tx, 'staff.changed', input.staffId, now, {
        role: input.role,
        before: before.role,
        labels: rights.labels,
        labelsBefore: before.labels,
      })
      if (!input.evenIfUnread && lost.length > 0) await keepReaders(route, tx, leaving, before)
      await leaving.giveUpClosed({ tx, jobs: route.jobs, hub: route.hub, now }, input.staffId)
      const after = await findStaff(tx, input.staffId, now)
      const [member] = after ? await present(tx, [after]) : []
      if (!member) throw refusalError('NOT_FOUND', route.context.requestId)
      return member
    })
  }),

  end: on.end.handler(({ input, context: route }) => {
    const now = route.now()
    return route.db.transaction(seeingAll(route), async (tx) => {
      const member = await findStaff(tx, input.staffId, now)
      if (!member) throw refusalError('NOT_FOUND', route.context.requestId)
      if (member.role === 'administrator') await keepAnAdministrator(route, tx, member.id)
      await leaving.lockLabelled(tx, member.labels)
      if (!(await endMember(tx, member.id, input.version, now)))
        throw refusalError('CHANGED_MEANWHILE', route.context.requestId)
      await withdrawInvitations(tx, member.id, now)
      if (!input.evenIfUnread) await keepReaders(route, tx, leaving, member)
      await leaving.giveUpClosed({ tx, jobs: route.jobs, hub: route.hub, now }, member.id)
      await tell(tx, 'staff.ended', member.id, now, { role: member.role })
      return {}
    })
  }),

  mySettings: on.mySettings.handler(({ context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const settings = await settingsOf(tx, staffIdOf(route))
      if (!settings) throw refusalError('NOT_FOUND', route.context.requestId)
      return settings
    }),
  ),

  saveMySettings: on.saveMySettings.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const saved = await saveSettings(tx, staffIdOf(route), input)
      if (!saved) throw refusalError('NOT_FOUND', route.context.requestId)
      await tell(tx, 'staff.settings-changed', staffIdOf(route), route.now(), {})
      return saved
    }),
  ),
})

function staffIdOf({ staff: me, context }: RouteContext): string {
  if (!me) throw refusalError('NOT_ALLOWED', context.requestId)
  return me.id
}

async function invite(
  route: RouteContext,
  tx: Transaction,
  to: { staffId: string; email: string; language: string },
  now: Date,
): Promise<string> {
  const { invitationId, token, endsAt } = await makeInvitation(tx, to.staffId, route.staff?.id ?? null, now)
  const link = `${route.publicUrl}/desk/invitation#${token}`
  await sendNotice({ jobs: route.jobs, keys: route.keys, now }, tx, {
    key: invitationKey(invitationId),
    system: 'email',
    address: to.email,
    language: to.language,
    template: 'staff-invitation',
    values: { link },
    // As long as its link: a new organization has sending off until somebody switches it on.
    goodUntil: endsAt,
  })
  return endsAt.toISOString()
}

async function keepAnAdministrator(route: RouteContext, tx: Transaction, staffId: string): Promise<void> {
  if ((await otherAdministrators(tx, staffId)) === 0)
    throw refusalError('STATE_NOT_ALLOWED', route.context.requestId, { reason: 'last-administrator' })
}

/** Who goes was a reader until now; where nobody is left to open what waits, that is said before it is done (decision 0264). */
async function keepReaders(
  route: RouteContext,
  tx: Transaction,
  { leftToNobody }: StaffRoutesDeps,
  { state, labels }: StaffRow,
): Promise<void> {
  if (state !== 'active' || labels.length === 0) return
  const left = await leftToNobody(tx, labels)
  if (left.count > 0)
    throw refusalError('STATE_NOT_ALLOWED', route.context.requestId, { reason: 'left-to-nobody', ...left })
}

const tell = (tx: Transaction, event: string, staffId: string, now: Date, detail: JournalDetail) =>
  journal(tx, { event, action: 'U', resourceKind: 'staff', resourceId: staffId, detail }, now)

/** Work in conversations whose labels the administrator may not open is given back all the same. */
const seeingAll = ({ context }: RouteContext) => ({ ...context, labels: ALL_LABELS })
