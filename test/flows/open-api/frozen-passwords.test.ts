import { describe, expect, it } from 'vitest'
import { type Fault, seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isTransportError } from '../../../src/core/errors/transport-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import type { PanelOfLock } from '../../../src/flows/shared/lock-options'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import { failureOf, settle } from '../support/settle'
import { commandsOf, HOUR_MS, type RestJobs, restJobs, writesOf } from './job-harness'

const { frontDoor, garage, loft, office } = seed.locks
const PASSWORD = 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}'
const routes = { freeze: `${PASSWORD}/freeze-password`, unfreeze: `${PASSWORD}/unfreeze-password` }
const LIST = 'GET /v1.0/devices/{device_id}/door-lock/temp-passwords'
const PIN = '246813'

/** A password that the lock has stored and that is valid. */
const activePassword = async (more = {}) => {
  const jobs = restJobs(garage, more)
  const { temporaryPasswords } = jobs.door
  const input = { name: 'Guest', toMs: jobs.clock.now() + 24 * HOUR_MS, password: PIN }
  const { id } = await settle(jobs.clock, temporaryPasswords.create(input))
  await settle(jobs.clock, temporaryPasswords.waitUntilActive(id).done)
  jobs.clock.advance(10_000)
  return { ...jobs, temporaryPasswords, id }
}

const stateOf = ({ simulator }: Pick<RestJobs, 'simulator'>, of: string) =>
  simulator.world.temporaryPasswords.find(({ id }) => id === of)?.state

describe('temporaryPasswords.freeze() and unfreeze() on a Zigbee lock', () => {
  it('keep the password from opening the door, and let it open the door again', async () => {
    const jobs = await activePassword()
    const { clock, temporaryPasswords, id, door } = jobs
    await settle(clock, temporaryPasswords.freeze(id))
    expect((await settle(clock, temporaryPasswords.get(id))).state).toBe('frozen')
    const refused = await failureOf(clock, door.openDoor({ password: PIN }).done)
    expect(isVendorError(refused) && refused.code).toBe(2315)
    await settle(clock, temporaryPasswords.unfreeze(id))
    expect((await settle(clock, temporaryPasswords.get(id))).state).toBe('active')
    await settle(clock, door.openDoor({ password: PIN }).done)
    expect(commandsOf(jobs)).toEqual([
      'create-password',
      'freeze-password',
      'unfreeze-password',
      'unlock',
    ])
  })

  it('end a wait for the password with the reason `frozen`', async () => {
    const { clock, temporaryPasswords, id } = await activePassword()
    await settle(clock, temporaryPasswords.freeze(id))
    const failure = await failureOf(clock, temporaryPasswords.waitUntilActive(id).done)
    expect(isLockError(failure) && failure.reason).toBe('frozen')
  })

  it.each(['freeze', 'unfreeze'] as const)(
    '%s resolves for a password that already is, and executes nothing again',
    async (method) => {
      const jobs = await activePassword()
      await settle(jobs.clock, jobs.temporaryPasswords.freeze(jobs.id))
      for (let calls = 0; calls < 2; calls++)
        await settle(jobs.clock, jobs.temporaryPasswords[method](jobs.id))
      const commands = commandsOf(jobs).filter((one) => one === `${method}-password`)
      expect(commands).toHaveLength(1)
    },
  )

  const lost: readonly Fault[] = ['drop-before', 'drop-after', 'slow', { status: 502 }]
  it.each(lost)('freeze the password once after a lost answer (%j)', async (fault) => {
    const jobs = await activePassword()
    jobs.simulator.faults.next(routes.freeze, fault)
    await settle(jobs.clock, jobs.temporaryPasswords.freeze(jobs.id))
    expect(stateOf(jobs, jobs.id)).toBe('frozen')
    expect(commandsOf(jobs)).toEqual(['create-password', 'freeze-password'])
  })

  it.each(['freeze', 'unfreeze'] as const)(
    '%s succeeds if every answer is lost and the cloud shows the result',
    async (method) => {
      const jobs = await activePassword()
      if (method === 'unfreeze') await settle(jobs.clock, jobs.temporaryPasswords.freeze(jobs.id))
      jobs.simulator.faults.always(routes[method], 'drop-after')
      await settle(jobs.clock, jobs.temporaryPasswords[method](jobs.id))
      expect(stateOf(jobs, jobs.id)).toBe(method === 'freeze' ? 'frozen' : 'sent')
      expect(commandsOf(jobs).filter((one) => one === `${method}-password`)).toHaveLength(1)
    },
  )

  it('succeed if the cloud refuses the repeat of an executed command', async () => {
    const jobs = await activePassword()
    jobs.simulator.faults.next(routes.freeze, 'drop-after')
    jobs.simulator.faults.next(routes.freeze, { vendorCode: 2324 })
    await settle(jobs.clock, jobs.temporaryPasswords.freeze(jobs.id))
    expect(stateOf(jobs, jobs.id)).toBe('frozen')
  })

  it('fail if no request arrives and the password stays active', async () => {
    const jobs = await activePassword()
    jobs.simulator.faults.always(routes.freeze, 'drop-before')
    const failure = await failureOf(jobs.clock, jobs.temporaryPasswords.freeze(jobs.id))
    expect(isTransportError(failure) && failure.delivery).toBe('unknown')
    expect(stateOf(jobs, jobs.id)).toBe('sent')
  })

  it('fail with the refusal of the cloud for a password that the lock does not have yet', async () => {
    const jobs = restJobs(garage)
    jobs.lock.online = false
    const { temporaryPasswords } = jobs.door
    const input = { name: 'Guest', toMs: jobs.clock.now() + HOUR_MS, password: PIN }
    const { id } = await settle(jobs.clock, temporaryPasswords.create(input))
    const failure = await failureOf(jobs.clock, temporaryPasswords.freeze(id))
    expect(isVendorError(failure) && failure.code).toBe(2324)
  })

  it('keep a frozen password from `clearInvalid`, although a cloud lists it as invalid', async () => {
    const jobs = await activePassword()
    const { panel, clock, id } = jobs
    await settle(clock, jobs.temporaryPasswords.freeze(id))
    const request = panel.apiRequest as (name: string, ...rest: unknown[]) => Promise<unknown>
    const listsFrozen: PanelOfLock = {
      ...panel,
      // The list without `valid` contains all passwords.
      apiRequest: (name: string, params: unknown, options: unknown) =>
        request(name, name === LIST ? { device_id: jobs.deviceId } : params, options),
    }
    const { list, clearInvalid } = temporaryPasswords(listsFrozen, jobs.deviceId, jobs.options)
    expect(await settle(clock, list({ invalid: true }))).toMatchObject([{ id, state: 'frozen' }])
    await settle(clock, clearInvalid())
    expect(stateOf(jobs, id)).toBe('frozen')
  })

  it.each([frontDoor, loft, office])('send nothing to a lock of type $type', async (of) => {
    const jobs = restJobs(of)
    for (const method of ['freeze', 'unfreeze'] as const) {
      const failure = await failureOf(jobs.clock, jobs.door.temporaryPasswords[method]('1'))
      expect(isUnsupportedError(failure)).toBe(true)
    }
    expect(writesOf(jobs)).toEqual([])
  })
})
