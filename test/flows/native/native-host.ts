import {
  doorLockActions,
  openApiActions,
  openApiDeviceActions,
  openApiLockActions,
  panelActions,
  panelLockActions,
} from '../../../actions'
import { createClock, createSimulator, type Lock } from '../../../simulator'
import type { Action } from '../../../src/core/action'
import { createPanel } from '../../../src/core/panel/create-panel'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { lock } from '../../../src/flows/lock'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { repeatableRandom, START_MS } from '../support/flow-harness'
import { type CreateHost, schemaOf } from '../support/native-hosts'

export { nativeHosts as hosts } from '../support/native-hosts'

/** The operations that every app of the vendor sends. */
const actions = { ...panelActions, ...panelLockActions }

/** Those and the routes, which \`ty\` sends where the app permits them. */
export const actionsOfTy = {
  ...actions,
  ...openApiActions,
  ...openApiDeviceActions,
  ...openApiLockActions,
}

/** A panel of one lock within the vendor's app; `more` replaces options, and `undefined` leaves one out. */
export const createNativePanel = (
  createHost: CreateHost,
  seeded: Lock,
  more: { readonly [Name in keyof LockOptions]?: LockOptions[Name] | undefined } = {},
  registry: Readonly<Record<string, Action>> = actions,
) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock, random: repeatableRandom() })
  const { transport, dataPoints, listenerCount } = createHost(simulator, seeded)
  const panel = createPanel({ actions: registry, transport, clock, random: repeatableRandom() })
  const app = createPanel({ actions: doorLockActions, transport: simulator.asTransport(), clock })
  /** `syncLockBatch` of the app, which the app answers by means of its own. */
  const lockRandom = async () => {
    const { lock_random } = await app.apiRequest('doorLock.getIssuedConfig', {
      device_id: seeded.id,
    })
    const { dev_unlock_id: devUnlockId, wake_up_ins: wakeUpIns, ins, distributed } = lock_random
    return { devUnlockId, ins, wakeUpIns, ...(distributed !== undefined && { distributed }) }
  }
  /** The whole answer of it. */
  const lockSync = async () => {
    const { lock_record } = await app.apiRequest('doorLock.getIssuedConfig', {
      device_id: seeded.id,
    })
    const { absentUsers } = simulator.lock(seeded.id)
    return {
      lockRandom: await lockRandom(),
      removedUser: absentUsers.map(({ lockUserId, userType }) => ({
        lockUserId,
        admin: userType === 10,
      })),
      ...(lock_record?.distributed === true && { lockRecord: lock_record.ins }),
    }
  }
  const options = {
    type: seeded.type,
    clock,
    dataPoints,
    lockRandom,
    lockSync,
    schema: schemaOf(seeded),
    panelPasswordCipher: (pin: string) => encryptPassword(pin, seeded.localKey),
    ...more,
  } as LockOptions
  return {
    clock,
    simulator,
    lock: simulator.lock(seeded.id),
    door: lock(panel, seeded.id, options),
    listenerCount,
    /** The commands that reached the lock: kind, sender, and whether the bolt moved. */
    commands: () =>
      simulator.journal
        .filter(({ reached }) => reached === 'lock')
        .map(({ command, action, moved }) => [command, action, moved]),
  }
}
