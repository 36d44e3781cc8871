import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { lockContext } from '../../../src/flows/shared/lock-context'
import { failureOf } from '../support/settle'
import { createStage } from '../support/stage'

const CREATE = 'tuya.m.device.lock.temppwd.create'
const TICKET = 'doorLock.passwordTicket'

describe('a lock as its flows see it', () => {
  it('has what the panel can send and locks of its type have', () => {
    const stage = createStage({ lock: seed.locks.gardenGate, families: ['mini-program'] })
    const { supports } = lockContext(stage.panel, stage.deviceId, stage.options)
    expect(supports(TICKET)).toBe(true)
    // No transport speaks the family; no Bluetooth lock has it; there is no such thing.
    expect([CREATE, 'doorLock.openDoor', 'doorLock.nothing'].map(supports)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('refuses what locks of its type have not, before it leaves', async () => {
    const stage = createStage({ lock: seed.locks.gardenGate, families: ['mini-program', 'panel'] })
    const { call, pages } = lockContext(stage.panel, stage.deviceId, stage.options)
    const params = {
      device_id: 'x',
      password: 'x',
      password_type: 'ticket',
      ticket_id: 'x',
    } as const
    expect(await failureOf(stage.clock, call('doorLock.openDoor', params))).toMatchObject({
      kind: 'unsupported',
      action: 'doorLock.openDoor',
    })
    const asked = {
      devId: 'x',
      offset: 0,
      limit: 1,
      dpIds: [1],
      startTime: '',
      endTime: '',
    } as const
    expect(() => pages('tuya.m.scale.history.list', asked)).toThrow('a lock of type ble')
    expect(stage.steps).toEqual([])
  })

  it('takes the first way that there is, and names them all where there is none', () => {
    const stage = createStage({ lock: seed.locks.frontDoor, families: ['panel'] })
    const { selectOperation } = lockContext(stage.panel, stage.deviceId, stage.options)
    const ways = [
      [TICKET, 'mini-program'],
      [CREATE, 'panel'],
    ] as const
    expect(selectOperation('flow', ways)).toBe('panel')
    expect(() => selectOperation('flow', ways.slice(0, 1))).toThrow(
      `flow: a lock of type wifi supports none of ${TICKET} on this panel. Nothing was sent.`,
    )
  })

  it.each([0, -1, Number.NaN, '15000'])('wants a time for reports, not %j', (reportTimeoutMs) => {
    const stage = createStage({ lock: seed.locks.frontDoor, families: [] })
    const options = { ...stage.options, reportTimeoutMs: reportTimeoutMs as number }
    expect(() => lockContext(stage.panel, stage.deviceId, options)).toThrow('reportTimeoutMs')
  })
})
