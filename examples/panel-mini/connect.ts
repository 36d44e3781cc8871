import { deviceActions } from 'lockpanel/actions/device'
import { doorLockActions } from 'lockpanel/actions/door-lock'
import { freezeTemporaryPassword, unfreezeTemporaryPassword } from 'lockpanel/actions/open-api-lock'
import { createPanel, type LockType, wxRequest } from 'lockpanel/core'
import { wxSecureRandom } from 'lockpanel/crypto'
import { type Lock, lock } from 'lockpanel/flows'
import type { Server } from './server'

/** What mini-programs have no operation for. Only a gateway answers them. */
const routes = { freezeTemporaryPassword, unfreezeTemporaryPassword }

/** Which lock the panel is for. */
export interface Target {
  readonly deviceId: string
  readonly type: LockType
}

/** The query with which the mini-program was opened, as in `pages/home/home?device=…&type=zigbee`. */
export const targetOf = ({ device, type }: Record<string, string | undefined>): Target => ({
  deviceId: device ?? 'vdevo-front-door',
  // The flows check it.
  type: (type ?? 'wifi') as LockType,
})

/** A mini-program has no channel to the lock, so the state is read again. */
const POLL_MS = 5_000

/** A panel over the server, and the flows of one lock. Made once, when the mini-program is launched. */
export const connect = (server: Server, { deviceId, type }: Target): Lock => {
  const panel = createPanel({
    actions: { ...doorLockActions, ...deviceActions, ...routes },
    transport: wxRequest({ url: server.url, families: server.families, limits: server.limits }),
    // The five-second window of a synchronisation continues when the mini-program is opened again.
    storage: {
      get: (key) => wx.getStorageSync<string>(key) || undefined,
      set: (key, value) => wx.setStorageSync(key, value),
    },
  })
  return lock(panel, deviceId, {
    type,
    passwordCipher: server.passwordCipher,
    secureRandom: wxSecureRandom(wx),
    pollMs: POLL_MS,
  })
}
