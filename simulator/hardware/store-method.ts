import type { Lock } from '../world/lock'
import type { Opmode } from '../world/opmode'
import type { EnrolCommand } from './enrol-command'

const next = (numbers: readonly number[]): number => 1 + Math.max(0, ...numbers)

/** Stores a method with the next free number. */
export const storeMethod = (
  { opmodes, users, storesUnassigned = false }: Lock,
  dpCode: string,
  { memberId, pin }: Pick<EnrolCommand, 'memberId' | 'pin'>,
): Opmode => {
  const owner = storesUnassigned
    ? undefined
    : users.find(({ lockUserId }) => lockUserId === memberId)
  const opmode: Opmode = {
    id: String(next(opmodes.map(({ id }) => Number(id)))),
    dpCode,
    unlockSn: next(
      opmodes.filter((method) => method.dpCode === dpCode).map(({ unlockSn }) => unlockSn),
    ),
    name: '',
    hijack: false,
    photoUnlock: false,
    voice: false,
    everAllocated: owner !== undefined,
    ...(owner !== undefined && { userId: owner.userId }),
    ...(pin.length > 0 && { pin: pin.join('') }),
  }
  opmodes.push(opmode)
  return opmode
}
