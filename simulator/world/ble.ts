import type { Cloud } from '../cloud'
import { hex, hexOfText } from '../hardware/hex'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import type { MethodNumber } from './log'
import { DIGITS, randomText } from './random-text'

/** The shared state of the cloud and a Bluetooth lock, so that no command can be replayed. */
export interface BleSession {
  /** The random number of the lock, 16 hexadecimal digits; none before the first request for one. */
  random?: string
  /** The lock was sent that random number. */
  randomIsSet: boolean
  /** The serial number that the next command with that random must carry; any, before its first command. */
  nextSn?: number
  /** The number of the last instruction for this connection, and the number after its last packet. */
  made?: {
    /** The serial number that the instruction was made for. */
    readonly sn: number
    /** The serial number of the next frame. */
    readonly nextSn: number
  }
  /** The lock has unlock records that the cloud does not have. */
  recordsWaiting: boolean
  /** Those records, oldest first; `recordsWaiting` without them is a lock that does not report. */
  storedRecords?: StoredRecord[]
}

/** An opening that a lock stored while no app was near. */
interface StoredRecord extends MethodNumber {
  /** Milliseconds since 1970. */
  readonly timeMs: number
}

/** The current and the new master of a lock. */
const MASTER = 'ffff'
const NO_RANDOM = '0'.repeat(16)
const SET_RANDOM = '00'
const RANDOM_DIGITS = 8
/** A command has several packets, each with its own number, so a client cannot count by commands. */
const MOST_PACKETS = 8

export const bleSessionOf = ({ ble }: Lock): BleSession => ble ?? refuse('lock type not supported')

/** The random number of a lock; a new one after each instruction, because its answer may have been lost. */
export const issueRandom = ({ random }: Cloud, session: BleSession): string => {
  if (session.random === undefined || session.nextSn !== undefined) {
    session.random = hexOfText(randomText(random, RANDOM_DIGITS, DIGITS))
    session.randomIsSet = false
    delete session.nextSn
  }
  return session.random
}

/** The number of the current user on the lock, two bytes. */
export const unlockIdOf = ({ world }: Cloud, { users }: Lock): string =>
  hex(users.find(({ userId }) => userId === world.currentUserId)?.lockUserId ?? 0, 2)

/** The command that sets the random number of a lock: DP 70, check_code_set. */
export const setRandomCommand = (unlockId: string, random: string): string =>
  `${MASTER}${unlockId}${NO_RANDOM}${SET_RANDOM}${MASTER}${random}`

/** The command that opens or locks, DP 71, after the protocol version and the serial number. */
export const makeInstruction = (
  cloud: Cloud,
  lock: Lock,
  input: {
    readonly sn: number
    readonly random: string
    readonly open: boolean
    readonly version: number
    readonly action: string
  },
) => {
  const session = bleSessionOf(lock)
  if (session.random === undefined || input.random !== session.random)
    return refuse('param is illegal', 'device_random')
  if (session.nextSn !== undefined && input.sn !== session.nextSn)
    return refuse('param is illegal', 'bluetooth_sn')
  const { sn, open } = input
  session.nextSn = sn + 2 + Math.floor(cloud.random() * (MOST_PACKETS - 1))
  session.made = { sn, nextSn: session.nextSn }
  cloud.record({
    deviceId: lock.id,
    command: 'make-instruction',
    action: input.action,
    reached: 'cloud',
    detail: { sn, open },
  })
  const unlockId = unlockIdOf(cloud, lock)
  const command = `${MASTER}${unlockId}${input.random}${open ? '01' : '00'}`
  const time = hex(Math.floor(cloud.now() / 1000), 4)
  return {
    instruction: `${hex(input.version, 1)}${hex(sn, 4)}${command}${time}${unlockId}`,
    next_sn: session.nextSn,
  }
}
