import { userAccountGet } from '../../../../actions/panel/locks/user-account-get'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'

/** A contact is the country code and the account. */
export const userAccountGetOperation = operation(userAccountGet, {
  params: deviceParams,
  handle: ({ world }, { devId }) => {
    const lock = lockFor(userAccountGet, world, devId)
    const { contact } = findMember(world, lock, world.currentUserId).member
    const [countryCode = '', account = ''] = contact.split('-')
    return { account, countryCode }
  },
})
