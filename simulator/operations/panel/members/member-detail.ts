import { memberDetail } from '../../../../actions/panel/members/member-detail'
import { name, optionalText } from '../../../checks/values'
import { lastAsText, without } from '../../../quirks/fields'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import type { Opmode } from '../../../world/unlock-methods'
import { methodIdOf, methodNamed } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import { personOf } from '../shared/member-row'

/** The document has no row for `unlockId`. What was chosen: it limits the answer to that method. */
export const memberDetailOperation = operation(memberDetail, {
  params: { devId: name, userId: name, unlockId: optionalText },
  handle: ({ world }, { devId, userId, unlockId }) => {
    const lock = lockFor(memberDetail, world, devId)
    const { member } = findMember(world, lock, userId)
    const selected = unlockId === undefined ? undefined : methodNamed(lock, unlockId)
    const methods = lock.opmodes.filter(
      (opmode) => opmode.userId === userId && (selected === undefined || opmode === selected),
    )
    return { ...personOf(member), unlockDetail: unlockDetailOf(lock, methods) }
  },
  sampled: {
    envelope: 'swapped',
    quirks: [without('userType'), without('nickName'), lastAsText('unlockDetail', 'dpId')],
  },
})

/** Methods by the numbers of their data points. */
export const unlockDetailOf = (lock: Lock, methods: readonly Opmode[]) => {
  const codes = [...new Set(methods.map(({ dpCode }) => dpCode))]
  return codes.map((code) => ({
    dpId: lock.dpIds[code] ?? 0,
    unlockList: methods
      .filter(({ dpCode }) => dpCode === code)
      .map((opmode) => methodOf(lock, opmode)),
  }))
}

const methodOf = (lock: Lock, opmode: Opmode) => ({
  devId: lock.id,
  unlockId: methodIdOf(lock, opmode),
  unlockName: opmode.name,
  unlockAttr: opmode.hijack ? 1 : 0,
  opModeId: opmode.id,
})
