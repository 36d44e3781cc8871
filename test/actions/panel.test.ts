import { describe, expect, it } from 'vitest'
import { panelActions } from '../../actions/panel'
import type { Action } from '../../src/core/action'
import { redact } from '../../src/core/contract/redact'
import { secretsOf } from '../../src/core/contract/secrets-of'
import { readEnvelope } from '../../src/core/envelope/read-envelope'
import { reading } from '../support/reading'

const {
  lockOfflinepwdAvailable,
  lockOfflinepwdBind,
  lockOfflinepwdGet,
  lockOfflinepwdRevocable,
  lockOfflinepwdRevoke,
  lockTemppwdCreate,
  lockTemppwdList,
  memberDetail,
  memberList,
  memberPanelList,
  scaleHijackingAddConfig,
  scaleHistoryList,
  unlockAssignlist,
  unlockWaitassign,
  userUnlockAllocate,
  userUnlockBind,
} = panelActions

/** What leaves for what a caller passed. */
const sent = ({ params }: Action, given: unknown): unknown => {
  const read = params.decode(given)
  if (read._tag === 'Left') throw new Error('refused')
  return params.encode(read.right)
}

/** What a caller gets for what came. */
const got = ({ result }: Action, answer: unknown) => {
  const envelope = readEnvelope(answer)
  return reading(result, envelope.ok ? envelope.result : undefined)
}

const plain = (result: unknown) => ({ result, t: 1, success: true, status: 'ok' })
const swapped = (success: unknown) => ({ result: '1', t: 1, success, status: 'ok' })

it('exports each action under its name, without what all names begin with', () => {
  for (const [key, { name }] of Object.entries<Action>(panelActions)) {
    const own = name.replace(/^(tuya\.m\.device|tuya\.m|m\.smart)\./, '')
    expect(key).toBe(own.replace(/\.(.)/g, (_, first: string) => first.toUpperCase()))
  }
})

describe('members', () => {
  const member = { userId: '12', avatarUrl: '', userContact: '86-1', unlockList: ['password1'] }

  it.each([
    ['one in the place of success', swapped(member)],
    ['a list in the place of success', swapped([member])],
    ['a list', plain([member])],
    ['one', plain(member)],
    ['a list without an envelope', [member]],
  ])('are a list, whether it comes as %s', (_, answer) => {
    expect(got(memberList, answer)).toEqual({ value: [member] })
    expect(got(memberPanelList, answer)).toEqual({ value: [member] })
  })

  it('have a type that is a number, whether it comes as text or as a number', () => {
    for (const userType of ['10', 10])
      expect(got(memberList, plain([{ ...member, userType }]))).toEqual({
        value: [{ ...member, userType: 10 }],
      })
  })

  it('have data points under numbers, and unlocking methods under text', () => {
    const { unlockList: _, ...one } = member
    const of = (dpId: unknown, opModeId: unknown) => ({
      ...one,
      unlockDetail: [{ dpId, unlockList: [{ unlockId: '12-02', opModeId }] }],
    })
    expect(got(memberDetail, swapped(of('12', 9)))).toEqual({ value: of(12, '9') })
    expect(got(memberDetail, plain(of(12, '9')))).toEqual({ value: of(12, '9') })
  })

  it('are paged under the right name, also when the misspelt one is given', () => {
    expect(sent(memberPanelList, { devId: 'door', offset: 0, linit: 50 })).toEqual({
      devId: 'door',
      offset: 0,
      limit: 50,
    })
  })
})

describe('unlocking methods', () => {
  const methods = [{ opmode: '1', unlockInfo: [{ unlockId: '1-01', unlockName: 'one' }] }]

  it.each([
    ['unlock.assignlist', unlockAssignlist],
    ['unlock.waitassign', unlockWaitassign],
  ])(
    'that wait are a list or yes or no in %s, because the documents cross the two',
    (_, action) => {
      for (const answer of [plain(methods), methods, swapped(methods)])
        expect(got(action, answer)).toEqual({ value: methods })
      expect(got(action, plain(true))).toEqual({ value: true })
      expect(got(action, plain('false'))).toEqual({ value: false })
    },
  )

  it.each([
    ['user.unlock.allocate', userUnlockAllocate],
    ['user.unlock.bind', userUnlockBind],
  ])(
    'are given to a user by %s, one or several, in the form in which the caller says it',
    (_, action) => {
      const one = { devId: 'door', userId: '1', unlockId: '1-01' }
      const several = { devId: 'door', userId: '1', unlockIds: ['1-1', '101-02'] }
      expect(sent(action, one)).toEqual(one)
      expect(sent(action, several)).toEqual(several)
      expect(reading(action.params, { ...one, ...several })).toEqual({
        refused: ['unlockIds: expected unlockId or unlockIds, not both'],
      })
    },
  )

  it('can be refused in an answer that is a success', () => {
    expect(got(userUnlockBind, plain(false))).toEqual({ value: false })
  })

  it('raise an alarm by the halves of their id, also when the second comes whole', () => {
    const halves = { devId: 'door', dpId: 1, dpValue: 2 }
    expect(sent(scaleHijackingAddConfig, halves)).toEqual(halves)
    expect(sent(scaleHijackingAddConfig, { ...halves, dpId: '1', dpValue: '1-2' })).toEqual(halves)
    expect(sent(scaleHijackingAddConfig, { ...halves, dpValue: '1-02' })).toEqual(halves)
    expect(reading(scaleHijackingAddConfig.params, { ...halves, dpId: '1-2' })).toEqual({
      refused: ['dpId: expected a whole number'],
    })
  })
})

describe('records', () => {
  const asked = { devId: 'door', dpIds: [1, 2], offset: 0, limit: 50 }

  it('are asked for without a beginning and an end by empty texts, which leave so', () => {
    const open = { ...asked, startTime: '', endTime: '' }
    expect(sent(scaleHistoryList, open)).toEqual(open)
    const bounded = { ...asked, startTime: 1567079971, endTime: 1567079972000 }
    expect(sent(scaleHistoryList, bounded)).toEqual(bounded)
    expect(reading(scaleHistoryList.params, asked)).toEqual({
      refused: ['startTime: missing', 'endTime: missing'],
    })
  })
})

describe('temporary passwords', () => {
  const week = [{ allDay: false, effectiveTime: 450, invalidTime: 510, workingDay: 38 }]
  const created = {
    devId: 'door',
    password: '2E47',
    name: 'guest',
    effectiveTime: 1588132904,
    invalidTime: 1588133004,
    availTime: 0,
  }

  it('leave with their schedule as JSON text, and without one where it is empty', () => {
    expect(sent(lockTemppwdCreate, { ...created, schedule: week })).toEqual({
      ...created,
      schedule: JSON.stringify(week),
    })
    expect(sent(lockTemppwdCreate, { ...created, schedule: '' })).toEqual(created)
  })

  it('are read with their schedule, whether it comes as JSON text, as a list or empty', () => {
    const listed = { name: '', effective: 3, phone: '', effectiveTime: 1, invalidTime: 2, sn: 7 }
    const withWeek = (scheduleDetails: unknown) => plain([{ ...listed, scheduleDetails }])
    const read = { value: [{ ...listed, scheduleDetails: week }] }
    expect(got(lockTemppwdList, withWeek(week))).toEqual(read)
    expect(got(lockTemppwdList, withWeek(JSON.stringify(week)))).toEqual(read)
    expect(got(lockTemppwdList, withWeek(''))).toEqual({ value: [listed] })
  })

  it('show their digits to no event', () => {
    expect(secretsOf(lockTemppwdCreate.params, created)).toEqual(['2E47'])
    expect(redact(lockTemppwdCreate.params, created)).not.toHaveProperty('password')
  })
})

describe('offline passwords', () => {
  it('are there or not, although the answer is a text', () => {
    expect(got(lockOfflinepwdAvailable, plain('false'))).toEqual({ value: false })
    expect(got(lockOfflinepwdAvailable, plain('true'))).toEqual({ value: true })
  })

  it('keep the zeros that their ids begin with, and leave as numbers where none is lost', () => {
    expect(got(lockOfflinepwdRevocable, plain([{ pwdId: '012123123' }]))).toEqual({
      value: [{ pwdId: '012123123' }],
    })
    const bound = { devId: 'door', pwdName: 'guest', mobile: '1' }
    expect(sent(lockOfflinepwdBind, { ...bound, pwdId: '012' })).toMatchObject({ pwdId: '012' })
    expect(sent(lockOfflinepwdBind, { ...bound, pwdId: '12' })).toMatchObject({ pwdId: 12 })
  })

  it('are asked for in the types of the table, times as numbers', () => {
    const asked = { devId: 'door', pwdType: 0, gmtStart: '1568001081', gmtExpired: '0' }
    expect(sent(lockOfflinepwdGet, asked)).toEqual({
      devId: 'door',
      pwdType: '0',
      gmtStart: 1568001081,
      gmtExpired: 0,
    })
  })

  it('show neither their digits nor the code that clears them to any event', () => {
    const taken = { pwd: '1234567890', pwdId: '3234' }
    expect(secretsOf(lockOfflinepwdGet.result, taken)).toEqual(['1234567890'])
    expect(redact(lockOfflinepwdGet.result, taken)).toEqual({ pwdId: '3234' })
    expect(secretsOf(lockOfflinepwdRevoke.result, '0123456789')).toEqual(['0123456789'])
    expect(redact(lockOfflinepwdRevoke.result, '0123456789')).toBeUndefined()
  })

  it('are not taken where the answer has none', () => {
    expect(got(lockOfflinepwdGet, plain({ pwd: '', pwdId: '1' }))).toEqual({
      refused: ['pwd: missing'],
    })
    expect(got(lockOfflinepwdRevoke, plain(''))).toEqual({ refused: ['expected text'] })
  })
})
