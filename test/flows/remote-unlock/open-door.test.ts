import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { passwordTicket } from '../../../actions/mini-program/door-lock/password-ticket'
import { seed } from '../../../simulator'
import type { Clock } from '../../../src/core/clock'
import { OutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { TransportError } from '../../../src/core/errors/transport-error'
import { handle } from '../../../src/core/panel/handle'
import type { PasswordCipher } from '../../../src/crypto/password-cipher'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { RemoteUnlockAttempt } from '../../../src/flows/remote-unlock/types'
import { failureOf, pass, settle } from '../support/settle'
import { collectSteps, commandsOf, createDoorHarness, storePassword } from './door-harness'
import { createUnreliableHarness } from './unreliable-harness'

const { garage, frontDoor } = seed.locks
const families = ['mini-program'] as const
const PIN = '204060'

const atGarage = (dataPoints: boolean, cipher?: PasswordCipher) => {
  const harness = createDoorHarness(
    { lock: garage, families, dataPoints },
    cipher === undefined ? {} : { passwordCipher: cipher },
  )
  storePassword(harness, PIN)
  return harness
}

describe('openDoor', () => {
  it.each([true, false])(
    'sends one command with a new ticket to a Zigbee lock (data points: %s)',
    async (dataPoints) => {
      const harness = atGarage(dataPoints)
      const attempt = harness.door.openDoor({ password: PIN })
      const steps = collectSteps(attempt)
      expect(await settle(harness.clock, attempt.done)).toMatchObject({
        reportedBy: dataPoints ? 'data-points' : 'status',
      })
      expect(steps.slice(0, 3)).toEqual(['checking', 'ticket', 'sending'])
      expect(harness.simulator.journal).toMatchObject([
        { command: 'unlock', action: 'doorLock.openDoor' },
      ])
      expect(JSON.stringify(harness.events)).not.toContain(PIN)
    },
  )

  it('fails with the error of the cloud if the password is wrong', async () => {
    const harness = atGarage(true)
    const error = await failureOf(harness.clock, harness.door.openDoor({ password: '111111' }).done)
    expect(error).toMatchObject({ kind: 'vendor', code: 2315 })
    expect(commandsOf(harness)).toEqual([])
  })

  it('rejects a password without six digits and a lock without a cipher, and reveals no value', async () => {
    const harness = atGarage(true)
    const openDoor = harness.door.openDoor as (input?: unknown) => RemoteUnlockAttempt
    for (const input of [undefined, null, {}, { password: 204060 }])
      expect(await failureOf(harness.clock, openDoor(input).done)).toMatchObject({
        kind: 'params',
        issues: [{ path: 'password' }],
      })
    for (const password of ['', '1234567', '12345a', '20406 '])
      expect(
        await failureOf(harness.clock, harness.door.openDoor({ password }).done),
      ).toMatchObject({
        kind: 'params',
        action: 'remoteUnlock.openDoor',
        issues: [{ path: 'password', message: 'expected 6 digits' }],
      })
    const { passwordCipher: _, ...options } = harness.options
    const withoutCipher = remoteUnlock(harness.panel, harness.deviceId, options)
    expect(
      await failureOf(harness.clock, withoutCipher.openDoor({ password: PIN }).done),
    ).toMatchObject({
      kind: 'unsupported',
      action: 'remoteUnlock.openDoor',
      message: expect.stringContaining('passwordCipher'),
    })
    expect(harness.steps).toEqual([])
  })

  it('is blocked by its own switch, which does not block `unlock`', async () => {
    const harness = atGarage(true)
    await settle(harness.clock, harness.door.setRemoteUnlock(false, 'with-password'))
    expect(
      await failureOf(harness.clock, harness.door.openDoor({ password: PIN }).done),
    ).toMatchObject({ kind: 'lock', reason: 'switched-off' })
    await settle(harness.clock, harness.door.unlock().done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('is not supported by a Wi-Fi lock', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    expect(
      await failureOf(harness.clock, harness.door.openDoor({ password: PIN }).done),
    ).toMatchObject({ kind: 'unsupported', action: 'remoteUnlock.openDoor' })
  })

  it('returns the running attempt for the same password, and fails with "busy" for another one', async () => {
    const harness = atGarage(true)
    const first = harness.door.openDoor({ password: PIN })
    expect(harness.door.openDoor({ password: PIN })).toBe(first)
    for (const other of [harness.door.openDoor({ password: '111111' }), harness.door.unlock()])
      expect(await failureOf(harness.clock, other.done)).toMatchObject({ reason: 'busy' })
    await settle(harness.clock, first.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })
})

describe('the password cipher of the app', () => {
  it('may fail with any value: nothing is sent, and its message is not passed on', async () => {
    for (const fail of [
      () => Promise.reject(new Error(`no key for ${PIN}`)),
      () => {
        throw PIN
      },
    ]) {
      const harness = atGarage(true, { encrypt: fail })
      const error = await failureOf(harness.clock, harness.door.openDoor({ password: PIN }).done)
      expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
      expect(String(error) + JSON.stringify(error)).not.toContain(PIN)
      expect(harness.steps).not.toContain('doorLock.openDoor')
    }
  })

  it('may take longer than the ticket is valid: openDoor fetches another one', async () => {
    const slowAtFirst = (cipher: PasswordCipher | undefined, scheduler: Clock) => {
      let calls = 0
      return async (ticket: { ticket_key: string }, password: string) => {
        const waitMs = calls++ === 0 ? 14_000 : 0
        await new Promise<void>((resolve) => scheduler.schedule(resolve, waitMs))
        return (await cipher?.encrypt(ticket, password)) ?? ''
      }
    }
    const validForTwentySeconds = handle(passwordTicket, (params, { send }) =>
      send(params).pipe(map((ticket) => ({ ...ticket, expire_time: 20 }))),
    )
    const harness = createUnreliableHarness(garage, { handlers: [validForTwentySeconds] })
    storePassword(harness, PIN)
    const encrypt = slowAtFirst(harness.options.passwordCipher, harness.clock)
    const door = remoteUnlock(harness.panel, harness.deviceId, {
      ...harness.options,
      passwordCipher: { encrypt },
    })
    await settle(harness.clock, door.openDoor({ password: PIN }).done)
    expect(harness.simulator.world.tickets.map(({ spent }) => spent)).toEqual([false, true])
  })

  it('may never resolve: the attempt ends in time, and can be cancelled', async () => {
    const harness = atGarage(true, { encrypt: () => new Promise(() => {}) })
    const openDoorWithin = (timeoutMs: number) =>
      harness.door.openDoor({ password: PIN, timeoutMs })
    expect(await failureOf(harness.clock, openDoorWithin(30_000).done)).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
      reason: expect.stringContaining('the password cipher did not answer in time'),
    })
    expect(harness.timers.now).toBe(0)
    expect(await failureOf(harness.clock, openDoorWithin(5_000).done)).toMatchObject({
      kind: 'timeout',
      delivery: 'not-sent',
    })
    expect(harness.timers.now).toBe(0)
    const cancelled = openDoorWithin(30_000)
    await pass(harness.clock, 1_000)
    cancelled.cancel()
    expect(await failureOf(harness.clock, cancelled.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(harness.timers.now).toBe(0)
  })

  it('may lose the answer to a request of its own: the command is still not sent', async () => {
    const origin = { action: 'server.encrypt' }
    const lost = new TransportError(origin, { delivery: 'unknown', reason: 'the connection broke' })
    for (const error of [lost, new OutcomeUnknownError(origin, lost, undefined)]) {
      const harness = atGarage(true, { encrypt: () => Promise.reject(error) })
      const failure = await failureOf(harness.clock, harness.door.openDoor({ password: PIN }).done)
      expect(failure).toMatchObject({
        kind: 'transport',
        action: 'remoteUnlock.openDoor',
        delivery: 'not-sent',
      })
      expect(harness.steps).not.toContain('doorLock.openDoor')
    }
  })

  it('is rejected if it returns the PIN itself', async () => {
    const harness = atGarage(true, { encrypt: (_, password) => Promise.resolve(password) })
    const error = await failureOf(harness.clock, harness.door.openDoor({ password: PIN }).done)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(String(error)).not.toContain(PIN)
    expect(harness.steps).not.toContain('doorLock.openDoor')
  })
})
