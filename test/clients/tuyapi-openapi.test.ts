import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { seed } from '../../simulator'
import { actionsOf, loadClient, serveCloud } from './support'

const { frontDoor } = seed.locks

interface Http {
  extend(options: { readonly prefixUrl: string }): Http
}

interface Client {
  /** The client has no option for the address of the cloud. */
  _client: Http
  tokenAccess: string
  tokenExpiresAt: Date
  getToken(): Promise<void>
  getDevice(deviceId: string): Promise<{ readonly name: string }>
  getDeviceStatus(deviceId: string): Promise<readonly { readonly code: string }[]>
}
type Constructor = new (options: {
  readonly key: string
  readonly secret: string
  readonly schema: string
}) => Client

let OpenAPI: Constructor
beforeAll(() => {
  OpenAPI = loadClient('@tuyapi/openapi') as Constructor
}, 120_000)

const connected = async (options: Parameters<typeof serveCloud>[0] = {}, secret?: string) => {
  const { simulator, url, close } = await serveCloud(options)
  onTestFinished(close)
  const { clientId: key, accessKey } = simulator
  const client = new OpenAPI({ key, secret: secret ?? accessKey, schema: 'app' })
  client._client = client._client.extend({ prefixUrl: `${url}/v1.0/` })
  return { simulator, client }
}
const old = { acceptsOldSignatures: true }

/** The client of TuyaAPI, as published. It signs by the scheme before 30 June 2021. */
describe('@tuyapi/openapi', () => {
  it('gets a token, and reads a lock and its data points', async () => {
    const { simulator, client } = await connected(old)
    await client.getToken()
    expect(await client.getDevice(frontDoor.id)).toMatchObject({ name: frontDoor.name })
    const codes = (await client.getDeviceStatus(frontDoor.id)).map(({ code }) => code)
    expect(codes).toEqual(simulator.lock(frontDoor.id).status.map(({ code }) => code))
    expect(actionsOf(simulator)).toEqual([
      'GET /v1.0/token',
      'GET /v1.0/devices/{device_id}',
      'GET /v1.0/devices/{device_id}/status',
    ])
  })

  it('refreshes a token that has expired', async () => {
    const { simulator, client } = await connected(old)
    await client.getToken()
    const first = client.tokenAccess
    client.tokenExpiresAt = new Date(0)
    await client.getDeviceStatus(frontDoor.id)
    expect(client.tokenAccess).not.toBe(first)
    expect(actionsOf(simulator).slice(1)).toEqual([
      'GET /v1.0/token/{refresh_token}',
      'GET /v1.0/devices/{device_id}/status',
    ])
  })

  it('reports the text of a refusal: a wrong secret, a newer project, a device of another project', async () => {
    const wrong = await connected(old, 'wrong')
    await expect(wrong.client.getToken()).rejects.toThrow(/^sign invalid$/)
    const newer = await connected()
    await expect(newer.client.getToken()).rejects.toThrow(/^sign invalid$/)
    const { client } = await connected(old)
    await client.getToken()
    await expect(client.getDevice('another')).rejects.toThrow(/^permission deny$/)
  })
})
