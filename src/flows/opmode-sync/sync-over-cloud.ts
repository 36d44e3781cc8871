import type { LockContext } from '../shared/lock-context'
import { CLOUD_SYNC } from './channels'
import type { Sync } from './synced-opmodes'

/** The cloud sends the command, and the lock reports to the cloud; the panel receives no packets. */
export const syncOverCloud =
  ({ deviceId: device_id, call }: LockContext): Sync =>
  async (codes, _, { signal }) => {
    const named = codes.length > 0 && { codes: codes.join(',') }
    const distributed = await call(CLOUD_SYNC, { device_id, ...named }, { signal })
    return { by: 'cloud', distributed }
  }
