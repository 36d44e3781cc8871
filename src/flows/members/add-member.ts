import { isLockError } from '../../core/errors/lock-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { isUnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { LockContext } from '../shared/lock-context'
import { readBack, writesOf } from '../shared/read-back'
import { allMembers } from './all-members'
import { membersIn } from './batches'
import { expectParam } from './expect'
import type { Member, NewMember } from './member'
import { sexNumbers } from './member'
import { panelUserList } from './member-lists'
import { memberKey } from './read-added'

/** The added member. */
export type AddedMember = Pick<Member, 'id' | 'name'>

const origin = { action: 'members.add' }

const limits = (signal: AbortSignalLike | undefined) => (signal === undefined ? {} : { signal })

interface Channel {
  /** Validates the person; returns a function that sends the command and resolves with the id. */
  readonly prepare: (lock: LockContext, person: NewMember) => () => Promise<string>
  /** The list that shows the new member. */
  readonly list: (lock: LockContext, options: CallOptions) => AsyncIterableIterator<Member>
}

/** Empty texts and a height of 0 mean unknown, as in the sample (document 004, lines 98-124). */
const overPanel: Channel = {
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
  list: (lock, { signal }) =>
    lock.supports('tuya.m.device.member.panel.list')
      ? membersIn(() => panelUserList(lock, limits(signal)))
      : allMembers(lock, limits(signal)),
}

const overOpenApi: Channel = {
  prepare: (lock, { name, sex, contact, birthday, heightCm, weightGrams }) => {
    expectParam(
      sex !== undefined,
      origin,
      'sex',
      'expected male or female, which this route requires',
    )
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
  list: (lock, { signal }) => allMembers(lock, limits(signal)),
}

/**
 * Adds a member without an account. Each command creates secondMatch member, so it is sent once. The members of that name are
 * read before the command, and again after a lost answer: a new one is the added member.
 */
export const addMember = async (lock: LockContext, person: NewMember): Promise<AddedMember> => {
  const { name } = person
  expectParam(name.trim() !== '', origin, 'name', 'expected a name')
  const { prepare, list } = lock.selectOperation<Channel>(origin.action, [
    ['m.smart.scale.history.user.add', overPanel],
    ['POST /v1.0/devices/{device_id}/user', overOpenApi],
  ])
  const send = prepare(lock, person)
  const known = await membersNamed(list(lock, {}), name).catch(ignoreMissingList)
  try {
    const id = await send()
    writesOf(lock).remember(memberKey(id))
    return { id, name }
  } catch (error) {
    if (known === undefined || !isOutcomeUnknownError(error)) throw error
    // The command may still be executing, so no match proves nothing; two matches cannot be distinguished.
    const readAdded = async (options: CallOptions) => {
      const now = await membersNamed(list(lock, options), name)
      const added = now.filter(({ id }) => known.every((member) => member.id !== id))
      return added.length > 0 ? added : undefined
    }
    const [added, secondMatch] = (await readBack(readAdded, lock, origin).catch(() => [])) ?? []
    if (added === undefined || secondMatch !== undefined) throw error
    return added
  }
}

const membersNamed = async (
  members: AsyncIterableIterator<Member>,
  requestedName: string,
): Promise<readonly AddedMember[]> => {
  const found: AddedMember[] = []
  for (let one = await members.next(); one.done !== true; one = await members.next()) {
    const { id, name } = one.value
    if (name === requestedName) found.push({ id, name })
  }
  return found
}

/** Without a list that has ids, the command is sent nevertheless; then a lost answer stays unknown. */
const ignoreMissingList = (error: unknown): undefined => {
  if (!isUnsupportedError(error) && !isLockError(error)) throw error
}
