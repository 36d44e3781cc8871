import type { CommandKind } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createStage, type Stage, type StageOptions } from '../support/stage'

/** A panel in front of a door. */
export const atDoor = (wanted: StageOptions, more: Partial<LockOptions> = {}) => {
  const stage = createStage(wanted)
  const options = { ...stage.options, ...more }
  return { ...stage, options, door: remoteUnlock(stage.panel, stage.deviceId, options) }
}

/** The orders that were carried out, by their kind. */
export const ordersOf = ({ simulator }: Pick<Stage, 'simulator'>): readonly CommandKind[] =>
  simulator.journal.map(({ command }) => command)

/** Where the bolt stands, as lock and cloud know it; nothing is reported. */
export const isDrawnBack = ({ lock }: Stage, isOpen: boolean): void => {
  const motor = lock.status.find(({ code }) => code === 'lock_motor_state')
  if (motor === undefined) throw new Error('the lock has no motor')
  motor.value = isOpen
}

/** A temporary password that the lock has, for the whole of 2026. */
export const havePassword = ({ simulator, lock }: Stage, pin: string): void => {
  simulator.world.temporaryPasswords.push({
    id: '100000900',
    lockId: lock.id,
    name: 'Courier',
    pin,
    effectiveTime: Date.UTC(2026, 0, 1) / 1000,
    invalidTime: Date.UTC(2027, 0, 1) / 1000,
    phone: '',
    state: 'sent',
    order: {
      kind: 'create-password',
      action: 'doorLock.createTemporaryPassword',
      confirmedAtMs: 0,
    },
  })
}

/** The steps of an attempt, as they come. */
export const stepsOf = (attempt: {
  readonly state$: { subscribe(next: (state: { readonly step: string }) => void): unknown }
}): readonly string[] => {
  const steps: string[] = []
  attempt.state$.subscribe(({ step }) => steps.push(step))
  return steps
}
