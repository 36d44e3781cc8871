import type { LockType } from '../../src/core/action'
import type { Enrolment, EnrolmentFailure } from '../hardware/enrolment'
import type { BleSession } from './ble'
import type { LocalPassword } from './local-password'
import type { UserType } from './member'
import type { OfflineSupply } from './offline-passwords'
import type { Opmode } from './unlock-methods'

/** A data point with its last reported value. */
export interface DpStatus {
  /** The code of the data point. */
  readonly code: string
  /** The value as the lock reported it. */
  value: unknown
}

/** The numbers of the users of the home on the lock. */
export interface LockUser {
  /** The id of the user. */
  readonly userId: string
  /** The number of the user on the lock. */
  readonly lockUserId: number
}

/** A deleted user whose number and methods a lock still has. */
interface AbsentUser extends LockUser {
  /** The role that the user had. */
  readonly userType: UserType
}

/** A lock: its state in the cloud and in the hardware. */
export interface Lock {
  /** The id of the device. */
  readonly id: string
  /** The lock type, which selects the operations and the behaviour. */
  readonly type: Exclude<LockType, 'any'>
  /** The name that the owner gave the lock. */
  name: string
  /** Whether the cloud reaches the lock; a test may take it offline. */
  online: boolean
  /** The id of the hardware. */
  readonly uuid: string
  /** A secret: it encrypts the messages between a lock and its app. */
  readonly localKey: string
  /** A secret: an app proves its permission with it at pairing. */
  readonly authKey: string
  /** The vendor's category of the product, such as `ms` for a lock. */
  readonly category: string
  /** The id of the product. */
  readonly productId: string
  /** The name of the product. */
  readonly productName: string
  /** The vendor's number of the business type, as in the answer of a device. */
  readonly bizType: number
  /** The path of the product's picture. */
  readonly icon: string
  /** The address of the lock's network. */
  readonly ip: string
  /** An offset, such as +08:00. */
  readonly timeZone: string
  /** Degrees north, as text. */
  readonly latitude: string
  /** Degrees east, as text. */
  readonly longitude: string
  /** Seconds since 1970. */
  readonly createdAt: number
  /** T0, when it was last paired; seconds since 1970. */
  readonly pairedAt: number
  /** Seconds since 1970. */
  updatedAt: number
  /** The last reported values of the data points. */
  readonly status: DpStatus[]
  /** The numbers of its data points, which differ between locks. */
  readonly dpIds: Readonly<Record<string, number>>
  /** The switches of remote unlocking. */
  readonly remoteUnlock: {
    /** Unlocking without a password is switched on. */
    remoteUnlockWithoutPwd: boolean
    /** Unlocking with a password is switched on. */
    remoteUnlockWithPwd: boolean
  }
  /** The users whom the lock has numbers for. */
  readonly users: LockUser[]
  /** Deleted users that are still stored on the lock. */
  readonly absentUsers: AbsentUser[]
  /** The fingerprints, cards and passwords that are stored on the lock. */
  readonly opmodes: Opmode[]
  /** The temporary passwords that an app stored on it over Bluetooth; the cloud does not know them. */
  readonly localPasswords: LocalPassword[]
  /** Bluetooth locks only. */
  readonly ble?: BleSession
  /** The remaining offline passwords. */
  readonly offlineSupply: OfflineSupply
  /** It accepts commands from then on, milliseconds since 1970; awake if absent. */
  asleepUntilMs?: number
  /** A reduced keypad: the length of its PINs, and the lowest and highest digit. */
  keypad?: {
    /** The number of digits of a PIN. */
    readonly length: number
    /** The lowest digit on a key. */
    readonly lowest: number
    /** The highest digit on a key. */
    readonly highest: number
  }
  /**
   * It falls asleep so long after it was last woken at the door or by a command, in milliseconds, and then reports nothing: not even
   * the end of an unlock request. Only a person at the door wakes it. It does not fall asleep if absent.
   */
  sleepsAfterMs?: number
  /** Of a lock with `sleepsAfterMs`: when it falls asleep, milliseconds since 1970; asleep if absent. */
  awakeUntilMs?: number
  /** When its bolt was last moved back, milliseconds since 1970; only with `autoLockMs`. */
  openedAtMs?: number
  /** It rejects temporary passwords. */
  refusesPasswords?: boolean
  /** The cloud keeps listing its deleted passwords as valid, with this phase: 17 or 19, as clients of the live cloud report. */
  revokedPhase?: number
  /** A keypad that takes weekly hours as minutes and lists them as HHMM, with the days in reversed bits: 660/900/2 as 1100/1500/64. */
  listsHoursAsHhmm?: boolean
  /** It locks again so long after each unlock, in milliseconds; it does not if absent. */
  autoLockMs?: number
  /** Its bolt does not move. */
  jammed?: boolean
  /** The current enrolment. */
  enrolment?: Enrolment
  /** The failure of the next enrolments; they succeed if absent. */
  enrolmentFailure?: EnrolmentFailure
  /** The number of incomplete prints of the next enrolments, which have to be repeated. */
  incompletePrints?: number
  /** It stores new methods without a user, also those that were enrolled for one. */
  storesUnassigned?: boolean
  /** How often its pictures were viewed. */
  mediaViews?: number
  /** When an unlock request at the door began, milliseconds since 1970; absent without a request. */
  unlockRequestedAtMs?: number
}
