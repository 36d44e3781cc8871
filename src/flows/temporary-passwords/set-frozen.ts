import { isTransportError } from '../../core/errors/transport-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import { readBack } from '../shared/read-back'
import { FREEZE, passwordChannels, UNFREEZE } from './channels'
import type { Mutex } from './mutex'
import type { Reader } from './read'
import { throwUnlessDone } from './reconcile'

/**
 * Freezes or unfreezes a password. Both produce the same end state, so the panel resends them after a lost answer, and a
 * cloud may refuse the second one. The password that the cloud shows decides then.
 */
export const setFrozen = async (
  context: LockContext,
  { getOnce }: Reader,
  runExclusive: Mutex,
  id: string,
  isFrozen: boolean,
): Promise<void> => {
  const origin = { action: `temporaryPasswords.${isFrozen ? 'freeze' : 'unfreeze'}` }
  const name = isFrozen ? FREEZE : UNFREEZE
  selectChannel(context, origin.action, passwordChannels.frozenPasswords, { [FREEZE]: true })
  const target = isFrozen ? 'frozen' : 'active'
  const readSet = async (options: CallOptions) =>
    (await getOnce(id, options)).state === target ? true : undefined
  const isDone = await runExclusive(() =>
    context
      .call(name, { device_id: context.deviceId, password_id: id })
      .catch(async (error: unknown) => {
        const isLost = isTransportError(error) && error.delivery === 'unknown'
        const read = () => (isLost ? readBack(readSet, context, origin) : readSet({}))
        const isSet =
          isLost || isVendorError(error) ? await read().catch(() => undefined) : undefined
        if (isSet === undefined) throw error
        return isSet
      }),
  )
  throwUnlessDone(isDone, origin)
}
