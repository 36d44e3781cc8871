import type { Scenario } from '../support/scenario'

export const offlinePasswordsScenarios: readonly Scenario[] = []
