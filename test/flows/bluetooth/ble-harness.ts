import { seed } from '../../../simulator'
import type { BleStep } from '../../../src/flows/bluetooth/ble-step'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import type { Attempt } from '../../../src/flows/shared/attempt'
import { createHarness, type FlowHarness, type HarnessOptions } from '../support/flow-harness'
import { pass } from '../support/settle'

export const CONFIG = 'doorLock.getIssuedConfig'
export const INSTRUCTION = 'doorLock.bleOpenInstruction'

/** A flow harness of a Bluetooth lock, with its Bluetooth flow as `ble`. */
export const createBleHarness = (more: Partial<HarnessOptions> = {}) => {
  const harness = createHarness({
    lock: seed.locks.gardenGate,
    families: ['mini-program'],
    ...more,
  })
  const ble = bluetooth(harness.panel, harness.deviceId, harness.options)
  return {
    ...harness,
    harness,
    ble,
    /** The kinds of the executed commands. */
    commands: () => harness.simulator.journal.map(({ command }) => command),
    isUnlocked: () => harness.lock.status.find(({ code }) => code === 'lock_motor_state')?.value,
    /** The parameters of the requests of an action. */
    paramsOf: (action: string) =>
      harness.simulator.requests
        .filter((request) => request.action === action)
        .map(({ params }) => params as Readonly<Record<string, unknown>>),
  }
}

/** Advances the clock until an attempt has reached a step, for 2 seconds at most. */
export const advanceUntil = async (
  clock: FlowHarness['clock'],
  steps: readonly string[],
  step: string,
): Promise<void> => {
  for (let turn = 0; turn < 100 && !steps.includes(step); turn++) await pass(clock, 20)
}

/** Collects the steps of an attempt as they are emitted. */
export const collectSteps = (attempt: Attempt<BleStep, unknown>): readonly string[] => {
  const steps: string[] = []
  attempt.state$.subscribe(({ step }) => steps.push(step))
  return steps
}
