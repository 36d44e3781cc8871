import type { Scenario } from '../support/scenario'

export const bluetoothScenarios: readonly Scenario[] = []
