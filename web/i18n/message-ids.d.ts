/** Makes an id that is not in the English catalogue a compile error. */
import type bulk from './en/bulk.json'
import type phoneBar from './en/phone-bar.json'
import type assign from './en/assign.json'
import type assistant from './en/assistant.json'
import type choices from './en/choices.json'
import type tags from './en/tags.json'
import type thumbs from './en/thumbs.json'
import type condition from './en/condition.json'
import type consents from './en/consents.json'
import type correction from './en/correction.json'
import type board from './en/board.json'
import type composer from './en/composer.json'
import type calls from './en/calls.json'
import type delivery from './en/delivery.json'
import type desk from './en/desk.json'
import type entrance from './en/entrance.json'
import type factor from './en/factor.json'
import type frontDesk from './en/front-desk.json'
import type grants from './en/grants.json'
import type keys from './en/keys.json'
import type kiosk from './en/kiosk.json'
import type knowledge from './en/knowledge.json'
import type labels from './en/labels.json'
import type llm from './en/llm.json'
import type macro from './en/macro.json'
import type mailFrame from './en/mail-frame.json'
import type meanwhile from './en/meanwhile.json'
import type offline from './en/offline.json'
import type oneReader from './en/one-reader.json'
import type organization from './en/organization.json'
import type oversight from './en/oversight.json'
import type phone from './en/phone.json'
import type places from './en/places.json'
import type portal from './en/portal.json'
import type profile from './en/profile.json'
import type reach from './en/reach.json'
import type refusals from './en/refusals.json'
import type routing from './en/routing.json'
import type rules from './en/rules.json'
import type safety from './en/safety.json'
import type savedView from './en/saved-view.json'
import type report from './en/report.json'
import type handOver from './en/hand-over.json'
import type work from './en/work.json'
import type policies from './en/policies.json'
import type protocol from './en/protocol.json'
import type moving from './en/moving.json'
import type privacy from './en/privacy.json'
import type settings from './en/settings.json'
import type setAside from './en/set-aside.json'
import type staff from './en/staff.json'
import type status from './en/status.json'
import type snooze from './en/snooze.json'
import type urgency from './en/urgency.json'
import type stepUp from './en/step-up.json'
import type translation from './en/translation.json'
import type ui from './en/ui.json'
import type visits from './en/visits.json'
import type visitRoom from './en/visit-room.json'
import type invite from './en/invite.json'
import type myVisits from './en/my-visits.json'
import type verify from './en/verify.json'
import type widget from './en/widget.json'

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids:
        | keyof typeof bulk
        | keyof typeof assign
        | keyof typeof assistant
        | keyof typeof board
        | keyof typeof calls
        | keyof typeof composer
        | keyof typeof choices
        | keyof typeof tags
        | keyof typeof thumbs
        | keyof typeof condition
        | keyof typeof consents
        | keyof typeof correction
        | keyof typeof delivery
        | keyof typeof desk
        | keyof typeof entrance
        | keyof typeof factor
        | keyof typeof snooze
        | keyof typeof urgency
        | keyof typeof frontDesk
        | keyof typeof grants
        | keyof typeof keys
        | keyof typeof kiosk
        | keyof typeof knowledge
        | keyof typeof labels
        | keyof typeof llm
        | keyof typeof macro
        | keyof typeof mailFrame
        | keyof typeof meanwhile
        | keyof typeof offline
        | keyof typeof oneReader
        | keyof typeof organization
        | keyof typeof oversight
        | keyof typeof phone
        | keyof typeof places
        | keyof typeof portal
        | keyof typeof profile
        | keyof typeof reach
        | keyof typeof refusals
        | keyof typeof routing
        | keyof typeof rules
        | keyof typeof safety
        | keyof typeof report
        | keyof typeof savedView
        | keyof typeof handOver
        | keyof typeof work
        | keyof typeof policies
        | keyof typeof protocol
        | keyof typeof moving
        | keyof typeof privacy
        | keyof typeof settings
        | keyof typeof setAside
        | keyof typeof staff
        | keyof typeof status
        | keyof typeof stepUp
        | keyof typeof translation
        | keyof typeof ui
        | keyof typeof phoneBar
        | keyof typeof verify
        | keyof typeof visits
        | keyof typeof visitRoom
        | keyof typeof invite
        | keyof typeof myVisits
        | keyof typeof widget
    }
  }
}
