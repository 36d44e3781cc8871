import type { Scenario } from '../support/scenario'

export const temporaryPasswordsScenarios: readonly Scenario[] = []
