import type { Scenario } from '../support/scenario'

export const remoteUnlockScenarios: readonly Scenario[] = []
