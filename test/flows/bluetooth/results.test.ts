import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { failureOf, settle } from '../support/settle'
import { createBleHarness } from './ble-harness'
import { createScriptedLink, randomReportOf, readInstruction, reportOf } from './scripted-link'

const motor = (value: unknown) => ({ lock_motor_state: value })

describe('the result byte of a Bluetooth instruction', () => {
  it.each([
    ['failed', 'failed'],
    ['wrong-master', 'wrong-master'],
    ['wrong-slave', 'wrong-slave'],
    ['wrong-operation', 'wrong-operation'],
  ] as const)('ends the attempt with its name if it is %s', async (result, reason) => {
    const { ble, clock } = createBleHarness()
    const { link, sent, isSubscribed } = createScriptedLink((hex) => [reportOf(hex, { result })])
    const error = await failureOf(clock, ble.open(link).done)
    expect(isLockError(error)).toBe(true)
    expect(error).toMatchObject({ reason, action: 'ble.open' })
    expect(sent).toHaveLength(1)
    expect(isSubscribed()).toBe(false)
  })

  it('makes the outcome unknown if the vendor does not document it', async () => {
    const { ble, clock } = createBleHarness()
    const { link, sent, isSubscribed } = createScriptedLink((hex) => [
      reportOf(hex, { result: 0x6f }),
    ])
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'response',
    })
    expect([sent.length, isSubscribed()]).toEqual([1, false])
  })

  it.each(['failed', 'wrong-random', 'wrong-slave', 0x2a] as const)(
    'makes the outcome unknown if it is %s after the lock reported that its bolt moved, and nothing is resent',
    async (result) => {
      const { ble, clock } = createBleHarness()
      const { link, sent } = createScriptedLink((hex) => [motor(true), reportOf(hex, { result })])
      expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ kind: 'outcome-unknown' })
      expect(sent).toHaveLength(1)
    },
  )

  it('makes the outcome unknown if it is a failure in the same packet as the moved bolt', async () => {
    const { ble, clock } = createBleHarness()
    const both = (hex: string) => [{ ...reportOf(hex, { result: 'failed' }), ...motor(true) }]
    const { link } = createScriptedLink(both)
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ kind: 'outcome-unknown' })
  })

  it('confirms the attempt if it is ok after the lock reported that its bolt moved', async () => {
    const { ble, clock } = createBleHarness()
    const { link } = createScriptedLink((hex) => [motor(true), reportOf(hex)])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('starts over with another random number if it is wrong-random, and fails the third time', async () => {
    const { ble, clock, commands } = createBleHarness()
    const rejecting = createScriptedLink((hex) => [reportOf(hex, { result: 'wrong-random' })])
    expect(await failureOf(clock, ble.open(rejecting.link).done)).toMatchObject({
      reason: 'wrong-random',
    })
    expect(new Set(rejecting.sent.map((hex) => readInstruction(hex).random)).size).toBe(3)
    expect(commands()).toEqual(['make-instruction', 'make-instruction', 'make-instruction'])

    let sentCount = 0
    const once = createScriptedLink((hex) => [
      reportOf(hex, { result: sentCount++ === 0 ? 'wrong-random' : 'ok' }),
    ])
    expect(await settle(clock, ble.open(once.link).done)).toMatchObject({ confirmedBy: 'report' })
    expect(once.sent).toHaveLength(2)
  })
})

describe('the result byte of a Bluetooth random number', () => {
  it.each([
    ['wrong-master', 'wrong-master'],
    ['wrong-slave', 'wrong-slave'],
    ['wrong-random', 'wrong-random'],
    ['wrong-operation', 'wrong-operation'],
    ['full', 'full'],
    ['not-found', 'not-found'],
    [0x01, 'unknown-result'],
  ] as const)(
    'ends the attempt if it is %s, and no instruction is fetched',
    async (result, reason) => {
      const { ble, clock, commands } = createBleHarness()
      const { link, sent, isSubscribed } = createScriptedLink(
        () => [],
        (command) => [randomReportOf(command, result)],
      )
      expect(await failureOf(clock, ble.close(link).done)).toMatchObject({ kind: 'lock', reason })
      expect([...sent, ...commands()]).toEqual([])
      expect(isSubscribed()).toBe(false)
    },
  )
})

describe('a Bluetooth report', () => {
  it('is ignored if it is for another user, operation or random number, or unreadable', async () => {
    const { ble, clock } = createBleHarness()
    const { link } = createScriptedLink((hex) => [
      reportOf(hex, { slaveId: '0009', result: 'failed' }),
      reportOf(hex, { operation: 'lock', result: 'failed' }),
      reportOf(hex, { random: '0'.repeat(16), result: 'failed' }),
      { ble_unlock_check: 'zz' },
      { beep_volume: 'mute' },
      reportOf(hex),
    ])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('is matched without the random number if that has 32 digits', async () => {
    const { ble, clock, lock } = createBleHarness()
    Object.assign(lock.ble ?? {}, { random: '760a57c866b113f63ef702bb2e914ad4', randomIsSet: true })
    const { link } = createScriptedLink(() => [
      { ble_unlock_check: `0001ffff760a57c866b113f6006a0000000000` },
      { ble_unlock_check: `0001ffff760a57c866b113f6016a0000000000` },
    ])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
  })

  it('of the bolt confirms the attempt if no result arrives', async () => {
    const { ble, clock } = createBleHarness()
    const { link, isSubscribed } = createScriptedLink(() => [motor(true)])
    const startMs = clock.now()
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'bolt' })
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(15_000)
    expect(isSubscribed()).toBe(false)
  })

  it('of a bolt in the other position confirms nothing', async () => {
    const { ble, clock } = createBleHarness()
    const { link, sent } = createScriptedLink(() => [motor(true), motor('zz')])
    expect(await failureOf(clock, ble.close(link).done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'timeout',
    })
    expect(sent).toHaveLength(1)
  })

  it('of a random number is ignored if it is for another user', async () => {
    const { ble, clock, commands } = createBleHarness()
    const { link } = createScriptedLink(
      () => [],
      () => [{ check_code_set: `0009ffff${'0'.repeat(16)}00ffff00` }, { check_code_set: 7 }],
    )
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'no-report' })
    expect(commands()).toEqual([])
  })
})
