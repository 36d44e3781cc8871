import type { Scenario } from '../support/scenario'

export const opmodeSyncScenarios: readonly Scenario[] = []
