import type { Scenario } from '../support/scenario'

export const enrolmentScenarios: readonly Scenario[] = []
