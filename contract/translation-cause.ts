/**
 * Why a message was not translated. The first stay in the house: `labelled`, `one-reader` (closed to others on the patient's side), `danger`,
 * `too-much` to send, `script` (no names can be found in it, or in capitals alone), `same-language` or none that we know. Then what failed:
 * `resting` (it failed too often and is left alone for a while), `not-taken` (it does not know the language, or wants less text), `refused` (by a status that nothing of
 * ours helps), `garbled` (not the protocol), and what came back and was not shown.
 */
export const TRANSLATION_CAUSES = [
  'none',
  'switched-off',
  'labelled',
  'one-reader',
  'danger',
  'too-much',
  'script',
  'same-language',
  'resting',
  'timeout',
  'unreachable',
  'overloaded',
  'not-taken',
  'refused',
  'garbled',
  'empty',
  'too-long',
  'other-language',
] as const
