import type { CallStep } from './story'

/** A call that the cloud answers during the subscribe. */
export const quickCall = (actionClass: 'read' | 'once' = 'read'): CallStep => ({
  step: 'call',
  class: actionClass,
  by: 'request$',
  device: 'A',
  codes: '',
  outcomes: [{ kind: 'answered', afterMs: undefined, headersMs: undefined }],
  handler: undefined,
  subscribers: 1,
  changesParams: true,
  deadlineMs: undefined,
  timeoutMs: undefined,
  maxAttempts: undefined,
  background: false,
  signal: undefined,
  reaction: undefined,
})
