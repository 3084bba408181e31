/**
 * Every action of the desk, once: its name, its key, where it belongs and who may. Buttons, command palette and help read this
 * list; the screens say which of them are possible just now (desk-D73). Of two actions with one key the first that is possible is
 * meant: `A` takes a red flag where there is one to take, and assigns elsewhere (decision 0029).
 */
import {
  AlarmClock,
  ArrowDown,
  ArrowUp,
  AtSign,
  BellRing,
  CheckCheck,
  CircleHelp,
  Clock,
  CornerUpLeft,
  FileText,
  Fingerprint,
  Hourglass,
  Inbox,
  Keyboard,
  Lock,
  LogOut,
  MailWarning,
  Megaphone,
  Merge,
  Moon,
  PackageX,
  PanelRight,
  Phone,
  RotateCcw,
  Search,
  Send,
  Settings,
  ShieldAlert,
  Siren,
  Split,
  SquarePen,
  StickyNote,
  Store,
  Tag,
  Undo2,
  UserPlus,
  UserRoundCheck,
  Users,
  Video,
  type LucideIcon,
} from 'lucide-react'

type Definition = {
  group: 'conversation' | 'writing' | 'moving' | 'views' | 'desk'
  icon: LucideIcon
  /** `Mod` is Ctrl, or Command on a Mac. Two chords with a space are pressed one after the other. */
  keys?: string
  /** Works while typing in a field too. */
  whileTyping?: true
  /** Roles that may; absent: everybody who works the inbox. To others it is not shown at all. */
  roles?: readonly string[]
}

/** Who may accept a red flag (the server decides again). */
export const ALERT_ROLES = ['nurse', 'clinician', 'supervisor'] as const
const EVERYBODY = ['agent', 'front_desk', 'nurse', 'clinician', 'billing', 'supervisor', 'administrator'] as const

export const ACTIONS = {
  next: { group: 'moving', icon: ArrowDown, keys: 'J' },
  previous: { group: 'moving', icon: ArrowUp, keys: 'K' },
  search: { group: 'moving', icon: Search, keys: '/' },
  select: { group: 'moving', icon: CheckCheck, keys: 'X' },
  'select-all': { group: 'moving', icon: CheckCheck },
  'first-unread': { group: 'moving', icon: MailWarning, keys: 'G J' },
  'red-flag': { group: 'moving', icon: Siren, keys: 'G L' },
  'to-day': { group: 'moving', icon: Clock, keys: 'G T' },
  newest: { group: 'moving', icon: ArrowDown, keys: 'G G' },
  'open-alert': { group: 'moving', icon: BellRing, keys: 'G R' },

  reply: { group: 'conversation', icon: CornerUpLeft, keys: 'R' },
  note: { group: 'conversation', icon: StickyNote, keys: 'N' },
  'accept-alert': { group: 'conversation', icon: Siren, keys: 'A', roles: ALERT_ROLES },
  take: { group: 'conversation', icon: UserRoundCheck, keys: 'I' },
  assign: { group: 'conversation', icon: UserPlus, keys: 'A' },
  snooze: { group: 'conversation', icon: Moon, keys: 'S' },
  wait: { group: 'conversation', icon: Hourglass, keys: 'W' },
  resolve: { group: 'conversation', icon: CheckCheck, keys: 'E' },
  reopen: { group: 'conversation', icon: RotateCcw },
  tag: { group: 'conversation', icon: Tag, keys: 'T' },
  urgency: { group: 'conversation', icon: ShieldAlert },
  'call-back': { group: 'conversation', icon: Phone },
  video: { group: 'conversation', icon: Video },
  queue: { group: 'conversation', icon: Inbox },
  labels: { group: 'conversation', icon: Lock },
  merge: { group: 'conversation', icon: Merge },
  split: { group: 'conversation', icon: Split },
  undo: { group: 'conversation', icon: Undo2, keys: 'U' },
  person: { group: 'conversation', icon: PanelRight, keys: 'P' },
  identity: { group: 'conversation', icon: Fingerprint, keys: 'V' },

  'new-conversation': { group: 'writing', icon: SquarePen, keys: 'C' },
  macro: { group: 'writing', icon: FileText, keys: 'M' },
  'accept-suggestion': { group: 'writing', icon: CheckCheck, keys: 'Mod+.', whileTyping: true },
  send: { group: 'writing', icon: Send, keys: 'Mod+Enter', whileTyping: true },
  'send-and-resolve': { group: 'writing', icon: CheckCheck, keys: 'Mod+Shift+Enter', whileTyping: true },

  'view-mine': { group: 'views', icon: Inbox, keys: 'G I' },
  'view-unassigned': { group: 'views', icon: Users, keys: 'G U' },
  'view-red-flags': { group: 'views', icon: Siren, keys: 'G F' },
  'view-due-next': { group: 'views', icon: AlarmClock, keys: 'G D' },
  'view-waiting': { group: 'views', icon: Hourglass, keys: 'G W' },
  'view-snoozed': { group: 'views', icon: Moon, keys: 'G S' },
  'view-mentions': { group: 'views', icon: AtSign, keys: 'G M' },
  'view-not-sent': { group: 'views', icon: MailWarning, keys: 'G N' },
  'view-set-aside': { group: 'views', icon: PackageX, keys: 'G X' },
  'view-call-backs': { group: 'views', icon: Phone, keys: 'G B' },
  'view-all': { group: 'views', icon: Clock, keys: 'G A' },
  'saved-views': { group: 'views', icon: Inbox, keys: 'G V' },
  'new-view': { group: 'views', icon: SquarePen },
  'front-desk': { group: 'views', icon: Store, keys: 'G E' },
  'call-next': { group: 'desk', icon: Megaphone, keys: 'L' },

  palette: { group: 'desk', icon: Keyboard, keys: 'Mod+K', whileTyping: true, roles: EVERYBODY },
  help: { group: 'desk', icon: CircleHelp, keys: '?', roles: EVERYBODY },
  settings: { group: 'desk', icon: Settings, keys: 'G C', roles: EVERYBODY },
  'sign-out': { group: 'desk', icon: LogOut, roles: EVERYBODY },
} as const satisfies Record<string, Definition>

export type ActionId = keyof typeof ACTIONS

export const actionOf = (id: ActionId): Definition => ACTIONS[id]

export const mayDo = (id: ActionId, role: string): boolean =>
  actionOf(id).roles?.includes(role) ?? role !== 'administrator'

export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[]
export const ACTION_GROUPS = ['conversation', 'writing', 'moving', 'views', 'desk'] as const
