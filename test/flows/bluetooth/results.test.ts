import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { failureOf, settle } from '../support/settle'
import { atTheGate } from './at-the-gate'
import { handMadeLink, randomReportOf, readInstruction, reportOf } from './hand-made-link'

const motor = (value: unknown) => ({ lock_motor_state: value })

describe('the result byte of an instruction', () => {
  it.each([
    ['failed', 'failed'],
    ['wrong-master', 'wrong-master'],
    ['wrong-slave', 'wrong-slave'],
    ['wrong-operation', 'wrong-operation'],
  ] as const)('%s has a name, and is the end', async (result, reason) => {
    const { ble, clock } = atTheGate()
    const { link, sent, isHeard } = handMadeLink((hex) => [reportOf(hex, { result })])
    const error = await failureOf(clock, ble.open(link).done)
    expect(isLockError(error)).toBe(true)
    expect(error).toMatchObject({ reason, action: 'ble.open' })
    expect(sent).toHaveLength(1)
    expect(isHeard()).toBe(false)
  })

  it('without a name leaves the outcome open: it may mean that the bolt moves', async () => {
    const { ble, clock } = atTheGate()
    const { link, sent, isHeard } = handMadeLink((hex) => [reportOf(hex, { result: 0x6f })])
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'response',
    })
    expect([sent.length, isHeard()]).toEqual([1, false])
  })

  it.each(['failed', 'wrong-random', 'wrong-slave', 0x2a] as const)(
    '%s after the bolt told that it moved is no certain failure, and starts nothing over',
    async (result) => {
      const { ble, clock } = atTheGate()
      const { link, sent } = handMadeLink((hex) => [motor(true), reportOf(hex, { result })])
      expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ kind: 'outcome-unknown' })
      expect(sent).toHaveLength(1)
    },
  )

  it('is no certain failure either where one packet tells both', async () => {
    const { ble, clock } = atTheGate()
    const both = (hex: string) => [{ ...reportOf(hex, { result: 'failed' }), ...motor(true) }]
    const { link } = handMadeLink(both)
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ kind: 'outcome-unknown' })
  })

  it('ok after the bolt told that it moved is the result', async () => {
    const { ble, clock } = atTheGate()
    const { link } = handMadeLink((hex) => [motor(true), reportOf(hex)])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('wrong-random starts over with another one, and is an error the third time', async () => {
    const { ble, clock, orders } = atTheGate()
    const wrong = handMadeLink((hex) => [reportOf(hex, { result: 'wrong-random' })])
    expect(await failureOf(clock, ble.open(wrong.link).done)).toMatchObject({
      reason: 'wrong-random',
    })
    expect(new Set(wrong.sent.map((hex) => readInstruction(hex).random)).size).toBe(3)
    expect(orders()).toEqual(['make-instruction', 'make-instruction', 'make-instruction'])

    let tries = 0
    const once = handMadeLink((hex) => [
      reportOf(hex, { result: tries++ === 0 ? 'wrong-random' : 'ok' }),
    ])
    expect(await settle(clock, ble.open(once.link).done)).toMatchObject({ confirmedBy: 'report' })
    expect(once.sent).toHaveLength(2)
  })
})

describe('the result byte of a random', () => {
  it.each([
    ['wrong-master', 'wrong-master'],
    ['wrong-slave', 'wrong-slave'],
    ['wrong-random', 'wrong-random'],
    ['wrong-operation', 'wrong-operation'],
    ['full', 'full'],
    ['not-found', 'not-found'],
    [0x01, 'unknown-result'],
  ] as const)('%s has a name, and no instruction is made', async (result, reason) => {
    const { ble, clock, orders } = atTheGate()
    const { link, sent, isHeard } = handMadeLink(
      () => [],
      (command) => [randomReportOf(command, result)],
    )
    expect(await failureOf(clock, ble.close(link).done)).toMatchObject({ kind: 'lock', reason })
    expect([...sent, ...orders()]).toEqual([])
    expect(isHeard()).toBe(false)
  })
})

describe('a report', () => {
  it('of another user, of the other way, of an older order, or unreadable, is not the answer', async () => {
    const { ble, clock } = atTheGate()
    const { link } = handMadeLink((hex) => [
      reportOf(hex, { slaveId: '0009', result: 'failed' }),
      reportOf(hex, { operation: 'lock', result: 'failed' }),
      reportOf(hex, { random: '0'.repeat(16), result: 'failed' }),
      { ble_unlock_check: 'zz' },
      { beep_volume: 'mute' },
      reportOf(hex),
    ])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('has no room for a random of 32 digits: it is known by the rest', async () => {
    const { ble, clock, lock } = atTheGate()
    Object.assign(lock.ble ?? {}, { random: '760a57c866b113f63ef702bb2e914ad4', randomIsSet: true })
    const { link } = handMadeLink(() => [
      { ble_unlock_check: `0001ffff760a57c866b113f6006a0000000000` },
      { ble_unlock_check: `0001ffff760a57c866b113f6016a0000000000` },
    ])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('of the bolt alone counts where no result comes', async () => {
    const { ble, clock } = atTheGate()
    const { link, isHeard } = handMadeLink(() => [motor(true)])
    const begun = clock.now()
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'bolt' })
    expect(clock.now() - begun).toBeGreaterThanOrEqual(15_000)
    expect(isHeard()).toBe(false)
  })

  it('of a bolt that is where it was not wanted counts for nothing', async () => {
    const { ble, clock } = atTheGate()
    const { link, sent } = handMadeLink(() => [motor(true), motor('zz')])
    expect(await failureOf(clock, ble.close(link).done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'timeout',
    })
    expect(sent).toHaveLength(1)
  })

  it('that a random was taken is awaited for its own user', async () => {
    const { ble, clock, orders } = atTheGate()
    const { link } = handMadeLink(
      () => [],
      () => [{ check_code_set: `0009ffff${'0'.repeat(16)}00ffff00` }, { check_code_set: 7 }],
    )
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'no-report' })
    expect(orders()).toEqual([])
  })
})
