/**
 * What the telephone says in Vietnamese: plain words, written here and not yet read by a qualified native reader (decision 0187), so that a
 * line offers it only where an administrator chose it. The assistant does not speak it.
 */
import type { Phrases } from './phrases.ts'

export const VIETNAMESE: Phrases = {
  hint: (number) => `Cấp cứu? Gọi ${number}.`,
  language: (key) => `Tiếng Việt, bấm ${key}.`,
  welcome: (organization) => `Cảm ơn quý vị đã gọi ${organization}.`,
  topics:
    'Xin nói ngắn gọn vì sao quý vị gọi. Hoặc bấm 1 để hẹn khám. Bấm 2 về sức khỏe, hoặc thuốc. Bấm 3 về hóa đơn. Bấm 0 để gặp nhân viên. Bấm 9 để nghe lại.',
  helper: null,
  again: 'Chúng tôi không nghe thấy quý vị.',
  notAKey: 'Phím đó không dùng được ở đây.',
  connecting: 'Chúng tôi đang nối máy cho quý vị với nhân viên. Cuộc gọi này không được ghi âm.',
  onHold: 'Xin giữ máy. Nhân viên vừa nói chuyện với quý vị sẽ quay lại ngay.',
  stillOnHold: 'Cảm ơn quý vị đã chờ. Xin giữ máy, hoặc bấm 0 để nói chuyện tiếp.',
  holdCallBackKey: 'Hoặc bấm 1, chúng tôi sẽ gọi lại cho quý vị.',
  goesOn: 'Cảm ơn quý vị đã chờ. Chúng tôi đang nối máy lại cho quý vị.',
  passesOn: 'Chúng tôi đang nối máy cho quý vị với một nhân viên khác. Xin giữ máy. Cuộc gọi này không được ghi âm.',
  comesBack: 'Ở đó không có ai nghe máy. Chúng tôi đang nối máy lại với nhân viên vừa nói chuyện với quý vị.',
  place: (place, minutes) =>
    `Xin chờ nhân viên. Quý vị đang ở vị trí số ${place}. Có thể phải chờ khoảng ${minutes} phút.`,
  stillWaiting: (place) => `Cảm ơn quý vị đã chờ. Quý vị đang ở vị trí số ${place}.`,
  longWait: (minutes) => `Tất cả nhân viên đều đang bận máy. Có thể phải chờ khoảng ${minutes} phút.`,
  nobody: 'Hiện giờ không có ai nghe máy được.',
  callBackKey: 'Bấm 1, chúng tôi sẽ gọi lại cho quý vị. Quý vị vẫn giữ chỗ của mình.',
  voicemailKey: (key) => `Muốn để lại lời nhắn, bấm ${key}.`,
  waitKey: 'Bấm 3 để chờ.',
  consent: 'Chúng tôi ghi âm lời nhắn và lưu cùng hồ sơ của quý vị. Nếu đồng ý, xin bấm 1.',
  consentOrCallBack: 'Nếu không, bấm 2, chúng tôi sẽ gọi lại mà không ghi âm.',
  afterTheTone: 'Xin nói sau tiếng bíp. Khi nói xong, bấm phím thăng.',
  thanks: 'Cảm ơn quý vị. Chúng tôi đã nhận được lời nhắn, và sẽ có người nghe.',
  nothingHeard: 'Chúng tôi không nghe thấy lời nhắn nào.',
  willCallBack: 'Chúng tôi sẽ gọi lại vào số điện thoại mà quý vị đang dùng.',
  goodbye: (number) => `Nếu cần cấp cứu, hãy gọi ${number}. Xin chào quý vị.`,
  away: (number) =>
    `Nếu đây là trường hợp cấp cứu, hãy cúp máy ngay và gọi ${number}. Hệ thống điện thoại của chúng tôi hiện không hoạt động. Quý vị có thể để lại lời nhắn sau tiếng bíp. Chúng tôi ghi âm, và sẽ có người nghe. Nếu không muốn, xin cúp máy và gọi lại sau.`,
  calledBack:
    'Xin chào. Có người ở số này đã xin chúng tôi gọi lại. Xin giữ máy. Chúng tôi đang nối máy cho quý vị với nhân viên. Cuộc gọi này không được ghi âm.',
  notJoined: (number) =>
    `Chúng tôi rất tiếc. Hiện giờ không có ai nghe máy được. Chúng tôi sẽ gọi lại. Nếu cần cấp cứu, hãy gọi ${number}. Xin chào quý vị.`,
}
