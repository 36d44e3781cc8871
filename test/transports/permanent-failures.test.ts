import { describe, expect, it, vi } from 'vitest'
import { allActions } from '../../actions'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport } from '../../src/core/transport/transport'
import type { WxLike } from '../../src/core/transport/wx-like'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { rayFetch } from '../../src/transports/ray-fetch'
import { wxRequest } from '../../src/transports/wx-request'
import { failure, openParams } from '../support/panels'

const device_id = 'vdevo1'
const calls = [
  ['read', 'device.status', { device_id }],
  [
    'sync',
    'doorLock.getSyncableOpmodeTypes',
    { device_id, target_standard_dp_codes: 'unlock_card' },
  ],
  ['once', 'doorLock.passwordFreeOpen', openParams],
] as const

const notInList = { errMsg: 'request:fail url not in domain list' }

/** Each transport, over a host that refuses the address of the app before it sends anything. */
const hosts: Readonly<Record<string, () => { transport: Transport; asked: () => number }>> = {
  'wxRequest with errno': () => overWx({ ...notInList, errno: 600002 }),
  'wxRequest without errno': () => overWx(notInList),
  rayFetch: () => {
    const fetch = vi.fn(() => Promise.reject(notInList))
    return { transport: rayFetch(fetch), asked: () => fetch.mock.calls.length }
  },
  fetchTransport: () => {
    const fetch = vi.fn(invalidAddress)
    const transport = fetchTransport({ url: 'https://', fetch })
    return { transport, asked: () => fetch.mock.calls.length }
  },
}

const invalidAddress = () =>
  Promise.reject(
    Object.assign(new TypeError('fetch failed'), { cause: { code: 'ERR_INVALID_URL' } }),
  )

const overWx = (failed: { readonly errMsg: string; readonly errno?: number }) => {
  const request = vi.fn<WxLike['request']>((init) => {
    init.fail?.(failed)
    return undefined
  })
  const transport = wxRequest({ url: 'https://door.example', wx: { request } })
  return { transport, asked: () => request.mock.calls.length }
}

describe.each(Object.entries(hosts))('an address that %s refuses', (_, createHost) => {
  it.each(calls)('is tried once for a %s action', async (_safety, name, params) => {
    const { transport, asked } = createHost()
    const panel = createPanel({ actions: allActions, transport, random: () => 0 })
    const error = await failure(panel.apiRequest(name, params as never))
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent', isPermanent: true })
    expect(asked()).toBe(1)
  })
})

it('openApi does not retry a call whose token cannot be fetched from an invalid address', async () => {
  const fetch = vi.fn(invalidAddress)
  const transport = openApi({ baseUrl: 'https://x', clientId: 'id', secret: 'secret', fetch })
  const panel = createPanel({ actions: allActions, transport, random: () => 0 })
  const error = await failure(
    panel.apiRequest('GET /v1.0/devices/{device_id}/door-lock/unassigned-keys', {
      device_id,
    } as never),
  )
  expect(error).toMatchObject({ delivery: 'not-sent', isPermanent: true })
  expect(fetch).toHaveBeenCalledTimes(1)
})
