import { seed } from '../../../simulator'
import type { BleStep } from '../../../src/flows/bluetooth/ble-step'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import type { Attempt } from '../../../src/flows/shared/attempt'
import { pass } from '../support/settle'
import { createStage, type Stage, type StageOptions } from '../support/stage'

export const CONFIG = 'doorLock.getIssuedConfig'
export const MAKE = 'doorLock.bleOpenInstruction'

/** A stage before a Bluetooth lock, and its flow. */
export const atTheGate = (more: Partial<StageOptions> = {}) => {
  const stage = createStage({ lock: seed.locks.gardenGate, families: ['mini-program'], ...more })
  const ble = bluetooth(stage.panel, stage.deviceId, stage.options)
  return {
    ...stage,
    stage,
    ble,
    /** What was carried out, by its kind. */
    orders: () => stage.simulator.journal.map(({ command }) => command),
    isUnlocked: () => stage.lock.status.find(({ code }) => code === 'lock_motor_state')?.value,
    /** The parameters of what was asked of the cloud. */
    asked: (action: string) =>
      stage.simulator.requests
        .filter((request) => request.action === action)
        .map(({ params }) => params as Readonly<Record<string, unknown>>),
  }
}

/** Passes time until an attempt is at a step. */
export const passUntil = async (
  clock: Stage['clock'],
  steps: readonly string[],
  step: string,
): Promise<void> => {
  for (let turn = 0; turn < 100 && !steps.includes(step); turn++) await pass(clock, 20)
}

/** The names of the steps that an attempt goes through. */
export const stepsOf = (attempt: Attempt<BleStep, unknown>): readonly string[] => {
  const steps: string[] = []
  attempt.state$.subscribe(({ step }) => steps.push(step))
  return steps
}
