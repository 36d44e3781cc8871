import { describe, expect, it } from 'vitest'
import { createSimulator, seed } from '../../simulator'

const simulatedPanel = (deviceId: string, results: 'value' | 'text' = 'value') => {
  const simulator = createSimulator()
  return { simulator, TYSdk: simulator.asTYSdk({ deviceId, results }) }
}

/** `api` of the vendor's demo panels, which accept a result as text or as a value. */
const api = (TYSdk: ReturnType<typeof simulatedPanel>['TYSdk'], a: string, postData: object) =>
  new Promise<unknown>((resolve, reject) => {
    TYSdk.native.apiRNRequest(
      { a, postData: { ...postData }, v: '1.0' },
      (d) => resolve(typeof d === 'string' ? JSON.parse(d) : d),
      (e) => reject(typeof e === 'string' ? JSON.parse(e) : e),
    )
  })

describe.each(Object.values(seed.locks))('a demo panel of $name', ({ id: deviceId, dpIds }) => {
  it('finds its data points by code and by id', async () => {
    const { TYSdk } = simulatedPanel(deviceId)
    const { getDpIdByCode, getDpCodeById, getDeviceInfo } = TYSdk.device
    for (const [code, id] of Object.entries(dpIds)) {
      expect(getDpIdByCode(code)).toBe(String(id))
      expect(getDpCodeById(String(id))).toBe(code)
      expect(TYSdk.devInfo?.schema[code]).toMatchObject({ code, id: String(id) })
      expect(TYSdk.devInfo?.codeIds[code]).toBe(String(id))
      expect(TYSdk.devInfo?.idCodes[id]).toBe(code)
    }
    expect(getDpIdByCode('unknown')).toBeUndefined()
    expect(await getDeviceInfo()).toEqual(TYSdk.devInfo)
  })

  it('reads the present state of its lock from devInfo', () => {
    const { simulator, TYSdk } = simulatedPanel(deviceId)
    const lock = simulator.lock(deviceId)
    expect(TYSdk.devInfo).toMatchObject({ devId: deviceId, isVDevice: true })
    lock.online = !lock.online
    expect(TYSdk.devInfo?.deviceOnline).toBe(lock.online)
    for (const point of lock.status) {
      point.value = 'changed'
      if (point.code in dpIds) expect(TYSdk.devInfo?.state[point.code]).toBe('changed')
    }
  })
})

describe('apiRNRequest of a demo panel', () => {
  it.each(['value', 'text'] as const)('returns a result as %s', async (results) => {
    const { TYSdk } = simulatedPanel(seed.locks.frontDoor.id, results)
    expect(await api(TYSdk, 'tuya.m.device.lock.active.period', {})).toEqual(expect.any(Number))
  })

  it('passes a refusal on as JSON text, with the text of the cloud', async () => {
    const { TYSdk } = simulatedPanel(seed.locks.frontDoor.id)
    await expect(api(TYSdk, 'tuya.m.nothing', {})).rejects.toEqual({
      errorCode: '1108',
      errorMsg: 'uri path invalid',
      message: 'uri path invalid',
    })
  })
})
