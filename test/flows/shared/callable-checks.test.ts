import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { lock } from '../../../src/flows/lock'
import { createHarness, type FlowHarness, type HarnessOptions } from '../support/flow-harness'
import { failureOf } from '../support/settle'

const STATUS = 'GET /v1.0/devices/{device_id}/status'
const PASSWORDS = 'GET /v1.0/devices/{device_id}/door-lock/temp-passwords'
const CREATE_ROUTE = 'POST /v1.0/devices/{device_id}/door-lock/temp-password'
const OFFLINE_PASSWORDS = 'tuya.m.device.lock.offlinepwd.list'
const REVOKE = 'doorLock.deleteOfflinePassword'

const checkOf = async (
  { clock }: Pick<FlowHarness, 'clock'>,
  work: PromiseLike<unknown>,
): Promise<string | undefined> => {
  const failure = await failureOf(clock, work)
  if (!isOutcomeUnknownError(failure)) throw failure
  const named = failure.check === undefined ? 'the lock' : `with ${failure.check}`
  expect(failure.message).toContain(`Check ${named} before`)
  return failure.check
}

const doorOf = (families: HarnessOptions['families']) => {
  const harness = createHarness({ lock: seed.locks.frontDoor, families })
  return { ...harness, door: lock(harness.panel, harness.deviceId, harness.options) }
}

describe('the check of an OutcomeUnknownError', () => {
  it.each([
    ['open-api', STATUS],
    ['mini-program', 'device.status'],
  ] as const)(
    'is an operation that a panel over %s sends, after a command',
    async (family, check) => {
      const harness = doorOf([family])
      Object.assign(harness.lock, { jammed: true })
      expect(await checkOf(harness, harness.door.unlock().done)).toBe(check)
    },
  )

  it.each([
    ['open-api', CREATE_ROUTE, PASSWORDS],
    ['mini-program', 'doorLock.createTemporaryPassword', 'doorLock.getTemporaryPasswordList'],
  ] as const)(
    'is an operation that a panel over %s sends, after a creation',
    async (family, create, check) => {
      const harness = doorOf([family])
      harness.simulator.faults.next(create, 'drop-before')
      const input = { name: 'Guest', toMs: harness.clock.now() + 86_400_000, password: '2468135' }
      expect(await checkOf(harness, harness.door.temporaryPasswords.create(input))).toBe(check)
    },
  )

  it.each([
    [['mini-program', 'panel'], OFFLINE_PASSWORDS],
    [['mini-program'], undefined],
  ] as const)(
    'names no operation of a family that the panel cannot send: %j',
    async (families, check) => {
      const harness = doorOf(families as readonly Family[])
      harness.simulator.faults.next(REVOKE, 'drop-after')
      const params = { device_id: harness.deviceId, password_id: '200000001' }
      expect(await checkOf(harness, harness.panel.apiRequest(REVOKE, params))).toBe(check)
    },
  )
})
