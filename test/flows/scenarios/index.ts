import type { Scenario } from '../support/scenario'
import { bluetoothScenarios } from './bluetooth'
import { capabilitiesScenarios } from './capabilities'
import { enrolmentScenarios } from './enrolment'
import { liveScenarios } from './live'
import { membersScenarios } from './members'
import { methodsScenarios } from './methods'
import { offlinePasswordsScenarios } from './offline-passwords'
import { opmodeSyncScenarios } from './opmode-sync'
import { recordsScenarios } from './records'
import { remoteUnlockScenarios } from './remote-unlock'
import { settingsScenarios } from './settings'
import { sharingScenarios } from './sharing'
import { temporaryPasswordsScenarios } from './temporary-passwords'

/** All flows, each over every family that supports it. */
export const scenarios: readonly Scenario[] = [
  ...temporaryPasswordsScenarios,
  ...offlinePasswordsScenarios,
  ...remoteUnlockScenarios,
  ...bluetoothScenarios,
  ...opmodeSyncScenarios,
  ...enrolmentScenarios,
  ...membersScenarios,
  ...methodsScenarios,
  ...recordsScenarios,
  ...sharingScenarios,
  ...capabilitiesScenarios,
  ...liveScenarios,
  ...settingsScenarios,
]
