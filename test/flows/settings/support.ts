import type { Setting } from '../../../src/flows/settings/setting'
import { settings } from '../../../src/flows/settings/settings'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { schemaOf } from '../support/native-hosts'

/** The settings of a lock over one host. */
export const settingsOver = (input: HarnessOptions, more: Partial<LockOptions> = {}) => {
  const harness = createHarness(input)
  const options = { ...harness.options, ...more }
  return { ...harness, door: settings(harness.panel, harness.deviceId, options) }
}

/** A mini-program, whose server passes the schema. */
export const inMiniProgram = (input: HarnessOptions) => {
  const { lock } = createHarness(input)
  return settingsOver(input, { schema: schemaOf(lock) })
}

export const rowOf = (rows: readonly Setting[], code: string): Setting | undefined =>
  rows.find((row) => row.code === code)

/** The values that reached the lock. */
export const commandsOf = ({ simulator }: Pick<ReturnType<typeof settingsOver>, 'simulator'>) =>
  simulator.journal.filter(({ command, reached }) => command === 'control' && reached === 'lock')
