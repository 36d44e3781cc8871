import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { AttemptControl } from '../shared/attempt'
import type { CommandLock } from '../shared/command-lock'
import type { LockContext } from '../shared/lock-context'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import { giveRandom } from './give-random'
import type { BleOperation, MakeInstruction } from './make-instruction'
import type { BleOrder } from './result-of'

export interface BleRun {
  readonly lock: LockContext
  readonly door: CommandLock
  readonly link: BleLink
  readonly operation: BleOperation
  readonly origin: ErrorOrigin
  readonly makeInstruction: MakeInstruction
  readonly tell: AttemptControl<BleStep>['report']
  /** Goes off when somebody cancels, when the panel is closed, and when the link breaks. */
  readonly signal: AbortSignalLike
}

export interface Prepared {
  readonly order: BleOrder
  readonly recordsWaiting: boolean
}

/** Nothing has moved, and with a fresh random it may go better. */
export interface Again {
  readonly again: SdkError
}

/** Everything before the lock is told to move: the random, and an instruction that is made with it. */
export const prepare = async (run: BleRun): Promise<Prepared | Again> => {
  const { lock, link, operation, origin, makeInstruction, tell, signal } = run
  tell({ step: 'config' })
  const { lock_random: random, lock_record } = await lock.call(
    'doorLock.getIssuedConfig',
    { device_id: lock.deviceId },
    { signal },
  )
  if (random.distributed) {
    tell({ step: 'random' })
    await giveRandom(lock, link, random, origin, signal)
  }
  tell({ step: 'instruction' })
  // Only now: what was sent over the link before took numbers.
  const { sn } = link
  const askedAtMs = lock.clock.now()
  const made = await makeInstruction(random.ins, { signal }).catch((error: SdkError) =>
    mayStartOver(error, origin),
  )
  if ('again' in made) return made
  if (link.sn !== sn) return { again: bleError(origin, 'link-in-use') }
  return {
    order: { operation, random, made, askedAtMs },
    recordsWaiting: lock_record.distributed,
  }
}

/** By which the cloud refuses an instruction whose random was replaced meanwhile. */
const PARAM_ILLEGAL = 1109

/** An instruction that was made and never arrived is never sent: with a fresh random there is another one. */
const mayStartOver = (error: SdkError, origin: ErrorOrigin): Again => {
  if (isOutcomeUnknownError(error)) return { again: bleError(origin, 'no-instruction') }
  if (isVendorError(error) && (error.code === PARAM_ILLEGAL || error.class === 'transient'))
    return { again: error }
  throw error
}
