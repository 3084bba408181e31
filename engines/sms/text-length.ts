/** Characters of one text message that software writes: two parts at the carrier, at most. Source: understanding-D70. */
export const SMS_MAX = 320
