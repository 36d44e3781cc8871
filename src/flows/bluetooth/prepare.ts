import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { AttemptControl } from '../shared/attempt'
import type { LockContext } from '../shared/lock-context'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import type { BleOperation, FetchInstruction } from './fetch-instruction'
import type { BleCommand } from './result-of'
import { type IssuedRandom, sendRandom } from './send-random'

interface IssuedConfig {
  readonly lock_random: IssuedRandom
  /** The records that the lock keeps for the cloud. */
  readonly lock_record?: { readonly distributed?: boolean | undefined } | undefined
}

/** Fetches the random number of the lock. */
export type FetchConfig = (options: CallOptions) => Promise<IssuedConfig>

export interface BleRun {
  readonly lock: LockContext
  readonly link: BleLink
  readonly operation: BleOperation
  readonly origin: ErrorOrigin
  readonly fetchConfig: FetchConfig
  readonly fetchInstruction: FetchInstruction
  readonly report: AttemptControl<BleStep>['report']
  /** Aborts when the attempt is cancelled, the panel is closed, or the link breaks. */
  readonly signal: AbortSignalLike
}

export interface Prepared {
  readonly command: BleCommand
  readonly recordsWaiting: boolean
}

/** The bolt has not moved, and a new random number may help. */
export interface StartOver {
  readonly startOver: SdkError
}

/** The steps before the instruction is sent: the random number, and an instruction for it. */
export const prepare = async (run: BleRun): Promise<Prepared | StartOver> => {
  const { lock, link, operation, origin, fetchConfig, fetchInstruction, report, signal } = run
  report({ step: 'config' })
  const { lock_random: random, lock_record } = await fetchConfig({ signal })
  if (random.distributed === true) {
    report({ step: 'random' })
    await sendRandom(lock, link, random, origin, signal)
  }
  report({ step: 'instruction' })
  // Read here, because earlier frames over the link used numbers.
  const { sn } = link
  const requestedAtMs = lock.clock.now()
  const instruction = await fetchInstruction(random, { signal }).catch((error: SdkError) =>
    startOverAfter(error, origin),
  )
  if ('startOver' in instruction) return instruction
  if (link.sn !== sn) return { startOver: bleError(origin, 'link-in-use') }
  return {
    command: { operation, random, instruction, requestedAtMs },
    recordsWaiting: lock_record?.distributed === true,
  }
}

/** The cloud's code for an instruction whose random number was replaced. */
const PARAM_ILLEGAL = 1109

/** An instruction whose answer was lost is never sent; a new random number leads to another one. */
const startOverAfter = (error: SdkError, origin: ErrorOrigin): StartOver => {
  if (isOutcomeUnknownError(error)) return { startOver: bleError(origin, 'no-instruction') }
  if (isVendorError(error) && (error.code === PARAM_ILLEGAL || error.class === 'transient'))
    return { startOver: error }
  throw error
}
