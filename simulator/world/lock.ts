import type { LockType } from '../../src/core/action'
import type { Enrolment, EnrolmentFailure } from '../hardware/enrolment'
import type { BleSession } from './ble-session'
import type { UserType } from './member'
import type { OfflineSupply } from './offline-supply'
import type { Opmode } from './opmode'

export interface DpStatus {
  readonly code: string
  value: unknown
}

/** Which user of the home is which number on the lock. */
export interface LockUser {
  readonly userId: string
  readonly lockUserId: number
}

/** Somebody whose number and methods a lock still has. */
export interface AbsentUser extends LockUser {
  readonly userType: UserType
}

/** A lock, as the cloud and the hardware know it. */
export interface Lock {
  readonly id: string
  readonly type: Exclude<LockType, 'any'>
  name: string
  online: boolean
  readonly uuid: string
  /** A secret: it encrypts what a lock and its app say to each other. */
  readonly localKey: string
  /** A secret: with it an app proves at pairing that it may have the lock. */
  readonly authKey: string
  readonly category: string
  readonly productId: string
  readonly productName: string
  readonly bizType: number
  readonly icon: string
  readonly ip: string
  /** An offset, such as +08:00. */
  readonly timeZone: string
  readonly latitude: string
  readonly longitude: string
  /** Seconds since 1970. */
  readonly createdAt: number
  /** T0, when it was last paired; seconds since 1970. */
  readonly pairedAt: number
  /** Seconds since 1970. */
  updatedAt: number
  /** What the data points last reported. */
  readonly status: DpStatus[]
  /** The numbers of its data points: another lock has others. */
  readonly dpIds: Readonly<Record<string, number>>
  readonly remoteUnlock: { remoteUnlockWithoutPwd: boolean; remoteUnlockWithPwd: boolean }
  readonly users: LockUser[]
  /** Gone, and still stored on the lock. */
  readonly absentUsers: AbsentUser[]
  readonly opmodes: Opmode[]
  /** Of Bluetooth locks alone. */
  readonly ble?: BleSession
  /** How many offline passwords the cloud has left for it. */
  readonly offlineSupply: OfflineSupply
  /** It takes a command only then, milliseconds since 1970; awake, if left out. */
  asleepUntilMs?: number
  /** It takes no temporary password. */
  refusesPasswords?: boolean
  /** Its bolt does not move. */
  jammed?: boolean
  /** The method that it is taking in now. */
  enrolment?: Enrolment
  /** What becomes of the next enrolments; they succeed, if left out. */
  enrolmentFailure?: EnrolmentFailure
  /** So many prints of the next enrolments come out incomplete, and have to be given again. */
  incompletePrints?: number
  /** It keeps new methods as nobody's, whoever they were taken in for. */
  keepsForNobody?: boolean
  /** Somebody at the door asked to be let in, milliseconds since 1970; not there while nobody waits. */
  unlockRequestedAtMs?: number
}
