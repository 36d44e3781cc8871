import { describe, expect, it } from 'vitest'
import { exampleActions, exampleParams } from '../support/examples'
import { fixtures, isSample } from '../support/fixtures'
import { bodyOf, type Params, simulated } from './client'
import { differences } from './differences'

const answerTo = (name: string, shape: 'documented' | 'sampled'): unknown => {
  const simulator = simulated({ shape })
  const action = exampleActions.find((one) => one.name === name)
  const params = action?.params.encode(exampleParams(name, simulator)) as Params
  const body = JSON.parse(bodyOf(simulator, name, params))
  // The vendor's samples are older than the `tid` of its answers.
  if (shape === 'documented') delete body.tid
  return body
}

const names = exampleActions.map(({ name }) => name)
/** The documents show no answer of some operations, among them all of document 003. */
const sampled = names.filter((name) => {
  const response = fixtures.get(name)?.response
  return response !== undefined && isSample(response)
})
/** The sample of remoteUnlocks ends after `"result":` (document 001, lines 1248-1293). */
const withoutResult = 'doorLock.remoteUnlocks'
/** Its answer has no result. */
const withoutAnswer = 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role'

describe('the sampled shape', () => {
  it.each(sampled.filter((name) => name !== withoutResult))(
    'of %s has the keys and the JSON types of the sample',
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

  it('differs from the documented shape exactly for the known contradictions', () => {
    const contradicted = names.filter(
      (name) => differences(answerTo(name, 'documented'), answerTo(name, 'sampled')).length > 0,
    )
    expect(contradicted.sort()).toEqual([
      'GET /v1.0/devices/{device_id}/door-lock/open-logs',
      'GET /v1.0/devices/{device_id}/logs',
      'GET /v1.0/devices/{device_id}/users',
      'GET /v1.0/devices/{device_id}/users/{user_id}',
      'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}',
      'GET /v1.0/smart-lock/devices/{device_id}/users',
      'GET /v1.0/smart-lock/users/{uid}/devices',
      'GET /v1.1/devices/{device_id}/door-lock/open-logs',
      'GET /v1.1/devices/{device_id}/users/{user_id}',
      'device.getListByIds',
      'device.pairingAuthKey',
      'doorLock.alarmLogs',
      'doorLock.confirmPermissionSharing',
      'doorLock.createPermissionSharing',
      'doorLock.getAvailableInstructions',
      'doorLock.getIssuedConfig',
      'doorLock.getSyncableOpmodeTypes',
      'doorLock.getUser',
      'doorLock.listRecords',
      'doorLock.listUnallocatedOpmodes',
      'doorLock.listUserOpmodes',
      'doorLock.listUsers',
      'doorLock.loglatest',
      'doorLock.openingLogs',
      'doorLock.operateRecords',
      'doorLock.verifyPermissionSharing',
      'timer.currentTime',
      'tuya.m.device.lock.alarm.list',
      'tuya.m.device.lock.offlinepwd.revocable',
      'tuya.m.device.lock.temppwd.list',
      'tuya.m.device.member.detail',
      'tuya.m.device.member.list',
      'tuya.m.device.member.panel.list',
      'tuya.m.device.unlock.assignlist',
      'tuya.m.scale.history.list',
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
  it.each(names)('of %s is an envelope with a result that the contract decodes', (name) => {
    const action = exampleActions.find((one) => one.name === name)
    const answer = answerTo(name, 'documented') as { result: unknown }
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(['success', 't']))
    expect('result' in answer).toBe(name !== withoutAnswer)
    expect(action?.result.decode(answer.result)._tag).toBe('Right')
  })
})
