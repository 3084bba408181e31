/** What a caller who speaks Vietnamese is written after the call; like the telephone's words not yet read by a native reader (decision 0187). */
import type { CallTexts } from './texts.ts'

export const VIETNAMESE_CALLS: CallTexts = {
  missedCall: {
    'call-abandoned': (organization, number) =>
      `${organization}: xin lỗi vì quý vị phải chờ máy. Xin nhắn tại đây, hoặc cho biết khi nào gọi lại được. Cấp cứu? Gọi ${number}.`,
    'call-back-missed': (organization, number) =>
      `${organization}: chúng tôi đã gọi lại cho quý vị. Xin nhắn tại đây, hoặc cho biết khi nào gọi lại được. Cấp cứu? Gọi ${number}.`,
  },
  callMoved: (organization, when, number) =>
    `${organization}: chúng tôi đã đổi giờ gọi. Chúng tôi sẽ gọi quý vị vào ${when}. Không tiện? Xin nhắn tại đây. Cấp cứu? Gọi ${number}.`,
}
