import { firstValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryStore, sharedTokens } from '../../gateway'
import { openApi } from '../../src/open-api/open-api'
import { type SignedCloud, startSignedCloud } from '../support/signed-cloud'

const account = { clientId: 'project', secret: '0123456789abcdef0123456789abcdef' }

let cloud: SignedCloud
beforeEach(async () => {
  cloud = await startSignedCloud(account)
})
afterEach(() => cloud.close())

/** Servers of one project with one store. */
const servers = (count: number) => {
  const store = memoryStore()
  return Array.from({ length: count }, () =>
    openApi({ ...account, baseUrl: cloud.url, tokenStore: sharedTokens(store) }),
  )
}

const callOn = (server: ReturnType<typeof openApi>) =>
  firstValueFrom(
    server.send({
      action: 'GET /v1.0/devices/{device_id}/status',
      family: 'open-api',
      params: { device_id: 'door' },
      requestId: '1',
      attempt: 1,
      timeoutMs: 10_000,
    }),
  )

describe('servers that share a token in a store', () => {
  it('fetch one token for all of them', async () => {
    const all = servers(5)
    await Promise.all([...all, ...all].map(callOn))
    expect(cloud.tokenRequests()).toHaveLength(1)
    expect(cloud.calls()).toHaveLength(10)
  })

  it('refresh a token that the cloud refuses once for all of them', async () => {
    const all = servers(5)
    await Promise.all(all.map(callOn))
    cloud.expire()
    await Promise.all(all.map(callOn))
    expect(cloud.tokenRequests()).toHaveLength(2)
  })
})
