import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { CallOptions } from '../../core/pipeline/call'
import { selectChannel } from '../shared/channel'
import { expectParam } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { readBack, writesOf } from '../shared/read-back'
import { memberBatches } from './all-members'
import { ADD, memberChannels, PANEL_ADD } from './channels'
import { findAdded, type MemberList, readKnown } from './known-members'
import type { Member, NewMember } from './member'
import { sexNumbers } from './member'
import { panelUserList } from './member-lists'
import { memberKey } from './read-added'

/** The added member. */
export type AddedMember = Pick<Member, 'id' | 'name'>

const origin = { action: 'members.add' }

interface Channel {
  /** Validates the person; returns a function that sends the command and resolves with the id. */
  readonly prepare: (lock: LockContext, person: NewMember) => () => Promise<string>
  /** The list that shows the new member. */
  readonly list: (lock: LockContext) => MemberList
}

/** Empty texts and a height of 0 mean unknown, as in the sample (document 004, lines 98-124). */
const overPanel: Channel = {
  prepare:
    (lock, { name, sex, birthday, heightCm = 0, avatarUrl = '' }) =>
    async () => {
      const { userId } = await lock.call(PANEL_ADD, {
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
      ? {
          start: (options) => panelUserList(lock, options),
          count: () => countPanelUsers(lock),
        }
      : { start: (options) => memberBatches(lock, options) },
}

const COUNT = 'tuya.m.device.member.count'

const countPanelUsers = async ({ call, deviceId, supports }: LockContext) =>
  supports(COUNT) ? (await call(COUNT, { devId: deviceId })).panelUser : undefined

const overOpenApi: Channel = {
  prepare: (lock, { name, sex, contact, birthday, heightCm, weightGrams }) => {
    expectParam(
      sex !== undefined,
      origin,
      'sex',
      'expected male or female, which this route requires',
    )
    return async () => {
      const { user_id } = await lock.call(ADD, {
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
  list: (lock) => ({ start: (options) => memberBatches(lock, options) }),
}

/**
 * Adds a member without an account. Each command creates another member, so it is sent once. The start of the list is read
 * before the command, and the whole list after a lost answer: a new member of that name is the added one.
 */
export const addMember = async (lock: LockContext, person: NewMember): Promise<AddedMember> => {
  const { name } = person
  expectParam(name.trim() !== '', origin, 'name', 'expected a name')
  const { prepare, list: listOf } = selectChannel(
    lock,
    origin.action,
    memberChannels.addedMembers,
    { [PANEL_ADD]: overPanel, [ADD]: overOpenApi },
  )
  const send = prepare(lock, person)
  const list = listOf(lock)
  const known = await readKnown(list)
  try {
    const id = await send()
    writesOf(lock).remember(memberKey(id))
    return { id, name }
  } catch (error) {
    if (known === undefined || !isOutcomeUnknownError(error)) throw error
    // The command may still be executing, so no match proves nothing; two matches cannot be distinguished.
    const readAdded = (options: CallOptions) => findAdded(list, known, name, options)
    const added = await readBack(readAdded, lock, origin).catch(() => undefined)
    if (added === undefined) throw error
    return { id: added.id, name }
  }
}
