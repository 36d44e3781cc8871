import type { Scenario } from '../support/scenario'

export const sharingScenarios: readonly Scenario[] = []
