import { listUnallocatedOpmodes } from '../../../../actions/mini-program/door-lock/list-unallocated-opmodes'
import { name, pageParams } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { pageOf } from '../../../world/page'
import type { Opmode } from '../../../world/unlock-methods'
import { operation } from '../../operation'

/** The list contains kinds of methods, so a page counts kinds. */
export const listUnallocatedOpmodesOperation = operation(listUnallocatedOpmodes, {
  params: { device_id: name, ...pageParams },
  handle: ({ world }, { device_id, ...page }) => {
    const lock = lockFor(listUnallocatedOpmodes, world, device_id)
    const opmodes = lock.opmodes.filter(({ userId }) => userId === undefined)
    const codes = [...new Set(opmodes.map(({ dpCode }) => dpCode))]
    return pageOf(codes, page).rows.map((code) => kindOf(code, opmodes, lock))
  },
  sampled: { envelope: 'bare' },
})

const kindOf = (code: string, opmodes: readonly Opmode[], { dpIds }: Lock) => ({
  opmode: String(dpIds[code] ?? 0),
  standard_dp: code,
  unlock_info: opmodes
    .filter(({ dpCode }) => dpCode === code)
    .map(({ dpCode, unlockSn, name: unlockName }) => ({
      dp_code: dpCode,
      unlock_sn: unlockSn,
      unlock_name: unlockName,
    })),
})
