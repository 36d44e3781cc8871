import { isLockError } from '../../core/errors/lock-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { isUnsupportedError } from '../../core/errors/unsupported-error'
import type { LockContext } from '../shared/lock-context'
import { allMembers } from './all-members'
import { membersIn } from './batches'
import { expectParam } from './checks'
import type { Member, NewMember } from './member'
import { panelUserList } from './member-lists'
import { sexNumbers } from './person'

/** The one who was added. */
export type AddedMember = Pick<Member, 'id' | 'name'>

const origin = { action: 'members.add' }

interface Way {
  /** Checks the person; what it returns sends, and gives the id. */
  readonly prepare: (lock: LockContext, person: NewMember) => () => Promise<string>
  /** Where the new one must appear. */
  readonly list: (lock: LockContext) => AsyncIterableIterator<Member>
}

/** Empty texts and a height of 0 stand for what is not known, as in the sample (document 004, lines 98-124). */
const overPanel: Way = {
  prepare:
    (lock, { name, sex, birthday, heightCm = 0, avatarUrl = '' }) =>
    async () => {
      const { userId } = await lock.call('m.smart.scale.history.user.add', {
        devId: lock.deviceId,
        name,
        avatar: avatarUrl,
        sex: sex === undefined ? '' : String(sexNumbers[sex]),
        birthday: birthday === undefined ? '' : String(birthday),
        height: heightCm,
      })
      return userId
    },
  list: (lock) =>
    lock.supports('tuya.m.device.member.panel.list')
      ? membersIn(() => panelUserList(lock, {}))
      : allMembers(lock),
}

const overOpenApi: Way = {
  prepare: (lock, { name, sex, contact, birthday, heightCm, weightGrams }) => {
    expectParam(sex !== undefined, origin, 'sex', 'expected male or female: this route wants it')
    return async () => {
      const { user_id } = await lock.call('POST /v1.0/devices/{device_id}/user', {
        device_id: lock.deviceId,
        nick_name: name,
        sex: sexNumbers[sex],
        ...(birthday !== undefined && { birthday }),
        ...(heightCm !== undefined && { height: heightCm }),
        ...(weightGrams !== undefined && { weight: weightGrams }),
        ...(contact !== undefined && { contact }),
      })
      return user_id
    }
  },
  list: (lock) => allMembers(lock),
}

/**
 * Adds somebody without an account. Every order makes another member, so it goes out once; the members of that name are
 * read before, and where the answer is lost again: one who was not there before is the one who was added.
 */
export const addMember = async (lock: LockContext, person: NewMember): Promise<AddedMember> => {
  const { name } = person
  expectParam(name.trim() !== '', origin, 'name', 'expected a name')
  const { prepare, list } = lock.selectOperation<Way>(origin.action, [
    ['m.smart.scale.history.user.add', overPanel],
    ['POST /v1.0/devices/{device_id}/user', overOpenApi],
  ])
  const send = prepare(lock, person)
  const known = await namesakes(list(lock), name).catch(ifThereIsAList)
  try {
    return { id: await send(), name }
  } catch (error) {
    if (known === undefined || !isOutcomeUnknownError(error)) throw error
    // The order may still be under way, so nobody of that name proves nothing; nor do two of them.
    const now = await namesakes(list(lock), name).catch(() => [])
    const [added, another] = now.filter(({ id }) => known.every((member) => member.id !== id))
    if (added === undefined || another !== undefined) throw error
    return added
  }
}

const namesakes = async (
  members: AsyncIterableIterator<Member>,
  wanted: string,
): Promise<readonly AddedMember[]> => {
  const found: AddedMember[] = []
  for (let one = await members.next(); one.done !== true; one = await members.next()) {
    const { id, name } = one.value
    if (name === wanted) found.push({ id, name })
  }
  return found
}

/** Without a list that names ids the order goes out all the same: then a lost answer stays unknown. */
const ifThereIsAList = (error: unknown): undefined => {
  if (!isUnsupportedError(error) && !isLockError(error)) throw error
}
