import type { Member } from './member'
import type { AllMembersOptions, List } from './member-lists'
import type { GivenRole } from './roles'

const rolesMeant: Readonly<Record<GivenRole, readonly Member['role'][]>> = {
  administrator: ['owner', 'administrator'],
  member: ['member'],
}

/** The filters that the cloud has on access control devices, for a list that has none. */
export const filtered =
  (list: List): List =>
  (lock, options) => {
    const batches = list(lock, options)
    return async () => {
      const batch = await batches()
      return batch && { ...batch, members: batch.members.filter(isWanted(options)) }
    }
  }

const isWanted =
  ({ keyword = '', role }: AllMembersOptions) =>
  (member: Member): boolean =>
    (role === undefined || rolesMeant[role].includes(member.role)) &&
    [member.name, member.contact ?? ''].some((words) =>
      words.toLowerCase().includes(keyword.toLowerCase()),
    )
