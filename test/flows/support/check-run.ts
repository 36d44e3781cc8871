import type { CommandKind, JournalEntry, Simulator } from '../../../simulator'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import type { FlowHarness } from './flow-harness'
import type { Outcome } from './settle'

/** Commands that must not execute twice, or execute while the caller gets a certain failure. */
const onceOnly: readonly CommandKind[] = [
  'unlock',
  'lock',
  'create-password',
  'issue-offline-password',
  'issue-clearing-code',
  'revoke-offline-password',
  'add-user',
  'enrol-method',
  'share',
  'accept-share',
  'refuse-unlock',
]

export const countOf = (commands: readonly JournalEntry[], kind: CommandKind): number =>
  commands.filter(({ command }) => command === kind).length

/** Whether the error says that a command may have executed. */
const hasUnknownOutcome = (error: unknown): boolean =>
  isSdkError(error) &&
  (error.kind === 'outcome-unknown' ||
    ('delivery' in error && (error as { readonly delivery?: unknown }).delivery === 'unknown'))

/** The rules for all flows that a run violates. */
export const violationsOf = (
  harness: FlowHarness,
  outcome: Outcome<unknown>,
  commands: readonly JournalEntry[],
  cleanCommands: readonly JournalEntry[],
): readonly string[] => {
  const violations: string[] = []
  for (const kind of onceOnly) {
    const count = countOf(commands, kind)
    const allowed = countOf(cleanCommands, kind)
    if (count > allowed) violations.push(`${kind} executed ${count} times instead of ${allowed}`)
    if ('error' in outcome && count > 0 && count >= allowed && !hasUnknownOutcome(outcome.error))
      violations.push(`${kind} executed, but the error reports a certain failure`)
    if ('value' in outcome && count < allowed)
      violations.push(`the run succeeded, but ${kind} did not execute`)
  }
  if ('error' in outcome && !isSdkError(outcome.error))
    violations.push(`the error is not an SdkError: ${String(outcome.error)}`)
  return [...violations, ...openOf(harness), ...leaksOf(harness, outcome)]
}

/** What a flow left open. */
export const openOf = ({ listeners, timers }: FlowHarness): readonly string[] => [
  ...(listeners.now > 0 ? [`${listeners.now} subscriptions were not closed`] : []),
  ...(timers.now > 0 ? [`${timers.now} timers were not cancelled`] : []),
]

const MIN_SECRET_LENGTH = 6

/** All secrets of the simulated cloud and its locks. */
export const secretsOf = ({ world, accessKey }: Simulator): readonly string[] =>
  [
    accessKey,
    ...world.temporaryPasswords.map(({ pin }) => pin),
    ...world.offlinePasswords.flatMap(({ pin, clearingCode = '' }) => [pin, clearingCode]),
    ...world.sharings.map(({ ticket }) => ticket),
    ...world.tickets.flatMap(({ id, sessionKey }) => [id, sessionKey]),
    ...world.locks.flatMap(({ localKey, authKey, ble, localPasswords }) => [
      ...[localKey, authKey, ble?.random ?? ''],
      ...localPasswords.map(({ pin }) => pin),
    ]),
  ].filter((secret) => secret.length >= MIN_SECRET_LENGTH)

const leaksOf = (harness: FlowHarness, outcome: Outcome<unknown>): readonly string[] => {
  const events = JSON.stringify(harness.events)
  const error = 'error' in outcome ? textOf(outcome.error) : ''
  return secretsOf(harness.simulator).flatMap((secret) => [
    ...(events.includes(secret) ? ['an event contains a secret'] : []),
    ...(error.includes(secret) ? ['the error contains a secret'] : []),
  ])
}

/** The message and the fields of an error. */
export const textOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${JSON.stringify(Object.fromEntries(Object.entries(error)))}`
    : String(JSON.stringify(error))
