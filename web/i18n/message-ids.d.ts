/** Makes an id that is not in the English catalogue a compile error. */
import type board from './en/board.json'
import type desk from './en/desk.json'
import type organization from './en/organization.json'
import type portal from './en/portal.json'
import type refusals from './en/refusals.json'
import type report from './en/report.json'
import type handOver from './en/hand-over.json'
import type work from './en/work.json'
import type policies from './en/policies.json'
import type ui from './en/ui.json'
import type widget from './en/widget.json'

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids:
        | keyof typeof board
        | keyof typeof desk
        | keyof typeof organization
        | keyof typeof portal
        | keyof typeof refusals
        | keyof typeof report
        | keyof typeof handOver
        | keyof typeof work
        | keyof typeof policies
        | keyof typeof ui
        | keyof typeof widget
    }
  }
}
