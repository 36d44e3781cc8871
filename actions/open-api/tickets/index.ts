export { issuePasswordTicket } from './issue-password-ticket'
export { issueSmartLockTicket } from './issue-smart-lock-ticket'
