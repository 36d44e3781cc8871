import { isSdkError } from '../../../../src/core/errors/sdk-error'
import type { FlowRun } from '../facts'

/** What a run says about its command. `stopped`: the lock tried, and its bolt or its sensor stopped it. */
export type Claim = 'executed' | 'unknown' | 'stopped' | 'not executed'

/** Reasons that a flow finds before its command. */
const reasonsBefore = ['busy', 'offline', 'switched-off', 'no-permission']

export const claimOf = ({ state, error, isCancelled }: FlowRun): Claim => {
  if (state === 'done') return 'executed'
  if (state === 'running') return 'unknown'
  if (!isSdkError(error)) return 'unknown'
  const { kind, delivery, reason } = error as typeof error & Readonly<Record<string, unknown>>
  if (kind === 'outcome-unknown' || delivery === 'unknown') return 'unknown'
  if (kind === 'lock') return reasonsBefore.includes(String(reason)) ? 'not executed' : 'stopped'
  // A cancelled flow without a delivery does not say more.
  return isCancelled && kind === 'cancelled' && delivery === undefined ? 'unknown' : 'not executed'
}

/** For the counts: `done`, `unknown`, or why not. */
export const endingOf = (run: FlowRun): string => {
  const { state, error } = run
  if (state !== 'failed') return state
  if (!isSdkError(error)) return 'foreign error'
  const { kind, reason, delivery } = error as typeof error & Readonly<Record<string, unknown>>
  if (kind === 'lock') return `lock: ${String(reason)}`
  return delivery === undefined || kind === 'outcome-unknown'
    ? kind
    : `${kind}, ${String(delivery)}`
}
