import type { Family } from '../action'
import type { CodeClass } from './vendor-codes'

/** What to do, by class. */
export const codeAdvice: Readonly<Record<CodeClass, string>> = {
  refresh: 'Fetch a new token and retry.',
  're-sign': 'Check the clock and the secret, then sign again.',
  refused: 'It was not executed; retry later.',
  transient: 'Wait; check the lock before you repeat a command.',
  offline: 'Wake the lock or bring it online first.',
  quota: "Check the project's subscription.",
  permanent: 'Correct the request; a retry does not help.',
}

const credentials = 'Check the client id and the secret of the cloud project.'

/** Advice for one code of a cloud project. */
const projectAdvice: Readonly<Partial<Record<number | string, string>>> = {
  1001: credentials,
  1005: credentials,
  1108: 'Subscribe the cloud project to the Smart Lock service; if it is subscribed, correct the path.',
}

/** Advice for one code in every family. */
const ownAdvice: Readonly<Partial<Record<number | string, string>>> = {
  2405: 'Take a new ticket and send the command with it; a ticket is valid once.',
}

/** A panel uses the cloud project of the app, which its developer cannot change. */
export const adviceFor = (
  family: Family | undefined,
  code: number | string,
  codeClass: CodeClass,
): string =>
  ownAdvice[code] ?? (family === 'panel' ? undefined : projectAdvice[code]) ?? codeAdvice[codeClass]
