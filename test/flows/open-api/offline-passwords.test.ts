import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import { failureOf, settle } from '../support/settle'
import { commandsOf, HOUR_MS, type RestJobs, restJobs } from './job-harness'

const { frontDoor, gardenGate, garage, loft, office } = seed.locks
const ISSUE = 'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password'
const LIST = 'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password'
const MINUTE_MS = 60_000

const locks = [
  ['a Wi-Fi lock', frontDoor],
  ['a Bluetooth lock', gardenGate],
  ['a Bluetooth lock behind a gateway', loft],
] as const

/** At 12:20; a Bluetooth lock has received T0. */
const offlineJobs = async (of: (typeof locks)[number][1]) => {
  const jobs = restJobs(of)
  jobs.clock.advance(20 * MINUTE_MS)
  if (of !== frontDoor) await settle(jobs.clock, jobs.door.offlinePasswords.sendT0())
  return { ...jobs, offlinePasswords: jobs.door.offlinePasswords }
}

const typed = ({ simulator, deviceId }: RestJobs, pin: string) => simulator.typeCode(deviceId, pin)

const issuedBy = (jobs: RestJobs) =>
  commandsOf(jobs).filter((command) => command.startsWith('issue') || command === 'unlock')

describe.each(locks)('offline passwords over the routes, on %s,', (_, of) => {
  it('open once, from the full hour of issue, for six hours', async () => {
    const jobs = await offlineJobs(of)
    const { clock, offlinePasswords } = jobs
    const parcel = await settle(clock, offlinePasswords.offline({ kind: 'once', name: 'Parcel' }))
    const hourMs = clock.now() - (clock.now() % HOUR_MS)
    expect(parcel).toMatchObject({
      kind: 'once',
      fromMs: hourMs,
      toMs: hourMs + 6 * HOUR_MS,
      useFirstBeforeMs: hourMs + 6 * HOUR_MS,
    })
    expect(issuedBy(jobs)).toEqual(['issue-offline-password'])
    expect([typed(jobs, parcel.password), typed(jobs, parcel.password)]).toEqual([
      'opened',
      'wrong',
    ])
  })

  it('are listed by kind and renamed', async () => {
    const jobs = await offlineJobs(of)
    const { clock, offlinePasswords } = jobs
    const fromMs = clock.now()
    const toMs = fromMs + 48 * HOUR_MS
    const { id } = await settle(
      clock,
      offlinePasswords.offline({ kind: 'multiple', name: 'Guests', fromMs, toMs }),
    )
    await settle(clock, offlinePasswords.rename(id, { name: 'Family' }))
    const rows = await settle(clock, offlinePasswords.list('multiple'))
    expect(rows.at(-1)).toMatchObject({
      id,
      kind: 'multiple',
      name: 'Family',
      window: { fromMs: fromMs - 20 * MINUTE_MS, toMs: toMs - 20 * MINUTE_MS },
    })
    expect((await settle(clock, offlinePasswords.list('clear-all'))).length).toBe(0)
  })

  it('are revoked one by one with a clearing code that is typed at the lock', async () => {
    const jobs = await offlineJobs(of)
    const { clock, offlinePasswords } = jobs
    const window = { fromMs: clock.now(), toMs: clock.now() + 48 * HOUR_MS }
    const issued = () => settle(clock, offlinePasswords.offline({ kind: 'multiple', ...window }))
    const [first, second] = [await issued(), await issued()]
    for (const { password } of [first, second]) expect(typed(jobs, password)).toBe('opened')
    const revocation = await settle(clock, offlinePasswords.revoke(first.id))
    if (revocation.clearingCode === undefined) throw new Error('there is no clearing code')
    const hourMs = clock.now() - (clock.now() % HOUR_MS)
    expect(revocation.useBeforeMs).toBe(hourMs + 24 * HOUR_MS)
    expect(typed(jobs, first.password)).toBe('opened')
    expect(typed(jobs, revocation.clearingCode)).toBe('cleared')
    expect([typed(jobs, first.password), typed(jobs, second.password)]).toEqual(['wrong', 'opened'])
  })

  it('are all revoked with a code of the kind clear-all', async () => {
    const jobs = await offlineJobs(of)
    const { clock, offlinePasswords } = jobs
    const window = { fromMs: clock.now(), toMs: clock.now() + 48 * HOUR_MS }
    const guests = await settle(clock, offlinePasswords.offline({ kind: 'multiple', ...window }))
    const clearing = await settle(clock, offlinePasswords.offline({ kind: 'clear-all' }))
    expect(typed(jobs, guests.password)).toBe('opened')
    expect(typed(jobs, clearing.password)).toBe('cleared')
    expect(typed(jobs, guests.password)).toBe('wrong')
  })
})

describe('offline passwords over the routes', () => {
  it.each(['drop-after', 'drop-before', 'garbage'] as const)(
    'are requested once although the answer is lost (%s), and the error names the list',
    async (fault) => {
      const jobs = await offlineJobs(frontDoor)
      jobs.simulator.faults.next(ISSUE, fault)
      const request = jobs.offlinePasswords.offline({ kind: 'once' })
      const failure = await failureOf(jobs.clock, request)
      expect(isOutcomeUnknownError(failure) && failure.check).toBe(LIST)
      expect(jobs.steps.filter((step) => step === ISSUE)).toHaveLength(1)
    },
  )

  it('end with a VendorError when the supply is used up', async () => {
    const jobs = await offlineJobs(frontDoor)
    jobs.lock.offlineSupply.once = 1
    await settle(jobs.clock, jobs.offlinePasswords.offline({ kind: 'once' }))
    const failure = await failureOf(jobs.clock, jobs.offlinePasswords.offline({ kind: 'once' }))
    expect(isVendorError(failure) && failure.code).toBe(2307)
    expect(issuedBy(jobs)).toEqual(['issue-offline-password'])
  })

  it('reject a phone number before anything is sent, because no route stores it', async () => {
    const jobs = await offlineJobs(frontDoor)
    const phone = { countryCode: '44', number: '1632960001' }
    const { offline, rename } = jobs.offlinePasswords
    const failures = [
      await failureOf(jobs.clock, offline({ kind: 'once', phone })),
      await failureOf(jobs.clock, rename('200000001', { name: 'Guests', phone: phone.number })),
    ]
    for (const failure of failures)
      expect(isParamsError(failure) && failure.issues.map(({ path }) => path)).toEqual(['phone'])
    expect(jobs.steps).toEqual([])
  })

  it('read every page of a list', async () => {
    const jobs = await offlineJobs(frontDoor)
    const [row] = jobs.simulator.world.offlinePasswords
    if (row === undefined) throw new Error('the seed has no offline password')
    for (let index = 0; index < 120; index++)
      jobs.simulator.world.offlinePasswords.push({ ...row, id: String(300_000_000 + index) })
    expect(await settle(jobs.clock, jobs.offlinePasswords.list('multiple'))).toHaveLength(121)
    expect(jobs.steps).toHaveLength(3)
  })

  it.each([garage, office])('are not supported by a lock of type $type', async (of) => {
    const jobs = restJobs(of)
    const failure = await failureOf(
      jobs.clock,
      jobs.door.offlinePasswords.offline({ kind: 'once' }),
    )
    expect(isUnsupportedError(failure)).toBe(true)
    expect(jobs.steps).toEqual([])
  })
})
