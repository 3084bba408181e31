/** Makes an id that is not in the English catalogue a compile error. */
import type desk from './en/desk.json'
import type organization from './en/organization.json'
import type phone from './en/phone.json'
import type portal from './en/portal.json'
import type refusals from './en/refusals.json'
import type ui from './en/ui.json'
import type widget from './en/widget.json'

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids:
        | keyof typeof desk
        | keyof typeof organization
        | keyof typeof phone
        | keyof typeof portal
        | keyof typeof refusals
        | keyof typeof ui
        | keyof typeof widget
    }
  }
}
