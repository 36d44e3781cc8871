import { describe, expect, it } from 'vitest'
import { panelActions } from '../../actions/panel'
import { createPanel } from '../../src/core/panel/create-panel'
import type { CallOptions } from '../../src/core/pipeline/call'
import type { Transport } from '../../src/core/transport/transport'
import { scriptedCloud } from '../support/cloud'
import { ok } from '../support/panels'

const versionSent = async (options?: CallOptions): Promise<string | undefined> => {
  const cloud = scriptedCloud(ok([]))
  const transport: Transport = { ...cloud.transport, families: ['panel'] }
  const { apiRequest } = createPanel({ actions: panelActions, transport })
  await apiRequest('tuya.m.device.member.list', { devId: 'door' }, options)
  return cloud.requests[0]?.version
}

describe('the version on the wire', () => {
  it('is the version of the contract by default', async () => {
    expect(await versionSent()).toBe('2.0')
  })

  it('is the version of the lock type when the contract has one', async () => {
    expect(await versionSent({ lockType: 'ble' })).toBe('4.0')
    expect(await versionSent({ lockType: 'zigbee' })).toBe('2.0')
  })

  it('is the version of the call when the call has one', async () => {
    expect(await versionSent({ version: '9.1' })).toBe('9.1')
    expect(await versionSent({ version: '9.1', lockType: 'ble' })).toBe('9.1')
  })
})
