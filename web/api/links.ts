/** Every address of the server that is not a procedure. */

/** The sanitised mail, on a page of its own that may run nothing; for a sandboxed frame only. */
export const mailFrameUrl = (messageId: string) => `/mail/${messageId}`

/** GET counts the pictures that the mail shows from elsewhere; POST fetches them. */
export const mailPicturesUrl = (messageId: string) => `/mail/${messageId}/pictures`

/** The original, byte for byte, as a file. */
export const originalUrl = (messageId: string) => `/mail/${messageId}/original`

export const fileUrl = (attachmentId: string) => `/files/${attachmentId}`

/** Takes one file as `multipart/form-data`, field `file`. A patient's new matter has no conversation yet. */
export const uploadUrl = (conversationId: string | null) =>
  conversationId ? `/files?conversation=${conversationId}` : '/files'
