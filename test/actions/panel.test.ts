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

/** Encodes the parameters of a caller. */
const encodedParams = ({ params }: Action, given: unknown): unknown => {
  const decoded = params.decode(given)
  if (decoded._tag === 'Left') throw new Error('rejected')
  return params.encode(decoded.right)
}

/** Decodes an answer of the cloud. */
const decodedResult = ({ result }: Action, answer: unknown) => {
  const envelope = readEnvelope(answer)
  return reading(result, envelope.ok ? envelope.result : undefined)
}

const enveloped = (result: unknown) => ({ result, t: 1, success: true, status: 'ok' })
const swapped = (success: unknown) => ({ result: '1', t: 1, success, status: 'ok' })

it('panelActions exports each action under its name without the common prefix', () => {
  for (const [key, { name }] of Object.entries<Action>(panelActions)) {
    const own = name.replace(/^(tuya\.m\.device|tuya\.m|m\.smart)\./, '')
    expect(key).toBe(own.replace(/\.(.)/g, (_, first: string) => first.toUpperCase()))
  }
})

describe('panel members', () => {
  const member = { userId: '12', avatarUrl: '', userContact: '86-1', unlockList: ['password1'] }

  it.each([
    ['one member in the success field', swapped(member)],
    ['a list in the success field', swapped([member])],
    ['a list', enveloped([member])],
    ['one member', enveloped(member)],
    ['a list without an envelope', [member]],
  ])('are decoded to a list from %s', (_, answer) => {
    expect(decodedResult(memberList, answer)).toEqual({ value: [member] })
    expect(decodedResult(memberPanelList, answer)).toEqual({ value: [member] })
  })

  it('have a numeric type, decoded from text or from a number', () => {
    for (const userType of ['10', 10])
      expect(decodedResult(memberList, enveloped([{ ...member, userType }]))).toEqual({
        value: [{ ...member, userType: 10 }],
      })
  })

  it('have numeric data point ids and textual ids of unlocking methods', () => {
    const { unlockList: _, ...one } = member
    const of = (dpId: unknown, opModeId: unknown) => ({
      ...one,
      unlockDetail: [{ dpId, unlockList: [{ unlockId: '12-02', opModeId }] }],
    })
    expect(decodedResult(memberDetail, swapped(of('12', 9)))).toEqual({ value: of(12, '9') })
    expect(decodedResult(memberDetail, enveloped(of(12, '9')))).toEqual({ value: of(12, '9') })
  })

  it('are paged with the correct parameter name, also when the misspelt name is given', () => {
    expect(encodedParams(memberPanelList, { devId: 'door', offset: 0, linit: 50 })).toEqual({
      devId: 'door',
      offset: 0,
      limit: 50,
    })
  })
})

describe('panel unlocking methods', () => {
  const methods = [{ opmode: '1', unlockInfo: [{ unlockId: '1-01', unlockName: 'one' }] }]

  it.each([
    ['unlock.assignlist', unlockAssignlist],
    ['unlock.waitassign', unlockWaitassign],
  ])('are decoded to a list or a flag in %s, because the documents swap the two', (_, action) => {
    for (const answer of [enveloped(methods), methods, swapped(methods)])
      expect(decodedResult(action, answer)).toEqual({ value: methods })
    expect(decodedResult(action, enveloped(true))).toEqual({ value: true })
    expect(decodedResult(action, enveloped('false'))).toEqual({ value: false })
  })

  it.each([
    ['user.unlock.allocate', userUnlockAllocate],
    ['user.unlock.bind', userUnlockBind],
  ])('are assigned to a user by %s, one or several, in the form of the caller', (_, action) => {
    const one = { devId: 'door', userId: '1', unlockId: '1-01' }
    const several = { devId: 'door', userId: '1', unlockIds: ['1-1', '101-02'] }
    expect(encodedParams(action, one)).toEqual(one)
    expect(encodedParams(action, several)).toEqual(several)
    expect(reading(action.params, { ...one, ...several })).toEqual({
      refused: ['unlockIds: expected unlockId or unlockIds, not both'],
    })
  })

  it('can be rejected in an answer with success true', () => {
    expect(decodedResult(userUnlockBind, enveloped(false))).toEqual({ value: false })
  })

  it('have a duress alarm by the two parts of their id, also when dpValue is the whole id', () => {
    const halves = { devId: 'door', dpId: 1, dpValue: 2 }
    expect(encodedParams(scaleHijackingAddConfig, halves)).toEqual(halves)
    expect(
      encodedParams(scaleHijackingAddConfig, { ...halves, dpId: '1', dpValue: '1-2' }),
    ).toEqual(halves)
    expect(encodedParams(scaleHijackingAddConfig, { ...halves, dpValue: '1-02' })).toEqual(halves)
    expect(reading(scaleHijackingAddConfig.params, { ...halves, dpId: '1-2' })).toEqual({
      refused: ['dpId: expected a whole number'],
    })
  })
})

describe('panel records', () => {
  const query = { devId: 'door', dpIds: [1, 2], offset: 0, limit: 50 }

  it('are requested with empty texts for an open start and end, or without them', () => {
    const open = { ...query, startTime: '', endTime: '' }
    expect(encodedParams(scaleHistoryList, open)).toEqual(open)
    const bounded = { ...query, startTime: 1567079971, endTime: 1567079972000 }
    expect(encodedParams(scaleHistoryList, bounded)).toEqual(bounded)
    expect(encodedParams(scaleHistoryList, query)).toEqual(query)
  })
})

describe('panel temporary passwords', () => {
  const week = [{ allDay: false, effectiveTime: 450, invalidTime: 510, workingDay: 38 }]
  const created = {
    devId: 'door',
    password: '2E47',
    name: 'guest',
    effectiveTime: 1588132904,
    invalidTime: 1588133004,
    availTime: 0,
  }

  it('are encoded with their schedule as JSON text, and without an empty schedule', () => {
    expect(encodedParams(lockTemppwdCreate, { ...created, schedule: week })).toEqual({
      ...created,
      schedule: JSON.stringify(week),
    })
    expect(encodedParams(lockTemppwdCreate, { ...created, schedule: '' })).toEqual(created)
  })

  it('are decoded with a schedule from JSON text, a list or an empty text', () => {
    const listed = { name: '', effective: 3, phone: '', effectiveTime: 1, invalidTime: 2, sn: 7 }
    const withWeek = (scheduleDetails: unknown) => enveloped([{ ...listed, scheduleDetails }])
    const expected = { value: [{ ...listed, scheduleDetails: week }] }
    expect(decodedResult(lockTemppwdList, withWeek(week))).toEqual(expected)
    expect(decodedResult(lockTemppwdList, withWeek(JSON.stringify(week)))).toEqual(expected)
    expect(decodedResult(lockTemppwdList, withWeek(''))).toEqual({ value: [listed] })
  })

  it('are redacted in events', () => {
    expect(secretsOf(lockTemppwdCreate.params, created)).toEqual(['2E47'])
    expect(redact(lockTemppwdCreate.params, created)).not.toHaveProperty('password')
  })
})

describe('panel offline passwords', () => {
  it('have an availability flag that is decoded from text', () => {
    expect(decodedResult(lockOfflinepwdAvailable, enveloped('false'))).toEqual({ value: false })
    expect(decodedResult(lockOfflinepwdAvailable, enveloped('true'))).toEqual({ value: true })
  })

  it('keep the leading zeros of their ids, and encode other ids as numbers', () => {
    expect(decodedResult(lockOfflinepwdRevocable, enveloped([{ pwdId: '012123123' }]))).toEqual({
      value: [{ pwdId: '012123123' }],
    })
    const bound = { devId: 'door', pwdName: 'guest', mobile: '1' }
    expect(encodedParams(lockOfflinepwdBind, { ...bound, pwdId: '012' })).toMatchObject({
      pwdId: '012',
    })
    expect(encodedParams(lockOfflinepwdBind, { ...bound, pwdId: '12' })).toMatchObject({
      pwdId: 12,
    })
  })

  it('are requested in the types of the table, with times as numbers', () => {
    const query = { devId: 'door', pwdType: 0, gmtStart: '1568001081', gmtExpired: '0' }
    expect(encodedParams(lockOfflinepwdGet, query)).toEqual({
      devId: 'door',
      pwdType: '0',
      gmtStart: 1568001081,
      gmtExpired: 0,
    })
  })

  it('are redacted in events, together with the clearing code', () => {
    const offlinePassword = { pwd: '1234567890', pwdId: '3234' }
    expect(secretsOf(lockOfflinepwdGet.result, offlinePassword)).toEqual(['1234567890'])
    expect(redact(lockOfflinepwdGet.result, offlinePassword)).toEqual({ pwdId: '3234' })
    expect(secretsOf(lockOfflinepwdRevoke.result, '0123456789')).toEqual(['0123456789'])
    expect(redact(lockOfflinepwdRevoke.result, '0123456789')).toBeUndefined()
  })

  it('are rejected when the answer has no password', () => {
    expect(decodedResult(lockOfflinepwdGet, enveloped({ pwd: '', pwdId: '1' }))).toEqual({
      refused: ['pwd: missing'],
    })
    expect(decodedResult(lockOfflinepwdRevoke, enveloped(''))).toEqual({
      refused: ['expected text'],
    })
  })
})
