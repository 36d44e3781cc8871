import type { BleStep } from '../flows/bluetooth/ble-step'
import type { EnrolmentStep } from '../flows/enrolment/enrol-request'
import type { EnrolmentEvent } from '../flows/enrolment/enrolment-event'
import type { DoorValues } from '../flows/live/door-state'
import type { SyncStep } from '../flows/opmode-sync/synced-opmodes'
import type { RemoteUnlockStep } from '../flows/remote-unlock/types'
import type { Ending } from '../flows/shared/attempt'
import type { WaitingStep } from '../flows/temporary-passwords/wait-until-active'
import type { Advice } from './advice'
import type { WordGroups } from './groups'
import type { Problem } from './problem'
import type { Table } from './word-in'

/** A value of `state$` of an attempt of any flow. */
export type AttemptState =
  | RemoteUnlockStep
  | BleStep
  | EnrolmentStep
  | SyncStep
  | WaitingStep
  | Ending<unknown>

type StepName = AttemptState['step'] | EnrolmentEvent['step']

/** The words of the standard values of `battery_state`. */
type BatteryLevel = 'high' | 'medium' | 'low' | 'poweroff'

/** The values of a door's state that have one word each. */
type DoorWord = Exclude<keyof DoorValues, 'battery' | 'lastRecord'>

/** The words of one language, total over the states, reasons and kinds of the flows. */
export interface Locale {
  /** Titles of errors. */
  readonly problems: Readonly<Record<Problem, string>>
  /** What a person can do after a failure. */
  readonly advice: Readonly<Record<Advice, string>>
  /** The words of the values that one name stands for, such as roles and kinds of records. */
  readonly groups: { readonly [Name in keyof WordGroups]: Table<WordGroups[Name]> }
  /** The words of the steps of attempts and enrolments. */
  readonly steps: Table<Exclude<StepName, 'failed'>>
  /** The last step of an enrolment must be repeated. */
  readonly repeat: string
  /** A record of an opening; `who` and `method` are empty if no source has them. */
  readonly opening: (who: string, method: string) => string
  /** A record of a closing; `who` is empty if no source has a user. */
  readonly closing: (who: string) => string
  /** The words of the values of a lock's state. */
  readonly doors: {
    readonly [Name in DoorWord]: Readonly<Record<`${DoorValues[Name]}`, string>>
  }
  /** The words of the standard values of `battery_state`. */
  readonly batteryLevels: Readonly<Record<BatteryLevel, string>>
  /** The word for a value that is not known. */
  readonly unknown: string
  /** Shown in place of an empty list of records. */
  readonly noRecords: string
  /** The current user of the panel. */
  readonly you: string
  /** Shown while no person asks to come in. */
  readonly noRequest: string
  /** A person asks to come in, for so many more seconds. */
  readonly request: (seconds: number) => string
  /** A word with details in brackets. */
  readonly withDetails: (word: string, details: string) => string
  /** Joins names to a list. */
  readonly list: (names: readonly string[]) => string
}
