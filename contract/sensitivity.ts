/** HL7 v3 sensitivity codes that Bedside knows (trust.md section 2, Label). A conversation, or a person's right to read, has any of them. */
export const SENSITIVITY_LABELS = ['ETH', 'SUD', '42CFRPart2', 'PSY', 'PSYTHPN', 'HIV', 'STD', 'SDV', 'GDIS'] as const
