import { describe, expect, it } from 'vitest'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { failureOf, settle } from '../support/settle'
import { createBleHarness } from './ble-harness'
import { createPhoneLink } from './phone-link'

const removedUser = [{ lockUserId: 9 }]

const open = () => {
  const created = createBleHarness()
  const { lock, clock } = created
  lock.absentUsers.push({ userId: '1099', lockUserId: 9, userType: 20 })
  const timeMs = clock.now() - 60_000
  if (lock.ble) lock.ble.storedRecords = [{ dpCode: 'unlock_card', unlockSn: 2, timeMs }]
  return { ...created, timeMs, link: createPhoneLink(created.harness) }
}

describe('a Bluetooth session over a link of the phone', () => {
  it('has no list of removed users, and says so', async () => {
    const { clock, ble, link, lock, steps, listeners, timers } = open()
    const session = await settle(clock, ble.startSession(link).done)
    expect(session).toMatchObject({
      random: { status: 'done' },
      removedMembers: { status: 'not-supported', deleted: [], failed: [] },
      records: { status: 'done', reports: [{ record: expect.stringMatching(/^0f02/) }] },
    })
    expect(lock.absentUsers).toHaveLength(1)
    expect(steps).toEqual(['doorLock.getIssuedConfig', 'send check_code_set', 'send record'])
    expect([listeners.now, timers.now]).toEqual([0, 0])
  })

  it('deletes the removed users that the app passes, and unlocks afterwards', async () => {
    const { clock, panel, deviceId, options, link, lock, commands } = open()
    const lockSync = () => ({ removedUser })
    const ble = bluetooth(panel, deviceId, { ...options, lockSync })
    const { removedMembers } = await settle(clock, ble.startSession(link).done)
    expect(removedMembers).toEqual({ status: 'done', deleted: [9], failed: [] })
    expect(lock.absentUsers).toEqual([])
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ recordsWaiting: false })
    expect(commands()).toEqual(['delete-user', 'make-instruction', 'unlock'])
  })

  it('puts stored records into the lists of the cloud, at the time of the opening', async () => {
    const { clock, panel, ble, link, deviceId, timeMs } = open()
    await settle(clock, ble.startSession(link).done)
    const page = panel.apiRequest('doorLock.listRecords', {
      device_id: deviceId,
      target_standard_dp_codes: 'unlock_card',
      start_time: timeMs,
      end_time: 0,
      page_no: 1,
      page_size: 5,
    })
    const { records } = await settle(clock, page)
    expect(records.map(({ gmt_create }) => gmt_create)).toEqual([timeMs])
  })

  it('fails the parts after a broken link, and sends nothing more', async () => {
    const { clock, ble, link, steps } = open()
    const attempt = ble.startSession(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === 'records') link.break()
    })
    const { random, records } = await settle(clock, attempt.done)
    expect(random).toEqual({ status: 'done' })
    expect(records).toMatchObject({ status: 'failed', error: { reason: 'link-broken' } })
    expect(steps).not.toContain('send record')
  })

  it('ends with the panel', async () => {
    const { clock, ble, link, panel, steps } = open()
    const attempt = ble.startSession(link)
    panel.close()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(steps).not.toContain('send record')
  })
})
