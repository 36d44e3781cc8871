import { seed } from '../../../simulator'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import type { LockOptions, PanelOfLock } from '../../../src/flows/shared/lock-options'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import { countOf } from '../support/check-run'
import {
  createHarness,
  type FlowHarness,
  type HarnessOptions,
  START_MS,
} from '../support/flow-harness'
import { settle } from '../support/settle'

export const { frontDoor, garage, gardenGate, shed, office } = seed.locks
export const HOUR_MS = 3_600_000

export const LIST = 'doorLock.getTemporaryPasswordList'
export const TICKET = 'doorLock.passwordTicket'
export const CREATE = 'doorLock.createTemporaryPassword'
export const MODIFY = 'doorLock.modifyTemporaryPassword'
export const PANEL_LIST = 'tuya.m.device.lock.temppwd.list'
export const PANEL_CREATE = 'tuya.m.device.lock.temppwd.create'
export const PANEL_REMOVE = 'tuya.m.device.lock.temppwd.del'

export const overMiniProgram = (lock: HarnessOptions['lock'] = frontDoor): HarnessOptions => ({
  lock,
  families: ['mini-program'],
})
/** The three kinds of locks over the mini-program, by their names in test titles. */
export const miniPrograms = [
  ['a Wi-Fi lock', overMiniProgram(frontDoor)],
  ['a Zigbee lock', overMiniProgram(garage)],
  ['a Bluetooth lock', overMiniProgram(gardenGate)],
] as const
export const overPanel: HarnessOptions = { lock: frontDoor, families: ['panel'] }

/** Valid for 24 hours, from one hour after the start. */
export const guest = {
  name: 'Guest',
  fromMs: START_MS + HOUR_MS,
  toMs: START_MS + 25 * HOUR_MS,
} as const

/** Replaces one operation of the panel; `send` calls the original operation. */
type Override = (send: () => Promise<unknown>) => Promise<unknown>

const withOverrides = (
  panel: PanelOfLock,
  overrides: Readonly<Record<string, Override>>,
): PanelOfLock => {
  const request = panel.apiRequest as (name: string, ...rest: unknown[]) => Promise<unknown>
  return {
    ...panel,
    apiRequest: (name: string, ...rest: unknown[]) => {
      const send = () => request(name, ...rest)
      return overrides[name]?.(send) ?? send()
    },
  }
}

export interface FlowOptions extends Partial<LockOptions> {
  readonly overrides?: Readonly<Record<string, Override>>
}

/**
 * The flow over the panel of a harness. The cipher for the panel API uses the local key, which a panel has. Flows without
 * `overrides` share the panel of the harness.
 */
export const flowOf = (harness: FlowHarness, { overrides, ...more }: FlowOptions = {}) =>
  temporaryPasswords(
    overrides ? withOverrides(harness.panel, overrides) : harness.panel,
    harness.deviceId,
    {
      ...harness.options,
      panelPasswordCipher: (pin) => encryptPassword(pin, harness.lock.localKey),
      ...more,
    },
  )

export const createPasswordHarness = (options: HarnessOptions, more: FlowOptions = {}) => {
  const harness = createHarness(options)
  const { simulator } = harness
  return {
    ...harness,
    harness,
    passwords: flowOf(harness, more),
    /** The number of passwords that the lock has stored. */
    createdCount: () => countOf(simulator.journal, 'create-password'),
    /** The passwords of this lock in the world of the simulator. */
    stored: () =>
      simulator.world.temporaryPasswords.filter(({ lockId }) => lockId === harness.lock.id),
    /** The parameters of all requests of an action, oldest first. */
    sent: (action: string) =>
      simulator.requests
        .filter((request) => request.action === action)
        .map(({ params }) => params as Readonly<Record<string, unknown>>),
  }
}

/** A harness with a password that the lock has stored. */
export const withActivePassword = async (options: HarnessOptions) => {
  const created = createPasswordHarness(options)
  const { clock, passwords, stored, steps } = created
  const { id } = await settle(clock, passwords.create(guest))
  await settle(clock, passwords.waitUntilActive(id).done)
  const stepsBefore = steps.length
  return {
    ...created,
    id,
    pin: stored().at(-1)?.pin,
    row: () => stored().find((password) => password.id === id),
    newSteps: () => steps.slice(stepsBefore),
  }
}
