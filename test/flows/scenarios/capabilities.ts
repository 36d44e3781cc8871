import type { Scenario } from '../support/scenario'

export const capabilitiesScenarios: readonly Scenario[] = []
