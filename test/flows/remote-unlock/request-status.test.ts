import { describe, expect, it } from 'vitest'
import {
  isExpired,
  isNewReport,
  type RequestStatus,
  readStatus,
  readWithTime,
  secondsOf,
} from '../../../src/flows/remote-unlock/request-status'
import type { LockContext } from '../../../src/flows/shared/lock-context'

const UPDATED_S = 1_000
const TIME = 'timer.currentTime'
const { signal } = new AbortController()

/** A cloud whose time is `nowMs`; without it, the panel has no operation for the time. */
const cloudAt = (nowMs?: number | Error) => {
  const sent: (readonly [name: string, options: object])[] = []
  const context = {
    supports: (name: string) => name === TIME && nowMs !== undefined,
    call: async (name: string, _: object, options: object) => {
      sent.push([name, options])
      if (nowMs instanceof Error) throw nowMs
      return nowMs
    },
  } as unknown as LockContext
  return { context, sent }
}

const requestOf = (seconds: number | undefined, updatedS?: number): RequestStatus => ({
  seconds,
  others: '[]',
  ...(updatedS !== undefined && { updatedS }),
})

describe('a request that the cloud shows', () => {
  const lastMs = (UPDATED_S + 1 + 30) * 1_000

  it.each([
    ['30 seconds after the end of the second in which the lock reported it', lastMs, false],
    ['one millisecond later', lastMs + 1, true],
    ['at a time that cannot be read', new Error('no time'), false],
  ])('has or has not expired %s', async (_, nowMs, expected) => {
    const { context, sent } = cloudAt(nowMs)
    expect(await isExpired(context, requestOf(30, UPDATED_S), { signal })).toBe(expected)
    expect(sent).toEqual([[TIME, { signal, deadlineMs: 10_000 }]])
  })

  it.each([
    ['of no seconds', requestOf(0, UPDATED_S), Number.MAX_SAFE_INTEGER],
    ['without a number', requestOf(undefined, UPDATED_S), Number.MAX_SAFE_INTEGER],
    ['whose age the cloud does not return', requestOf(30), Number.MAX_SAFE_INTEGER],
    ['on a panel that cannot read the time', requestOf(30, UPDATED_S), undefined],
  ])('has not expired, and needs no time of the cloud, %s', async (_, request, nowMs) => {
    const { context, sent } = cloudAt(nowMs)
    expect(await isExpired(context, request, { signal })).toBe(false)
    expect(sent).toEqual([])
  })
})

describe('a read of the status after another one', () => {
  const before: RequestStatus = { seconds: 30, updatedS: UPDATED_S, others: 'closed' }
  const later: RequestStatus = { ...before, updatedS: UPDATED_S + 1 }
  const { updatedS: _, ...undated } = before

  it.each([
    ['another number', { ...before, seconds: 20 }, before, false, true],
    ['the end of the request', { ...before, seconds: 0 }, before, false, true],
    ['the same number at the same time', before, before, false, false],
    ['the same number at a later time', later, before, false, true],
    [
      'no request at a later time',
      { ...later, seconds: 0 },
      { ...before, seconds: 0 },
      false,
      false,
    ],
    [
      'the same number at a later time, with another value changed',
      { ...later, others: 'open' },
      before,
      false,
      false,
    ],
    ['the same, after an answer of this panel', { ...later, others: 'open' }, before, true, true],
    ['the same number at the same time, after an answer', before, before, true, false],
    ['the same number, without a time before', later, undated, true, false],
    ['the same number, without a time after', undated, before, true, false],
  ] as const)('has a new report or not: %s', (_title, status, previous, isAnswered, expected) => {
    expect(isNewReport(previous, status, isAnswered)).toBe(expected)
  })
})

describe('the number of seconds of a request', () => {
  it.each([
    [0, 0],
    [29.2, 30],
    [3_600, 3_600],
    [3_601, undefined],
    [-1, undefined],
    ['30', undefined],
    [undefined, undefined],
  ])('of %j is %j', (value, expected) => {
    expect(secondsOf(value)).toBe(expected)
  })
})

describe('the request in a status', () => {
  const motor = { code: 'lock_motor_state', value: false }
  const request = { code: 'unlock_request', value: 30 }
  const contextOf = (status: readonly object[], updatedS: number | undefined) =>
    ({
      deviceId: 'door',
      supports: (name: string) =>
        name === 'device.status' || (name === 'device.getListByIds' && updatedS !== undefined),
      call: async (name: string) =>
        name === 'device.status' ? status : [{ id: 'door', status, update_time: updatedS }],
    }) as unknown as LockContext

  it('is the number under its code, apart from the other values', async () => {
    expect(await readStatus(contextOf([motor, request], undefined), {})).toEqual({
      seconds: 30,
      updatedS: undefined,
      others: JSON.stringify([motor]),
    })
  })

  it('has the time of the last report where the panel can read it', async () => {
    const context = contextOf([motor, request], UPDATED_S)
    expect(await readWithTime(context, {})).toMatchObject({ seconds: 30, updatedS: UPDATED_S })
    expect(await readStatus(context, {})).toMatchObject({ seconds: 30, updatedS: undefined })
  })

  it('has no number if the lock has not reported one', async () => {
    expect(await readStatus(contextOf([motor], undefined), {})).toMatchObject({
      seconds: undefined,
    })
  })
})
