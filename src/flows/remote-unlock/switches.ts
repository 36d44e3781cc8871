import type { LockContext } from '../shared/lock-context'
import { vendorWays } from './check-lock'
import { lockError } from './reasons'
import type { RemoteUnlockWay } from './types'

/** Whether each way is switched on; one that the cloud does not list is left out. */
export type RemoteUnlockSwitches = Readonly<Partial<Record<RemoteUnlockWay, boolean>>>

const ways = Object.keys(vendorWays) as RemoteUnlockWay[]

export const readSwitches = async ({
  call,
  deviceId,
}: LockContext): Promise<RemoteUnlockSwitches> => {
  const rows = await call('doorLock.remoteUnlocks', { device_id: deviceId })
  const switches: Partial<Record<RemoteUnlockWay, boolean>> = {}
  for (const way of ways) {
    const open = rows.find(({ remote_unlock_type }) => remote_unlock_type === vendorWays[way])?.open
    if (open !== undefined) switches[way] = open
  }
  return switches
}

export const setSwitch = async (
  { call, deviceId }: LockContext,
  way: RemoteUnlockWay,
  isOn: boolean,
): Promise<void> => {
  const isDone = await call('doorLock.remoteUnlockConfig', {
    device_id: deviceId,
    remote_unlock_type: vendorWays[way],
    open: isOn,
  })
  if (!isDone) throw lockError({ action: 'remoteUnlock.setRemoteUnlock' }, 'refused')
}
