import type { Family } from '../action'
import type { CodeClass } from './vendor-codes'

/** What to do, by class. */
export const codeAdvice = {
  refresh: 'Fetch a new token and retry.',
  're-sign': 'Check the clock and the secret, then sign again.',
  refused: 'It was not executed; retry later.',
  transient: 'Wait; check the lock before you repeat a command.',
  offline: 'Wake the lock or bring it online first.',
  quota: "Check the project's subscription.",
  permanent: 'Correct the request; a retry does not help.',
} as const satisfies Readonly<Record<CodeClass, string>>

const credentials = 'Check the client id and the secret of the cloud project.'

/** Advice for one code of a cloud project. */
const projectAdvice = {
  1001: credentials,
  1005: credentials,
  1108: 'Subscribe the cloud project to the Smart Lock service; if it is subscribed, correct the path.',
} as const

/** Advice for one code in every family. */
const ownAdvice = {
  2405: 'Take a new ticket and send the command with it; a ticket is valid once.',
} as const

type ByCode = Readonly<Partial<Record<number | string, string>>>

/** Every sentence of this file; the Chinese reference has each of them. */
export type CodeAdvice =
  | (typeof codeAdvice)[keyof typeof codeAdvice]
  | (typeof projectAdvice)[keyof typeof projectAdvice]
  | (typeof ownAdvice)[keyof typeof ownAdvice]

/** A panel uses the cloud project of the app, which its developer cannot change. */
export const adviceFor = (
  family: Family | undefined,
  code: number | string,
  codeClass: CodeClass,
): string =>
  (ownAdvice as ByCode)[code] ??
  (family === 'panel' ? undefined : (projectAdvice as ByCode)[code]) ??
  codeAdvice[codeClass]
