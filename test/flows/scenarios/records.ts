import type { Scenario } from '../support/scenario'

export const recordsScenarios: readonly Scenario[] = []
