import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { Family } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import { combine } from '../../src/core/transport/combine'
import type { Transport } from '../../src/core/transport/transport'
import { scriptedCloud } from '../support/cloud'
import { ok } from '../support/panels'

const transportFor = (...families: readonly Family[]): Transport => ({
  ...scriptedCloud(ok([])).transport,
  families,
})
const { deviceStatus, memberList, listDeviceUsers } = allActions
const names = [deviceStatus.name, memberList.name, listDeviceUsers.name]

describe('panel.find', () => {
  it.each<[string, Transport, readonly boolean[]]>([
    ['mini-program', transportFor('mini-program'), [true, false, false]],
    ['panel', transportFor('panel'), [false, true, false]],
    ['open-api', transportFor('open-api'), [false, false, true]],
    [
      'two families of one transport',
      transportFor('mini-program', 'open-api'),
      [true, false, true],
    ],
    [
      'two transports',
      combine(transportFor('mini-program'), transportFor('panel')),
      [true, true, false],
    ],
  ])(
    'returns the operations of the families that the transport supports: %s',
    (_, transport, expected) => {
      const { find } = createPanel({ actions: allActions, transport })
      expect(names.map((name) => find(name) !== undefined)).toEqual(expected)
    },
  )

  it('returns the contract object that the panel was created with', () => {
    const { find } = createPanel({ actions: allActions, transport: transportFor('mini-program') })
    expect(find('device.status')).toBe(deviceStatus)
  })

  it('returns an operation that has a handler, whatever family the transport supports', async () => {
    const handlers = [handle(memberList, () => of([]))]
    const silent = createPanel({ actions: allActions, handlers })
    expect(names.map((name) => silent.find(name)?.name)).toEqual([
      undefined,
      memberList.name,
      undefined,
    ])
    expect(await silent.apiRequest(memberList.name, { devId: 'door' })).toEqual([])
    const { find } = createPanel({
      actions: allActions,
      handlers,
      transport: transportFor('mini-program'),
    })
    expect(names.map((name) => find(name) !== undefined)).toEqual([true, true, false])
  })

  it('returns undefined for an action that the panel was not created with', () => {
    const { find } = createPanel({
      actions: { deviceStatus },
      transport: transportFor('mini-program', 'panel', 'open-api'),
    })
    expect(find('device.status')).toBe(deviceStatus)
    expect(find(memberList.name)).toBeUndefined()
    expect(find('device.statsu')).toBeUndefined()
    expect(find('toString')).toBeUndefined()
    expect(find('')).toBeUndefined()
  })

  it('returns undefined for every operation when there is no transport', () => {
    const { find } = createPanel({ actions: allActions })
    expect(names.map(find)).toEqual([undefined, undefined, undefined])
  })
})
