import type { LockContext } from '../shared/lock-context'
import { vendorKinds } from './check-lock'
import { lockError } from './reasons'
import type { RemoteUnlockKind } from './types'

/** Whether each kind of remote unlock is switched on; a kind that the cloud does not list is absent. */
export type RemoteUnlockSwitches = Readonly<Partial<Record<RemoteUnlockKind, boolean>>>

const kinds = Object.keys(vendorKinds) as RemoteUnlockKind[]

export const readSwitches = async ({
  call,
  deviceId,
}: LockContext): Promise<RemoteUnlockSwitches> => {
  const rows = await call('doorLock.remoteUnlocks', { device_id: deviceId })
  const switches: Partial<Record<RemoteUnlockKind, boolean>> = {}
  for (const kind of kinds) {
    const open = rows.find(
      ({ remote_unlock_type }) => remote_unlock_type === vendorKinds[kind],
    )?.open
    if (open !== undefined) switches[kind] = open
  }
  return switches
}

export const setSwitch = async (
  { call, deviceId }: LockContext,
  kind: RemoteUnlockKind,
  isOn: boolean,
): Promise<void> => {
  const isDone = await call('doorLock.remoteUnlockConfig', {
    device_id: deviceId,
    remote_unlock_type: vendorKinds[kind],
    open: isOn,
  })
  if (!isDone) throw lockError({ action: 'remoteUnlock.setRemoteUnlock' }, 'refused')
}
