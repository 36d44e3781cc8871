import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../../simulator'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { call, codeOf, frontDoor, garage, type Params, simulated, ticketFor } from '../client'

type Family = 'mini-program' | 'open-api'

const door = '/v1.0/devices/{device_id}/door-lock'
const twins = {
  create: ['doorLock.createTemporaryPassword', `POST ${door}/temp-password`],
  change: [
    'doorLock.modifyTemporaryPassword',
    `PUT ${door}/temp-passwords/{password_id}/modify-password`,
  ],
  remove: ['doorLock.deleteTemporaryPassword', `DELETE ${door}/temp-passwords/{password_id}`],
  unlock: ['doorLock.passwordFreeOpen', `POST ${door}/password-free/open-door`],
  enter: ['doorLock.openDoor', `POST ${door}/open-door`],
  switch: ['doorLock.remoteUnlockConfig', `POST ${door}/remote-unlock/config`],
  control: ['device.control', 'POST /v1.0/devices/{device_id}/commands'],
} as const

const nameIn = (family: Family, twin: keyof typeof twins): string =>
  twins[twin][family === 'mini-program' ? 0 : 1]

type Step = (simulator: Simulator, family: Family, deviceId: string) => number | undefined

const pinOf = (deviceId: string, index: number) =>
  String(index).repeat(deviceId === garage.id ? 6 : 7)

const encrypted = (simulator: Simulator, deviceId: string, index: number): Params => {
  const { ticket_id, sessionKey } = ticketFor(simulator, deviceId)
  const password = encryptPassword(pinOf(deviceId, index), sessionKey)
  return { device_id: deviceId, password, password_type: 'ticket', ticket_id }
}

const fieldsOf = (simulator: Simulator, deviceId: string, index: number): Params => {
  const now = Math.floor(simulator.clock.now() / 1000)
  return {
    ...encrypted(simulator, deviceId, index),
    name: `Guest ${index}`,
    effective_time: now,
    invalid_time: now + 86_400,
    type: 0,
  }
}

/** The id of a password of the lock; one that does not exist for an index beyond the last. */
const idAt = ({ world }: Simulator, deviceId: string, index: number): string =>
  world.temporaryPasswords.filter(({ lockId }) => lockId === deviceId)[index]?.id ?? '999999999'

const index = fc.integer({ min: 0, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  index.map(
    (at): Step =>
      (simulator, family, deviceId) =>
        codeOf(simulator, nameIn(family, 'create'), fieldsOf(simulator, deviceId, at)),
  ),
  fc.tuple(index, index).map(
    ([at, pin]): Step =>
      (simulator, family, deviceId) =>
        codeOf(simulator, nameIn(family, 'change'), {
          ...fieldsOf(simulator, deviceId, pin),
          password_id: idAt(simulator, deviceId, at + 1),
        }),
  ),
  index.map(
    (at): Step =>
      (simulator, family, deviceId) =>
        codeOf(simulator, nameIn(family, 'remove'), {
          device_id: deviceId,
          // The first password of the front door has expired, where the two families differ.
          password_id: idAt(simulator, deviceId, at + 1),
        }),
  ),
  index.map(
    (at): Step =>
      (simulator, family, deviceId) =>
        codeOf(simulator, nameIn(family, 'enter'), encrypted(simulator, deviceId, at)),
  ),
  fc.constant<Step>((simulator, family, deviceId) =>
    codeOf(simulator, nameIn(family, 'unlock'), {
      device_id: deviceId,
      ticket_id: ticketFor(simulator, deviceId).ticket_id,
    }),
  ),
  fc.tuple(fc.constantFrom('remoteUnlockWithPwd', 'remoteUnlockWithoutPwd'), fc.boolean()).map(
    ([remote_unlock_type, open]): Step =>
      (simulator, family, device_id) =>
        codeOf(simulator, nameIn(family, 'switch'), { device_id, remote_unlock_type, open }),
  ),
  fc.tuple(fc.constantFrom('beep_volume', 'lock_motor_state', 'hijack'), fc.boolean()).map(
    ([code, value]): Step =>
      (simulator, family, device_id) =>
        codeOf(simulator, nameIn(family, 'control'), { device_id, commands: [{ code, value }] }),
  ),
  fc.boolean().map(
    (online): Step =>
      (simulator, _, deviceId) => {
        simulator.lock(deviceId).online = online
        return undefined
      },
  ),
  fc.integer({ min: 0, max: 3_000 }).map(
    (ms): Step =>
      ({ clock }) => {
        clock.advance(ms)
        return undefined
      },
  ),
)

/** A world without what names the operation that changed it. */
const comparable = ({ world, journal }: Simulator) => ({
  locks: world.locks,
  log: world.log,
  passwords: world.temporaryPasswords.map(
    ({ command: { action: _, ...command }, ...password }) => ({
      ...password,
      command,
    }),
  ),
  journal: journal.map(({ action: _, ...entry }) => entry),
})

const locks = fc.constantFrom(frontDoor.id, garage.id)
const steps = fc.array(step, { minLength: 1, maxLength: 12 })

describe('the routes that real clients use', () => {
  it('have the same effect on the world as their mini-program twins', () => {
    fc.assert(
      fc.property(locks, steps, (deviceId, sequence) => {
        const [mini, routes] = (['mini-program', 'open-api'] as const).map((family) => {
          const simulator = simulated({ random: () => 0.5 })
          const codes = sequence.map((run) => run(simulator, family, deviceId))
          return { codes, ...comparable(simulator) }
        })
        expect(routes).toEqual(mini)
      }),
      { numRuns: 60 },
    )
  })

  it('read the same world as their mini-program twins, whichever family changed it', () => {
    const families = fc.array(fc.constantFrom<Family>('mini-program', 'open-api'), {
      minLength: 12,
      maxLength: 12,
    })
    fc.assert(
      fc.property(locks, steps, families, (device_id, sequence, chosen) => {
        const simulator = simulated()
        sequence.forEach((run, at) => {
          run(simulator, chosen[at] ?? 'open-api', device_id)
        })
        const page = { page_no: 1, page_size: 100 }
        const always = { start_time: 0, end_time: 0, ...page }
        const passwords = { device_id, valid: true }
        expect(call(simulator, `GET ${door}/temp-passwords`, passwords)).toEqual(
          call<Params[]>(simulator, 'doorLock.getTemporaryPasswordList', passwords).map(
            ({ password_id, ...row }) => ({ ...row, id: password_id }),
          ),
        )
        expect(call(simulator, 'GET /v1.0/devices/{device_id}/status', { device_id })).toEqual(
          call(simulator, 'device.status', { device_id }),
        )
        expect(call(simulator, `GET ${door}/remote-unlocks`, { device_id })).toEqual(
          call<Params[]>(simulator, 'doorLock.remoteUnlocks', { device_id }).map(
            ({ device_id: _, ...row }) => row,
          ),
        )
        const openings = call<{ logs: Params[] }>(simulator, `GET ${door}/open-logs`, {
          device_id,
          ...always,
        })
        const twin = call<{ logs: Params[] }>(simulator, 'doorLock.openingLogs', {
          device_id,
          ...always,
        })
        expect(
          openings.logs.map(({ update_time }) => Math.floor(Number(update_time) / 1000)),
        ).toEqual(twin.logs.map(({ update_time }) => update_time))
        const alarms = { device_id, codes: 'hijack,alarm_lock', ...page }
        const times = (name: string) =>
          call<{ records: Params[] }>(simulator, name, alarms).records.map(
            ({ update_time, status }) => [update_time, status],
          )
        expect(times(`GET ${door}/alarm-logs`)).toEqual(times('doorLock.alarmLogs'))
      }),
      { numRuns: 60 },
    )
  })
})
