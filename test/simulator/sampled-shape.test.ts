import { describe, expect, it } from 'vitest'
import { deviceActions, doorLockActions } from '../../actions/mini-program'
import { type Simulator, seed } from '../../simulator'
import { fixtures, isSample } from '../support/fixtures'
import {
  bodyOf,
  frontDoor,
  gardenGate,
  type Params,
  passwordParams,
  simulated,
  ticketFor,
} from './client'
import { differences } from './differences'

const device_id = frontDoor.id
const firstPage = { page_no: 1, page_size: 10 }

/** For each operation a call that shows all of its answer; tickets are fetched in the documented shape. */
const calls: Readonly<Record<string, (simulator: Simulator) => Params>> = {
  'device.status': () => ({ device_id }),
  'device.getListByIds': () => ({ device_ids: device_id }),
  'timer.currentTime': () => ({}),
  'doorLock.alarmLogs': () => ({ device_id, codes: 'hijack', ...firstPage }),
  'doorLock.createTemporaryPassword': (simulator) => passwordParams(simulator, {}),
  'doorLock.getSyncableOpmodeTypes': () => ({
    device_id: gardenGate.id,
    target_standard_dp_codes: 'unlock_fingerprint',
  }),
  'doorLock.getTemporaryPasswordList': () => ({ device_id, valid: false }),
  'doorLock.listUserOpmodes': () => ({
    device_id,
    user_id: seed.members.owner.userId,
    target_unlock_standard_dp_codes: '',
    ...firstPage,
  }),
  'doorLock.listUsers': () => ({
    device_id,
    target_standard_dp_codes: 'unlock_fingerprint',
    page_no: 1,
    page_size: 1,
  }),
  'doorLock.passwordFreeOpen': (simulator) => ({
    device_id,
    ticket_id: ticketFor(simulator, device_id).ticket_id,
  }),
  'doorLock.passwordTicket': () => ({ device_id }),
  'doorLock.remoteUnlocks': () => ({ device_id }),
}

const answerTo = (name: string, shape: 'documented' | 'sampled'): unknown => {
  const simulator = simulated()
  const params = calls[name]?.(simulator) ?? {}
  simulator.shape = shape
  return JSON.parse(bodyOf(simulator, name, params))
}

const names = Object.values({ ...doorLockActions, ...deviceActions }).map(({ name }) => name)
/** The sample of remoteUnlocks breaks off behind `"result":` (document 001, lines 1248-1293). */
const withoutResult = 'doorLock.remoteUnlocks'

describe('the sampled shape', () => {
  it.each(names.filter((name) => name !== withoutResult))(
    'of %s has the keys and the JSON types of the vendor',
    (name) => {
      const response = fixtures.get(name)?.response
      if (response === undefined || !isSample(response)) throw new Error(`${name} has no sample`)
      expect(differences(response.repaired, answerTo(name, 'sampled'))).toEqual([])
    },
  )

  it(`of ${withoutResult} has the fields of the table, because the sample has none`, () => {
    const { result } = answerTo(withoutResult, 'sampled') as { result: object[] }
    const fields = fixtures.get(withoutResult)?.documented.result.map(({ path }) => path) ?? []
    const named = fields.filter((path) => path.startsWith('[].')).map((path) => path.slice(3))
    expect(Object.keys(result[0] ?? {}).sort()).toEqual([...named].sort())
  })

  it('is not the documented one where the vendor contradicts itself', () => {
    const contradicted = names.filter(
      (name) => differences(answerTo(name, 'documented'), answerTo(name, 'sampled')).length > 0,
    )
    expect(contradicted.sort()).toEqual([
      'device.getListByIds',
      'doorLock.alarmLogs',
      'doorLock.getSyncableOpmodeTypes',
      'doorLock.listUserOpmodes',
      'doorLock.listUsers',
      'timer.currentTime',
    ])
  })

  it('can be switched at any time', () => {
    const simulator = simulated({ shape: 'sampled' })
    const time = () => JSON.parse(bodyOf(simulator, 'timer.currentTime', {}))
    expect(time()).toMatchObject({ result: true, success: simulator.clock.now() })
    simulator.shape = 'documented'
    expect(time()).toMatchObject({ success: true, result: simulator.clock.now() })
  })
})

describe('the documented shape', () => {
  it.each(names)('of %s is the envelope around what the contract reads', (name) => {
    const action = Object.values({ ...doorLockActions, ...deviceActions }).find(
      (one) => one.name === name,
    )
    const answer = answerTo(name, 'documented') as { result: unknown }
    expect(Object.keys(answer).sort()).toEqual(['result', 'success', 't'])
    expect(action?.result.decode(answer.result)._tag).toBe('Right')
  })
})
