export { BookCallBackDialog } from './book-call-back-dialog.tsx'
