import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, settle } from '../support/settle'
import { createNativePanel, hosts } from './native-host'

const { garage } = seed.locks
const EXECUTE = 'tuya.m.zigbee.lock.remotepwd.execute'

describe.each(Object.entries(hosts))(
  'a Zigbee lock in the vendor app, over %s',
  (_, createHost) => {
    it('unlocks and locks with one command each, confirmed by the report of the lock', async () => {
      const { clock, door, commands, listenerCount } = createNativePanel(createHost, garage)
      const attempt = door.unlock()
      expect(door.unlock()).toBe(attempt)
      const steps: string[] = []
      attempt.state$.subscribe(({ step }) => steps.push(step))
      expect(await settle(clock, attempt.done)).toMatchObject({ reportedBy: 'data-points' })
      expect(await settle(clock, door.lock().done)).toMatchObject({ reportedBy: 'data-points' })
      expect(steps.filter((step) => step !== 'waiting')).toEqual(['checking', 'sending', 'done'])
      expect(commands()).toEqual([
        ['unlock', EXECUTE, true],
        ['lock', EXECUTE, true],
      ])
      expect(listenerCount()).toBe(0)
    })

    it('has an unknown outcome without data points, because the cloud answers before the lock', async () => {
      for (const isOpen of [true, false]) {
        const { clock, door, commands } = createNativePanel(createHost, garage, {
          dataPoints: undefined,
        })
        const { done } = isOpen ? door.unlock() : door.lock()
        expect(await failureOf(clock, done)).toMatchObject({
          kind: 'outcome-unknown',
          causeKind: 'unconfirmed',
        })
        expect(commands()).toEqual([[isOpen ? 'unlock' : 'lock', EXECUTE, isOpen]])
      }
    })

    it('takes the report of the lock for a lost answer, and sends the command once', async () => {
      const { clock, simulator, door, commands } = createNativePanel(createHost, garage)
      simulator.faults.next(EXECUTE, 'drop-after')
      expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'data-points' })
      expect(commands()).toEqual([['unlock', EXECUTE, true]])
    })

    it('has an unknown outcome if the answer is lost and nothing reports', async () => {
      for (const fault of ['drop-after', 'drop-before'] as const) {
        const { clock, simulator, door, commands } = createNativePanel(createHost, garage, {
          dataPoints: undefined,
        })
        simulator.faults.next(EXECUTE, fault)
        expect(await failureOf(clock, door.unlock().done)).toMatchObject({
          kind: 'outcome-unknown',
        })
        expect(commands().length).toBe(fault === 'drop-after' ? 1 : 0)
      }
    })

    it('fails if the cloud reports that the bolt did not move', async () => {
      const { clock, lock, door, commands } = createNativePanel(createHost, garage)
      lock.jammed = true
      expect(await failureOf(clock, door.unlock().done)).toMatchObject({ reason: 'refused' })
      expect(commands()).toEqual([['unlock', EXECUTE, false]])
    })

    it('switches remote unlocking, and sends no command while it is off', async () => {
      const { clock, lock, door, commands } = createNativePanel(createHost, garage)
      await settle(clock, door.setRemoteUnlock(false))
      expect(lock.remoteUnlock.remoteUnlockWithoutPwd).toBe(false)
      expect(await settle(clock, door.remoteUnlockSwitches())).toEqual({
        'without-password': false,
      })
      const answer = { allowed: false, why: 'switched-off' }
      expect(await settle(clock, door.mayUnlock())).toEqual(answer)
      expect(await failureOf(clock, door.unlock().done)).toMatchObject({ reason: 'switched-off' })
      expect(commands()).toEqual([])
      await settle(clock, door.setRemoteUnlock(true))
      expect(await settle(clock, door.mayUnlock())).toEqual({ allowed: true })
    })

    it('does not have the switch of unlocking with a password', async () => {
      const { clock, door } = createNativePanel(createHost, garage)
      expect(await failureOf(clock, door.setRemoteUnlock(true, 'with-password'))).toMatchObject({
        kind: 'unsupported',
        message: expect.stringContaining('tuya.m.device.props.save'),
      })
    })

    it('reads the openings of the lock', async () => {
      const { clock, simulator, door } = createNativePanel(createHost, garage)
      const atMs = clock.now() - 60_000
      const opening = { category: 'unlock_record', type: 'unlock_fingerprint', value: '1' } as const
      for (const [index, lockId] of [garage.id, seed.locks.frontDoor.id].entries())
        simulator.world.log.push({
          ...opening,
          id: `70000000${index}`,
          lockId,
          timeMs: atMs,
          unread: false,
        })
      const records = await settle(clock, door.records({ kinds: ['opening'] }).take(100))
      expect(records).toMatchObject([{ kind: 'opening', method: 'fingerprint', atMs }])
    })

    it('names the operation that temporary passwords lack', async () => {
      const { clock, door, commands } = createNativePanel(createHost, garage)
      const input = { name: 'Guest', toMs: clock.now() + 86_400_000, password: '135790' }
      expect(await failureOf(clock, door.temporaryPasswords.create(input))).toMatchObject({
        kind: 'unsupported',
        message: expect.stringContaining('tuya.m.device.lock.temppwd.create'),
      })
      expect(commands()).toEqual([])
    })

    it('says in its capabilities what it can do', async () => {
      const { clock, door } = createNativePanel(createHost, garage)
      const { can } = await settle(clock, door.capabilities())
      expect(can).toMatchObject({ remoteUnlock: true, remoteLock: true, records: true })
      expect(can).toMatchObject({ temporaryPasswords: false, bluetooth: false })
    })
  },
)
