import type { MailIn } from '#server/channels/email/mail-in.ts'
import type { SmsDoor } from './sms-webhook.ts'
import type { FileStore } from '#server/platform/file-store.ts'
import type { Traces } from '#server/platform/traces.ts'
import type { Emergencies } from './emergency/emergencies.ts'
import type { CheckFile } from './files.ts'
import type { FetchPicture } from './mail-pictures.ts'

/** What the app needs of the configuration. */
export type AppOptions = {
  publicUrl: string
  /** Addresses whose forwarded headers are believed (trust-D26); none by default. */
  trustedProxies: readonly string[]
  fileMaxBytes: number
  /** The built screens. */
  screensFolder: string
  files: FileStore
  /** Share of the disk under the data that is free, 0 to 1. */
  freeDisk: () => Promise<number>
  /** Where requests are traced; nowhere when absent. */
  traces?: Traces | undefined
  /** How the language model stands; `none` when absent. */
  llm?: () => 'none' | 'works' | 'resting'
  /** The machine translator, likewise. */
  translation?: () => 'none' | 'works' | 'resting'
  /** Runs every check a file must pass before anybody may download it. */
  checkFile: CheckFile
  /** What an emergency comes to that cannot be stored. */
  emergencies: Emergencies
  /** Takes in a mail that a provider pushed. */
  receiveMail: MailIn['receive']
  /** Takes in a text message that a carrier pushed. */
  receiveSms: SmsDoor['receiveSms']
  /** Within which a call is answered, in milliseconds; the product's own value when absent. */
  voiceAnswerMs?: number
  /** Fetches a picture for a mail; the address is a stranger's words. */
  fetchPicture: FetchPicture
  /** How often an open socket is looked at again, in milliseconds; the product's own value when absent. */
  socketRecheckMs?: number
  /** How many sockets there may be of strangers, and of all who are not of the desk; the product's own numbers when absent. */
  socketShares?: { strangers: number; outside: number }
}
