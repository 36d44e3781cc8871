import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { AttemptControl } from '../shared/attempt'
import type { LockContext } from '../shared/lock-context'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import type { BleOperation, FetchInstruction } from './fetch-instruction'
import type { BleCommand } from './result-of'
import { sendRandom } from './send-random'

export interface BleRun {
  readonly lock: LockContext
  readonly link: BleLink
  readonly operation: BleOperation
  readonly origin: ErrorOrigin
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
  const { lock, link, operation, origin, fetchInstruction, report, signal } = run
  report({ step: 'config' })
  const { lock_random: random, lock_record } = await lock.call(
    'doorLock.getIssuedConfig',
    { device_id: lock.deviceId },
    { signal },
  )
  if (random.distributed === true) {
    report({ step: 'random' })
    await sendRandom(lock, link, random, origin, signal)
  }
  report({ step: 'instruction' })
  // Read here, because earlier frames over the link used numbers.
  const { sn } = link
  const requestedAtMs = lock.clock.now()
  const instruction = await fetchInstruction(random.ins, { signal }).catch((error: SdkError) =>
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
