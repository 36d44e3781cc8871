import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, settle } from '../support/settle'
import { createNativePanel, hosts } from './native-host'

const { gardenGate, loft } = seed.locks
const CHECK = 'ble_unlock_check'

describe.each(Object.entries(hosts))(
  'a Bluetooth lock in the vendor app, over %s',
  (_, createHost) => {
    it.each([
      ['a new random number', gardenGate, ['config', 'random', 'instruction', 'sending']],
      ['the random number of the lock', loft, ['config', 'instruction', 'sending']],
    ] as const)('unlocks and locks with %s', async (_name, seeded, steps) => {
      const { clock, door, commands, listenerCount } = createNativePanel(createHost, seeded)
      const attempt = door.ble.open()
      expect(door.ble.open()).toBe(attempt)
      const reported: string[] = []
      attempt.state$.subscribe(({ step }) => reported.push(step))
      expect(await settle(clock, attempt.done)).toMatchObject({
        operation: 'unlock',
        confirmedBy: 'report',
      })
      expect(reported).toEqual([...steps, 'waiting', 'done'])
      expect(await settle(clock, door.ble.close().done)).toMatchObject({ operation: 'lock' })
      expect(commands()).toEqual([
        ['unlock', CHECK, true],
        ['lock', CHECK, true],
      ])
      expect(listenerCount()).toBe(0)
    })

    it('does not move while another command is in progress', async () => {
      const { clock, door, commands } = createNativePanel(createHost, loft)
      const opening = door.ble.open()
      expect(await failureOf(clock, door.ble.close().done)).toMatchObject({ reason: 'busy' })
      await settle(clock, opening.done)
      expect(commands()).toEqual([['unlock', CHECK, true]])
    })

    it('fails with the result of the lock, or if the lock cannot be reached', async () => {
      const jammed = createNativePanel(createHost, loft)
      jammed.lock.jammed = true
      expect(await failureOf(jammed.clock, jammed.door.ble.open().done)).toMatchObject({
        reason: 'failed',
      })
      // The app does not say whether it has sent the command, so only a failure before it is certain.
      for (const [seeded, failure] of [
        [gardenGate, { kind: 'lock', reason: 'link-broken' }],
        [loft, { kind: 'outcome-unknown' }],
      ] as const) {
        const offline = createNativePanel(createHost, seeded)
        offline.lock.online = false
        expect(await failureOf(offline.clock, offline.door.ble.open().done)).toMatchObject(failure)
        expect(offline.commands()).toEqual([])
      }
    })

    it('has an unknown outcome if the lock does not report, and sends once', async () => {
      const { clock, lock, door, simulator } = createNativePanel(createHost, loft)
      lock.asleepUntilMs = clock.now() + 60_000
      expect(await failureOf(clock, door.ble.open().done)).toMatchObject({
        kind: 'outcome-unknown',
      })
      clock.advance(120_000)
      expect(simulator.journal.filter(({ command }) => command === 'unlock')).toHaveLength(1)
    })

    it('replaces a random number that the lock rejects, three times at most', async () => {
      const wrong = { devUnlockId: '0001', ins: '39'.repeat(8), wakeUpIns: '00' }
      let asked = 0
      const { clock, door, commands } = createNativePanel(createHost, loft, {
        lockRandom: () => {
          asked += 1
          return wrong
        },
      })
      expect(await failureOf(clock, door.ble.open().done)).toMatchObject({ reason: 'wrong-random' })
      expect([asked, commands()]).toEqual([3, []])
    })

    it.each([
      ['nothing', async () => undefined as never],
      [
        'a number that is no text',
        async () => ({ devUnlockId: 1, ins: '00', wakeUpIns: '' }) as never,
      ],
      ['an error', async () => Promise.reject(new Error('secret'))],
    ])('sends nothing if the app answers its random number with %s', async (_name, lockRandom) => {
      const { clock, door, commands } = createNativePanel(createHost, loft, { lockRandom })
      const failure = await failureOf(clock, door.ble.open().done)
      expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
      expect(String(failure)).not.toContain('secret')
      expect(commands()).toEqual([])
    })

    it('names what is missing for unlocking', async () => {
      const { clock, door } = createNativePanel(createHost, loft, { lockRandom: undefined })
      const unsupported = (text: string) => ({
        kind: 'unsupported',
        message: expect.stringContaining(text),
      })
      expect(await failureOf(clock, door.ble.open().done)).toMatchObject(unsupported('lockRandom'))
      const remote = await failureOf(clock, door.unlock().done)
      expect(remote).toMatchObject(unsupported('doorLock.passwordFreeOpen'))
      const { can, missing } = await settle(clock, door.capabilities())
      expect([can.bluetooth, can.remoteUnlock]).toEqual([false, false])
      expect(missing.bluetooth?.map(({ options }) => options)).toContainEqual(['lockRandom'])
    })

    it('has the flow in its capabilities, with the random number of the app', async () => {
      const { clock, door } = createNativePanel(createHost, loft)
      expect((await settle(clock, door.capabilities())).can.bluetooth).toBe(true)
    })

    it('switches remote unlocking', async () => {
      const { clock, lock, door } = createNativePanel(createHost, loft)
      await settle(clock, door.setRemoteUnlock(false))
      expect(lock.remoteUnlock.remoteUnlockWithoutPwd).toBe(false)
      expect(await settle(clock, door.remoteUnlockSwitches())).toEqual({
        'without-password': false,
      })
    })

    it('names the operations that records lack', async () => {
      const { door, commands } = createNativePanel(createHost, loft)
      expect(() => door.records({ kinds: ['opening'] })).toThrow('tuya.m.scale.history.list')
      expect(commands()).toEqual([])
    })
  },
)
