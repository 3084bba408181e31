/**
 * Codes that machines made: no words and no measured values.
 *
 * Read as words, one in fifteen of them holds a "blood", a "burn" or a temperature of 41 degrees: "bb3d", "b4a", "-4132-".
 */

/**
 * A UUID (RFC 9562), twelve and more hexadecimal digits in one piece that hold both digits and letters, or eight and more that go from one to
 * the other and back ("41c8b6ab").
 */
const CODE =
  /(?<![\p{L}\p{N}])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[0-9a-f]{12,64}|(?=[0-9a-f]{0,9}(?:\d[a-f]{1,9}\d|[a-f]\d{1,9}[a-f]))[0-9a-f]{8,11})(?![\p{L}\p{N}])/giu

/** The text with codes blanked: every other character keeps its place. */
export const withoutCodes = (text: string): string => text.replace(CODE, (code) => ' '.repeat(code.length))
