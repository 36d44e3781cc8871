import { expect, it } from 'vitest'
import { statusRows } from '../../src/push-messages/status-rows'
import { decodeUnlockMethodEvent } from '../../src/push-messages/unlock-method-event'

const push = { bizCode: 'doorUnlockMethodStatus', devId: 'lock-1', bizData: { operate: 1 } }

it.each(Object.keys(push))('a push whose %s cannot be read is skipped by every stream', (name) => {
  const unreadable = Object.defineProperty({ ...push }, name, {
    enumerable: true,
    get: () => {
      throw new TypeError('a getter of the host')
    },
  })
  expect(decodeUnlockMethodEvent(unreadable)).toBeUndefined()
  expect(statusRows(unreadable, 'lock-1')).toEqual([])
})
