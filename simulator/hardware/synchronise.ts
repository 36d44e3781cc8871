import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import type { Opmode } from '../world/unlock-methods'
import { codeOfType, typeOfCode } from './enrolment'
import { bytesOf, hexOf } from './hex'
import { schedule } from './schedule'

export const SYNCHRONISE = 'synch_method'
const PACKET = 0x00
const END = 0x01
const ACTIVE = 0x01
/** The size of a packet. */
const MOST_PER_PACKET = 20
const PACKET_MS = 300

/** Reports the stored methods in packets, and then their number: none after an unreadable command. */
export const synchronise = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const types = bytesOf(value) ?? []
  const known = types.length > 0 && types.every((type) => codeOfType(type) !== undefined)
  const rows = known
    ? lock.opmodes.filter(({ dpCode }) => types.includes(typeOfCode(dpCode) ?? 0))
    : []
  const packets = Array.from({ length: Math.ceil(rows.length / MOST_PER_PACKET) }, (_, index) => [
    PACKET,
    index,
    ...rows
      .slice(index * MOST_PER_PACKET, (index + 1) * MOST_PER_PACKET)
      .flatMap((opmode) => entryOf(opmode, lock)),
  ])
  ;[...packets, [END, packets.length]].forEach((packet, index) => {
    schedule(cloud, index * PACKET_MS, () => report(cloud, lock, SYNCHRONISE, hexOf(packet)))
  })
}

/** Number of the method, kind, user, frozen or active. */
const entryOf = ({ unlockSn, dpCode, userId }: Opmode, { users }: Lock): readonly number[] => [
  unlockSn,
  typeOfCode(dpCode) ?? 0,
  users.find((user) => user.userId === userId)?.lockUserId ?? 0,
  ACTIVE,
]
