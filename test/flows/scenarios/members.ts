import type { Scenario } from '../support/scenario'

export const membersScenarios: readonly Scenario[] = []
