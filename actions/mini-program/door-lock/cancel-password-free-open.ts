import { defineAction } from '../../../src/core/action'
import { flag, id, oneOf, params } from '../../shared'

/**
 * Rejects or cancels a remote unlock that a lock requests.
 *
 * Document 001, lines 2085-2125: the request that is refused is not named, so a late repeat could refuse a newer one.
 *
 * @example
 * ```ts
 * simulator.askToUnlock(frontDoor.deviceId)
 * const rejection = { device_id: frontDoor.deviceId, type: 1 } as const
 * console.log(await panel.apiRequest('doorLock.cancelPasswordFreeOpen', rejection))
 * ```
 */
export const cancelPasswordFreeOpen = defineAction({
  name: 'doorLock.cancelPasswordFreeOpen',
  family: 'mini-program',
  safety: 'once',
  check: 'device.status',
  locks: ['wifi'],
  params: params({
    required: {
      device_id: id(),
      /** 1 rejected, 2 cancelled. */
      type: oneOf([1, 2]),
    },
  }),
  result: flag(),
})
