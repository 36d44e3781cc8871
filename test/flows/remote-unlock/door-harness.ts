import type { CommandKind } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type FlowHarness, type HarnessOptions } from '../support/flow-harness'

/** A flow harness with the remote unlock flow of its lock as `door`. */
export const createDoorHarness = (input: HarnessOptions, more: Partial<LockOptions> = {}) => {
  const harness = createHarness(input)
  const options = { ...harness.options, ...more }
  return { ...harness, options, door: remoteUnlock(harness.panel, harness.deviceId, options) }
}

/** The kinds of the executed commands. */
export const commandsOf = ({ simulator }: Pick<FlowHarness, 'simulator'>): readonly CommandKind[] =>
  simulator.journal.map(({ command }) => command)

/** Sets the position of the bolt in the lock and in the cloud, without a report. */
export const setBolt = ({ lock }: Pick<FlowHarness, 'lock'>, isOpen: boolean): void => {
  const motor = lock.status.find(({ code }) => code === 'lock_motor_state')
  if (motor === undefined) throw new Error('the lock has no motor')
  motor.value = isOpen
}

/** Stores a temporary password on the lock, valid for the whole of 2026. */
export const storePassword = (
  { simulator, lock }: Pick<FlowHarness, 'simulator' | 'lock'>,
  pin: string,
): void => {
  simulator.world.temporaryPasswords.push({
    id: '100000900',
    lockId: lock.id,
    name: 'Courier',
    pin,
    effectiveTime: Date.UTC(2026, 0, 1) / 1000,
    invalidTime: Date.UTC(2027, 0, 1) / 1000,
    phone: '',
    state: 'sent',
    command: {
      kind: 'create-password',
      action: 'doorLock.createTemporaryPassword',
      confirmedAtMs: 0,
    },
  })
}

/** Collects the steps of an attempt as they are emitted. */
export const collectSteps = (attempt: {
  readonly state$: { subscribe(next: (state: { readonly step: string }) => void): unknown }
}): readonly string[] => {
  const steps: string[] = []
  attempt.state$.subscribe(({ step }) => steps.push(step))
  return steps
}
