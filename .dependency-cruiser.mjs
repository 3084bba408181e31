/** The floors of the house (ARCHITECTURE.md). Each may use only the floors below it. */
const below = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    below(
      'engines-are-pure',
      'Engines compute; they know no other floor.',
      { path: '^engines/' },
      { path: '^(server|web|contract|demo|fhir)/' },
    ),
    below(
      'contract-is-data',
      'The contract describes; it uses no other floor.',
      { path: '^contract/' },
      { path: '^(server|web|demo)/' },
    ),
    below(
      'fhir-is-data',
      'The types of R4 describe; they know no other floor.',
      { path: '^fhir/' },
      { path: '^(server|web|demo|contract|engines)/' },
    ),
    below(
      'platform-knows-no-domain-word',
      'The platform serves every module and knows none.',
      { path: '^server/platform/', pathNot: '\\.test\\.ts$' },
      { path: '^server/(modules|channels|connections|app)/' },
    ),
    below(
      'modules-meet-at-the-door',
      'Another module is used through its index.ts, so that its inside stays free to change.',
      { path: '^server/modules/([^/]+)/' },
      { path: '^server/modules/([^/]+)/.+', pathNot: ['^server/modules/$1/', '/index\\.ts$'] },
    ),
    below(
      'stores-stay-inside',
      "A table is read and written by its own module alone, behind that module's access decisions (trust-D1).",
      { pathNot: '^server/modules/' },
      { path: '^server/modules/.+[/-]store\\.ts$' },
    ),
    below(
      'the-house-uses-doors',
      'Wiring and channels use a module through its index.ts, like every other module does.',
      { path: '^server/(app|channels|connections)/', pathNot: '\\.test\\.ts$|/testing/' },
      { path: '^server/modules/[^/]+/.+', pathNot: '/index\\.ts$' },
    ),
    below(
      'modules-know-no-channel',
      'Channels bring messages to modules, not the other way.',
      { path: '^server/modules/' },
      { path: '^server/(channels|connections|app)/' },
    ),
    below(
      'what-leaves-passes-the-gate',
      'A carrier is called by the outbox, which asks the gate; beside it by notices, the test of a number, and the word to the duty contact (desk-D36).',
      {
        path: '^server/',
        pathNot: '^server/(app/(email|sms|start-server)|channels/sms/send-test)\\.ts$|\\.test\\.ts$',
      },
      { path: '^server/channels/(email/send-mail|sms/send-sms)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    below(
      'rules-touch-no-io',
      'A rule is decided from its arguments alone; the use case brings clock and rows.',
      { path: '^server/modules/.+/(rules|policy|row-policies|gate|disclosure)\\.ts$' },
      { path: '^server/(platform/(?!result)|channels|connections)' },
    ),
    below('screens-know-no-server', 'Screens know the contract only.', { path: '^web/' }, { path: '^server/' }),
    below(
      'no-rings',
      'A ring can only be understood as a whole.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(node_modules|dist)/' },
  },
}
