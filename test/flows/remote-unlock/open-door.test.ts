import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { passwordTicket } from '../../../actions/mini-program/door-lock/password-ticket'
import { seed } from '../../../simulator'
import type { Scheduler } from '../../../src/core/clock'
import { OutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { TransportError } from '../../../src/core/errors/transport-error'
import { handle } from '../../../src/core/panel/handle'
import type { PasswordCipher } from '../../../src/crypto/password-cipher'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import type { RemoteUnlockAttempt } from '../../../src/flows/remote-unlock/types'
import { failureOf, pass, settle } from '../support/settle'
import { atDoor, havePassword, ordersOf, stepsOf } from './door'
import { unsteady } from './unsteady'

const { garage, frontDoor } = seed.locks
const families = ['mini-program'] as const
const PIN = '204060'

const atGarage = (dataPoints: boolean, cipher?: PasswordCipher) => {
  const stage = atDoor(
    { lock: garage, families, dataPoints },
    cipher === undefined ? {} : { passwordCipher: cipher },
  )
  havePassword(stage, PIN)
  return stage
}

describe('opening a Zigbee lock with a password', () => {
  it.each([true, false])('is one order with a fresh ticket', async (dataPoints) => {
    const stage = atGarage(dataPoints)
    const attempt = stage.door.openDoor({ password: PIN })
    const steps = stepsOf(attempt)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({
      reportedBy: dataPoints ? 'data-points' : 'status',
    })
    expect(steps.slice(0, 3)).toEqual(['checking', 'ticket', 'sending'])
    expect(stage.simulator.journal).toMatchObject([
      { command: 'unlock', action: 'doorLock.openDoor' },
    ])
    expect(JSON.stringify(stage.events)).not.toContain(PIN)
  })

  it('fails as the cloud says where the password is wrong', async () => {
    const stage = atGarage(true)
    const error = await failureOf(stage.clock, stage.door.openDoor({ password: '111111' }).done)
    expect(error).toMatchObject({ kind: 'vendor', code: 2315 })
    expect(ordersOf(stage)).toEqual([])
  })

  it('wants six digits and a cipher, and names no value', async () => {
    const stage = atGarage(true)
    const openDoor = stage.door.openDoor as (given?: unknown) => RemoteUnlockAttempt
    for (const given of [undefined, null, {}, { password: 204060 }])
      expect(await failureOf(stage.clock, openDoor(given).done)).toMatchObject({
        kind: 'params',
        issues: [{ path: 'password' }],
      })
    for (const password of ['', '1234567', '12345a', '20406 '])
      expect(await failureOf(stage.clock, stage.door.openDoor({ password }).done)).toMatchObject({
        kind: 'params',
        action: 'remoteUnlock.openDoor',
        issues: [{ path: 'password', message: 'expected 6 digits' }],
      })
    const { passwordCipher: _, ...options } = stage.options
    const plain = remoteUnlock(stage.panel, stage.deviceId, options)
    expect(await failureOf(stage.clock, plain.openDoor({ password: PIN }).done)).toMatchObject({
      kind: 'unsupported',
      action: 'remoteUnlock.openDoor',
      message: expect.stringContaining('passwordCipher'),
    })
    expect(stage.steps).toEqual([])
  })

  it('needs its own switch', async () => {
    const stage = atGarage(true)
    await settle(stage.clock, stage.door.setRemoteUnlock(false, 'with-password'))
    expect(await failureOf(stage.clock, stage.door.openDoor({ password: PIN }).done)).toMatchObject(
      { kind: 'lock', reason: 'switched-off' },
    )
    await settle(stage.clock, stage.door.unlock().done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('is for Zigbee locks alone', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    expect(await failureOf(stage.clock, stage.door.openDoor({ password: PIN }).done)).toMatchObject(
      { kind: 'unsupported', action: 'remoteUnlock.openDoor' },
    )
  })

  it('is one wish for the same password, and busy for another one', async () => {
    const stage = atGarage(true)
    const first = stage.door.openDoor({ password: PIN })
    expect(stage.door.openDoor({ password: PIN })).toBe(first)
    for (const other of [stage.door.openDoor({ password: '111111' }), stage.door.unlock()])
      expect(await failureOf(stage.clock, other.done)).toMatchObject({ reason: 'busy' })
    await settle(stage.clock, first.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })
})

describe('a cipher of the app', () => {
  it('may fail with anything: nothing was sent, and its words are not passed on', async () => {
    for (const fail of [
      () => Promise.reject(new Error(`no key for ${PIN}`)),
      () => {
        throw PIN
      },
    ]) {
      const stage = atGarage(true, { encrypt: fail })
      const error = await failureOf(stage.clock, stage.door.openDoor({ password: PIN }).done)
      expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
      expect(String(error) + JSON.stringify(error)).not.toContain(PIN)
      expect(stage.steps).not.toContain('doorLock.openDoor')
    }
  })

  it('may take longer than the ticket lasts: another one is fetched', async () => {
    const slowAtFirst = (cipher: PasswordCipher | undefined, scheduler: Scheduler) => {
      let times = 0
      return async (ticket: { ticket_key: string }, password: string) => {
        const waitMs = times++ === 0 ? 14_000 : 0
        await new Promise<void>((resolve) => scheduler.schedule(resolve, waitMs))
        return (await cipher?.encrypt(ticket, password)) ?? ''
      }
    }
    const lastsTwentySeconds = handle(passwordTicket, (params, { send }) =>
      send(params).pipe(map((ticket) => ({ ...ticket, expire_time: 20 }))),
    )
    const stage = unsteady(garage, { handlers: [lastsTwentySeconds] })
    havePassword(stage, PIN)
    const encrypt = slowAtFirst(stage.options.passwordCipher, stage.clock.scheduler)
    const door = remoteUnlock(stage.panel, stage.deviceId, {
      ...stage.options,
      passwordCipher: { encrypt },
    })
    await settle(stage.clock, door.openDoor({ password: PIN }).done)
    expect(stage.simulator.world.tickets.map(({ spent }) => spent)).toEqual([false, true])
  })

  it('may never answer: the attempt ends in time, and can be cancelled', async () => {
    const stage = atGarage(true, { encrypt: () => new Promise(() => {}) })
    const openDoor = (timeoutMs: number) => stage.door.openDoor({ password: PIN, timeoutMs })
    expect(await failureOf(stage.clock, openDoor(30_000).done)).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
      reason: expect.stringContaining('the password cipher did not answer in time'),
    })
    expect(stage.timers.now).toBe(0)
    expect(await failureOf(stage.clock, openDoor(5_000).done)).toMatchObject({
      kind: 'timeout',
      delivery: 'not-sent',
    })
    expect(stage.timers.now).toBe(0)
    const cancelled = openDoor(30_000)
    await pass(stage.clock, 1_000)
    cancelled.cancel()
    expect(await failureOf(stage.clock, cancelled.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(stage.timers.now).toBe(0)
  })

  it('may order something of its own, and lose the answer: the door has no order all the same', async () => {
    const origin = { action: 'server.encrypt' }
    const lost = new TransportError(origin, { delivery: 'unknown', reason: 'the line broke' })
    for (const error of [lost, new OutcomeUnknownError(origin, lost, undefined)]) {
      const stage = atGarage(true, { encrypt: () => Promise.reject(error) })
      const failure = await failureOf(stage.clock, stage.door.openDoor({ password: PIN }).done)
      expect(failure).toMatchObject({
        kind: 'transport',
        action: 'remoteUnlock.openDoor',
        delivery: 'not-sent',
      })
      expect(stage.steps).not.toContain('doorLock.openDoor')
    }
  })

  it('that gives the digits themselves is not believed', async () => {
    const stage = atGarage(true, { encrypt: (_, password) => Promise.resolve(password) })
    const error = await failureOf(stage.clock, stage.door.openDoor({ password: PIN }).done)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(String(error)).not.toContain(PIN)
    expect(stage.steps).not.toContain('doorLock.openDoor')
  })
})
