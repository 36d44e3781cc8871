import { describe, expect, it } from 'vitest'
import { bleUnlockCheckReport } from '../../../src/data-points/raw/ble-unlock-check'
import { checkCodeSetReport } from '../../../src/data-points/raw/check-code-set'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { synchMethodReport } from '../../../src/data-points/raw/synch-method'
import { reading } from '../../support/reading'
import { call, unlock } from '../client'
import { frontDoor, gardenGate, hosts, loft, panelAt, settled } from './panel-at-lock'

const read = (codec: Parameters<typeof reading>[0], hexes: readonly unknown[]) =>
  hexes.map((hex) => reading(codec, hex))
const random = loft.ble?.random ?? ''

describe('a synchronisation', () => {
  it.each(hosts)(
    'is reported over %s in packets of at most twenty methods and an end',
    async (host) => {
      const panel = panelAt(host)
      const [first] = panel.lock.opmodes
      if (first === undefined) throw new Error('the seed has no method')
      for (let sn = 10; sn < 52; sn++) panel.lock.opmodes.push({ ...first, unlockSn: sn })
      await panel.send({ synch_method: '03' }, 2_000)
      const packets = read(synchMethodReport, panel.reportsOf('synch_method'))
      expect(packets).toMatchObject([
        { value: { kind: 'packet', number: 0 } },
        { value: { kind: 'packet', number: 1 } },
        { value: { kind: 'packet', number: 2 } },
        { value: { kind: 'end', packets: 3 } },
      ])
      const methods = packets.flatMap(
        (packet) => ('value' in packet && (packet.value as { methods?: object[] }).methods) || [],
      )
      expect(methods).toHaveLength(45)
      expect(methods[0]).toEqual({ hardId: 1, type: 'fingerprint', memberId: 1, state: 'active' })
    },
  )

  it('is reported as an end without packets if the command names no known kind', async () => {
    for (const value of ['', '77', 'zz']) {
      const panel = panelAt('ty')
      await panel.send({ synch_method: value })
      expect(panel.reportsOf('synch_method')).toEqual(['0100'])
    }
  })
})

describe('a Bluetooth lock', () => {
  it.each(hosts)('reports over %s what is invalid in check_code_set', async (host) => {
    const panel = panelAt(host)
    const config = call<{ lock_random: { wake_up_ins: string } }>(
      panel.simulator,
      'doorLock.getIssuedConfig',
      { device_id: gardenGate.id },
    )
    const wakeUp = config.lock_random.wake_up_ins
    await panel.send({ check_code_set: wakeUp })
    await panel.send({ check_code_set: `0001${wakeUp.slice(4)}` })
    await panel.send({ check_code_set: `${wakeUp.slice(0, 4)}0909${wakeUp.slice(8)}` })
    await panel.send({ check_code_set: `${wakeUp.slice(0, 8)}${random}${wakeUp.slice(24)}` })
    expect(read(checkCodeSetReport, panel.reportsOf('check_code_set'))).toMatchObject([
      { value: { result: 'ok', masterId: 'ffff', slaveId: '0001' } },
      { value: { result: 'wrong-master' } },
      { value: { result: 'wrong-slave' } },
      { value: { result: 'wrong-random' } },
    ])
    expect(panel.lock.ble?.randomIsSet).toBe(true)
  })

  it.each(hosts)('unlocks over %s only with the random number that it received', async (host) => {
    const panel = panelAt(host, loft.id)
    const command = (more: { random?: string; operation?: string } = {}) => ({
      ble_unlock_check: `ffff0001${more.random ?? random}${more.operation ?? '01'}5fe00d4b0001`,
    })
    await panel.send(command({ random: '0'.repeat(16) }))
    await panel.send(command({ operation: '07' }))
    expect(panel.simulator.journal).toEqual([])
    await panel.send(command())
    panel.lock.jammed = true
    await panel.send(command({ operation: '00' }))
    expect(read(bleUnlockCheckReport, panel.reportsOf('ble_unlock_check'))).toMatchObject([
      { value: { result: 'wrong-random' } },
      { value: { result: 'wrong-operation' } },
      { value: { result: 'ok', operation: 'unlock', atMs: 0x5fe00d4b * 1000 } },
      { value: { result: 'failed', operation: 'lock' } },
    ])
    expect(panel.reportsOf('lock_motor_state')).toEqual([true])
    expect(panel.simulator.journal.map(({ command }) => command)).toEqual(['unlock', 'lock'])
  })
})

describe('a remote unlock', () => {
  it.each(hosts)('is reported over %s, with its result by a Bluetooth lock', async (host) => {
    const panel = panelAt(host, loft.id)
    expect(unlock(panel.simulator, loft.id)).toBeUndefined()
    panel.lock.jammed = true
    expect(unlock(panel.simulator, loft.id)).toBeUndefined()
    await settled(panel.clock)
    expect(panel.reportsOf('lock_motor_state')).toEqual([true])
    expect(read(remoteNoDpKeyReport, panel.reportsOf('remote_no_dp_key'))).toEqual([
      { value: { result: 'ok', memberId: 1 } },
      { value: { result: 'failed', memberId: 1 } },
    ])
  })

  it.each(hosts)('of a Wi-Fi lock is reported over %s as the state of the bolt', async (host) => {
    const panel = panelAt(host, frontDoor.id)
    await panel.send({ lock_motor_state: true })
    await panel.send({ lock_motor_state: false })
    expect(panel.reportsOf('lock_motor_state')).toEqual([true, false])
    expect(panel.simulator.journal.map(({ command }) => command)).toEqual(['unlock', 'lock'])
  })
})

describe.each(hosts)('over %s, a lock', (host) => {
  const volume = { beep_volume: 'mute' }

  it('that is offline cannot be reached by the app', async () => {
    const panel = panelAt(host)
    panel.lock.online = false
    await panel.send(volume)
    expect(panel.failures).toMatchObject([{ kind: 'transport', delivery: 'unknown' }])
    expect(panel.reportsOf('beep_volume')).toEqual([])
  })

  it('that sleeps executes the command when it wakes', async () => {
    const panel = panelAt(host)
    panel.lock.asleepUntilMs = panel.clock.now() + 30_000
    await panel.send(volume, 29_000)
    expect(panel.reportsOf('beep_volume')).toEqual([])
    await panel.send({}, 5_000)
    expect(panel.reportsOf('beep_volume')).toEqual(['mute'])
    expect(panel.simulator.journal).toMatchObject([{ command: 'control', action: 'beep_volume' }])
  })

  it('that never wakes sends no report, although the app accepts the command', async () => {
    const panel = panelAt(host)
    panel.lock.asleepUntilMs = Number.POSITIVE_INFINITY
    await panel.send(volume, 600_000)
    expect(panel.failures).toEqual([])
    expect(panel.reportsOf('beep_volume')).toEqual([])
  })

  it('that goes offline before it wakes loses the command', async () => {
    const panel = panelAt(host)
    panel.lock.asleepUntilMs = panel.clock.now() + 30_000
    await panel.send(volume, 1_000)
    panel.lock.online = false
    await panel.send({}, 60_000)
    expect(panel.reportsOf('beep_volume')).toEqual([])
  })

  it('ignores data points that it only reports', async () => {
    const panel = panelAt(host)
    await panel.send({ residual_electricity: 100 })
    expect(panel.reportsOf('residual_electricity')).toEqual([])
  })
})
