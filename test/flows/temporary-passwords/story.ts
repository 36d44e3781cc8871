import { seed } from '../../../simulator'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import type { LockOptions, PanelOfLock } from '../../../src/flows/shared/lock-options'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import { settle } from '../support/settle'
import { createStage, START_MS, type Stage, type StageOptions } from '../support/stage'
import { countOf } from '../support/verdict'

export const { frontDoor, garage, gardenGate, shed, office } = seed.locks
export const HOUR_MS = 3_600_000

export const LIST = 'doorLock.getTemporaryPasswordList'
export const TICKET = 'doorLock.passwordTicket'
export const CREATE = 'doorLock.createTemporaryPassword'
export const MODIFY = 'doorLock.modifyTemporaryPassword'
export const PANEL_LIST = 'tuya.m.device.lock.temppwd.list'
export const PANEL_CREATE = 'tuya.m.device.lock.temppwd.create'
export const PANEL_REMOVE = 'tuya.m.device.lock.temppwd.del'

export const overMiniProgram = (lock: StageOptions['lock'] = frontDoor): StageOptions => ({
  lock,
  families: ['mini-program'],
})
export const overPanel: StageOptions = { lock: frontDoor, families: ['panel'] }

/** From the next hour on, for a day. */
export const guest = {
  name: 'Guest',
  fromMs: START_MS + HOUR_MS,
  toMs: START_MS + 25 * HOUR_MS,
} as const

/** What stands in for one operation; `send` is the operation itself, and may be called as often as one likes. */
export type Stands = (send: () => Promise<unknown>) => Promise<unknown>

/** A panel on which some operations do something else. */
const standingIn = (panel: PanelOfLock, stands: Readonly<Record<string, Stands>>): PanelOfLock => {
  const request = panel.apiRequest as (name: string, ...rest: unknown[]) => Promise<unknown>
  return {
    ...panel,
    apiRequest: (name: string, ...rest: unknown[]) => {
      const send = () => request(name, ...rest)
      return stands[name]?.(send) ?? send()
    },
  }
}

export interface StoryOptions extends Partial<LockOptions> {
  readonly stands?: Readonly<Record<string, Stands>>
}

/**
 * The flow on a stage, with a cipher for the panel API: the local key, which a panel has. Two of them are two callers of
 * one panel, unless something stands in.
 */
export const flowOf = (stage: Stage, { stands, ...more }: StoryOptions = {}) =>
  temporaryPasswords(stands ? standingIn(stage.panel, stands) : stage.panel, stage.deviceId, {
    ...stage.options,
    panelPasswordCipher: (digits) => encryptPassword(digits, stage.lock.localKey),
    ...more,
  })

export const storyOf = (options: StageOptions, more: StoryOptions = {}) => {
  const stage = createStage(options)
  const { simulator } = stage
  return {
    ...stage,
    stage,
    passwords: flowOf(stage, more),
    /** How many passwords reached the lock. */
    madeCount: () => countOf(simulator.journal, 'create-password'),
    /** What the lock and the cloud know of the passwords of this lock. */
    stored: () =>
      simulator.world.temporaryPasswords.filter(({ lockId }) => lockId === stage.lock.id),
    /** The parameters with which an action arrived, oldest first. */
    sent: (action: string) =>
      simulator.requests
        .filter((request) => request.action === action)
        .map(({ params }) => params as Readonly<Record<string, unknown>>),
  }
}

/** A story with a password that the lock has. */
export const begun = async (options: StageOptions) => {
  const story = storyOf(options)
  const { clock, passwords, stored, steps } = story
  const { id } = await settle(clock, passwords.create(guest))
  await settle(clock, passwords.waitUntilActive(id).done)
  const taken = steps.length
  return {
    ...story,
    id,
    pin: stored().at(-1)?.pin,
    row: () => stored().find((password) => password.id === id),
    stepsSince: () => steps.slice(taken),
  }
}
