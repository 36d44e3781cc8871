import { describe, expect, it } from 'vitest'
import { dpSchema } from '../../../src/data-points/dp-schema'
import {
  type WechatBleInstance,
  type WechatBlePackage,
  wechatBleLink,
} from '../../../src/flows/bluetooth/wechat-ble-link'
import { failureOf, settle } from '../support/settle'
import { createBleHarness } from './ble-harness'

/** An instance of the vendor's SDK, by its page, over the connection of a simulated phone. */
const open = (reportsBy: 'code' | 'id' = 'code') => {
  const created = createBleHarness()
  const { simulator, deviceId, lock } = created
  const phone = simulator.asBleLink({ deviceId })
  const listeners: ((received: WechatBlePackage) => void)[] = []
  const emit = (received: WechatBlePackage) => {
    for (const listener of listeners) listener(received)
  }
  const sent: string[] = []
  const instance: WechatBleInstance = {
    get _ble_sn() {
      return phone.sn
    },
    set _ble_sn(sn) {
      phone.sn = sn
    },
    sendDp: ({ dpCode, dpValue }) => {
      sent.push(dpCode)
      return new Promise<void>((resolve, reject) => {
        phone.dataPoints.send({ [dpCode]: dpValue }).subscribe({ complete: resolve, error: reject })
      })
    },
    onReceivePackage: (listener) => listeners.push(listener),
  }
  const idOf = (code: string) => (reportsBy === 'id' ? String(lock.dpIds[code]) : code)
  phone.dataPoints.reports$.subscribe((dps) =>
    emit({
      type: 'dp',
      dpState: Object.fromEntries(Object.entries(dps).map(([code, value]) => [idOf(code), value])),
    }),
  )
  const link = wechatBleLink(instance, {
    write: (instruction) => phone.send(instruction),
    schema: dpSchema(Object.entries(lock.dpIds).map(([code, id]) => ({ code, id }))),
  })
  return { ...created, instance, link, emit, sent, listeners }
}

describe('a link of the vendor SDK for WeChat', () => {
  it.each(['code', 'id'] as const)(
    'unlocks, locks and starts sessions, reports by %s',
    async (by) => {
      const { clock, ble, link, instance, sent, commands, listeners, isUnlocked } = open(by)
      const session = await settle(clock, ble.startSession(link).done)
      expect(session).toMatchObject({ random: { status: 'done' }, records: { status: 'done' } })
      const before = instance._ble_sn
      expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'report' })
      expect(isUnlocked()).toBe(true)
      expect(instance._ble_sn).toBeGreaterThan(before)
      expect(await settle(clock, ble.close(link).done)).toMatchObject({ operation: 'lock' })
      expect(commands().filter((command) => command !== 'make-instruction')).toEqual([
        'unlock',
        'lock',
      ])
      expect(sent.slice(0, 2)).toEqual(['check_code_set', 'record'])
      expect(listeners).toHaveLength(1)
    },
  )

  it('breaks if the SDK reports a failed connection', async () => {
    const { clock, ble, link, emit, commands } = open()
    emit({ type: 'connect', status: 'connected' })
    const attempt = ble.open(link)
    emit({ type: 'connect', status: 'fail' })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ reason: 'link-broken' })
    expect(commands()).not.toContain('unlock')
  })

  it('replaces an error of the SDK, which may quote what was sent', async () => {
    const { clock, ble, link, instance } = open()
    instance.sendDp = () => {
      throw new Error('secret')
    }
    const { random } = await settle(clock, ble.startSession(link).done)
    expect(random).toMatchObject({ status: 'failed', error: { reason: 'link-broken' } })
    expect(JSON.stringify(random)).not.toContain('secret')
  })
})
