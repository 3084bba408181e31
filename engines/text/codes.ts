/**
 * Codes that machines made: no words and no measured values.
 *
 * Read as words, one in fifteen of them holds a "blood", a "burn" or a temperature of 41 degrees: "bb3d", "b4a", "-4132-".
 */

/** A UUID (RFC 9562), or twelve and more hexadecimal digits in one piece that hold both digits and letters. */
const CODE =
  /(?<![\p{L}\p{N}])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[0-9a-f]{12,64})(?![\p{L}\p{N}])/giu

/** The text with codes blanked: every other character keeps its place. */
export const withoutCodes = (text: string): string => text.replace(CODE, (code) => ' '.repeat(code.length))
