/** The shapes the contract describes, for screens. Types only: no schema travels to the browser. */
import type * as z from 'zod'
import type * as consent from '#contract/consent.ts'
import type * as conversation from '#contract/conversation.ts'
import type * as desk from '#contract/desk.ts'
import type * as identity from '#contract/identity.ts'
import type * as journal from '#contract/journal.ts'
import type * as myConversation from '#contract/my-conversation.ts'
import type * as patient from '#contract/patient.ts'
import type * as session from '#contract/session.ts'
import type * as staff from '#contract/staff.ts'
import type * as workload from '#contract/workload.ts'
import type { client } from './client.ts'

export type Channel = z.infer<typeof conversation.Channel>
export type Urgency = z.infer<typeof conversation.Urgency>
export type ConversationState = z.infer<typeof conversation.ConversationState>
export type WaitingOn = z.infer<typeof conversation.WaitingOn>
export type IdentityLevel = z.infer<typeof conversation.IdentityLevel>
export type NoteReader = z.infer<typeof conversation.NoteReader>
export type View = z.infer<typeof conversation.View>
export type Attachment = z.infer<typeof conversation.Attachment>
export type Delivery = z.infer<typeof conversation.Delivery>
export type Message = z.infer<typeof conversation.Message>
export type ConversationRow = z.infer<typeof conversation.ConversationRow>
export type ConversationDetail = z.infer<typeof conversation.ConversationDetail>
export type SafetyAlert = z.infer<typeof conversation.SafetyAlert>
export type SetAsideEntry = z.infer<typeof desk.SetAsideEntry>

export type SessionState = z.infer<typeof session.SessionState>
export type SignInStep = z.infer<typeof session.SignInStep>
export type IdentityPanel = z.infer<typeof identity.IdentityPanel>
export type Patient = z.infer<typeof patient.Patient>
export type PersonPane = z.infer<typeof patient.PersonPane>
export type PatientRow = z.infer<typeof patient.PatientRow>
export type ContactPoint = z.infer<typeof patient.ContactPoint>
export type ConsentChoice = z.infer<typeof consent.ConsentChoice>
export type StaffMember = z.infer<typeof staff.StaffMember>
export type RoutingDecision = z.infer<typeof workload.RoutingDecision>

export type MyConversation = z.infer<typeof myConversation.PatientConversation>
export type MyConversationPage = Awaited<ReturnType<typeof client.myConversation.get>>
export type MyMessage = MyConversationPage['messages'][number]
export type EmergencyHelp = NonNullable<Awaited<ReturnType<typeof client.myConversation.send>>['emergency']>
export type RelatedPerson = z.infer<typeof patient.RelatedPerson>
export type Consent = z.infer<typeof consent.Consent>
export type Access = z.infer<typeof journal.Access>
