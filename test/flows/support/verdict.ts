import type { CommandKind, JournalEntry } from '../../../simulator'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import type { Outcome } from './settle'
import type { Stage } from './stage'

/** What must never happen twice, nor behind the back of the caller. */
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

export const countOf = (orders: readonly JournalEntry[], kind: CommandKind): number =>
  orders.filter(({ command }) => command === kind).length

/** The error says itself that something may have been carried out. */
const isOpenEnded = (error: unknown): boolean =>
  isSdkError(error) &&
  (error.kind === 'outcome-unknown' ||
    ('delivery' in error && (error as { readonly delivery?: unknown }).delivery === 'unknown'))

/** What is wrong with the end of a run, by the rules for all flows; nothing, if all is well. */
export const faultsOfRun = (
  stage: Stage,
  outcome: Outcome<unknown>,
  orders: readonly JournalEntry[],
  cleanOrders: readonly JournalEntry[],
): readonly string[] => {
  const faults: string[] = []
  for (const kind of onceOnly) {
    const count = countOf(orders, kind)
    const allowed = countOf(cleanOrders, kind)
    if (count > allowed) faults.push(`${kind} ${count} times in place of ${allowed}`)
    if ('error' in outcome && count > 0 && count >= allowed && !isOpenEnded(outcome.error))
      faults.push(`${kind} was carried out, and the error says nothing of it`)
    if ('value' in outcome && count < allowed) faults.push(`success without ${kind}`)
  }
  if ('error' in outcome && !isSdkError(outcome.error))
    faults.push(`a nameless error: ${String(outcome.error)}`)
  if (stage.listeners.now > 0) faults.push(`${stage.listeners.now} listeners left`)
  if (stage.timers.now > 0) faults.push(`${stage.timers.now} timers left`)
  return [...faults, ...leaksOf(stage, outcome)]
}

const MIN_SECRET_LENGTH = 6

/** Everything secret that the world knows. */
const secretsOf = ({ simulator }: Stage): readonly string[] => {
  const { world, accessKey } = simulator
  return [
    accessKey,
    ...world.temporaryPasswords.map(({ pin }) => pin),
    ...world.offlinePasswords.flatMap(({ pin, clearingCode = '' }) => [pin, clearingCode]),
    ...world.sharings.map(({ ticket }) => ticket),
    ...world.tickets.flatMap(({ id, sessionKey }) => [id, sessionKey]),
    ...world.locks.flatMap(({ localKey, authKey, ble }) => [localKey, authKey, ble?.random ?? '']),
  ].filter((secret) => secret.length >= MIN_SECRET_LENGTH)
}

const leaksOf = (stage: Stage, outcome: Outcome<unknown>): readonly string[] => {
  const told = JSON.stringify(stage.events)
  const error = 'error' in outcome ? textOf(outcome.error) : ''
  return secretsOf(stage).flatMap((secret) => [
    ...(told.includes(secret) ? ['a secret in an event'] : []),
    ...(error.includes(secret) ? ['a secret in the error'] : []),
  ])
}

const textOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${JSON.stringify(Object.fromEntries(Object.entries(error)))}`
    : JSON.stringify(error)
