import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import type { Members } from '../../../src/entries/flows/members'
import { outcomeOf } from '../support/settle'
import { memberHarness, readAll } from './member-harness'

const families: readonly Family[] = ['mini-program', 'panel', 'open-api']
const userId = seed.members.common.userId

/** The methods of the guide that read; whether a lock supports the others is not visible without a change. */
const calls: Readonly<Record<string, (flow: Members) => Promise<unknown>>> = {
  all: (flow) => readAll(flow.all()),
  get: (flow) => flow.get(userId),
}

/** The types of locks that each name in the table of the guide stands for. */
const typesNamed: Readonly<Record<string, readonly string[]>> = {
  'every lock': Object.values(seed.locks).map(({ type }) => type),
  'Wi-Fi': ['wifi', 'wifi-keepalive', 'wifi-video', 'wifi-standard'],
  Zigbee: ['zigbee'],
  Bluetooth: ['ble', 'ble-gateway'],
  'keep-alive': ['wifi-keepalive'],
  video: ['wifi-video'],
  'access control': ['access-control'],
}

/** The cells of the table in the guide, by method: one for each family. */
const table = (): ReadonlyMap<string, readonly string[]> => {
  const guide = readFileSync(new URL('../../../docs/guide/members.md', import.meta.url), 'utf8')
  const rows = new Map<string, readonly string[]>()
  for (const line of guide.split('\n')) {
    const [, methods = '', ...cells] = line.split('|').map((cell) => cell.trim())
    for (const [, method = ''] of methods.matchAll(/`(\w+)`/g)) rows.set(method, cells.slice(0, 3))
  }
  return rows
}

describe.each(Object.keys(calls))('the table of the guide on members.%s()', (method) => {
  it.each(families)('names exactly the locks that support it over %s', async (family) => {
    const cell = table().get(method)?.[families.indexOf(family)] ?? 'missing'
    const named = cell
      .split(/[,;] (?:reported: )?/)
      .flatMap((name) => (name === '' ? [] : (typesNamed[name] ?? [name])))
    const supported: string[] = []
    for (const lock of Object.values(seed.locks)) {
      const { harness, flow } = memberHarness(lock, family)
      const outcome = await outcomeOf(
        harness.clock,
        Promise.resolve().then(() => calls[method]?.(flow)),
      )
      if ('value' in outcome) supported.push(lock.type)
    }
    expect([...new Set(named)].sort()).toEqual([...new Set(supported)].sort())
  })
})
