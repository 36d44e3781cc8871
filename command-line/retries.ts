import type { Action, Safety } from '../src/core/action'

/** What the class of an action means for retries, as sentences of one language. */
export interface RetrySentences extends Readonly<Record<Safety, string>> {
  readonly ticket: (parameter: string) => string
  readonly check: (action: string) => string
  readonly removes: string
  /** Between two sentences. */
  readonly between: string
}

export const englishRetries: RetrySentences = {
  read: 'changes nothing, so it is resent after a lost answer or while the cloud is busy: three requests at most.',
  sync: 'makes the lock report. One request in five seconds is sent for each device; other calls wait or share its answer. It is resent after that window.',
  idempotent:
    'has the same result each time, so it is resent after a lost answer or while the cloud is busy: three requests at most.',
  once: 'executes once. It is resent only if it was definitely not sent, or was refused before execution.',
  ticket: (parameter) => `With a ${parameter} it is not resent: the ticket may be consumed.`,
  check: (action) => `After a lost answer, ${action} shows whether it executed.`,
  removes: 'A retry that is answered "not found" has succeeded.',
  between: ' ',
}

export const retriesOf = (
  { safety, ticket, check, removes }: Action,
  sentences: RetrySentences = englishRetries,
): string =>
  [
    sentences[safety],
    ticket !== undefined && sentences.ticket(ticket),
    check !== undefined && sentences.check(check),
    removes !== undefined && sentences.removes,
  ]
    .filter((sentence) => sentence !== false)
    .join(sentences.between)
