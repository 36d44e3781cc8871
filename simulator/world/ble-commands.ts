import type { Cloud } from '../cloud'
import { hex, hexOfText } from '../hardware/hex'
import { refuse } from '../refusal'
import type { BleSession } from './ble-session'
import type { Lock } from './lock'
import { DIGITS, randomText } from './random-text'

/** The master of a lock, and who is to be its new one. */
const MASTER = 'ffff'
const NO_RANDOM = '0'.repeat(16)
const SET_RANDOM = '00'
const RANDOM_DIGITS = 8
/** A command takes several packets, each with a number of its own: a client that counts by itself is wrong soon. */
const MOST_PACKETS = 8

export const bleSessionOf = ({ ble }: Lock): BleSession => ble ?? refuse('lock type not supported')

/** The random of a lock; a new one once a command was made with the last, because its answer may have been lost. */
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

/** What a lock is sent so that it takes a random: DP 70, check_code_set. */
export const setRandomCommand = (unlockId: string, random: string): string =>
  `${MASTER}${unlockId}${NO_RANDOM}${SET_RANDOM}${MASTER}${random}`

/** What a lock is sent so that it opens or locks, as of DP 71, behind the version of the protocol and the serial number. */
export const makeInstruction = (
  cloud: Cloud,
  lock: Lock,
  order: {
    readonly sn: number
    readonly random: string
    readonly open: boolean
    readonly version: number
    readonly action: string
  },
) => {
  const session = bleSessionOf(lock)
  if (session.random === undefined || order.random !== session.random)
    return refuse('param is illegal', 'device_random')
  if (session.nextSn !== undefined && order.sn !== session.nextSn)
    return refuse('param is illegal', 'bluetooth_sn')
  const { sn, open } = order
  session.nextSn = sn + 2 + Math.floor(cloud.random() * (MOST_PACKETS - 1))
  session.made = { sn, nextSn: session.nextSn }
  cloud.record({
    deviceId: lock.id,
    command: 'make-instruction',
    action: order.action,
    detail: { sn, open },
  })
  const unlockId = unlockIdOf(cloud, lock)
  const command = `${MASTER}${unlockId}${order.random}${open ? '01' : '00'}`
  const time = hex(Math.floor(cloud.now() / 1000), 4)
  return {
    instruction: `${hex(order.version, 1)}${hex(sn, 4)}${command}${time}${unlockId}`,
    next_sn: session.nextSn,
  }
}
