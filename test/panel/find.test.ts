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

const speaking = (...families: readonly Family[]): Transport => ({
  ...scriptedCloud(ok([])).transport,
  families,
})
const { deviceStatus, memberList, listDeviceUsers } = allActions
const names = [deviceStatus.name, memberList.name, listDeviceUsers.name]

describe('a panel finds an operation', () => {
  it.each<[string, Transport, readonly boolean[]]>([
    ['mini-program', speaking('mini-program'), [true, false, false]],
    ['panel', speaking('panel'), [false, true, false]],
    ['open-api', speaking('open-api'), [false, false, true]],
    ['two at once', speaking('mini-program', 'open-api'), [true, false, true]],
    ['two transports', combine(speaking('mini-program'), speaking('panel')), [true, true, false]],
  ])('where its transport speaks the family: %s', (_, transport, expected) => {
    const { find } = createPanel({ actions: allActions, transport })
    expect(names.map((name) => find(name) !== undefined)).toEqual(expected)
  })

  it('as the contract that it was given', () => {
    const { find } = createPanel({ actions: allActions, transport: speaking('mini-program') })
    expect(find('device.status')).toBe(deviceStatus)
  })

  it('where the app answers it itself, whatever the transport speaks', async () => {
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
      transport: speaking('mini-program'),
    })
    expect(names.map((name) => find(name) !== undefined)).toEqual([true, true, false])
  })

  it('only among its own', () => {
    const { find } = createPanel({
      actions: { deviceStatus },
      transport: speaking('mini-program', 'panel', 'open-api'),
    })
    expect(find('device.status')).toBe(deviceStatus)
    expect(find(memberList.name)).toBeUndefined()
    expect(find('device.statsu')).toBeUndefined()
    expect(find('toString')).toBeUndefined()
    expect(find('')).toBeUndefined()
  })

  it('nowhere without a transport', () => {
    const { find } = createPanel({ actions: allActions })
    expect(names.map(find)).toEqual([undefined, undefined, undefined])
  })
})
